import type { Data } from '../../../src/model/record.js';
import { itemLimits, outcomeLimits, promiseLimits } from '../../../src/model/kinds/agenda-item/table.js';
import type { RandomData } from '../random-walk.js';
import { maybe, pickOf } from '../dice.js';

/** The data of one record of each kind, with every field filled. */
export const samples: Record<string, Data> = {
  item: {
    title: 'New cups',
    kind: 'request',
    detail: 'Six are broken',
    minutes: 5,
    meeting: '0199a8c4-0000-7000-8000-000000000009',
    order: 1.5,
    into: '0199a8c4-0000-7000-8000-000000000008',
  },
  'item-note': { note: 'Let us talk first' },
  outcome: { text: 'Six new cups', method: 'majority', votes: { for: 4, against: 1, abstain: 2 }, why: 'Six are broken' },
  promise: { text: 'Buy them', due: '2026-11-30' },
  'promise-note': { note: 'Bought' },
  'promise-report': { note: 'The shop had none' },
};

/** The most characters of each text field. */
export const limits: Record<string, Record<string, number>> = {
  item: { title: itemLimits.title, detail: itemLimits.detail },
  'item-note': { note: itemLimits.note },
  outcome: { text: outcomeLimits.text, why: outcomeLimits.why },
  promise: { text: promiseLimits.text },
  'promise-note': { note: promiseLimits.note },
  'promise-report': { note: promiseLimits.note },
};

/** Random data for an act that writes: mostly valid. */
export const inputs: Record<string, RandomData> = {
  item: (world) => ({
    title: 'New cups for the kitchen',
    kind: 'request',
    ...maybe(world.dice, 'minutes', 1 + world.dice(30)),
    ...maybe(world.dice, 'meeting', pickOf(world.dice, world.all('meeting'))?.id ?? undefined),
    ...(world.dice(20) ? {} : { order: 3 }),
  }),
};

/** The kind of the answer that an action may have. */
export const answers: Record<string, Record<string, string>> = {
  item: { redirect: 'item-note' },
  promise: { report: 'promise-report', finish: 'promise-note', drop: 'promise-note' },
};
