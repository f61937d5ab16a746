export { type ErrorCode, MilieuError } from './errors.js';
export { openRecords } from './open.js';
export type * from './types.js';
export { exportRecords } from './work/export.js';
export { type Imported, importRecords } from './work/import.js';
export { purge, type Purging } from './work/purge.js';
export type { Following } from './work/works.js';
