import * as z from 'zod/mini';
import { type Feedback, type FeedbackNote, feedbackLimits as most, type FeedbackTalk } from './table.js';
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

export const feedbackTalkSchema: Shape<FeedbackTalk> = z.strictObject({ startsAt: instant, place: text(most.place, 1), who: text(most.who, 1) });
