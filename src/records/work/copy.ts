import type { Change, MilieuRecord } from '../../model/record.js';
import { MilieuError } from '../errors.js';

/**
 * The form of a copy: JSON Lines. The first line says what it is; then a record a line, oldest first, as the backend has it,
 * or as it stands where nothing of it waits; then the person's own changes that no backend has, in the order in which they wait.
 */
export interface Head {
  readonly format: typeof format;
  readonly version: typeof version;
  readonly community: string;
  readonly person: string;
  /** When it was made, ISO 8601. */
  readonly at: string;
  readonly records: number;
  readonly changes: number;
}
export type Line = { readonly record: MilieuRecord } | { readonly change: Change };

export const format = 'milieu-records';
export const version = 1;

/** Characters of one line, and bytes of a whole copy. */
export const longestLine = 1_000_000;
export const biggestCopy = 128 * 1024 * 1024;

export const lineOf = (line: Head | Line): string => `${JSON.stringify(line)}\n`;

/** @throws MilieuError `not-a-copy`, `newer-copy` */
export function readHead(text: string | undefined): Head {
  const head = parsed(text ?? '') as Partial<Record<keyof Head, unknown>> | undefined;
  if (head?.format !== format || typeof head.version !== 'number') throw new MilieuError('not-a-copy');
  if (head.version > version) throw new MilieuError('newer-copy');
  const { community, person, at } = head;
  if (typeof community !== 'string' || typeof person !== 'string' || typeof at !== 'string') throw new MilieuError('not-a-copy');
  return { format, version, community, person, at, records: count(head.records), changes: count(head.changes) };
}

const count = (value: unknown): number => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new MilieuError('not-a-copy');
  return value as number;
};

/** An object, or undefined. What stands in it is not checked. */
export function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The lines of a file, counted from 1; '' for one that is empty or longer than `longestLine`. Little of it is in memory at once.
 * @throws MilieuError `not-a-copy` where it is no UTF-8
 */
export async function* linesOf(file: Blob): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let rest = '';
  let long = false;
  try {
    for (let ended = false; !ended;) {
      const { value, done } = await reader.read();
      ended = done;
      const [first = '', ...others] = decode(decoder, value, done).split('\n');
      rest += first;
      for (const text of others) {
        yield { number: number++, text: long || rest.length > longestLine ? '' : rest };
        rest = text;
        long = false;
      }
      if (rest.length > longestLine) long = true;
      if (long) rest = ' ';
    }
    if (rest) yield { number, text: long ? '' : rest };
  } finally {
    await reader.cancel();
  }
}

function decode(decoder: TextDecoder, value: Uint8Array | undefined, done: boolean): string {
  try {
    return decoder.decode(value, { stream: !done });
  } catch {
    throw new MilieuError('not-a-copy');
  }
}
