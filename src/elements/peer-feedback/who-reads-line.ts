import type { Actor, Policy } from '../../model/record.js';
import type { Person } from '../community/host-people.js';
import type { Say } from './base-feedback-view.js';
import type { Mode } from './feedback-questions.js';

/** The sentence that says who can read the feedback, shown before the person types. It must match the transition table. */
export function whoReads(mode: Mode, receiver: Person | undefined, actor: Actor, policy: Policy, say: Say): string {
  const named: Record<string, string> = receiver ? { name: receiver.name } : {};
  if (mode === 'remind' && policy.reminders === 'held') {
    if (actor.as === 'staff') return receiver ? say('feedback.reads.held-by-staff', named) : say('feedback.reads.held-by-staff-open');
    return receiver ? say('feedback.reads.held', named) : say('feedback.reads.held-open');
  }
  if (!receiver) return say('feedback.reads.affirm-open');
  return say(receiver.as === 'staff' ? 'feedback.reads.affirm-staff' : 'feedback.reads.affirm', named);
}
