import type { Circle, StarterDuty } from '../../content/ladder.js';

/** The content of the widget, or `invalid` if the host's circles are not valid. */
export type Ladder =
  | {
      readonly is: 'ladder';
      readonly circles: readonly Circle[];
      readonly rights: readonly string[];
      readonly starters: readonly StarterDuty[];
      readonly leftOut?: boolean;
    }
  | { readonly is: 'invalid' };

/**
 * Validates the host's circles, or loads the six default circles. A line that would give a basic right as a reward is left out, and `leftOut`
 * says so.
 */
export async function ladderOf(given: unknown): Promise<Ladder> {
  const { circles, rights, starterDuties: starters } = await import('../../content/ladder.js');
  if (given === undefined) return { is: 'ladder', circles, rights, starters };
  const { areCircles, rightsAsRewards, withoutRewards } = await import('../../content/rights-lint.js');
  if (!areCircles(given)) return { is: 'invalid' };
  return { is: 'ladder', circles: withoutRewards(given), rights, starters, leftOut: rightsAsRewards(given).length > 0 };
}
