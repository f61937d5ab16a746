import { uuidv7 } from 'uuidv7';
import { starterDuties } from '../../src/content/ladder.js';
import type { Circle } from '../../src/elements/responsibility-ladder/index.js';
import type { Duty } from '../../src/model/kinds/ladder/table.js';
import type { FakeHistory } from '../fixtures.js';

const day = 86_400_000;
const minute = 60_000;
/** A date this many days from now, in the format of records. */
export const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

const agreed = 'You like mornings. We start with breakfast crew, with Kit beside you.';

/** Ana's placement: Priya wrote down what they agreed on. */
export function place(history: FakeHistory, circle: string, { reason = agreed, days = 18 }: { reason?: string; days?: number } = {}): string {
  const id = uuidv7();
  const data = { circle, since: inDays(-days), ...(reason ? { reason, reviewOn: inDays(10) } : {}) };
  history.act('s-01', 'place', 'placement', id, { to: ['p-02'], data });
  return id;
}

interface Given {
  readonly to?: string;
  /** Days until it is due. */
  readonly due?: number;
  /** Minutes since it was given out. */
  readonly ago?: number;
  readonly duty?: Partial<Duty>;
}

/** Priya offers one of the starter duties, or one of her own. */
export function give(history: FakeHistory, title: string, { to = 'p-02', due, ago = 60, duty }: Given = {}): string {
  const id = uuidv7();
  const starter = starterDuties.find((one) => one.title === title);
  const data = { ...starter, title, steps: starter?.steps ?? [], ...(due === undefined ? {} : { due: inDays(due) }), ...duty };
  history.act('s-01', 'offer', 'duty', id, { to: [to], data }, Date.now() - ago * minute);
  return id;
}

/** What the person who has it says about it, with words or without. */
export function say(history: FakeHistory, person: string, action: string, id: string, note = ''): void {
  history.act(person, action, 'duty', id, note ? { answers: [{ id: uuidv7(), kind: 'duty-note', data: { note } }] } : {});
}

/** Something good that Ana was told, and that she has read and thanked for. */
export function praise(history: FakeHistory, from: string, strength: string, days = 9): void {
  const id = uuidv7();
  const at = Date.now() - days * day;
  history.act(from, 'send', 'feedback', id, { to: ['p-02'], data: { mode: 'affirm', saw: 'You walked Kit through the house.', strength } }, at);
  history.act('p-02', 'thank', 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note: '' } }] }, at + 90 * minute);
}

/** Ana's part, and what two people say she brings. */
export function myPart(history: FakeHistory): void {
  praise(history, 'p-03', 'You look out for new people.');
  praise(history, 's-01', 'You tell us early when a job is too much.', 6);
  place(history, 'contributing');
}

/** Priya ends, pauses or takes back something, and says why. */
export function explain(history: FakeHistory, action: 'end' | 'rest' | 'close', kind: 'placement' | 'duty', id: string, note: string): void {
  history.act('s-01', action, kind, id, { answers: [{ id: uuidv7(), kind: `${kind}-note`, data: { note } }] });
}

/** A usual week: one duty done, one taken on, one with help asked for, one new. */
export function myWeek(history: FakeHistory): void {
  say(history, 'p-02', 'finish', give(history, 'Set the tables', { due: 0 }));
  say(history, 'p-02', 'accept', give(history, 'Water the plants', { due: 1 }));
  say(history, 'p-02', 'ask-help', give(history, 'Wash the dishes', { due: 2 }), 'The big pots are too heavy for me.');
  give(history, 'Set up the meeting room');
}

/** Three people who wait for a word from staff. */
export function threeWait(history: FakeHistory): void {
  say(history, 'p-02', 'ask-help', give(history, 'Wash the dishes', { due: 0, ago: 200 }), 'The big pots are too heavy for me.');
  say(history, 'p-04', 'swap', give(history, 'Take out the trash', { to: 'p-04', due: 1, ago: 150 }), 'I could do the plants.');
  say(history, 'p-03', 'decline', give(history, 'Tidy the living room', { to: 'p-03', ago: 90 }));
}

/** As long as the fields allow. */
export const longDuty: Duty = {
  title: 'Clear, wipe and lay every table for the big Sunday dinner',
  area: 'Dining room, sun room and the long table under the trees',
  minutes: 120,
  steps: [
    'Ask at the kitchen door how many people come, and whether somebody needs a chair with arms or a place where it is quiet.',
    'Wipe each table from the far end towards you. Rinse the cloth after every second one, and change the water when it looks grey.',
    'Knives, forks, spoons, cups and jugs. Count once more before you tell the kitchen that everything is ready for them.',
  ],
  safety: 'Two people carry the long table. Lift with your knees and say a number before you lift, so that both of you start at the same time.',
};

/** A host's own circles, with the longest names there may be. */
export const longCircles: readonly Circle[] = [
  'Welcome to North House: the first days',
  'Caring for myself and for my own room',
  'Contributing to a crew with other people',
  'Living outside with people who know me',
].map((title, at) => ({
  id: `own-${at}`,
  title: title.slice(0, 40),
  purpose: 'For a day programme.',
  looksAfter: ['What we agreed on.'],
  support: ['Someone who checks in with you.'],
  talkAbout: [],
  opens: [],
}));
