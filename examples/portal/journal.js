// An append-only file with one accepted change in each line. A line is on the disk before the change is answered as accepted.
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parsed } from './http.js';

/**
 * @typedef {object} Journal
 * @property {string} id made with the file: a cursor of another file is not valid here
 * @property {readonly unknown[]} entries the entries of the file when it was opened
 * @property {readonly number[]} broken the lines of the file that were skipped, counted from 1. They stay in the file.
 * @property {(entry: unknown) => void} append throws if the entry could not be stored; then nothing of it is stored
 * @property {() => void} close
 */

/** A journal in memory, for records that are made before they are stored. @returns {Journal} */
export const memoryJournal = () => ({ id: randomUUID(), entries: [], broken: [], append: () => undefined, close: () => undefined });

const lineOf = (entry) => `${JSON.stringify(entry)}\n`;

function writeAll(file, text) {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  fsyncSync(file);
}

/** The directory must also be written to the disk, or the file may be gone after a power cut. */
function syncFolder(path) {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Writes a new journal, whole or not at all. @param {string} path @param {readonly unknown[]} entries */
export function writeJournal(path, entries) {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.new`, 'w');
  writeAll(file, [{ journal: randomUUID() }, ...entries].map(lineOf).join(''));
  closeSync(file);
  renameSync(`${path}.new`, path);
  syncFolder(path);
}

/** The complete lines of the file. A last line without its end was being written during a power cut, and nobody was told that it was accepted. */
function readLines(path) {
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return { lines: whole.split('\n').slice(0, -1), length: Buffer.byteLength(whole) };
}

/**
 * Opens the file, or makes a new one. One broken line does not keep the others from the people who wrote them: it is skipped and named.
 * @param {string} path
 * @param {(entry: unknown) => boolean} [isEntry] whether a line that is JSON is an entry
 * @returns {Journal}
 */
export function openJournal(path, isEntry = () => true) {
  if (!existsSync(path)) writeJournal(path, []);
  const { lines, length } = readLines(path);
  const [head, ...rest] = lines.map(parsed);
  if (typeof head?.journal !== 'string') throw new Error(`${path} is no journal of this portal.`);
  const isWhole = (entry) => entry !== undefined && isEntry(entry);
  const file = openSync(path, 'a');
  if (fstatSync(file).size > length) ftruncateSync(file, length);
  let end = length;
  return {
    id: head.journal,
    entries: rest.filter(isWhole),
    broken: rest.flatMap((entry, at) => (isWhole(entry) ? [] : [at + 2])),
    append(entry) {
      const line = lineOf(entry);
      try {
        writeAll(file, line);
      } catch (error) {
        ftruncateSync(file, end);
        throw error;
      }
      end += Buffer.byteLength(line);
    },
    close: () => closeSync(file),
  };
}
