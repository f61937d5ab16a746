/**
 * The law of sync: what an act, an answer of the backend, a pulled record and a choice do to the records, the outbox and
 * the troubles of this device. Plain functions on opened records: no key, no database, no clock. Each returns a `Plan`
 * that has to be written in one strict transaction, on the very rows it was made from.
 */
export { act, type Acting } from './law/act.js';
export { apply } from './law/apply.js';
export { batchOf, isHead, type Queued } from './law/batch.js';
export { conflict, type Conflict, refused, type Refusal } from './law/conflict.js';
export { delivered } from './law/delivered.js';
export { type Around, isUnsent, type Mint, type Plan, type Row, type RowsById, type Waiting } from './law/plan.js';
export { settle, type Settled, type Settling } from './law/settle.js';
