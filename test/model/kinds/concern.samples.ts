import { concernLimits } from '../../../src/model/kinds/concern/table.js';
import type { Data } from '../../../src/model/record.js';
import { someWords } from '../dice.js';
import type { RandomData } from '../random-walk.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  concern: { text: 'The night door was locked from outside' },
  'concern-reply': { note: 'I have asked for a second key' },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  concern: { text: concernLimits.text },
  'concern-reply': { note: concernLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  concern: ({ dice }) => ({ text: someWords(dice) }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  concern: { answer: 'concern-reply', close: 'concern-reply' },
};
