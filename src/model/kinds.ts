import { item, itemNote, outcome, promise, promiseNote } from './agenda-item.js';
import { feedback, feedbackReply, feedbackReview } from './feedback.js';
import { help, helpReply } from './help.js';
import { duty, dutyNote, placement, placementNote } from './ladder.js';
import { meeting, meetingNote } from './meeting.js';
import { minutes, minutesNote } from './minutes.js';
import { practice } from './practice.js';
import type { Kind } from './transition.js';

const every: readonly unknown[] = [
  ...[feedback, feedbackReview, feedbackReply],
  ...[practice],
  ...[placement, placementNote, duty, dutyNote],
  ...[meeting, meetingNote, item, itemNote, outcome, promise, promiseNote, minutes, minutesNote],
  ...[help, helpReply],
];

/** Every kind's table by its name. A new kind is one word in this list, and one in `kinds.schema.ts`. No prototype: `constructor` is no kind. */
export const kinds: Readonly<Record<string, Kind>> = Object.assign(
  Object.create(null) as Record<string, Kind>,
  Object.fromEntries((every as Kind[]).map((kind) => [kind.kind, kind])),
);

/** Every status that a record of this kind can have, by its own table or as an answer in another's. */
export function statusesOf(name: string): string[] {
  const own = Object.values(kinds[name]?.transitions ?? {}).flatMap((row) => [...row.from, ...row.to]);
  const rules = Object.values(kinds).flatMap((kind) => Object.values(kind.transitions).flatMap((row) => row.answers ?? []));
  return [...new Set([...own, ...rules.filter((rule) => rule.kind === name).map((rule) => rule.status)])];
}
