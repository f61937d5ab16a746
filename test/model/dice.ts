import type { Clock } from '../../src/model/kinds/meeting/clock.js';
import type { Actor, Data } from '../../src/model/record.js';

/** The community of the random walks. */
export const community = 'north-house';

/** One community: residents, a senior peer, two members of staff who also get feedback, a mother, a guest. */
export const actors: readonly Actor[] = [
  { person: 'ana', as: 'resident' },
  { person: 'ben', as: 'resident' },
  { person: 'cy', as: 'senior-peer' },
  { person: 'sol', as: 'staff' },
  { person: 'tam', as: 'staff' },
  { person: 'mum', as: 'family' },
  { person: 'gus', as: 'guest' },
];
export const actorOf = (person: string): Actor => actors.find((actor) => actor.person === person)!;

/** A small seeded random generator, so that a failing walk can be repeated. */
export type Dice = (sides: number) => number;
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}
/** Undefined only if there is nothing to pick from. */
export const pickOf = <T>(dice: Dice, from: readonly T[]): T => from[dice(from.length)]!;

export const person = (dice: Dice): string => pickOf(dice, actors).person;
/** A random person, often the one who chairs most meetings. */
export const leader = (dice: Dice): string => (dice(2) ? 'ana' : pickOf(dice, ['ben', 'cy', person(dice)]));
export const someWords = (dice: Dice): string => pickOf(dice, ['', ' ', 'Well done', 'I saw you help in the kitchen today', 'żółć 🌱']);
export const maybe = (dice: Dice, field: string, value: unknown): Data => (dice(2) ? { [field]: value } : {});

/** A clock of a running meeting, held by `by`. */
export const clock = (dice: Dice, by: string): Clock => ({
  holder: pickOf(dice, ['tab-1', 'tab-1', 'tab-2']),
  by,
  item: '',
  left: dice(1800),
  since: dice(2) ? '' : '2026-11-21T08:00:00.000Z',
});
