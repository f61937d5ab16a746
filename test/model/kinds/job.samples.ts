import type { Data } from '../../../src/model/record.js';
import { jobLimits } from '../../../src/model/kinds/job/table.js';
import type { RandomData } from '../random-walk.js';
import { maybe, pickOf, someWords } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  job: {
    title: 'Wash the dishes after dinner',
    area: 'Kitchen',
    steps: ['Glasses first', 'Then plates'],
    minutes: 20,
    safety: 'Knives last, one at a time',
    access: 'There is a stool to sit on',
    tags: ['standing'],
    weekdays: [1, 3, 5],
    first: '2026-11-23',
    last: '2027-01-31',
    turns: 'day',
  },
  'job-day': { day: '2026-11-23', instead: '2026-11-25', onwards: true, note: 'My back hurts' },
  restriction: { avoid: ['lifting'] },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  job: { title: jobLimits.title, area: jobLimits.area, safety: jobLimits.safety, access: jobLimits.access },
  'job-day': { note: jobLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  job: ({ dice }) => ({
    title: dice(12) ? 'Wash the dishes' : ' ',
    steps: [],
    first: '2026-11-23',
    ...maybe(
      dice,
      'weekdays',
      dice(8)
        ? pickOf(dice, [
            [1, 3, 5],
            [1, 2, 3, 4, 5, 6, 7],
          ])
        : [],
    ),
    ...maybe(dice, 'last', dice(12) ? '2026-12-06' : '2026-11-01'),
    ...maybe(dice, 'turns', pickOf(dice, ['day', 'week'])),
  }),
  'job-day': ({ dice }) => ({
    day: dice(6) ? '2026-11-23' : pickOf(dice, ['2026-11-25', '2026-11-24']),
    ...(dice(6) ? {} : { instead: '2026-11-25' }),
    ...(dice(4) ? {} : { note: someWords(dice) }),
    ...(dice(8) ? {} : { onwards: true }),
  }),
  restriction: ({ dice }) => ({ avoid: [dice(8) ? 'lifting' : ' '] }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  job: { end: 'duty-note' },
  'job-day': { tell: 'duty-note' },
};
