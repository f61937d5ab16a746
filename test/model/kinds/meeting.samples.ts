import type { Data } from '../../../src/model/record.js';
import { meetingLimits } from '../../../src/model/kinds/meeting/table.js';
import type { RandomData } from '../random-walk.js';
import { maybe, leader, clock } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  meeting: {
    title: 'House meeting',
    startsAt: '2026-11-24T09:00:00.000Z',
    minutes: 45,
    place: 'Hall',
    purpose: 'To hear each other',
    chair: 'ana',
    notes: 'ben',
    timekeeper: 'cy',
    welcome: 'sol',
    taken: { timekeeper: { asked: 'cy', by: 'sol' }, notes: { asked: 'ben', by: '' }, welcome: { asked: '', by: 'sol' } },
    agreements: ['One speaks'],
    type: 'morning',
    clock: { holder: 'tab-1', by: 'ana', item: '', left: 599.5, since: '2026-11-24T09:00:00.000Z' },
  },
  'meeting-note': { note: 'The hall is painted' },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  meeting: { title: meetingLimits.title, type: meetingLimits.type, place: meetingLimits.place, purpose: meetingLimits.purpose },
  'meeting-note': { note: meetingLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  meeting: ({ dice }) => ({
    title: 'House meeting',
    startsAt: `2026-11-2${dice(9)}T09:00:00.000Z`,
    minutes: 30,
    purpose: 'To hear each other',
    chair: leader(dice),
    ...maybe(dice, 'notes', 'ben'),
    ...maybe(dice, 'timekeeper', 'cy'),
    ...maybe(dice, 'welcome', 'sol'),
    agreements: [],
    ...(dice(20) ? {} : { clock: clock(dice, 'ana') }),
  }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  meeting: { cancel: 'meeting-note', pause: 'meeting-note', 'say-why': 'meeting-note' },
};
