/** The views of a request about a next step, in one file so that they are loaded at once. */
export { MilieuLadderStep } from './step-page.js';
export { MilieuLadderAskStep } from './step-ask-form.js';
export { MilieuLadderPeer } from './step-peer-form.js';
export { MilieuLadderOwnStep } from './step-own.js';
export { MilieuLadderInvite } from './step-invite.js';
export { MilieuLadderSteps } from './step-staff-page.js';
export { MilieuLadderRequest } from './step-request.js';
export { MilieuLadderDecide } from './step-decide-form.js';
