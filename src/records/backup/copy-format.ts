import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { MilieuError } from '../base/errors.js';
import type { TaskProgress } from '../tasks/task-runner.js';
import { toJson } from '../../model/json.js';

/**
 * The format of a copy is JSON Lines. The first line is this header. Then come the records, one per line, oldest first, each in the
 * version that the backend has, or in the local version if nothing on it is waiting; and after them those that are kept aside. Then come the
 * person's own changes that no backend has, in the order of the outbox; and after them those that are kept aside.
 */
export interface CopyHeader {
  readonly format: typeof format;
  readonly version: typeof version;
  readonly community: string;
  readonly person: string;
  /** When the copy was made, ISO 8601 in UTC. */
  readonly at: string;
  readonly records: number;
  readonly changes: number;
  /** SHA-256 of all bytes behind this line, 64 hexadecimal digits. Copies of version 0.1.0 do not have it. */
  readonly sha256?: string;
}
export type CopyLine = { readonly record: MilieuRecord } | { readonly change: Change };

export const format = 'milieu-records';
export const version = 1;

/** Most UTF-16 code units in one line, and most bytes in a whole copy. */
export const maxLineLength = 1_000_000;
export const maxCopyBytes = 128 * 1024 * 1024;

export const lineOf = (line: CopyHeader | CopyLine): string => `${toJson(line)}\n`;

/** How many fields the header of version 0.1.0 has. */
const oldFields = 7;

/** @throws MilieuError `not-a-copy`, `newer-copy`, `damaged-copy` */
export function parseHeader(text: string | undefined): CopyHeader {
  const head = parseLine(text ?? '') as Partial<Record<keyof CopyHeader, unknown>> | undefined;
  if (head?.format !== format || typeof head.version !== 'number') throw new MilieuError('not-a-copy');
  if (head.version > version) throw new MilieuError('newer-copy');
  const { community, person, at, sha256 } = head;
  if (typeof community !== 'string' || typeof person !== 'string' || typeof at !== 'string') throw new MilieuError('not-a-copy');
  if (sha256 !== undefined && typeof sha256 !== 'string') throw new MilieuError('not-a-copy');
  // Version 0.1.0 wrote these fields alone: with another one the name of the hash may be what was changed.
  if (sha256 === undefined && Object.keys(head).length > oldFields) throw new MilieuError('damaged-copy');
  const counts = { records: count(head.records), changes: count(head.changes) };
  return { format, version, community, person, at, ...counts, ...(sha256 === undefined ? {} : { sha256 }) };
}

const count = (value: unknown): number => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new MilieuError('not-a-copy');
  return value as number;
};

/** The object in this line, or undefined if it is not a JSON object. Its content is not checked. */
export function parseLine(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the whole file once: it must have the lines that its header counts, in UTF-8, and the hash that its header names.
 * @param known is called with the header before the rest is judged, and returns the total for the progress; what it throws ends the check
 * @throws MilieuError `not-a-copy`, `newer-copy`, `damaged-copy`, `cancelled`
 */
export async function checkCopy(file: Blob, progress: TaskProgress, known: (head: CopyHeader) => number): Promise<void> {
  const hash = (await import('../crypto/running-hash.js')).startHash();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head: CopyHeader | undefined;
  let of: number | undefined;
  let last: CopyText | undefined;
  let behindHead = false;
  let isUtf8 = true;
  const check = async (chunk: Uint8Array): Promise<void> => {
    const from = behindHead ? 0 : chunk.indexOf(newline) + 1;
    behindHead ||= from > 0;
    for (let at = from; behindHead && at < chunk.length; at += hashStride) {
      const part = chunk.subarray(at, at + hashStride);
      hash.add(part);
      isUtf8 &&= decodes(decoder, part);
      await progress.step(0, of);
    }
  };
  for await (last of linesOf(file, check)) {
    if (!head) of = known((head = parseHeader(last.text)));
    await progress.step(0, of);
  }
  if (!head || !last) throw new MilieuError('not-a-copy');
  const counted = last.ended && last.number === 1 + head.records + head.changes;
  if (!counted || !isUtf8 || !decodes(decoder) || (head.sha256 !== undefined && head.sha256 !== hash.end())) throw new MilieuError('damaged-copy');
}

/** Whether the bytes go on as UTF-8; without bytes, whether they may end here. */
function decodes(decoder: TextDecoder, part?: Uint8Array): boolean {
  try {
    decoder.decode(part, { stream: part !== undefined });
    return true;
  } catch {
    return false;
  }
}

const newline = 0x0a;
/** Bytes that are hashed before the page may do something else. */
const hashStride = 256 * 1024;

export interface CopyText {
  /** From 1. */
  readonly number: number;
  /** '' if the line is empty or longer than `maxLineLength`. */
  readonly text: string;
  /** Whether there is a newline behind it. */
  readonly ended: boolean;
}

/**
 * The lines of a file. It is streamed, so only a small part of it is in memory at a time. `checkCopy` finds what is not UTF-8.
 * @param seen is called with the bytes of each part before its lines come
 */
export async function* linesOf(file: Blob, seen?: (chunk: Uint8Array) => Promise<void>): AsyncGenerator<CopyText> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let number = 1;
  let rest = '';
  let long = false;
  try {
    for (let ended = false; !ended;) {
      const { value, done } = await reader.read();
      ended = done;
      if (value) await seen?.(value);
      const [first = '', ...others] = decoder.decode(value, { stream: !done }).split('\n');
      rest += first;
      for (const text of others) {
        yield { number: number++, text: long || rest.length > maxLineLength ? '' : rest, ended: true };
        rest = text;
        long = false;
      }
      if (rest.length > maxLineLength) long = true;
      if (long) rest = ' ';
    }
    if (rest) yield { number, text: long ? '' : rest, ended: false };
  } finally {
    await reader.cancel();
  }
}
