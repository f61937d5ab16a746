export { MilieuResponsibilityLadder } from './milieu-responsibility-ladder.js';
export type { Circle } from '../../content/ladder.js';
