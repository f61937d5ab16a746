import * as z from 'zod/mini';
import { type Practice, practiceLimits as most } from './table.js';
import { opaqueId, type Shape, text, whole } from '../../field-types.schema.js';

const rating = whole(0, most.rating);

export const practiceSchema: Shape<Practice> = z.strictObject({
  card: opaqueId,
  title: text(most.title, 1),
  seconds: whole(0, most.seconds),
  before: z.optional(rating),
  after: z.optional(rating),
  helped: z.optional(z.enum(['helped', 'a-bit', 'not-now'])),
  note: z.optional(text(most.note)),
});
