import * as z from 'zod/mini';
import { type Help, helpLimits as most, type HelpReply } from './table.js';
import { type Shape, text } from '../../field-types.schema.js';

export const helpSchema: Shape<Help> = z.strictObject({
  need: z.enum(['come', 'talk', 'worried']),
  text: z.optional(text(most.text)),
  place: z.optional(text(most.place)),
});

export const helpReplySchema: Shape<HelpReply> = z.strictObject({ note: text(most.note), coming: z.optional(z.boolean()) });
