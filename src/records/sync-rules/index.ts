/**
 * Computes how an act, an answer of the backend, a pulled record and a person's choice change the records, the outbox and the open
 * conflicts of this device. Pure functions: no key, no database, no clock.
 *
 * Imports: base, and the model.
 * Rule: Each function returns a `SyncPlan`. It is written in one strict transaction, and only if the rows it was made from are unchanged.
 */
export { planAct, type ActContext } from './plan-act.js';
export { mergeRemote } from './merge-remote.js';
export { linkedChanges, isFirstInQueue, type QueuedIds } from './linked-changes.js';
export { conflict, type ConflictAnswer, refused, type RejectedBatch } from './handle-rejection.js';
export { delivered } from './delivered.js';
export {
  countedRev,
  type DecisionContext,
  emptyPlan,
  isUnsent,
  type MintId,
  type SyncPlan,
  type RecordState,
  type StatesById,
  type QueuedChange,
} from './sync-plan.js';
export { settle, type SettleResult, type SettleContext } from './resolve-conflict.js';
