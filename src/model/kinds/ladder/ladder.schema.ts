import * as z from 'zod/mini';
import { type Duty, dutyLimits, type DutyNote, type Placement, placementLimits, type PlacementNote } from './table.js';
import { day, list, opaqueId, type Shape, text, whole } from '../../field-types.schema.js';

export const placementSchema: Shape<Placement> = z.strictObject({
  circle: opaqueId,
  since: day,
  reason: z.optional(text(placementLimits.reason)),
  reviewOn: z.optional(day),
});

export const placementNoteSchema: Shape<PlacementNote> = z.strictObject({ note: text(placementLimits.note) });

export const dutySchema: Shape<Duty> = z.strictObject({
  title: text(dutyLimits.title, 1),
  area: z.optional(text(dutyLimits.area)),
  steps: list(text(dutyLimits.step), dutyLimits.steps),
  minutes: z.optional(whole(dutyLimits.minutesLeast, dutyLimits.minutes)),
  due: z.optional(day),
  safety: z.optional(text(dutyLimits.safety)),
});

export const dutyNoteSchema: Shape<DutyNote> = z.strictObject({
  note: text(dutyLimits.note),
  comfort: z.optional(whole(0, dutyLimits.comfort)),
});
