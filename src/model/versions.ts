import type { Data } from './record.js';
import type { Kind } from './transition.js';

/** The lowest version of a kind that knows all fields of `data`. */
export const versionOf = (kind: Pick<Kind, 'added'> | undefined, data: Data): number =>
  Math.max(1, ...Object.entries(kind?.added ?? {}).map(([field, v]) => (data[field] === undefined ? 1 : v)));
