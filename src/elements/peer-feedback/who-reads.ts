import type { Actor, Policy } from '../../model/record.js';
import type { Person } from '../community/people.js';
import type { Say } from './feedback-view.js';
import type { Mode } from './words.js';

/** Who will be able to read what is written, said before a word is typed and true to what the table will do with it. */
export function whoReads(mode: Mode, receiver: Person | undefined, actor: Actor, policy: Policy, say: Say): string {
  const named: Record<string, string> = receiver ? { name: receiver.name } : {};
  if (mode === 'remind' && policy.reminders === 'held') {
    if (actor.as === 'staff') return receiver ? say('feedback.reads.held-by-staff', named) : say('feedback.reads.held-by-staff-open');
    return receiver ? say('feedback.reads.held', named) : say('feedback.reads.held-open');
  }
  if (!receiver) return say('feedback.reads.affirm-open');
  return say(receiver.as === 'staff' ? 'feedback.reads.affirm-staff' : 'feedback.reads.affirm', named);
}
