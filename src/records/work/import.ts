import { inputOf, same } from '../../model/decide.js';
import { mayRead } from '../../model/may-read.js';
import type { Change, MilieuRecord } from '../../model/record.js';
import { parseChange } from '../../model/record.schema.js';
import { refusals } from '../../model/refusals.js';
import { act } from '../acting/act.js';
import { rowsOf } from '../acting/amend.js';
import { fitting, take } from '../acting/taking.js';
import { codeOf, MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import type { Records } from '../types.js';
import { besideOf } from './beside.js';
import { biggestCopy, linesOf, parsed, readHead } from './copy.js';
import type { Following, Steps } from './works.js';

/** Lines of one page: it is taken whole or not at all. */
const pageOf = 200;
const mostNumbers = 1000;

/** What became of the lines of a copy. */
export interface Imported {
  /** New here, or newer than what was here. */
  readonly taken: number;
  /** Here already, as they are or newer. */
  readonly there: number;
  /** Lines that do not fit, or that the rules do not allow. */
  readonly invalid: number;
  /** Their numbers, the line that names the format being 1; at most the first 1,000. Never their words. */
  readonly lines: readonly number[];
}

/**
 * Reads a copy in that `exportRecords` made for the same person of the same community. Every line is checked as anything is that
 * comes from outside. Records come as from the backend: the newer version stands, and what waits unsent is parked beside.
 * Changes that no backend had come as acts of the person, under their old key, and go out as any other; the rules are asked again.
 *
 * What a file says is believed as far as it fits: read in only what this person saved.
 *
 * @param records an open store
 * @param file at most 128 MB, UTF-8; a line of at most 1,000,000 characters
 * @param following `signal` stops it: what was read so far is kept. `onProgress` hears how many lines of how many were read
 * @throws MilieuError `not-a-copy`, `newer-copy`, `other-copy` (of another person or community), `too-big`, `cancelled`, `locked`,
 * `quota`, `connection`
 */
export async function importRecords(records: Records, file: Blob, following: Following = {}): Promise<Imported> {
  const { works, ground, added } = besideOf(records);
  const at = await ground();
  try {
    return await works.run('import', (steps) => new Reading(at, steps).read(file), following);
  } finally {
    added();
  }
}

interface Numbered<T> {
  readonly number: number;
  readonly value: T;
}

class Reading {
  readonly #ground: Ground;
  readonly #steps: Steps;
  readonly #lines: number[] = [];
  #taken = 0;
  #there = 0;
  #invalid = 0;
  #page: Numbered<MilieuRecord>[] = [];

  constructor(ground: Ground, steps: Steps) {
    this.#ground = ground;
    this.#steps = steps;
  }

  async read(file: Blob): Promise<Imported> {
    this.#steps.at(0);
    if (file.size > biggestCopy) throw new MilieuError('too-big');
    this.#ground.session();
    let of: number | undefined;
    let done = 0;
    for await (const { number, text } of linesOf(file)) {
      if (of === undefined) of = this.#begin(text);
      else {
        await this.#line(number, text);
        await this.#steps.step(++done, Math.max(done, of));
      }
    }
    if (of === undefined) throw new MilieuError('not-a-copy');
    await this.#put();
    return { taken: this.#taken, there: this.#there, invalid: this.#invalid, lines: this.#lines };
  }

  #begin(text: string): number {
    const { community, person, records, changes } = readHead(text);
    if (community !== this.#ground.community || person !== this.#ground.actor.person) throw new MilieuError('other-copy');
    this.#steps.at(0, records + changes);
    return records + changes;
  }

  async #line(number: number, text: string): Promise<void> {
    const line = parsed(text);
    const [record] = fitting(this.#ground, line ? [line['record']] : []);
    if (record && mayRead(record, this.#ground.actor)) {
      this.#page.push({ number, value: record });
      if (this.#page.length === pageOf) await this.#put();
      return;
    }
    const change = line && parseChange(line['change']);
    if (!change || change.community !== this.#ground.community || change.by !== this.#ground.actor.person) return this.#unfit(number);
    await this.#put(); // what a change was made on stands before it
    await this.#change({ number, value: change });
  }

  async #put(): Promise<void> {
    const page = this.#page.splice(0);
    const taken = await take(
      this.#ground,
      page.map(({ value }) => value),
    );
    this.#taken += taken;
    this.#there += page.length - taken;
  }

  async #change({ number, value: change }: Numbered<Change>): Promise<void> {
    const [root] = change.records;
    const before = await this.#standing(change);
    if (!root || before === 'other') return this.#unfit(number);
    if (before === 'there') return void this.#there++;
    try {
      await act(
        this.#ground,
        change.action,
        { kind: root.kind, id: root.id, rev: root.rev - 1 },
        { ...inputOf(change), key: change.key, at: change.at },
      );
      this.#taken++;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'moved' && code !== 'invalid' && !(code in refusals)) throw error;
      this.#unfit(number);
    }
  }

  /** Whether the records of a change stand here already: as it made them, or moved on since. */
  async #standing({ records }: Change): Promise<'there' | 'other' | 'missing'> {
    const rows = await this.#ground.shelf.run(['rows'], 'read', (tx) =>
      rowsOf(
        tx,
        records.map(({ id }) => id),
      ),
    );
    const { boxes } = this.#ground.session();
    const here = new Map(await Promise.all(rows.map(async (row) => [row.id, await boxes.version(row.id, row)] as const)));
    if (records.some(({ id, rev }) => (here.get(id)?.rev ?? 0) < rev)) return 'missing';
    return records.every((record) => here.get(record.id)!.rev > record.rev || same(here.get(record.id), record)) ? 'there' : 'other';
  }

  #unfit(number: number): void {
    this.#invalid++;
    if (this.#lines.length < mostNumbers) this.#lines.push(number);
  }
}
