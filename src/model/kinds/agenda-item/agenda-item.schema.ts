import * as z from 'zod/mini';
import {
  type Item,
  itemLimits,
  type ItemNote,
  type Outcome,
  outcomeLimits,
  type Promised,
  promiseLimits,
  type PromiseNote,
  type PromiseReport,
} from './table.js';
import { orderLimits } from './order.js';
import { amount, day, recordId, type Shape, text, whole } from '../../field-types.schema.js';

export const itemSchema: Shape<Item> = z.strictObject({
  title: text(itemLimits.title, itemLimits.titleLeast),
  kind: z.enum(['announcement', 'follow-up', 'proposal', 'request', 'offer', 'topic', 'appreciation', 'activity']),
  detail: z.optional(text(itemLimits.detail)),
  minutes: z.optional(whole(itemLimits.minutesLeast, itemLimits.minutes)),
  meeting: z.optional(recordId),
  order: z.optional(amount(-orderLimits.most, orderLimits.most)),
  into: z.optional(recordId),
});

export const itemNoteSchema: Shape<ItemNote> = z.strictObject({ note: text(itemLimits.note) });

const count = whole(0, outcomeLimits.votes);

export const outcomeSchema: Shape<Outcome> = z.strictObject({
  text: text(outcomeLimits.text, 1),
  method: z.optional(z.enum(['consensus', 'majority', 'advisory', 'staff-decides'])),
  votes: z.optional(z.strictObject({ for: count, against: count, abstain: count })),
  why: z.optional(text(outcomeLimits.why, 1)),
});

export const promiseSchema: Shape<Promised> = z.strictObject({
  text: text(promiseLimits.text, 1),
  due: z.optional(day),
  meeting: z.optional(recordId),
});

export const promiseNoteSchema: Shape<PromiseNote> = z.strictObject({ note: text(promiseLimits.note) });

export const promiseReportSchema: Shape<PromiseReport> = z.strictObject({ note: text(promiseLimits.note) });
