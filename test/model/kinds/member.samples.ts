import { memberLimits } from '../../../src/model/kinds/member/table.js';
import { type Data, everyAs } from '../../../src/model/record.js';
import type { RandomData } from '../random-walk.js';
import { maybe, pickOf, someWords } from '../dice.js';

const pin = { salt: 'a1'.repeat(16), hash: 'b2'.repeat(32), rounds: 100_000, digits: 6 };

/** The data of one record, with every field filled. */
export const samples: Record<string, Data> = { member: { name: 'Ana', as: 'resident', pin } };

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = { member: { name: memberLimits.name } };

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  member: ({ dice }) => ({
    name: dice(6) ? 'Ana' : someWords(dice),
    as: pickOf(dice, [...everyAs, 'staff']),
    ...(dice(2) ? { pin: { ...pin, digits: 4 + dice(5) } } : maybe(dice, 'pin', pin)),
  }),
};
