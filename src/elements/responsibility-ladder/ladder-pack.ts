import type { Circle, StarterDuty } from '../../content/ladder.js';

/** What the widget shows beside records, or that the host's circles are none. */
export type Ladder =
  | { readonly is: 'ladder'; readonly circles: readonly Circle[]; readonly rights: readonly string[]; readonly starters: readonly StarterDuty[] }
  | { readonly is: 'misfit' };

/** The host's circles, or the six to start from. Loaded when asked for. */
export async function ladderOf(given: unknown): Promise<Ladder> {
  const { circles, rights, starterDuties: starters } = await import('../../content/ladder.js');
  if (given === undefined) return { is: 'ladder', circles, rights, starters };
  const { areCircles } = await import('../../content/ladder-check.js');
  return areCircles(given) ? { is: 'ladder', circles: given, rights, starters } : { is: 'misfit' };
}
