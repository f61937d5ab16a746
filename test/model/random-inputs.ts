import type { Clock } from '../../src/model/kinds/meeting/clock.js';
import type { Actor, Data, MilieuRecord } from '../../src/model/record.js';
import type { AnswerInput, Input } from '../../src/model/transition.js';
import { actors, clock, type Dice, maybe, person, pickOf, someWords } from './dice.js';
import { answers as answerKinds, inputs, samples } from './kinds/all-samples.js';
import { stepAnswers } from './kinds/step.samples.js';
import type { World } from './random-walk.js';

/** Random input for an act: mostly valid, sometimes what an attacker would try. Only text may be missing; everything else has the shape of the schemas. */
export function inputFor(kind: string, action: string, root: MilieuRecord | undefined, world: World, actor: Actor): Input {
  const { dice } = world;
  const writes = !root || action === 'rewrite';
  if (kind === 'job-day' && !root) return aboutJob(action, world, actor);
  const meeting = pickOf(dice, world.all('meeting'));
  return {
    ...(root ? {} : { to: kind === 'minutes' && dice(8) ? [String(meeting?.data['chair'])] : receivers(kind, world, actor) }),
    ...(writes ? { data: inputs[kind]?.(world, root) ?? {} } : {}),
    ...(['minutes', 'attendance', 'round-entry'].includes(kind) && !root ? { about: meeting?.id ?? world.freshId() } : {}),
    ...(kind === 'item' && !root && !dice(20) ? { about: meeting?.id } : {}),
    ...(['meeting', 'item', 'promise', 'member', 'attendance'].includes(kind) ? { moves: moves(kind, action, root, world, actor) } : {}),
    answers: stepAnswers(kind, action, root, world) ?? answers(kind, action, world),
  };
}

function aboutJob(action: string, world: World, actor: Actor): Input {
  const { dice } = world;
  const jobs = world.all('job');
  const job = pickOf(dice, dice(8) ? jobs.filter(({ to }) => to.includes(actor.person)) : jobs);
  const others = job?.to.filter((one) => one !== actor.person) ?? [];
  const to = action === 'swap' ? [dice(8) && others.length ? pickOf(dice, others) : person(dice)] : dice(10) ? [] : [person(dice)];
  const data = inputs['job-day']!(world, undefined);
  const fitting = action === 'swap' && dice(8) ? { day: data['day'] } : data;
  return { about: job?.id ?? world.freshId(), to, data: fitting, answers: answers('job-day', action, world) };
}

function receivers(kind: string, { dice }: World, actor: Actor): string[] {
  if (kind === 'job') return somePeople(dice);
  if (kind === 'concern' && dice(8)) return actors.filter(({ as }) => as === 'staff' && dice(3) === 0).map(({ person: id }) => id);
  if (dice(12) === 0) return [person(dice), person(dice)];
  if (['feedback', 'duty', 'placement', 'member'].includes(kind) || (['restriction', 'step-lines'].includes(kind) && actor.as === 'staff'))
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

/** Often three of those who live here. */
const somePeople = (dice: Dice): string[] =>
  dice(6) ? ['ana', 'ben', 'cy'].filter(() => dice(6)) : actors.filter(() => dice(2)).map(({ person: id }) => id);

function moves(kind: string, action: string, root: MilieuRecord | undefined, world: World, actor: Actor): Data {
  const { dice } = world;
  if (kind === 'member' || kind === 'attendance') return inputs[kind]?.(world, root) ?? {};
  if (kind === 'promise') return maybe(dice, 'meeting', pickOf(dice, world.all('meeting'))?.id);
  if (kind === 'item') {
    const meeting = pickOf(dice, world.all('meeting'))?.id;
    if (action === 'merge') return { into: pickOf(dice, world.all('item'))?.id ?? world.freshId(), ...(meeting && dice(3) ? { meeting } : {}) };
    return { ...(meeting && dice(5) ? { meeting } : {}), order: dice(9), ...maybe(dice, 'minutes', 1 + dice(30)) };
  }
  if (action === 'take-role' || action === 'hand-back') {
    const role = pickOf(dice, ['chair', 'timekeeper', 'notes', 'welcome']);
    return { taken: { [role]: { asked: '', by: action === 'take-role' ? (dice(6) ? actor.person : person(dice)) : '' } } };
  }
  const stored = root?.data['clock'] as Clock | undefined;
  const asked = dice(6)
    ? { ...(stored ?? clock(dice, actor.person)), left: stored && action === 'extend' ? stored.left + 300 : dice(1800) }
    : clock(dice, person(dice));
  return { clock: action === 'take-clock' ? { ...asked, holder: pickOf(dice, ['tab-1', 'tab-2']) } : asked };
}

function answers(kind: string, action: string, world: World): AnswerInput[] {
  const { dice } = world;
  if (kind === 'item' && action === 'decide') return decision(world);
  if (kind === 'meeting' && action === 'plan') return parts(world);
  if (kind === 'job' && action === 'replace')
    return [{ id: world.freshId(), kind: 'job', to: somePeople(dice), data: inputs['job']!(world, undefined) }];
  const note = answerKinds[kind]?.[action];
  if (!note) return dice(15) ? [] : [{ id: world.freshId(), kind: 'feedback-reply', data: { note: 'x' } }];
  return dice(6)
    ? [
        {
          id: world.freshId(),
          kind: note,
          to: dice(2) ? [person(dice)] : [],
          data: {
            ...sampleOf(note, dice),
            ...(samples[note]?.['note'] === undefined ? {} : { note: dice(5) ? 'Because we talked about it' : someWords(dice) }),
          },
        },
      ]
    : [];
}

/** A sample of an answer. The reasons of a report are mostly left out, because no other answer may have them. */
function sampleOf(kind: string, dice: Dice): Data {
  const { reasons, ...rest } = samples[kind] ?? {};
  return reasons === undefined || dice(3) ? rest : { ...rest, reasons };
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
  const method = dice(3) ? {} : { method: 'staff-decides', ...(dice(2) ? { why: dice(4) ? 'It is cheaper' : ' ' } : {}) };
  const votes = dice(3) ? {} : { votes: { for: dice(6), against: dice(4), abstain: dice(3) } };
  return [
    { id: world.freshId(), kind: 'outcome', to: dice(3) ? [] : [person(dice)], data: { text: dice(8) ? 'Six new cups' : ' ', ...votes, ...method } },
    ...Array.from({ length: dice(4) }, () => ({
      id: world.freshId(),
      kind: 'promise',
      to: dice(8) ? [person(dice)] : [],
      data: { text: dice(10) ? 'Buy them' : '', due: '2026-11-30' },
    })),
  ];
}
