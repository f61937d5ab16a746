import type { Data } from '../../../src/model/record.js';
import { roundLimits } from '../../../src/model/kinds/round/table.js';
import type { RandomData } from '../random-walk.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = { 'round-entry': { feeling: 'Calm', goal: 'Call my sister', help: 'Ben' } };

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = { 'round-entry': { ...roundLimits } };

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  'round-entry': ({ dice }) => ({ feeling: dice(6) ? 'Calm' : ' ', ...(dice(2) ? { goal: 'Call my sister' } : {}) }),
};
