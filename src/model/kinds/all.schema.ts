// Written by scripts/kinds.mjs from the folders beside it; edit those.
import {
  itemSchema,
  itemNoteSchema,
  outcomeSchema,
  promiseSchema,
  promiseNoteSchema,
  promiseReportSchema,
} from './agenda-item/agenda-item.schema.js';
import { attendanceSchema } from './attendance/attendance.schema.js';
import { concernSchema, concernReplySchema } from './concern/concern.schema.js';
import { feedbackSchema, feedbackNoteSchema, feedbackReplySchema, feedbackTalkSchema } from './feedback/feedback.schema.js';
import { helpSchema, helpReplySchema } from './help/help.schema.js';
import { jobSchema, jobDaySchema, restrictionSchema } from './job/job.schema.js';
import { placementSchema, placementNoteSchema, dutySchema, dutyNoteSchema } from './ladder/ladder.schema.js';
import { meetingSchema, meetingNoteSchema } from './meeting/meeting.schema.js';
import { memberSchema } from './member/member.schema.js';
import { minutesSchema, minutesNoteSchema } from './minutes/minutes.schema.js';
import { practiceSchema } from './practice/practice.schema.js';
import { roundEntrySchema } from './round/round.schema.js';
import { stepSchema, stepAskSchema, stepViewSchema, stepDecisionSchema, stepLinesSchema } from './step/step.schema.js';
import type { Data } from '../record.js';
import type { Shape } from '../field-types.schema.js';

/** The schema of every kind's data by the kind's name. */
export const dataSchemas: ReadonlyMap<string, Shape<Data>> = new Map<string, Shape<Data>>([
  ['item', itemSchema],
  ['item-note', itemNoteSchema],
  ['outcome', outcomeSchema],
  ['promise', promiseSchema],
  ['promise-note', promiseNoteSchema],
  ['promise-report', promiseReportSchema],
  ['attendance', attendanceSchema],
  ['concern', concernSchema],
  ['concern-reply', concernReplySchema],
  ['feedback', feedbackSchema],
  ['feedback-review', feedbackNoteSchema],
  ['feedback-reply', feedbackReplySchema],
  ['feedback-talk', feedbackTalkSchema],
  ['feedback-reading', feedbackNoteSchema],
  ['help', helpSchema],
  ['help-reply', helpReplySchema],
  ['job', jobSchema],
  ['job-day', jobDaySchema],
  ['restriction', restrictionSchema],
  ['placement', placementSchema],
  ['placement-note', placementNoteSchema],
  ['duty', dutySchema],
  ['duty-note', dutyNoteSchema],
  ['meeting', meetingSchema],
  ['meeting-note', meetingNoteSchema],
  ['member', memberSchema],
  ['minutes', minutesSchema],
  ['minutes-note', minutesNoteSchema],
  ['practice', practiceSchema],
  ['round-entry', roundEntrySchema],
  ['step', stepSchema],
  ['step-ask', stepAskSchema],
  ['step-view', stepViewSchema],
  ['step-decision', stepDecisionSchema],
  ['step-lines', stepLinesSchema],
]);
