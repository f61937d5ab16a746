import * as z from 'zod/mini';
import { type Shape, text } from '../../field-types.schema.js';
import { type Concern, concernLimits as most, type ConcernReply } from './table.js';

export const concernSchema: Shape<Concern> = z.strictObject({ text: text(most.text) });

export const concernReplySchema: Shape<ConcernReply> = z.strictObject({ note: text(most.note, 1) });
