import type { Circle, StarterDuty } from '../../content/ladder.js';

/** The content of the widget, or `invalid` if the host's circles are not valid. */
export type Ladder =
  | { readonly is: 'ladder'; readonly circles: readonly Circle[]; readonly rights: readonly string[]; readonly starters: readonly StarterDuty[] }
  | { readonly is: 'invalid' };

/** Validates the host's circles, or loads the six default circles. */
export async function ladderOf(given: unknown): Promise<Ladder> {
  const { circles, rights, starterDuties: starters } = await import('../../content/ladder.js');
  if (given === undefined) return { is: 'ladder', circles, rights, starters };
  const { areCircles } = await import('../../content/rights-lint.js');
  return areCircles(given) ? { is: 'ladder', circles: given, rights, starters } : { is: 'invalid' };
}
