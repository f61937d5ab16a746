/**
 * What a host's server needs to keep the same law as the widgets: parse what arrives, admit or refuse it, and ask who may read it.
 * No DOM, no Lit, no IndexedDB.
 */
export * from './agenda-item.js';
export * from './clock.js';
export { admit, can, decide, type Decided, editsText, inputOf, leansOn, type Question, same, type Stored, textOf } from './decide.js';
export * from './feedback.js';
export * from './help.js';
export { kinds, statusesOf } from './kinds.js';
export { dataSchemas } from './kinds.schema.js';
export * from './ladder.js';
export { mayRead } from './may-read.js';
export * from './meeting.js';
export * from './minutes.js';
export * from './order.js';
export * from './practice.js';
export * from './record.js';
export { parseChange, parseRecord, type Problem, problemsOf } from './record.schema.js';
export { Refused, type RefusalCode, refusals } from './refusals.js';
export type { ProblemCode } from './shapes.schema.js';
export type { AnswerInput, AnswerRule, Input, Kind, Need, Scene, Transition, Who } from './transition.js';
