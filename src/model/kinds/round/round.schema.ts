import * as z from 'zod/mini';
import { type RoundEntry, roundLimits as most } from './table.js';
import { type Shape, text } from '../../field-types.schema.js';

export const roundEntrySchema: Shape<RoundEntry> = z
  .strictObject({ feeling: z.optional(text(most.feeling)), goal: z.optional(text(most.goal)), help: z.optional(text(most.help)) })
  .check(z.refine((entry) => Object.keys(entry).length > 0, 'value'));
