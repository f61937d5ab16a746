import * as z from 'zod/mini';
import { hexText, type Shape, text, whole } from '../../field-types.schema.js';
import { everyAs } from '../../record.js';
import { type Member, memberLimits as most, type Pin } from './table.js';

const pin: Shape<Pin> = z.strictObject({
  salt: hexText(most.salt),
  hash: hexText(most.hash),
  rounds: whole(most.roundsLeast, most.rounds),
  digits: whole(most.digitsLeast, most.digits),
});

export const memberSchema: Shape<Member> = z.strictObject({
  name: text(most.name, 1),
  as: z.enum(everyAs),
  pin: z.optional(pin),
});
