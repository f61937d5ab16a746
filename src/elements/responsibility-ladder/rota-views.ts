/** The views of staff about jobs that come again, in one file so that they are loaded at once. */
export { MilieuLadderAvoid } from './restriction-form.js';
export { MilieuLadderDay } from './staff-day-answer.js';
export { MilieuLadderPlan } from './job-plan-form.js';
export { MilieuLadderPlanned } from './job-row.js';
export { MilieuLadderRota } from './rota-page.js';
