export { type ErrorCode, MilieuError } from './base/errors.js';
export { openRecords } from './open.js';
export type * from './base/types.js';
export { exportCsv } from './backup/csv.js';
export { type CopyOptions, exportRecords } from './backup/export.js';
export { type Imported, importRecords } from './backup/import.js';
export { purge, type PurgeOptions } from './backup/remove.js';
export { countRecords, type RemovalCounts, type RemovalFilter, type RemovalOptions, removeRecords } from './backup/remove-some.js';
export type { TaskOptions } from './tasks/task-runner.js';
