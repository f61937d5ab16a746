/**
 * Jobs that come again: their days, whose turn it is, what each person answers, and what somebody should avoid.
 *
 * Imports: the engine of the model.
 * Rule: nothing is created in advance. Days and turns are worked out from the records, the same on each device.
 */
export * from './calendar.js';
export { mayBeAsked, whoseRestriction } from './restrictions.js';
export * from './rota.js';
export * from './table.js';
