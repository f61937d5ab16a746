import * as z from 'zod/mini';
import { type Feedback, type FeedbackNote, type FeedbackReply, feedbackLimits as most, type FeedbackTalk, reportReasons } from './table.js';
import { instant, type Shape, text } from '../../field-types.schema.js';

export const feedbackSchema: Shape<Feedback> = z.strictObject({
  mode: z.enum(['affirm', 'remind', 'self']),
  saw: text(most.saw),
  where: z.optional(text(most.where)),
  effect: z.optional(text(most.effect)),
  strength: z.optional(text(most.strength)),
  next: z.optional(text(most.next)),
  offer: z.optional(text(most.offer)),
  inPerson: z.optional(z.boolean()),
});

export const feedbackNoteSchema: Shape<FeedbackNote> = z.strictObject({ note: text(most.note) });

const someReasons = z.array(z.enum(reportReasons)).check(
  z.minLength(1, 'length'),
  z.maxLength(reportReasons.length, 'length'),
  z.refine((given) => new Set(given).size === given.length, 'value'),
);
export const feedbackReplySchema: Shape<FeedbackReply> = z.strictObject({ note: text(most.note), reasons: z.optional(someReasons) });

export const feedbackTalkSchema: Shape<FeedbackTalk> = z.strictObject({ startsAt: instant, place: text(most.place, 1), who: text(most.who, 1) });
