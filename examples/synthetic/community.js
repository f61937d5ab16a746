// Six weeks of an invented community of twenty-four, always the same for one seed. Every record is made by `decide`,
// act by act, as people would make it.
import { people, peopleFor } from './people.js';
import { randomFrom, recordActs } from './record-acts.js';
import { affirmations, circles, duties, effects, helpNotes, items, nextItems, reminders, replyNotes } from './words.js';

const day = 86_400_000;
const minute = 60_000;

/**
 * @param {{ decide: typeof import('../../src/model/decide.js').decide, leansOn: typeof import('../../src/model/decide.js').leansOn,
 *   community?: string, now?: number, seed?: number }} options `now`: the day after the last day, in milliseconds
 * @returns {import('../../src/model/change.js').Change[]} in order of time
 */
export function sixWeeks({ decide, leansOn, community = 'north-house', now = Date.now(), seed = 20_261_121 }) {
  const random = randomFrom(seed);
  const today = Math.floor(now / day) * day;
  const start = today - 42 * day;
  const { act, make, answer, chosen, inOrder } = recordActs({ decide, leansOn, community, random });
  const peerOf = (person) => chosen(peopleFor(person.id).filter(({ as }) => as !== 'staff'));
  const residents = people.filter(({ as }) => as !== 'staff');
  const staff = people.filter(({ as }) => as === 'staff');

  function affirm(time) {
    const from = chosen(residents);
    const to = peerOf(from);
    const [saw, where] = chosen(affirmations);
    const effect = chosen(effects);
    const sent = make(time, from, 'send', 'feedback', { to: [to.id], data: { mode: 'affirm', saw, where, ...(effect ? { effect } : {}) } });
    if (random() < 0.6)
      act(time + 90 * minute, to, 'thank', 'feedback', sent, {
        answers: [answer(time + 90 * minute, 'feedback-reply', { note: chosen(replyNotes) })],
      });
  }

  function remind(time, end) {
    const from = chosen(residents);
    const to = peerOf(from);
    const sent = make(time, from, 'send', 'feedback', { to: [to.id], data: { mode: 'remind', ...chosen(reminders) } });
    if (end === 'held') return;
    const later = time + 4 * 60 * minute;
    const verdict = end ?? 'release';
    const note = verdict === 'return' ? 'Could you say what you saw that evening, without the word lazy?' : 'Passed on.';
    act(later, chosen(staff), verdict, 'feedback', sent, { answers: [answer(later, 'feedback-review', { note })] });
    if (verdict === 'release' && random() < 0.7) {
      act(later + 60 * minute, to, 'take-care', 'feedback', sent, {
        answers: [answer(later + 60 * minute, 'feedback-reply', { note: 'I will take care of it.' })],
      });
    }
  }

  function place(person, index) {
    const time = start + index * 60 * minute;
    const circle = person.as === 'senior-peer' ? 'supporting' : circles[Math.floor(random() * 3)];
    make(time, staff[0], 'place', 'placement', {
      to: [person.id],
      data: { circle, since: new Date(time).toISOString().slice(0, 10), reason: 'We talked about it together.' },
    });
  }

  /** `then`: what the person does with it, if anything. */
  function giveDuty(time, person, then) {
    const data = { ...chosen(duties), due: new Date(time + day).toISOString().slice(0, 10) };
    const offered = make(time, chosen(staff), 'offer', 'duty', { to: [person.id], data });
    if (then === 'finish') act(time + day / 2, person, 'finish', 'duty', offered);
    else if (then)
      act(time + 60 * minute, person, 'ask-help', 'duty', offered, { answers: [answer(time + 60 * minute, 'duty-note', { note: then })] });
  }

  const plan = (time, chair, notes) =>
    make(time - 3 * day, staff[0], 'plan', 'meeting', {
      data: {
        title: 'Community meeting',
        startsAt: new Date(time).toISOString(),
        minutes: 45,
        place: 'Living room',
        purpose: 'We look at how we live together, and what we promised.',
        chair: chair.id,
        notes: notes.id,
        agreements: ['One person talks at a time.', 'What people share stays here, unless someone is in danger.'],
      },
    });

  function propose(time, meeting, [title, kind, by], accept, chair, order) {
    const item = make(time, by ? residents.find(({ id: one }) => one === by) : chosen(residents), 'propose', 'item', {
      data: { title, kind, meeting },
    });
    if (accept) act(time + 10 * minute, chair, 'accept', 'item', item, { moves: { meeting, order, minutes: 6 } });
    return item;
  }

  function hold(week) {
    const time = start + week * 7 * day + 3 * day + 10 * 60 * minute;
    const [chair, notes] = [residents[(week * 3) % residents.length], residents[(week * 3 + 1) % residents.length]];
    const meeting = plan(time, chair, notes);
    const agenda = [items[week * 2], items[week * 2 + 1]];
    const ids = agenda.map(([title, kind], place) => propose(time - 2 * day + place * minute, meeting, [title, kind], true, chair, place + 1));
    const clock = (item, at, left) => ({ holder: `demo-${week}`, by: chair.id, item, left, since: new Date(at).toISOString() });
    act(time, chair, 'open', 'meeting', meeting, { moves: { clock: clock(ids[0], time, 360) } });
    agenda.forEach(([, , outcome, promised], place) => {
      const at = time + (place + 1) * 8 * minute;
      const owner = chosen(residents);
      const made = [answer(at, 'outcome', { text: outcome, method: 'consensus' })];
      if (promised) made.push(answer(at, 'promise', { text: promised, due: new Date(time + 6 * day).toISOString().slice(0, 10) }, [owner.id]));
      act(at, chair, 'decide', 'item', ids[place], { answers: made });
      const promise = made.find(({ kind }) => kind === 'promise');
      if (promise && random() < 0.6 && week < 5) act(time + 3 * day, owner, 'finish', 'promise', promise.id);
      if (place + 1 < ids.length) act(at + minute, chair, 'next', 'meeting', meeting, { moves: { clock: clock(ids[place + 1], at + minute, 360) } });
    });
    act(time + 40 * minute, chair, 'close', 'meeting', meeting);
    const text = agenda.map(([title, , outcome]) => `${title}: ${outcome}`).join('\n');
    const minutes = make(time + 60 * minute, notes, 'draft', 'minutes', { about: meeting, to: [chair.id], data: { text } });
    act(time + 120 * minute, staff[1], 'check', 'minutes', minutes);
    act(time + 180 * minute, staff[0], 'publish', 'minutes', minutes);
  }

  residents.forEach(place);
  for (let each = 0; each < 42; each += 1) {
    const morning = start + each * day + 8 * 60 * minute;
    for (let one = 0; one < 3; one += 1) affirm(morning + (one * 3 + random()) * 60 * minute);
    if (each % 2 === 1) remind(morning + 5 * 60 * minute, each === 39 ? 'return' : each === 41 ? 'held' : undefined);
    if (each < 41) for (let one = 0; one < 2; one += 1) giveDuty(morning - 60 * minute, chosen(residents), 'finish');
    else residents.forEach((person, place) => giveDuty(morning - 60 * minute, person, helpNotes[[3, 8].indexOf(place)]));
    if (each % 7 === 3) hold((each - 3) / 7);
  }
  const next = today + 2 * day + 10 * 60 * minute;
  const meeting = plan(Math.min(next, now + 3 * day - minute), residents[0], residents[1]);
  nextItems.forEach((item, place) => propose(today - 5 * 60 * minute + place * minute, meeting, item, place > 0, staff[0], place + 1));
  return inOrder();
}
