import { mayRead } from '../../model/may-read.js';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { parseChange } from '../../model/record.schema.js';
import { applyRemote, reportUnfit, sorted } from '../commits/apply-remote.js';
import { asideChangeOf, AsideReport, keepAside } from '../commits/keep-aside.js';
import { takeChange } from '../commits/take-change.js';
import type { AsideContent } from '../crypto/row-codec.js';
import { MilieuError } from '../base/errors.js';
import { type StoreContext, pinnedToSession } from '../context/store-context.js';
import type { Records } from '../base/types.js';
import { internalsOf } from '../context/internals.js';
import { checkCopy, type CopyHeader, linesOf, maxCopyBytes, parseLine } from './copy-format.js';
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
  /** Records and changes of a kind or version that this version does not know, kept until a version that knows them opens the store. */
  readonly aside: number;
  /** Lines that are not valid, or that the rules do not allow, or that there was no room to keep aside. */
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
 * Records and changes of a kind or version that this version does not know are kept aside: encrypted, in no list, and never sent. A version that
 * knows them takes them in when it opens the store. `watchFailures` tells `kept-aside` once, with their number and kinds, and `aside-full` if there
 * was no room: 2,000 of them and 4 MiB are kept, each of at most 256 KiB.
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
  #keptAside = 0;
  #page: NumberedLine<MilieuRecord>[] = [];
  #aside: NumberedLine<AsideContent>[] = [];
  readonly #report = new AsideReport();

  constructor(context: StoreContext, progress: TaskProgress) {
    this.#context = context;
    this.#progress = progress;
  }

  async read(file: Blob): Promise<Imported> {
    try {
      return await this.#read(file);
    } finally {
      this.#report.tell(this.#context);
    }
  }

  async #read(file: Blob): Promise<Imported> {
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
    const lines = this.#lines.sort((a, b) => a - b);
    return { taken: this.#taken, there: this.#there, conflicts: this.#conflicts, aside: this.#keptAside, invalid: this.#invalid, lines };
  }

  #begin({ community, person, records, changes }: CopyHeader): number {
    if (community !== this.#context.community || person !== this.#context.actor.person) throw new MilieuError('other-copy');
    this.#progress.report(0, records + changes);
    return records + changes;
  }

  async #line(number: number, text: string): Promise<void> {
    const { record, change } = parseLine(text) ?? {};
    if (record !== undefined) await this.#record(number, record);
    else await this.#changeLine(number, change);
    if (this.#page.length + this.#aside.length >= pageSize) await this.#put();
  }

  async #record(number: number, value: unknown): Promise<void> {
    const { good, aside, unfit } = await sorted(this.#context, [value]);
    for (const one of unfit) reportUnfit(this.#context, one);
    const [record = aside[0]?.record] = good;
    if (!record || !mayRead(record, this.#context.actor)) this.#addInvalid(number);
    else if (good.length > 0) this.#page.push({ number, value: record });
    else this.#aside.push({ number, value: { record } });
  }

  async #changeLine(number: number, value: unknown): Promise<void> {
    const known = parseChange(value);
    const aside = known ? undefined : asideChangeOf(value);
    const change = known ?? aside?.change;
    if (!change || change.community !== this.#context.community || change.by !== this.#context.actor.person) return this.#addInvalid(number);
    if (aside) return void this.#aside.push({ number, value: aside });
    await this.#put(); // store the records that this change was made on first
    await this.#change({ number, value: change });
  }

  async #put(): Promise<void> {
    const page = this.#page.splice(0);
    const taken = await applyRemote(
      this.#context,
      page.map(({ value }) => value),
      undefined,
      [],
      { event: { action: 'import' } },
    );
    this.#taken += taken;
    this.#there += page.length - taken;
    await this.#putAside();
  }

  async #putAside(): Promise<void> {
    const page = this.#aside.splice(0);
    const contents = page.map(({ value }) => value);
    const fates = await keepAside(this.#context, contents);
    this.#report.add(contents, fates);
    for (const [at, fate] of fates.entries()) {
      if (fate === 'kept') this.#keptAside++;
      else if (fate === 'there') this.#there++;
      else this.#addInvalid(page[at]!.number);
    }
  }

  async #change({ number, value }: NumberedLine<Change>): Promise<void> {
    const fate = await takeChange(this.#context, value);
    if (fate === 'taken') this.#taken++;
    else if (fate === 'there') this.#there++;
    else if (fate === 'conflict') this.#conflicts++;
    else this.#addInvalid(number);
  }

  #addInvalid(number: number): void {
    this.#invalid++;
    if (this.#lines.length < maxLineNumbers) this.#lines.push(number);
  }
}
