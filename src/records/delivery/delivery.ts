import { kinds } from '../../model/kinds.js';
import type { Change } from '../../model/record.js';
import { readAnswers, type Outcome } from './answer.js';
import { endConflict, endDelivered, endRefused, endUnreadable } from '../acting/ending.js';
import { type ErrorCode, isUnreadable, MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import { Leases } from './leases.js';
import { type Claimed, sendFor } from './outbox.js';
import { fitting, take } from '../acting/taking.js';
import type { Tabs } from './tabs.js';
import type { Carry } from '../types.js';

/** What delivery tells and asks of the rest. */
export interface Surroundings {
  readonly carry: Carry;
  /** Asks the backend for what is new, where that can be done. */
  readonly pull: (() => Promise<void>) | undefined;
  /** Something waits that this tab cannot send. */
  poke(): void;
  paused(paused: boolean, code?: ErrorCode): void;
  /** Nothing is ready any more; `sent`: something went out since the last time. */
  idle(sent: boolean): void;
  trouble(error: unknown): void;
}

const tick = 10_000;
const stale = 10_000;
const breath = 20;
const longestDeaf = 30_000;
const longestRetry = 5 * 60_000;
const bigBody = 60_000;

/** Sends what waits, one change at a time. Any tab may; a lease says which one does. */
export class Delivery {
  readonly #ground: Ground;
  readonly #around: Surroundings;
  readonly #leases: Leases;
  #running = false;
  #again = false;
  #closed = false;
  #sent = false;
  #paused = false;
  #deafFor = 0;
  #deafUntil = -Infinity;
  /** Something has changed since the last attempts failed: until one fails again, nothing waits for its next. */
  #early = false;
  /** Before this the other side does not want to be asked again. */
  #askedToWait = -Infinity;
  #stopTimer: () => void = () => undefined;
  #abort: AbortController | undefined;

  constructor(ground: Ground, tabs: Tabs, around: Surroundings) {
    this.#ground = ground;
    this.#around = around;
    this.#leases = new Leases(ground, tabs);
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Somebody may listen now, or the line may be back: looks at once, also for what would have waited longer. */
  wake(): void {
    this.#deafFor = 0;
    this.#deafUntil = -Infinity;
    this.#early = this.#ground.clock.mono() >= this.#askedToWait;
    this.look();
  }

  resume(): void {
    if (this.#paused) this.#around.paused(false);
    this.#paused = false;
    this.wake();
  }

  /** A change was added: looks, or where this tab cannot send, tells the others. */
  added(): void {
    if (this.#able()) this.look();
    else this.#around.poke();
  }

  /** Looks whether something is ready. */
  look(): void {
    this.#again = true;
    if (!this.#running && !this.#closed) void this.#run();
  }

  close(): void {
    this.#closed = true;
    this.#stopTimer();
    this.#leases.close();
    this.#abort?.abort();
  }

  #able(): boolean {
    return !this.#closed && !this.#paused && this.#ground.clock.mono() >= this.#deafUntil;
  }

  async #run(): Promise<void> {
    this.#running = true;
    let next = tick;
    try {
      while (this.#again) {
        this.#again = false;
        while (this.#able() && (await this.#step()));
      }
      const due = await this.#leases.nextIn(() => this.look());
      next = Math.min(tick, this.#able() ? Math.max(due, breath) : this.#deafLeft());
    } catch (error) {
      if (!this.#closed) this.#around.trouble(error);
    }
    this.#running = false;
    if (this.#closed) return;
    this.#stopTimer();
    this.#stopTimer = this.#ground.clock.after(next, () => this.look());
    this.#around.idle(this.#sent);
    this.#sent = false;
    if (this.#again) this.look();
  }

  #deafLeft(): number {
    const left = this.#deafUntil - this.#ground.clock.mono();
    return left > 0 ? left : Infinity;
  }

  /** Takes one row to its end. False: nothing more can be done now. */
  async #step(): Promise<boolean> {
    const early = this.#early;
    const claimed = await this.#leases.claim(early);
    if (!claimed) {
      if (early) this.#early = false;
      return false;
    }
    const claimedAt = this.#ground.clock.mono();
    const { row } = claimed;
    let change: Change;
    try {
      change = await this.#ground.session().boxes.change(row);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      await endUnreadable(this.#ground, row);
      this.#around.trouble(error);
      return true;
    }
    // This tab was frozen between the claim and here: somebody else may have the row by now.
    const late = this.#ground.clock.mono() - claimedAt > stale || this.#ground.clock.now() > (row.lease?.until ?? 0) - sendFor;
    if (late || this.#closed) return this.#back(claimed);
    return this.#send(claimed, change);
  }

  async #back(claimed: Claimed): Promise<boolean> {
    await this.#leases.release(claimed, { due: claimed.due, attempts: claimed.row.attempts });
    return true;
  }

  async #send(claimed: Claimed, change: Change): Promise<boolean> {
    const { clock } = this.#ground;
    const abort = new AbortController();
    this.#abort = abort;
    const promises = this.#carry(change, claimed.row.attempts + 1, abort.signal);
    if (!promises) return this.#deaf(claimed);
    this.#deafFor = 0;
    const stop = clock.after(sendFor, () => abort.abort(new DOMException('', 'TimeoutError')));
    const outcome = await readAnswers(promises, abort.signal, () => clock.now());
    stop();
    return this.#end(claimed, change, outcome);
  }

  #carry(change: Change, attempt: number, signal: AbortSignal): readonly Promise<unknown>[] | null {
    const urgent = kinds[change.records[0]?.kind ?? '']?.urgent ?? false;
    try {
      return this.#around.carry(change, { attempt, urgent, signal });
    } catch (thrown) {
      return [Promise.reject(thrown instanceof Error ? thrown : new Error('thrown'))];
    }
  }

  /** Nobody here listens: no attempt is spent, and another tab may have a listener. */
  async #deaf(claimed: Claimed): Promise<boolean> {
    this.#deafFor = Math.min(longestDeaf, Math.max(1000, this.#deafFor * 2));
    this.#deafUntil = this.#ground.clock.mono() + this.#deafFor;
    await this.#back(claimed);
    this.#around.poke();
    return false;
  }

  async #end(claimed: Claimed, change: Change, outcome: Outcome): Promise<boolean> {
    const { row } = claimed;
    switch (outcome.kind) {
      case 'delivered':
        await endDelivered(this.#ground, row.seq, change);
        this.#sent = true;
        await take(this.#ground, fitting(this.#ground, outcome.records));
        return true;
      case 'conflict': {
        if (!outcome.records) await this.#askFirst();
        const theirs = fitting(this.#ground, outcome.records ?? []);
        await endConflict(this.#ground, row, theirs);
        await take(this.#ground, theirs);
        return true;
      }
      case 'refused':
        await endRefused(this.#ground, row, outcome.status);
        return true;
      case 'pause':
        this.#paused = true;
        await this.#back(claimed);
        this.#around.paused(true, outcome.code);
        this.#around.poke();
        return false;
      case 'retry':
        // An attempt that began before the line was back says nothing about it.
        if (claimed.early || outcome.after) this.#early = false;
        this.#askedToWait = Math.max(this.#askedToWait, this.#ground.clock.mono() + (outcome.after ?? 0));
        if (outcome.thrown instanceof TypeError && JSON.stringify(change).length > bigBody) this.#around.trouble(new MilieuError('delivery-body'));
        await this.#leases.release(claimed, {
          due: this.#ground.clock.now() + this.#retryIn(row.attempts, outcome.after),
          attempts: row.attempts + 1,
        });
        return true;
    }
  }

  #retryIn(attempts: number, after = 0): number {
    return Math.max(after, this.#ground.clock.random() * Math.min(longestRetry, 1000 * 2 ** attempts));
  }

  /** An answer without records: what is new may tell what the conflict is about. */
  async #askFirst(): Promise<void> {
    try {
      await this.#around.pull?.();
    } catch (error) {
      this.#around.trouble(error); // without it the change is held, which loses nothing
    }
  }
}
