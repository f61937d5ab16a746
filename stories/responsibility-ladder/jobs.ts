import { uuidv7 } from 'uuidv7';
import { localDay } from '../../src/elements/parts/date-field.js';
import { dayAfter, mondayOf } from '../../src/model/kinds/job/calendar.js';
import type { Job, JobDay } from '../../src/model/kinds/job/table.js';
import type { FakeHistory } from '../fixtures.js';
import { give, say } from './given.js';

export const today = localDay();
export const tomorrow = dayAfter(today, 1);
const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** Turns begin two weeks ago, so that today is Ana's. */
const first = dayAfter(mondayOf(today), -14);

/** Priya plans a job. */
export function plan(history: FakeHistory, to: readonly string[], job: Partial<Job> & { readonly title: string }): string {
  const id = uuidv7();
  history.act('s-01', 'plan', 'job', id, { to, data: { steps: [], weekdays: everyDay, first, ...job } });
  return id;
}

/** What a person says about a day of a job. */
export function answer(
  history: FakeHistory,
  person: string,
  action: string,
  about: string,
  more: Partial<JobDay> = {},
  to: readonly string[] = [],
): string {
  const id = uuidv7();
  history.act(person, action, 'job-day', id, { about, to, data: { day: today, ...more } });
  return id;
}

export const wash: Partial<Job> & { readonly title: string } = {
  title: 'Wash the dishes after dinner',
  area: 'Kitchen',
  minutes: 30,
  steps: ['Scrape the plates.', 'Glasses first, pans last.', 'Dry and put away.'],
  safety: 'Hot water. Knives go in one at a time.',
  access: 'There is a stool by the sink.',
};
/** The turn of today is that of the first of these people. */
export const turns = (others: readonly string[]): Partial<Job> => ({ first: dayAfter(today, -7 * (others.length + 1)), turns: 'day' });

/** A usual day of Ana: a turn, a job of her own, and a job that three do together at the end of the week. */
export function myDay(history: FakeHistory): string {
  plan(history, ['p-02'], { title: 'Water the plants', area: 'Garden', minutes: 10, first: today });
  plan(history, ['p-02', 'p-03', 'p-04'], { title: 'Tidy the living room', minutes: 20, weekdays: everyDay.slice(3), turns: 'week' });
  return plan(history, ['p-02', 'p-03', 'p-04'], { ...wash, ...turns(['p-03', 'p-04']) });
}

/** A house with a few jobs, a swap that was agreed on, and somebody who said no. */
export function house(history: FakeHistory): void {
  const id = plan(history, ['p-02', 'p-03', 'p-04', 'p-05'], { ...wash, first: mondayOf(today), turns: 'day' });
  plan(history, ['p-03', 'p-05'], { title: 'Breakfast crew', area: 'Kitchen', weekdays: [1, 2, 3, 4, 5], turns: 'week' });
  plan(history, ['p-02'], { title: 'Water the plants', weekdays: [1, 4] });
  plan(history, ['p-04', 'p-05', 'p-06'], { title: 'Lay the big table', weekdays: [7] });
  const monday = dayAfter(mondayOf(today), 7);
  const swap = answer(history, 'p-02', 'swap', id, { day: dayAfter(monday, 1), instead: dayAfter(monday, 2) }, ['p-03']);
  history.act('p-03', 'agree', 'job-day', swap, {});
  answer(history, 'p-05', 'decline', id, { day: dayAfter(monday, 4) });
}

/** Three people who said something about a job, and one about a duty. */
export function waiting(history: FakeHistory): void {
  const id = plan(history, ['p-02', 'p-03', 'p-04'], { ...wash, first: today });
  answer(history, 'p-02', 'ask-help', id, { note: 'The big pots are too heavy for me.' });
  answer(history, 'p-03', 'decline', id, { day: tomorrow });
  answer(history, 'p-04', 'decline', id, { onwards: true, note: 'Evenings are hard for me now.' });
  say(history, 'p-05', 'swap', give(history, 'Take out the trash', { to: 'p-05', due: 1, ago: 150 }), 'I could do the plants.');
}

/** What Ana should avoid. */
export const avoid = (history: FakeHistory): void =>
  void history.act('s-01', 'keep', 'restriction', uuidv7(), { to: ['p-02'], data: { avoid: ['heavy lifting', 'loud noise'] } });

/** As long as the fields allow. */
export const longJob: Partial<Job> & { readonly title: string } = {
  title: 'Clear, wipe and lay every table for the big Sunday dinner',
  area: 'Dining room, sun room and the long table under the trees',
  minutes: 120,
  steps: [
    'Ask at the kitchen door how many people come, and whether somebody needs a chair with arms or a place where it is quiet.',
    'Wipe each table from the far end towards you. Rinse the cloth after every second one, and change the water when it looks grey.',
  ],
  safety: 'Two people carry the long table. Lift with your knees and say a number before you lift, so that both of you start at the same time.',
  access: 'You can sit and fold the napkins while somebody else lays the plates. Ask for the low trolley: it carries everything in one go.',
};
