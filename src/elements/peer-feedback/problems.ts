import { feedback } from '../../model/feedback.js';
import type { Feedback } from '../../model/feedback.js';
import { type Actor, defaultPolicy, type MilieuRecord, type Policy } from '../../model/record.js';
import type { RefusalCode } from '../../model/refusals.js';
import type { Input } from '../../model/transition.js';
import type { Field } from './words.js';

/** A question that still needs something before the form can be sent. */
export type Problem = 'who' | Extract<Field, 'saw' | 'next' | 'strength'>;

const places: Partial<Record<RefusalCode, Problem>> = {
  'no-receiver': 'who',
  'one-receiver': 'who',
  'to-yourself': 'who',
  'words-missing': 'saw',
  'next-missing': 'next',
  'strength-missing': 'strength',
};

/** Everything that the table of the kind would refuse, not only the first, in the order of the form. */
export function problemsOf(action: 'send' | 'rewrite', input: Input<Feedback>, actor: Actor, root?: MilieuRecord<Feedback>): readonly Problem[] {
  const policy: Policy = defaultPolicy;
  const scene = { root, input, actor, policy, now: '', answers: [], others: new Map<string, MilieuRecord>() };
  const unmet = (feedback.transitions[action]?.needs ?? []).filter((need) => !need.met(scene));
  return [...new Set(unmet.flatMap(({ code }) => places[code] ?? []))];
}
