import { itemNoteSchema, itemSchema, outcomeSchema, promiseNoteSchema, promiseSchema } from './agenda-item.schema.js';
import { feedbackNoteSchema, feedbackSchema } from './feedback.schema.js';
import { helpReplySchema, helpSchema } from './help.schema.js';
import { dutyNoteSchema, dutySchema, placementNoteSchema, placementSchema } from './ladder.schema.js';
import { meetingNoteSchema, meetingSchema } from './meeting.schema.js';
import { minutesNoteSchema, minutesSchema } from './minutes.schema.js';
import { practiceSchema } from './practice.schema.js';
import type { Data } from './record.js';
import type { Shape } from './shapes.schema.js';

/** The schema of every kind's data by the kind's name. */
export const dataSchemas: ReadonlyMap<string, Shape<Data>> = new Map<string, Shape<Data>>([
  ['feedback', feedbackSchema],
  ['feedback-review', feedbackNoteSchema],
  ['feedback-reply', feedbackNoteSchema],
  ['practice', practiceSchema],
  ['placement', placementSchema],
  ['placement-note', placementNoteSchema],
  ['duty', dutySchema],
  ['duty-note', dutyNoteSchema],
  ['meeting', meetingSchema],
  ['meeting-note', meetingNoteSchema],
  ['item', itemSchema],
  ['item-note', itemNoteSchema],
  ['outcome', outcomeSchema],
  ['promise', promiseSchema],
  ['promise-note', promiseNoteSchema],
  ['minutes', minutesSchema],
  ['minutes-note', minutesNoteSchema],
  ['help', helpSchema],
  ['help-reply', helpReplySchema],
]);
