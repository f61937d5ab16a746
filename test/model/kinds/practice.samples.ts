import type { Data } from '../../../src/model/record.js';
import { practiceLimits } from '../../../src/model/kinds/practice/table.js';
import type { RandomData } from '../random-walk.js';
import { maybe, someWords } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  practice: { card: 'breathe', title: 'Slow breathing', seconds: 90, before: 7, after: 4, helped: 'a-bit', note: 'It got quieter' },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  practice: { title: practiceLimits.title, note: practiceLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  practice: ({ dice }) => ({
    card: 'breathe',
    title: 'Breathe',
    seconds: dice(600),
    ...maybe(dice, 'before', dice(11)),
    ...maybe(dice, 'note', someWords(dice)),
  }),
};
