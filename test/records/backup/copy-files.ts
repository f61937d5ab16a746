import type { MilieuRecord } from '../../../src/model/record.js';
import { codeOf } from '../../../src/records/base/errors.js';
import { toMe } from '../../contracts/foreign-records.js';

export const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
export const many = (community: string, count: number): MilieuRecord[] => Array.from({ length: count }, () => toMe(community));

/** A copy as version 0.1.0 made it: without a hash. Its head counts the lines, unless it says another number. */
export const fileOf = (head: object, ...lines: readonly (object | string)[]): Blob =>
  new Blob([{ records: lines.length, ...head }, ...lines].map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`));
export const headOf = (community: string, more: object = {}): object => ({
  format: 'milieu-records',
  version: 1,
  community,
  person: 'p-1',
  at: '2026-01-01T00:00:00.000Z',
  changes: 0,
  ...more,
});
