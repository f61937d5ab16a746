import type { Data } from '../../../src/model/record.js';
import { dutyLimits, placementLimits } from '../../../src/model/kinds/ladder/table.js';
import type { RandomData } from '../random-walk.js';
import { maybe, someWords } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  placement: { circle: 'kitchen', since: '2026-11-21', reason: 'You asked for it', reviewOn: '2026-12-05' },
  'placement-note': { note: 'Your wrist needs to heal' },
  duty: { title: 'Set the table', area: 'Dining room', steps: ['Plates', 'Cups'], minutes: 15, due: '2026-11-22', safety: 'Mind the hot plates' },
  'duty-note': { note: 'It went well', comfort: 7 },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  placement: { reason: placementLimits.reason },
  'placement-note': { note: placementLimits.note },
  duty: { title: dutyLimits.title, area: dutyLimits.area, safety: dutyLimits.safety },
  'duty-note': { note: dutyLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  placement: ({ dice }) => ({ circle: 'kitchen', since: '2026-11-21', ...maybe(dice, 'reason', someWords(dice)) }),
  duty: ({ dice }) => ({
    title: dice(8) ? 'Set the table' : 'x',
    steps: dice(2) ? ['Plates', 'Cups'] : [],
    ...maybe(dice, 'minutes', 5 + dice(100)),
  }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  placement: { end: 'placement-note', rest: 'placement-note' },
  duty: { finish: 'duty-note', tell: 'duty-note', decline: 'duty-note', 'ask-help': 'duty-note', swap: 'duty-note', close: 'duty-note' },
};
