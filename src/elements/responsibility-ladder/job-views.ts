/** The views of a person's jobs, in one file so that they are loaded at once. */
export { MilieuLadderDays } from './job-days.js';
export { MilieuLadderJob } from './job-card.js';
export { MilieuLadderSay } from './job-answer-form.js';
export { MilieuLadderSwap } from './swap-form.js';
export { MilieuLadderAsked } from './swap-request.js';
