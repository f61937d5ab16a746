import { feedback } from '../../model/kinds/feedback/table.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import { type Actor, defaultPolicy, type MilieuRecord, type Policy } from '../../model/record.js';
import type { RefusalCode } from '../../model/refusals.js';
import type { Input } from '../../model/transition.js';
import type { Field } from './feedback-questions.js';

/** A field with a problem that must be fixed before the form can be sent. */
export type FeedbackProblem = 'who' | Extract<Field, 'saw' | 'next' | 'strength'>;

const places: Partial<Record<RefusalCode, FeedbackProblem>> = {
  'no-receiver': 'who',
  'one-receiver': 'who',
  'to-yourself': 'who',
  'words-missing': 'saw',
  'next-missing': 'next',
  'strength-missing': 'strength',
};

/** All problems for which the transition table would refuse the act, not only the first, in the order of the form. */
export function problemsOf(
  action: 'send' | 'rewrite',
  input: Input<Feedback>,
  actor: Actor,
  root?: MilieuRecord<Feedback>,
): readonly FeedbackProblem[] {
  const policy: Policy = defaultPolicy;
  const scene = { root, input, actor, policy, now: '', answers: [], others: new Map<string, MilieuRecord>() };
  const unmet = (feedback.transitions[action]?.needs ?? []).filter((need) => !need.met(scene));
  return [...new Set(unmet.flatMap(({ code }) => places[code] ?? []))];
}
