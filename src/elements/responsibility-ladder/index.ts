/**
 * The responsibility ladder: placements, duties, and what staff offer and agree on.
 *
 * Imports: the shared folders of elements.
 * Rule: A circle holds responsibilities and support, never a right.
 */
export { MilieuResponsibilityLadder } from './milieu-responsibility-ladder.js';
export type { Circle } from '../../content/ladder.js';
