import * as z from 'zod/mini';
import { type Minutes, minutesLimits as most, type MinutesNote } from './table.js';
import { type Shape, text } from '../../field-types.schema.js';

export const minutesSchema: Shape<Minutes> = z.strictObject({ text: text(most.text, 1) });

export const minutesNoteSchema: Shape<MinutesNote> = z.strictObject({ note: text(most.note) });
