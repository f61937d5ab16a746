import type { Data } from '../../../src/model/record.js';
import { minutesLimits } from '../../../src/model/kinds/minutes/table.js';
import type { RandomData } from '../random-walk.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  minutes: { text: 'We agreed on six new cups.' },
  'minutes-note': { note: 'Leave out the name' },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  minutes: { text: minutesLimits.text },
  'minutes-note': { note: minutesLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  minutes: ({ dice }) => ({ text: dice(8) ? 'We agreed on new cups.' : 'x' }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  minutes: { 'send-back': 'minutes-note', 'take-back': 'minutes-note' },
};
