import { mayRead } from '../../src/model/may-read.js';
import type { MilieuRecord } from '../../src/model/record.js';
import { actorOf, actors } from './dice.js';
import { concernLaws } from './laws/concern.js';
import { feedbackLaws } from './laws/feedback.js';
import { kinds } from '../../src/model/kinds/tables.js';
import { versionOf } from '../../src/model/versions.js';
import { meetingLaws } from './laws/meeting.js';
import { stepLaws } from './laws/step.js';
import type { Act, World } from './random-walk.js';

/** What must never happen, written independently of the tables. Each rule says whether this act follows it. */
export type Law = (act: Act, world: World) => boolean;

const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);
const isStaff = (person: string): boolean => actorOf(person).as === 'staff';
const is = (record: MilieuRecord, kind: string, ...statuses: string[]): boolean =>
  record.kind === kind && (!statuses.length || statuses.includes(record.status));
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const reason = ({ answers }: Act): boolean => /\S/.test(textIn(answers[0]?.data['note']));
const becomes = ({ before, after }: Act, status: string): boolean => after.status === status && before?.status !== status;
const clockOf = (record: MilieuRecord | undefined): Record<string, unknown> => (record?.data['clock'] ?? {}) as Record<string, unknown>;
const secondsLeft = (record: MilieuRecord | undefined, now: string): number => {
  const { left, since } = clockOf(record);
  return Math.max(0, Number(left) - (since ? (Date.parse(now) - Date.parse(textIn(since))) / 1000 : 0));
};
const json = JSON.stringify;
const without = (record: MilieuRecord | undefined, fields: readonly string[]): string =>
  json(
    Object.entries(record?.data ?? {})
      .filter(([field]) => !fields.includes(field))
      .sort(),
  );
const movable: Record<string, readonly string[]> = {
  meeting: ['clock', 'taken'],
  item: ['meeting', 'order', 'minutes', 'into'],
  attendance: ['present', 'part', 'excused'],
  promise: ['meeting'],
  member: ['name', 'as', 'pin'],
};
const agendaOf = (item: MilieuRecord): string => textIn(item.data['meeting'] ?? item.about);
const held = (world: World): boolean => world.policy.reminders === 'held';
const said = (record: MilieuRecord): boolean => record.data['inPerson'] !== true && record.data['mode'] === 'remind';

/** Who chairs a meeting now: an answer counts while the plan asks the same person. */
const chairOf = ({ data }: MilieuRecord): string => {
  const answer = (data['taken'] as { chair?: { asked: string; by: string } } | undefined)?.chair;
  return String(answer?.asked === data['chair'] ? answer?.by : data['chair']);
};
const leads = (person: string, meeting: MilieuRecord | undefined): boolean =>
  meeting !== undefined && !['planned', 'cancelled'].includes(meeting.status) && chairOf(meeting) === person;

export const laws: Record<string, Law> = {
  ...concernLaws,
  ...feedbackLaws,
  ...stepLaws,
  ...meetingLaws,
  'family and guests only ask for help, raise concerns and practise': ({ actor, kind }) =>
    actorOf(actor.person).as !== 'family' && actor.as !== 'guest' ? true : ['help', 'concern', 'practice'].includes(kind),
  'text has one author': ({ before, after, actor, action }) =>
    !before ||
    without(before, movable[before.kind] ?? []) === without(after, movable[after.kind] ?? []) ||
    (action === 'rewrite' && before.by === actor.person),
  'a rewrite touches nothing but text': ({ before, after, action, kind }) =>
    action !== 'rewrite' || (movable[kind] ?? []).every((field) => json(before?.data[field]) === json(after.data[field])),
  'who wrote it, when, to whom and about what never change': ({ before, after }) =>
    !before || (['id', 'kind', 'community', 'by', 'to', 'about', 'from', 'at'] as const).every((field) => json(before[field]) === json(after[field])),
  'its version is the lowest that knows all its fields, and does not fall': ({ before, after, kind }) =>
    after.v === Math.max(before?.v ?? 1, versionOf(kinds[kind], after.data)),
  'every act is one revision': ({ before, after }) => after.rev === (before?.rev ?? 0) + 1,
  'a new record is by the one who acts': ({ before, after, actor, now }) => Boolean(before) || (after.by === actor.person && after.at === now),
  'an answer is by the one who acts, about what was acted on': ({ answers, after, actor, now }) =>
    answers.every(
      ({ by, about, at, rev, community }) => by === actor.person && about === after.id && at === now && rev === 1 && community === after.community,
    ),
  'an answer is a record of its own': ({ answers, after }) => new Set([after.id, ...answers.map(({ id }) => id)]).size === answers.length + 1,
  'only those in the house read what the house reads, save a promise they made, a meeting they chaired and their own name': ({ after, answers }) =>
    [after, ...answers].every(
      (record) =>
        record.visibility !== 'community' ||
        (['promise', 'minutes', 'member'].includes(record.kind) && record.to.length > 0) ||
        readers(record).every((person) => !['mum', 'gus'].includes(person)),
    ),

  'nobody reads a reminder about themselves before others of staff have': (act, world) => {
    if (!is(act.after, 'feedback') || !said(act.after) || !held(world)) return true;
    const passed = [...world.of(act.after.id), act].some(
      ({ action, actor }) => action === 'release' && isStaff(actor.person) && actor.person !== act.after.by && !act.after.to.includes(actor.person),
    );
    return passed || !readers(act.after).some((person) => act.after.to.includes(person));
  },
  'a reminder that was stopped is read by author and staff alone': ({ after }) =>
    !is(after, 'feedback', 'held', 'returned', 'withheld', 'withdrawn', 'retracted') ||
    readers(after).every((person) => person === after.by || (isStaff(person) && !after.to.includes(person))),
  'a reminder goes to one other person': ({ after }) =>
    !is(after, 'feedback') || after.data['mode'] !== 'remind' || (after.to.length === 1 && after.to[0] !== after.by),
  'what was sent as a reminder stays one': ({ before, after }) => !before || !is(after, 'feedback') || before.data['mode'] === after.data['mode'],
  'stopping a reminder needs a reason': (act) =>
    !is(act.after, 'feedback', 'returned', 'withheld', 'retracted') || !act.before || act.before.status === act.after.status || reason(act),
  'nobody judges what they wrote or got': ({ after, before, actor, action }) =>
    !before ||
    !is(after, 'feedback') ||
    !['release', 'return', 'withhold', 'retract'].includes(action) ||
    (isStaff(actor.person) && after.by !== actor.person && !after.to.includes(actor.person)),
  'only the receiver answers feedback': ({ answers, after, actor }) =>
    !answers.some(({ kind }) => kind === 'feedback-reply') || after.to.includes(actor.person),
  'nobody reads a report about themselves': ({ action, kind, answers, after }) =>
    kind !== 'feedback' || action !== 'report' || answers.every((answer) => !readers(answer).includes(after.by)),
  'what is said in person stays with its author': ({ after }) =>
    !is(after, 'feedback') || after.data['inPerson'] !== true || json(readers(after)) === json([after.by]),

  'a practice is read by nobody else': ({ after, actor }) =>
    !is(after, 'practice') || (json(readers(after)) === json([after.by]) && after.by === actor.person),

  'a place in the house is given by staff, to one other person': ({ after }) =>
    !is(after, 'placement') || (isStaff(after.by) && after.to.length === 1 && after.to[0] !== after.by),
  'what staff take from somebody, they give a reason for': (act) =>
    !act.before ||
    act.after.to.includes(act.actor.person) ||
    !(
      becomes(act, 'past') ||
      becomes(act, 'resting') ||
      (is(act.after, 'duty') && becomes(act, 'closed') && ['offered', 'accepted'].includes(act.before.status))
    ) ||
    (reason(act) && act.answers.every((answer) => act.after.to.every((person) => readers(answer).includes(person)))),
  'nobody ends their own part': (act) => !becomes(act, 'past') || !act.after.to.includes(act.actor.person),

  'a duty is answered by the one who has it': (act) =>
    !is(act.after, 'duty', 'done', 'declined', 'swap-asked', 'help-asked') || act.after.to.includes(act.actor.person),
  'a duty is offered by staff, to one other person': ({ after }) =>
    !is(after, 'duty') || (isStaff(after.by) && after.to.length === 1 && after.to[0] !== after.by),
  'declining leaves no mark on the duty': ({ before, after, action }) =>
    !is(after, 'duty') || action !== 'decline' || (json(before?.data) === json(after.data) && before?.visibility === after.visibility),
  'a duty is between staff and the one who has it': ({ after }) =>
    !is(after, 'duty') || readers(after).every((person) => isStaff(person) || after.to.includes(person)),

  'a job is written by staff, for others': ({ after, answers }) =>
    [after, ...answers].every((record) => !is(record, 'job') || (isStaff(record.by) && record.to.length > 0 && !record.to.includes(record.by))),
  'a job is read by staff and by those who have it': ({ after, answers }) =>
    [after, ...answers].every((record) => !is(record, 'job') || readers(record).every((person) => isStaff(person) || record.to.includes(person))),
  'a job that ends has a reason for those who had it': (act) =>
    !is(act.after, 'job', 'ended') || (reason(act) && act.after.to.every((person) => readers(act.answers[0]!).includes(person))),
  'what somebody says about a day of a job is theirs, and the job is theirs too': ({ after, before, actor, others }) =>
    !is(after, 'job-day') || Boolean(before) || (after.by === actor.person && Boolean(others.get(String(after.about))?.to.includes(after.by))),
  'nobody says for somebody else what they did': (act) =>
    !is(act.after, 'job-day', 'done', 'declined', 'help-asked', 'swap-asked', 'undone') || act.after.by === act.actor.person,
  'a swap is asked of one of those who have the job, and that person alone agrees': (act) =>
    !is(act.after, 'job-day', 'swap-asked', 'swapped', 'not-swapped') ||
    (act.after.to.length === 1 && act.after.to[0] !== act.after.by && (act.after.status === 'swap-asked' || act.after.to[0] === act.actor.person)),
  'what somebody said about a day is read by staff and by whom they asked, until a swap is agreed on': ({ after }) =>
    !is(after, 'job-day') ||
    is(after, 'job-day', 'swapped') ||
    readers(after).every((person) => person === after.by || isStaff(person) || after.to.includes(person)),
  'a swap that was agreed on holds no words': ({ after }) => !is(after, 'job-day', 'swapped') || after.data['note'] === undefined,
  'what somebody should avoid is between staff and that person': ({ after }) =>
    !is(after, 'restriction') || readers(after).every((person) => isStaff(person) || person === after.by || after.to.includes(person)),
  'nobody but staff writes what somebody else should avoid': ({ after }) => !is(after, 'restriction') || after.to.length === 0 || isStaff(after.by),

  'the clock is written by its holder, or taken over with the time it had': ({ before, after, action, now, input }) => {
    if (!is(after, 'meeting') || json(clockOf(before)) === json(clockOf(after)) || action === 'open') return true;
    if (action === 'take-clock' || action === 'close') return Math.abs(secondsLeft(before, now) - secondsLeft(after, now)) <= 2;
    return (
      clockOf(before)['holder'] === (input.moves?.['clock'] as { holder: string }).holder && clockOf(after)['holder'] === clockOf(before)['holder']
    );
  },
  'the clock says who wrote it and when': ({ before, after, actor, now }) =>
    !is(after, 'meeting') ||
    json(clockOf(before)) === json(clockOf(after)) ||
    (clockOf(after)['by'] === actor.person && ['', now].includes(String(clockOf(after)['since']))),
  'the clock runs in a running meeting and in no other': ({ after }) =>
    !is(after, 'meeting') || (after.status === 'running') === Boolean(clockOf(after)['since']),
  'time is added half an hour at most': ({ before, after, action, now }) =>
    action !== 'extend' || (secondsLeft(after, now) > secondsLeft(before, now) && secondsLeft(after, now) - secondsLeft(before, now) <= 1802),
  'pausing costs no time': ({ before, after, action, now }) =>
    !is(after, 'meeting') || !['pause', 'resume'].includes(action) || Math.abs(secondsLeft(before, now) - secondsLeft(after, now)) < 0.01,
  'a meeting is led by its chair or staff': ({ before, after, actor, action }) =>
    !before || !is(after, 'meeting') || !['open', 'close', 'cancel'].includes(action) || isStaff(actor.person) || chairOf(before) === actor.person,
  'a role changes hands by the person who takes it or hands it back': ({ before, after, actor }) => {
    if (!before || !is(after, 'meeting')) return true;
    const roles = (record: MilieuRecord): Record<string, { by: string }> => (record.data['taken'] ?? {}) as Record<string, { by: string }>;
    const changed = Object.keys(roles(after)).filter((role) => json(roles(before)[role]) !== json(roles(after)[role]));
    return changed.every((role) => [actor.person, ''].includes(roles(after)[role]!.by));
  },

  'an item on an agenda is moved by staff or the chair of that meeting': ({ before, after, actor, action }, world) => {
    if (!before || !is(after, 'item') || ['rewrite', 'withdraw'].includes(action) || isStaff(actor.person)) return true;
    const stands = world.stored.get(agendaOf(before));
    const alive = stands && !['closed', 'cancelled'].includes(stands.status) && before.status !== 'parked';
    const goes = world.stored.get(agendaOf(after));
    const chairs = [...(alive ? [] : [goes]), stands].map((meeting) => meeting && chairOf(meeting));
    return chairs.includes(actor.person);
  },
  'an item is taken up by a meeting that is still to end': ({ after, action }, world) =>
    !is(after, 'item') ||
    !['accept', 'carry'].includes(action) ||
    ['planned', 'running', 'paused'].includes(world.stored.get(String(after.data['meeting']))?.status ?? ''),
  'an item that was taken elsewhere leaves the board, and its author learns why': (act) =>
    !is(act.after, 'item', 'redirected') ||
    (reason(act) &&
      readers(act.answers[0]!).includes(act.after.by) &&
      readers(act.after).every((person) => person === act.after.by || isStaff(person))),
  'the parts a meeting is planned with are its own, and its planner’s': ({ answers, after, actor }) =>
    answers.every(
      (answer) => !is(answer, 'item') || (is(after, 'meeting', 'planned') && agendaOf(answer) === after.id && answer.by === actor.person),
    ),
  'a proposal belongs to a meeting only by what its author wrote': ({ before, after }) =>
    Boolean(before) || !is(after, 'item') || after.about === undefined,
  'what was decided has words': (act) =>
    !is(act.after, 'item', 'decided') || (act.answers[0]?.kind === 'outcome' && /\S/.test(String(act.answers[0].data['text']))),
  'every promise has one who keeps it': ({ answers }) => answers.every((answer) => !is(answer, 'promise') || answer.to.length === 1),
  'a promise is made by a decision and in no other way': ({ after, before }) => !is(after, 'promise') || Boolean(before),
  'few votes are never kept': ({ answers }) =>
    answers.every(({ data }) => {
      const votes = data['votes'] as { for: number; against: number; abstain: number } | undefined;
      return !votes || votes.for + votes.against + votes.abstain >= 5;
    }),
  'a promise is dropped with a reason, by those it concerns or the chair who goes through it': (act, world) =>
    !act.before ||
    !is(act.after, 'promise') ||
    ((!becomes(act, 'dropped') || reason(act)) &&
      (isStaff(act.actor.person) ||
        act.after.by === act.actor.person ||
        act.after.to.includes(act.actor.person) ||
        leads(act.actor.person, world.stored.get(String(act.after.data['meeting']))))),

  'minutes are read by author, chair, note-taker and staff until they are published': ({ after }, world) => {
    if (!is(after, 'minutes') || after.status === 'published') return true;
    const offices = world.acts
      .filter((act) => act.after.id === after.about)
      .flatMap((act) => [
        act.after.data['chair'],
        act.after.data['notes'],
        ...Object.values((act.after.data['taken'] ?? {}) as Record<string, { by: string }>).map(({ by }) => by),
      ]);
    return readers(after).every((person) => person === after.by || isStaff(person) || offices.includes(person));
  },
  'nobody checks their own minutes': (act) => !is(act.after, 'minutes') || !becomes(act, 'checked') || act.actor.person !== act.after.by,
  'minutes are published by staff, after other eyes saw these very words': (act, world) => {
    if (!is(act.after, 'minutes', 'published')) return true;
    const last = world.of(act.after.id).at(-1);
    return (
      isStaff(act.actor.person) && last?.action === 'check' && last.actor.person !== act.after.by && json(last.after.data) === json(act.after.data)
    );
  },
  'minutes belong to a meeting': ({ after }, world) => !is(after, 'minutes') || world.stored.get(String(after.about))?.kind === 'meeting',

  'names are kept by staff alone, but for one’s own PIN': ({ kind, after, before, actor }) =>
    kind !== 'member' ||
    isStaff(actor.person) ||
    (after.to.includes(actor.person) && without(before, ['pin']) === without(after, ['pin']) && before?.status === after.status),
  'staff always have a PIN of six digits or more': ({ after }) => {
    const pin = after.data['pin'] as { digits: number } | undefined;
    return !is(after, 'member') || (after.data['as'] === 'staff' ? Number(pin?.digits) >= 6 : !pin || pin.digits >= 4);
  },
  'nobody takes themselves out of the house, or out of staff': ({ after, before, actor }) =>
    !is(after, 'member') ||
    !before?.to.includes(actor.person) ||
    ((before.status === after.status || after.status === 'here') && before.data['as'] === after.data['as']),
  'a member is one person': ({ after }) => !is(after, 'member') || after.to.length === 1,

  'help is read by staff and the one who asked': ({ after }) =>
    !is(after, 'help') || readers(after).every((person) => isStaff(person) || person === after.by),
  'help is seen by somebody else of staff': (act) =>
    !is(act.after, 'help', 'seen') || (isStaff(act.actor.person) && act.actor.person !== act.after.by),
  'only the one who asked calls help off': (act) => !is(act.after, 'help', 'cancelled') || act.actor.person === act.after.by,
  'what staff answer to help reaches the one who asked': ({ kind, answers, after }) =>
    kind !== 'help' || answers.every((answer) => readers(answer).includes(after.by)),
};
