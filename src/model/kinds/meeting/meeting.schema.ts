import * as z from 'zod/mini';
import { type Clock, clockLimits } from './clock.js';
import type { RoleAnswer, Taken } from './roles.js';
import { type Meeting, meetingLimits as most, type MeetingNote } from './table.js';
import {
  amount,
  instant,
  instantOrEmpty,
  list,
  opaqueId,
  opaqueIdOrEmpty,
  recordIdOrEmpty,
  type Shape,
  text,
  whole,
} from '../../field-types.schema.js';

const clockSchema: Shape<Clock> = z.strictObject({
  holder: opaqueId,
  by: opaqueId,
  item: recordIdOrEmpty,
  left: amount(0, clockLimits.left),
  since: instantOrEmpty,
});

const answer: Shape<RoleAnswer> = z.strictObject({ asked: opaqueIdOrEmpty, by: opaqueIdOrEmpty });
const takenSchema: Shape<Taken> = z
  .strictObject({ chair: z.optional(answer), timekeeper: z.optional(answer), notes: z.optional(answer), welcome: z.optional(answer) })
  .check(z.refine((roles) => Object.keys(roles).length > 0, 'value'));

export const meetingSchema: Shape<Meeting> = z.strictObject({
  title: text(most.title, 1),
  startsAt: instant,
  minutes: whole(most.minutesLeast, most.minutes),
  place: z.optional(text(most.place)),
  purpose: text(most.purpose, 1),
  chair: opaqueId,
  notes: z.optional(opaqueId),
  timekeeper: z.optional(opaqueId),
  welcome: z.optional(opaqueId),
  taken: z.optional(takenSchema),
  agreements: list(text(most.agreement), most.agreements),
  type: z.optional(text(most.type, 1)),
  clock: z.optional(clockSchema),
});

export const meetingNoteSchema: Shape<MeetingNote> = z.strictObject({ note: text(most.note) });
