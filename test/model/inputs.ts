import type { Clock } from '../../src/model/clock.js';
import type { Actor, Data, MilieuRecord } from '../../src/model/record.js';
import type { AnswerInput, Input } from '../../src/model/transition.js';
import { actors, type Dice, pickOf, type World } from './world.js';

const person = (dice: Dice): string => pickOf(dice, actors).person;
/** Often the person who chairs most. */
const leader = (dice: Dice): string => (dice(2) ? 'ana' : pickOf(dice, ['ben', 'cy', person(dice)]));
const someWords = (dice: Dice): string => pickOf(dice, ['', ' ', 'Well done', 'I saw you help in the kitchen today', 'żółć 🌱']);
const maybe = (dice: Dice, field: string, value: unknown): Data => (dice(2) ? { [field]: value } : {});

/** What a person may put in for an act; mostly fitting, and now and then what an enemy would try. Only words may be missing; all else has the shapes of the schemas. */
export function inputFor(kind: string, action: string, root: MilieuRecord | undefined, world: World, actor: Actor): Input {
  const { dice } = world;
  const writes = !root || action === 'rewrite';
  const meeting = pickOf(dice, world.all('meeting'));
  return {
    ...(root ? {} : { to: kind === 'minutes' && dice(8) ? [String(meeting?.data['chair'])] : receivers(kind, world, actor) }),
    ...(writes ? { data: texts[kind]?.(world, root) ?? {} } : {}),
    ...(kind === 'minutes' && !root ? { about: meeting?.id ?? world.freshId() } : {}),
    ...(kind === 'item' && !root && !dice(20) ? { about: meeting?.id } : {}),
    ...(['meeting', 'item', 'promise'].includes(kind) ? { moves: moves(kind, action, root, world, actor) } : {}),
    answers: answers(kind, action, world),
  };
}

function receivers(kind: string, { dice }: World, actor: Actor): string[] {
  if (dice(12) === 0) return [person(dice), person(dice)];
  if (['feedback', 'duty', 'placement'].includes(kind))
    return [
      dice(8)
        ? pickOf(
            dice,
            actors.filter((one) => one !== actor),
          ).person
        : actor.person,
    ];
  return dice(10) ? [] : [person(dice)];
}

const texts: Record<string, (world: World, root: MilieuRecord | undefined) => Data> = {
  feedback: ({ dice }, root) => ({
    mode: root && dice(5) ? root.data['mode'] : pickOf(dice, ['affirm', 'remind', 'remind', 'remind', 'self']),
    saw: dice(4) ? 'You left the pans for later' : someWords(dice),
    next: dice(4) ? 'Wash them at once' : someWords(dice),
    strength: dice(4) ? 'You know how' : someWords(dice),
    ...(dice(6) ? {} : { inPerson: true }),
  }),
  practice: ({ dice }) => ({
    card: 'breathe',
    title: 'Breathe',
    seconds: dice(600),
    ...maybe(dice, 'before', dice(11)),
    ...maybe(dice, 'note', someWords(dice)),
  }),
  placement: ({ dice }) => ({ circle: 'kitchen', since: '2026-11-21', ...maybe(dice, 'reason', someWords(dice)) }),
  duty: ({ dice }) => ({
    title: dice(8) ? 'Set the table' : 'x',
    steps: dice(2) ? ['Plates', 'Cups'] : [],
    ...maybe(dice, 'minutes', 5 + dice(100)),
  }),
  meeting: ({ dice }) => ({
    title: 'House meeting',
    startsAt: `2026-11-2${dice(9)}T09:00:00.000Z`,
    minutes: 30,
    purpose: 'To hear each other',
    chair: leader(dice),
    ...maybe(dice, 'notes', 'ben'),
    ...maybe(dice, 'timekeeper', 'cy'),
    agreements: [],
    ...(dice(20) ? {} : { clock: clock(dice, 'ana') }),
  }),
  item: (world) => ({
    title: 'New cups for the kitchen',
    kind: 'request',
    ...maybe(world.dice, 'minutes', 1 + world.dice(30)),
    ...maybe(world.dice, 'meeting', pickOf(world.dice, world.all('meeting'))?.id ?? undefined),
    ...(world.dice(20) ? {} : { order: 3 }),
  }),
  minutes: ({ dice }) => ({ text: dice(8) ? 'We agreed on new cups.' : 'x' }),
  help: ({ dice }) => ({ need: pickOf(dice, ['come', 'talk', 'worried']), ...maybe(dice, 'text', someWords(dice)) }),
};

const clock = (dice: Dice, by: string): Clock => ({
  holder: pickOf(dice, ['tab-1', 'tab-1', 'tab-2']),
  by,
  item: '',
  left: dice(1800),
  since: dice(2) ? '' : '2026-11-21T08:00:00.000Z',
});

function moves(kind: string, action: string, root: MilieuRecord | undefined, world: World, actor: Actor): Data {
  const { dice } = world;
  if (kind === 'promise') return maybe(dice, 'meeting', pickOf(dice, world.all('meeting'))?.id);
  if (kind === 'item') {
    const meeting = pickOf(dice, world.all('meeting'))?.id;
    return { ...(meeting && dice(5) ? { meeting } : {}), order: dice(9), ...maybe(dice, 'minutes', 1 + dice(30)) };
  }
  const stored = root?.data['clock'] as Clock | undefined;
  const asked = dice(6)
    ? { ...(stored ?? clock(dice, actor.person)), left: stored && action === 'extend' ? stored.left + 300 : dice(1800) }
    : clock(dice, person(dice));
  return { clock: action === 'take-clock' ? { ...asked, holder: pickOf(dice, ['tab-1', 'tab-2']) } : asked };
}

const noteOf: Record<string, Record<string, string>> = {
  feedback: {
    ...{
      release: 'feedback-review',
      return: 'feedback-review',
      withhold: 'feedback-review',
      retract: 'feedback-review',
      'let-stand': 'feedback-review',
    },
    ...{ thank: 'feedback-reply', 'take-care': 'feedback-reply', differ: 'feedback-reply', report: 'feedback-reply' },
  },
  placement: { end: 'placement-note', rest: 'placement-note' },
  duty: { finish: 'duty-note', tell: 'duty-note', decline: 'duty-note', 'ask-help': 'duty-note', swap: 'duty-note', close: 'duty-note' },
  meeting: { cancel: 'meeting-note' },
  item: { redirect: 'item-note' },
  promise: { finish: 'promise-note', drop: 'promise-note' },
  minutes: { 'send-back': 'minutes-note', 'take-back': 'minutes-note' },
  help: { see: 'help-reply', close: 'help-reply' },
};

function answers(kind: string, action: string, world: World): AnswerInput[] {
  const { dice } = world;
  if (kind === 'item' && action === 'decide') return decision(world);
  if (kind === 'meeting' && action === 'plan') return parts(world);
  const note = noteOf[kind]?.[action];
  if (!note) return dice(15) ? [] : [{ id: world.freshId(), kind: 'feedback-reply', data: { note: 'x' } }];
  return dice(6)
    ? [
        {
          id: world.freshId(),
          kind: note,
          to: dice(2) ? [person(dice)] : [],
          data: { note: dice(5) ? 'Because we talked about it' : someWords(dice) },
        },
      ]
    : [];
}

function parts(world: World): AnswerInput[] {
  const { dice } = world;
  const meeting = dice(8) ? undefined : pickOf(dice, world.all('meeting'))?.id;
  return Array.from({ length: dice(3) }, (_, order) => ({
    ...{ id: world.freshId(), kind: 'item', to: dice(4) ? [] : [person(dice)] },
    data: { title: 'Welcome', kind: 'announcement', minutes: 2, order, ...(meeting ? { meeting } : {}) },
  }));
}

function decision(world: World): AnswerInput[] {
  const { dice } = world;
  const votes = dice(3) ? {} : { votes: { for: dice(6), against: dice(4), abstain: dice(3) } };
  return [
    { id: world.freshId(), kind: 'outcome', to: dice(3) ? [] : [person(dice)], data: { text: dice(8) ? 'Six new cups' : ' ', ...votes } },
    ...Array.from({ length: dice(4) }, () => ({
      id: world.freshId(),
      kind: 'promise',
      to: dice(8) ? [person(dice)] : [],
      data: { text: dice(10) ? 'Buy them' : '', due: '2026-11-30' },
    })),
  ];
}
