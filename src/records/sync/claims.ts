import { codeOf } from '../base/errors.js';
import type { StoreContext, WrittenPlan } from '../context/store-context.js';
import { helpEvery, longestRetry } from '../storage/backoff.js';
import type { OutboxRow } from '../storage/db-schema.js';
import { type Again, type Ahead, type ClaimedRow, released, sendMs, standingOf } from '../storage/outbox-rows.js';
import { Leases, type Which } from './leases.js';
import { OutboxCopy, type RowState } from './outbox-copy.js';
import type { TabLocks } from './tab-liveness.js';

/** ms between two tries to use the disk again. */
const retryDiskEvery = 10_000;

interface Answer {
  readonly key: string;
  readonly delivered: boolean;
  readonly write: () => Promise<void>;
}

/** Why the disk can't be used. `quota`: it can be read, and what makes room can perhaps be written. */
const diskFailures = ['quota', 'connection', 'blocked'] as const;
type DiskFailure = (typeof diskFailures)[number];

const diskFailureOf = (error: unknown): DiskFailure | undefined => diskFailures.find((code) => code === codeOf(error));

/**
 * The claims of one tab. A claim is a lease on the disk. While the disk can't be written, it is made in memory, from the copy of what waits;
 * what the backend answers is remembered until it can be written, so that nothing is sent again for want of room. A lock for each change
 * keeps two tabs from sending it at once; it is held until the answer is written.
 */
export class Claims {
  readonly #context: StoreContext;
  readonly #tabs: TabLocks;
  readonly #leases: Leases;
  readonly #copy: OutboxCopy;
  readonly #unlocks = new Map<string, () => void>();
  /** Numbers of the rows on their way. */
  readonly #sending = new Set<number>();
  /** What the backend has answered and the disk does not hold yet, by the number of the row. */
  readonly #answers = new Map<number, Answer>();
  /** Changes that another tab sends, by key: since when, and when this tab looks again, on the clock that never goes back. */
  readonly #elsewhere = new Map<string, { readonly since: number; readonly until: number }>();
  #failure: DiskFailure | undefined;
  /** Changes were sent without a lease: their answer may have been written between a lease and its lock. */
  #hasFailed = false;
  #retryDiskAt = -Infinity;
  #retrying: Promise<void> | undefined;
  /** Another tab has written since this one could not. */
  #isDiskUsed = false;
  #isClosed = false;

  constructor(context: StoreContext, tabs: TabLocks) {
    this.#context = context;
    this.#tabs = tabs;
    this.#leases = new Leases(context, tabs);
    this.#copy = new OutboxCopy(context);
  }

  /** Claims the first change that may be sent. */
  async claim(which: Which): Promise<ClaimedRow | undefined> {
    const lease = async (): Promise<ClaimedRow | undefined> => {
      for (;;) {
        const claimed = await this.#leases.claim(which);
        if (!claimed) return undefined;
        if (await this.#lock(claimed)) {
          if (!this.#hasFailed || (await this.#leases.isMine(claimed))) return claimed;
          this.#sending.delete(claimed.row.seq);
          this.#unlock(claimed.row.key);
          continue;
        }
        const now = this.#context.clock.now();
        await this.#leases.release(claimed, { due: now + sendMs, attempts: claimed.row.attempts, failedAt: now });
      }
    };
    return this.#onDisk(lease, async () => {
      await this.#tabs.ready;
      if (this.#isDiskUsed) await this.#readAgain();
      for (const row of this.#copy.ready(which, this.#stateOf)) {
        const claimed = { row, ...standingOf(row) };
        if (await this.#lock(claimed)) return claimed;
      }
      return undefined;
    });
  }

  /** Ends a claim without an answer. */
  async release(claimed: ClaimedRow, again: Again): Promise<void> {
    const { row } = claimed;
    this.#copy.put(released(row, again));
    this.#sending.delete(row.seq);
    this.#unlock(row.key); // before others can claim it
    await this.#onDisk(
      () => this.#leases.release(claimed, again),
      async () => undefined, // the copy says when it is tried again
    );
  }

  /** Ends a claim with what the backend has answered: `write` runs now, or once the disk can be written again. */
  async conclude({ row: { seq, key } }: ClaimedRow, delivered: boolean, write: () => Promise<void>): Promise<void> {
    this.#answers.set(seq, { key, delivered, write });
    this.#sending.delete(seq);
    if (this.#failure && this.#failure !== 'quota') return this.#markAnswered(key);
    try {
      await this.#write(seq);
    } catch (error) {
      await this.#markAnswered(key);
      await this.#leaveDisk(error);
    }
  }

  /** A second lock, which no other tab takes by force: it has been sent, however long the answer waits to be written. */
  async #markAnswered(key: string): Promise<void> {
    const unmark = await this.#tabs.holdChange(answeredName(key), false);
    if (this.#isClosed) return unmark?.();
    const unlock = this.#unlocks.get(key);
    this.#unlocks.set(key, () => (unlock?.(), unmark?.()));
  }

  /** Uses the disk again if it is time to try, and writes what is still to be written. `atOnce`: there is reason to believe that it works. */
  async retryDisk(atOnce = false): Promise<void> {
    if (this.#failure && (atOnce || this.#context.clock.mono() >= this.#retryDiskAt)) {
      this.#retrying ??= this.#retryNow().finally(() => (this.#retrying = undefined));
      await this.#retrying;
    }
  }

  async #retryNow(): Promise<void> {
    try {
      for (const seq of this.#answers.keys()) await this.#write(seq);
      this.#failure = undefined;
    } catch (error) {
      await this.#leaveDisk(error);
    }
  }

  /** Reads into memory what waits, for the case that the disk can't be used any more. */
  async keepCopy(): Promise<void> {
    await this.#onDisk(
      () => this.#copy.read(),
      async () => undefined,
    );
  }

  /** What this tab saved a moment before the disk was full is sent too. One with a lease is sent by its caller. */
  planned({ added, plan }: WrittenPlan): void {
    for (const seq of plan.done) this.#copy.remove(seq);
    for (const row of added) if (!row.lease) this.#copy.add(row);
  }

  /** Another tab has written: so the disk works, and some of what is in the copy may have been sent. */
  outdated(): void {
    this.#copy.outdated();
    this.#isDiskUsed = this.#failure !== undefined;
    this.#retryDiskAt = -Infinity;
  }

  /** What is due next. Runs `gone` when a tab that holds something closes. */
  next(gone: () => void): Promise<Ahead> {
    return this.#onDisk(
      () => this.#leases.next(gone),
      async () => this.#copy.next(this.#stateOf),
    );
  }

  close(): void {
    this.#isClosed = true;
    this.#leases.close();
    for (const unlock of this.#unlocks.values()) unlock();
    this.#unlocks.clear();
    this.#answers.clear();
  }

  async #onDisk<T>(work: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    if (this.#failure) return otherwise();
    try {
      return await work();
    } catch (error) {
      await this.#leaveDisk(error);
      return otherwise();
    }
  }

  /** @throws what has nothing to do with the disk */
  async #leaveDisk(error: unknown): Promise<void> {
    const failure = diskFailureOf(error);
    if (!failure) throw error;
    this.#failure = failure;
    this.#hasFailed = true;
    this.#retryDiskAt = this.#context.clock.mono() + retryDiskEvery;
    this.#copy.outdated();
    try {
      await this.#copy.read();
    } catch (unread) {
      if (!diskFailureOf(unread)) throw unread; // what was read before is all there is
    }
  }

  async #readAgain(): Promise<void> {
    this.#isDiskUsed = false;
    try {
      await this.#copy.read();
    } catch (error) {
      if (!diskFailureOf(error)) throw error; // it had written before the disk was full
    }
  }

  async #write(seq: number): Promise<void> {
    const answer = this.#answers.get(seq);
    if (!answer) return;
    try {
      await answer.write();
    } catch (error) {
      if (diskFailureOf(error)) throw error;
      this.#written(seq, answer.key);
      throw error;
    }
    this.#written(seq, answer.key);
  }

  #written(seq: number, key: string): void {
    this.#answers.delete(seq);
    this.#copy.remove(seq);
    this.#unlock(key);
  }

  /** False: another tab sends it, or could not write the answer yet. One that does so for too long is frozen. */
  async #lock({ row: { key, seq }, abandoned }: ClaimedRow): Promise<boolean> {
    if (this.#sending.has(seq) || this.#answers.has(seq)) return false;
    const now = this.#context.clock.mono();
    // While the disk can't be written, the other tab may only be waiting to write the answer.
    const since = this.#failure ? now : (this.#elsewhere.get(key)?.since ?? now);
    const isStuck = now - since >= longestRetry;
    const byForce = !this.#failure && (isStuck || (abandoned && (await this.#isUnanswered(key))));
    const unlock = await this.#tabs.holdChange(key, byForce);
    if (this.#isClosed) {
      unlock?.(); // the page may stay: nobody else could send it
      return false;
    }
    if (!unlock) {
      this.#elsewhere.set(key, { since, until: now + helpEvery });
      return false;
    }
    this.#elsewhere.delete(key);
    this.#unlocks.set(key, unlock);
    this.#sending.add(seq);
    return true;
  }

  async #isUnanswered(key: string): Promise<boolean> {
    const unmark = await this.#tabs.holdChange(answeredName(key), false);
    unmark?.();
    return unmark !== undefined;
  }

  #unlock(key: string): void {
    this.#unlocks.get(key)?.();
    this.#unlocks.delete(key);
  }

  readonly #stateOf = ({ seq, key }: OutboxRow): RowState => {
    if (this.#answers.get(seq)?.delivered) return 'delivered';
    const isElsewhere = (this.#elsewhere.get(key)?.until ?? -Infinity) > this.#context.clock.mono();
    return this.#answers.has(seq) || this.#sending.has(seq) || isElsewhere ? 'busy' : 'waiting';
  };
}

const answeredName = (key: string): string => `answered:${key}`;
