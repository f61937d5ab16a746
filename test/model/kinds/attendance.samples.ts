import type { Data } from '../../../src/model/record.js';
import { everyTookPart } from '../../../src/model/kinds/attendance/table.js';
import type { RandomData } from '../random-walk.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = { attendance: { present: ['ana', 'ben'], part: ['cy'], excused: ['dee'] } };

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = { attendance: {} };

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  attendance: ({ dice }) =>
    Object.fromEntries(everyTookPart.map((way, at) => [way, dice(12) ? (dice(2) ? [['ana', 'ben', 'cy'][at]] : []) : ['ana']])),
};
