/**
 * The engine and the kinds of records, for widgets and for a host's server: parse what arrives, admit or refuse it, and ask who may read it.
 *
 * Imports: nothing but zod/mini, and that only in `*.schema.ts`.
 * Rule: no DOM, no Lit, no IndexedDB. The same question has the same answer on a device and on a server.
 */
export * from './kinds/agenda-item/table.js';
export * from './kinds/meeting/clock.js';
export { admit, can, decide, type Decided, editsText, inputOf, leansOn, type Question, same, type Stored, textOf } from './decide.js';
export * from './kinds/feedback/fairness.js';
export * from './kinds/feedback/table.js';
export * from './kinds/help/table.js';
export { type DataByKind, type KindName, kinds } from './kinds/tables.js';
export { statusesOf } from './statuses.js';
export { dataSchemas } from './kinds/all.schema.js';
export * from './kinds/job/index.js';
export * from './kinds/ladder/jobs-on.js';
export * from './kinds/ladder/load.js';
export * from './kinds/ladder/table.js';
export { mayRead } from './may-read.js';
export * from './kinds/member/table.js';
export { hasBegun, isOver } from './kinds/meeting/states.js';
export * from './kinds/meeting/table.js';
export * from './kinds/minutes/table.js';
export * from './kinds/agenda-item/order.js';
export * from './kinds/practice/table.js';
export * from './kinds/step/open-views.js';
export * from './kinds/step/table.js';
export * from './change.js';
export * from './record.js';
export { parseChange, parseRecord, type Problem, problemsOf } from './record.schema.js';
export { Refused, type RefusalCode, refusals } from './refusals.js';
export type { ProblemCode } from './field-types.schema.js';
export * from './text.js';
export type { AnswerInput, AnswerRule, Input, Kind, Need, Scene, Transition, Who } from './transition.js';
