import { editsText, inputOf, same } from '../../model/decide.js';
import { mayRead } from '../../model/may-read.js';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { parseChange } from '../../model/record.schema.js';
import { refusals } from '../../model/refusals.js';
import { commitChange } from '../commits/commit-change.js';
import { openRows, optimisticTransaction, rowsOf } from '../commits/optimistic-transaction.js';
import { validRecords, applyRemote } from '../commits/apply-remote.js';
import { codeOf, MilieuError } from '../base/errors.js';
import { type StoreContext, pinnedToSession } from '../context/store-context.js';
import type { Records } from '../base/types.js';
import { internalsOf } from '../context/internals.js';
import { checkCopy, type CopyHeader, linesOf, maxCopyBytes, parseLine } from './copy-format.js';
import { emptyPlan } from '../sync-rules/index.js';
import type { CopyOptions } from './export.js';
import type { TaskProgress } from '../tasks/task-runner.js';

/** Lines per page. A page is stored whole or not at all. */
const pageSize = 200;
const maxLineNumbers = 1000;

/** The result of an import, in numbers of lines. */
export interface Imported {
  /** Records and changes that were new, or newer than the local version. */
  readonly taken: number;
  /** Records and changes that were here already, in the same or a newer version. */
  readonly there: number;
  /** Changes whose record was changed here in another way. Nothing was overwritten: both versions are in `troubles()`. */
  readonly conflicts: number;
  /** Lines that are not valid, or that the rules do not allow. */
  readonly invalid: number;
  /** The numbers of the invalid lines; the header is line 1. At most the first 1,000. Never their text. */
  readonly lines: readonly number[];
}

/**
 * Imports a copy that `exportRecords` made for the same person of the same community. Every line is validated. Records are treated
 * like records from the backend: the newer version wins, and unsent changes are kept. Changes that no backend had are acts of the
 * person with their original idempotency key: the rules are checked again, and they are sent like any other change. Where the same record
 * was changed here in another way, the person chooses in the list of `troubles()`.
 *
 * A copy that was cut, or in which something was changed, is refused before anything is written: the whole file is read first, to compare
 * its lines and their hash with what its header says. A copy of version 0.1.0 has no hash, so only its lines are counted.
 *
 * The file is trusted if it is valid, so import only a file that this person saved.
 *
 * @param records an open store
 * @param file at most 128 MiB, UTF-8, with lines of at most 1,000,000 characters; sealed or not
 * @param following `passphrase` opens a sealed copy. `signal` cancels it: the pages imported so far stay. `onProgress` is called with the lines read so far and their total
 * @throws MilieuError `sealed-copy` (it needs a passphrase), `wrong-key`, `not-a-copy`, `newer-copy`, `other-copy` (of another person or community), `damaged-copy`, `too-big`,
 * `cancelled`, `locked`, `quota`, `connection`
 */
export async function importRecords(records: Records, file: Blob, { passphrase, ...following }: CopyOptions = {}): Promise<Imported> {
  const { tasks, run, added } = internalsOf(records);
  try {
    return await tasks.run(
      'import',
      async (progress) => {
        const copy = await (await import('./sealed-copy.js')).openCopy(file, passphrase, progress);
        return run((context) => new CopyReader(pinnedToSession(context), progress).read(copy));
      },
      following,
    );
  } finally {
    added();
  }
}

interface NumberedLine<T> {
  readonly number: number;
  readonly value: T;
}

class CopyReader {
  readonly #context: StoreContext;
  readonly #progress: TaskProgress;
  readonly #lines: number[] = [];
  #taken = 0;
  #there = 0;
  #conflicts = 0;
  #invalid = 0;
  #page: NumberedLine<MilieuRecord>[] = [];

  constructor(context: StoreContext, progress: TaskProgress) {
    this.#context = context;
    this.#progress = progress;
  }

  async read(file: Blob): Promise<Imported> {
    this.#progress.report(0);
    if (file.size > maxCopyBytes) throw new MilieuError('too-big');
    let of = 0;
    await checkCopy(file, this.#progress, (head) => (of = this.#begin(head)));
    for await (const { number, text } of linesOf(file)) {
      if (number === 1) continue;
      await this.#line(number, text);
      await this.#progress.step(number - 1, of);
    }
    await this.#put();
    return { taken: this.#taken, there: this.#there, conflicts: this.#conflicts, invalid: this.#invalid, lines: this.#lines };
  }

  #begin({ community, person, records, changes }: CopyHeader): number {
    if (community !== this.#context.community || person !== this.#context.actor.person) throw new MilieuError('other-copy');
    this.#progress.report(0, records + changes);
    return records + changes;
  }

  async #line(number: number, text: string): Promise<void> {
    const line = parseLine(text);
    const [record] = await validRecords(this.#context, line ? [line['record']] : []);
    if (record && mayRead(record, this.#context.actor)) {
      this.#page.push({ number, value: record });
      if (this.#page.length === pageSize) await this.#put();
      return;
    }
    const change = line && parseChange(line['change']);
    if (!change || change.community !== this.#context.community || change.by !== this.#context.actor.person) return this.#addInvalid(number);
    await this.#put(); // store the records that this change was made on first
    await this.#change({ number, value: change });
  }

  async #put(): Promise<void> {
    const page = this.#page.splice(0);
    const taken = await applyRemote(
      this.#context,
      page.map(({ value }) => value),
    );
    this.#taken += taken;
    this.#there += page.length - taken;
  }

  async #change({ number, value: change }: NumberedLine<Change>): Promise<void> {
    const [root] = change.records;
    const before = await this.#localState(change);
    if (!root) return this.#addInvalid(number);
    if (before === 'other') return this.#hold(number, change, root);
    if (before === 'there') return void this.#there++;
    try {
      await commitChange(
        this.#context,
        change.action,
        { kind: root.kind, id: root.id, rev: root.rev - 1 },
        { ...inputOf(change), key: change.key, at: change.at },
      );
      this.#taken++;
    } catch (error) {
      const code = codeOf(error);
      if (!['moved', 'used', 'invalid'].includes(code) && !(code in refusals)) throw error;
      this.#addInvalid(number);
    }
  }

  /** Keeps both versions for the person to choose. The same copy, imported again, gives the same entry. */
  async #hold(number: number, change: Change, root: MilieuRecord): Promise<void> {
    if (root.rev > 1 && !editsText(root.kind, change.action)) return this.#addInvalid(number);
    await optimisticTransaction(
      this.#context,
      async (tx) => ({ rows: await rowsOf(tx, [root.id]), queue: [] }),
      async (seen, session) => {
        const theirs = (await openRows(session, seen.rows)).get(root.id)?.current;
        return { ...emptyPlan, troubles: [{ id: change.key, reason: 'held', change, ...(theirs ? { theirs } : {}) }] };
      },
    );
    this.#conflicts++;
  }

  /** Whether the records of a change exist here already: unchanged, or changed since. */
  async #localState({ records }: Change): Promise<'there' | 'other' | 'missing'> {
    const rows = await this.#context.storage.run(['rows'], 'read', (tx) =>
      rowsOf(
        tx,
        records.map(({ id }) => id),
      ),
    );
    const { codec } = this.#context.session();
    const here = new Map(await Promise.all(rows.map(async (row) => [row.id, await codec.version(row.id, row)] as const)));
    if (records.some(({ id, rev }) => (here.get(id)?.rev ?? 0) < rev)) return 'missing';
    return records.every((record) => here.get(record.id)!.rev > record.rev || same(here.get(record.id), record)) ? 'there' : 'other';
  }

  #addInvalid(number: number): void {
    this.#invalid++;
    if (this.#lines.length < maxLineNumbers) this.#lines.push(number);
  }
}
