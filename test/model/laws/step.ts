import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf, actors } from '../dice.js';
import type { Act, World } from '../random-walk.js';

type Law = (act: Act, world: World) => boolean;

const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);
const isStaff = (person: string): boolean => actorOf(person).as === 'staff';
const all = ({ after, answers }: Act): readonly MilieuRecord[] => [after, ...answers];
const words = (value: unknown): boolean => typeof value === 'string' && /\S/.test(value);
const stepOf = (view: MilieuRecord, world: World): MilieuRecord | undefined => world.stored.get(String(view.data['step']));

/** What must never happen when a person asks about a next step. */
export const stepLaws: Record<string, Law> = {
  'a request for a next step is read by its person and staff': (act) =>
    all(act).every((record) => record.kind !== 'step' || readers(record).every((person) => person === record.by || isStaff(person))),
  'a request is moved by its person, or by staff who did not write it': ({ kind, after, actor }) =>
    kind !== 'step' || after.by === actor.person || isStaff(actor.person),
  'two others at most are asked what they saw, each alone, and never the person': (act, world) => {
    if (act.kind !== 'step') return true;
    const asks = [...world.all('step-ask').filter(({ about }) => about === act.after.id), ...act.answers.filter(({ kind }) => kind === 'step-ask')];
    const standing = asks.filter(({ status }) => status === 'asked' || status === 'told');
    return standing.length <= 2 && asks.every(({ to, by }) => to.length === 1 && to[0] !== by);
  },
  'who is asked reads who asks and for what, and nothing else of the request': (act) =>
    all(act).every((record) => record.kind !== 'step-ask' || Object.keys(record.data).join() === 'title'),
  'only the one who is asked answers; “not now” has no words': ({ kind, action, after, actor, answers }) =>
    kind !== 'step-ask' || action === 'fall-away' || (after.to[0] === actor.person && (action !== 'not-now' || answers.length === 0)),
  'what others saw is not read by its person before all of it is opened': (act, world) =>
    all(act).every(
      (record) =>
        record.kind !== 'step-view' ||
        !readers(record).some((person) => record.to.includes(person)) ||
        record.status === 'open' ||
        !stepOf(record, world),
    ),
  'what others saw is opened for a request that staff opened': ({ kind, action, before }, world) =>
    kind !== 'step-view' || action !== 'open' || ['opened', 'appealed'].includes(stepOf(before!, world)?.status ?? ''),
  'a request is opened by staff, when nobody is waited for or staff say it is time': ({ kind, action, after, actor }, world) =>
    kind !== 'step' ||
    !['open', 'open-now'].includes(action) ||
    (isStaff(actor.person) &&
      actor.person !== after.by &&
      (action === 'open-now' || world.all('step-ask').every(({ about, status }) => about !== after.id || status !== 'asked'))),
  'what others saw has no verdict': (act) =>
    all(act).every((record) => record.kind !== 'step-view' || Object.keys(record.data).sort().join() === 'saw,step'),
  'what has fallen away is read by nobody but who wrote it': (act) =>
    all(act).every((record) => record.kind !== 'step-view' || record.status !== 'gone' || readers(record).every((person) => person === record.by)),
  'a decision is made by staff, with a reason that its person reads': (act) =>
    act.answers.every(
      (record) => record.kind !== 'step-decision' || (isStaff(record.by) && words(record.data['note']) && readers(record).includes(act.after.by)),
    ),
  '“not yet” names one next thing, within about two weeks': ({ answers, now }) =>
    answers.every(
      ({ kind, data }) =>
        kind !== 'step-decision' ||
        data['outcome'] !== 'not-yet' ||
        (words(data['next']) && Date.parse(String(data['on'])) - Date.parse(now) < 16 * 86_400_000),
    ),
  'another look is another person’s': ({ kind, action, after, actor }, world) =>
    kind !== 'step' || action !== 'decide' || world.all('step-decision').every(({ about, by }) => about !== after.id || by !== actor.person),
  'a person takes their own request back, and nobody else does': ({ kind, action, after, actor }) =>
    kind !== 'step' || action !== 'take-back' || after.by === actor.person,
  'no act on a request moves a placement': ({ kind, answers }) => !kind.startsWith('step') || answers.every((record) => record.kind !== 'placement'),
  'a placement changes only by acts on it': ({ kind, after, answers }) =>
    kind === 'placement' || [after, ...answers].every((record) => record.kind !== 'placement'),
  'own lines are by their person, or by staff to that person': ({ kind, after }) =>
    kind !== 'step-lines' || (after.to.length === 0 ? !isStaff(after.by) : isStaff(after.by) && after.to.length === 1 && after.to[0] !== after.by),
};
