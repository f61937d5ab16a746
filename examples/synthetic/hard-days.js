// Two hard days in the same invented community: what a house must handle well and a demo would rather leave out. Several reminders come to one
// person at once, two people must not meet, somebody has moved out, and three people are called Ana.
import { apart, people } from './people.js';
import { randomFrom, recordActs } from './record-acts.js';
import { reminders } from './words.js';

const hour = 3_600_000;

/** Moved out yesterday: still the author and the receiver of records, and in no list of people any more. */
export const movedOut = { id: 'p-22', name: 'Lee Moreau', as: /** @type {const} */ ('resident') };

/** Three Anas, two of them with the same whole name, which a note tells apart. */
export const anas = [
  { id: 'p-02', name: 'Ana Lindqvist', as: /** @type {const} */ ('resident'), note: 'garden side' },
  { id: 'p-20', name: 'Ana Lindqvist', as: /** @type {const} */ ('resident'), note: 'street side' },
  { id: 'p-21', name: 'Ana Duarte', as: /** @type {const} */ ('resident') },
];

const here = [...people.flatMap((person) => (person.id === 'p-02' ? anas : [person]))];

/** Whom a person may address on these days. @param {string} id */
export function peopleOnHardDays(id) {
  const away = new Set(apart.filter((pair) => pair.includes(id)).flat());
  return here.filter((person) => person.id !== id && !away.has(person.id));
}

/**
 * @param {{ decide: typeof import('../../src/model/decide.js').decide, leansOn: typeof import('../../src/model/decide.js').leansOn,
 *   community?: string, now?: number }} options `now`: the end of the second day, in milliseconds
 * @returns {import('../../src/model/change.js').Change[]} in order of time
 */
export function hardDays({ decide, leansOn, community = 'north-house', now = Date.now() }) {
  const { act, make, answer, inOrder } = recordActs({ decide, leansOn, community, random: randomFrom(7) });
  const one = (id) => [...here, movedOut].find((person) => person.id === id);
  const ago = (hours) => now - hours * hour;
  const remind = (hours, from, to, words) =>
    make(ago(hours), one(from), 'send', 'feedback', { to: [to], data: { mode: 'remind', ...reminders[words] } });
  const affirm = (hours, from, to, saw) => make(ago(hours), one(from), 'send', 'feedback', { to: [to], data: { mode: 'affirm', saw } });
  const passOn = (hours, sent) =>
    act(ago(hours), one('s-01'), 'release', 'feedback', sent, { answers: [answer(ago(hours), 'feedback-review', { note: '' })] });

  // Sam reminds Jo of something, Jo answers in kind, and two others join in before the evening.
  passOn(8, remind(10, 'p-01', 'p-03', 2));
  remind(6, 'p-03', 'p-01', 1);
  remind(5, 'p-04', 'p-01', 0);
  remind(4, 'p-06', 'p-01', 3);

  // Reed and Wes must not meet. Each has a life here, with everybody else.
  affirm(30, 'p-08', 'p-05', 'You waited for me at the door when it rained.');
  affirm(28, 'p-13', 'p-05', 'You asked before you moved my chair.');

  // Lee moved out yesterday. One reminder still waits for staff, and thanks came a little too late.
  affirm(32, 'p-22', 'p-07', 'You sat with me on my last evening.');
  remind(26, 'p-12', 'p-22', 2);
  affirm(20, 'p-07', 'p-22', 'You left the room as tidy as nobody before you.');

  // Feedback to each of the three Anas. Nobody may get what was meant for another.
  affirm(15, 'p-05', 'p-02', 'You showed me the way to the clinic.');
  affirm(14, 'p-05', 'p-20', 'You spoke up for Dara at supper.');
  affirm(13, 'p-05', 'p-21', 'You laughed with us about the burnt toast.');
  return inOrder();
}
