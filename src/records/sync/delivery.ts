import { kinds } from '../../model/kinds/tables.js';
import type { Change } from '../../model/change.js';
import { readAnswers, type Outcome } from './read-answer.js';
import { handleConflict, handleDelivered, handleRejected, handleUnreadable } from '../commits/outcome-handlers.js';
import { type ErrorCode, isUnreadable, MilieuError } from '../base/errors.js';
import type { StoreContext } from '../context/store-context.js';
import { Hold, jitter } from '../storage/backoff.js';
import { Leases } from './leases.js';
import { type Again, type ClaimedRow, sendMs } from '../storage/outbox-rows.js';
import { validRecords, applyRemote } from '../commits/apply-remote.js';
import type { TabLocks } from './tab-liveness.js';
import type { Answer, Carry } from '../base/types.js';

/** What delivery tells and asks of the rest. */
export interface DeliveryLinks {
  readonly carry: Carry;
  /** Asks the backend for what is new, where that can be done. */
  readonly pull: (() => Promise<void>) | undefined;
  /** Something waits that this tab cannot send. */
  notifyPeers(): void;
  paused(paused: boolean, code?: ErrorCode): void;
  /** Nothing is ready any more; `sent`: something went out since the last time. */
  idle(sent: boolean): void;
  failed(error: unknown): void;
}

const lookEvery = 10_000;
const maxClaimAge = 10_000;
const minPause = 20;
const maxNoListenerPause = 30_000;
const largeBody = 60_000;

/** Sends what waits, one change at a time. Any tab may; a lease says which one does. */
export class Delivery {
  readonly #context: StoreContext;
  readonly #links: DeliveryLinks;
  readonly #leases: Leases;
  readonly #hold: Hold;
  #running = false;
  #again = false;
  #closed = false;
  #sent = false;
  #paused = false;
  #deafFor = 0;
  #deafUntil = -Infinity;
  /** Something has changed since the last attempts failed: until one fails again, nothing waits for its next. */
  #early = false;
  #stopTimer: () => void = () => undefined;
  #abort: AbortController | undefined;

  constructor(context: StoreContext, tabs: TabLocks, links: DeliveryLinks) {
    this.#context = context;
    this.#links = links;
    this.#leases = new Leases(context, tabs);
    this.#hold = new Hold(context.clock);
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Somebody may listen now, or the line may be back: looks at once, also for what would have waited longer. */
  wake(): void {
    this.#deafFor = 0;
    this.#deafUntil = -Infinity;
    this.#hold.tryNow();
    this.#early = this.#hold.left === 0;
    this.look();
  }

  resume(): void {
    if (this.#paused) this.#links.paused(false);
    this.#paused = false;
    this.wake();
  }

  /** A change was added: looks, or where this tab cannot send, tells the others. */
  added(): void {
    if (this.#able()) this.look();
    else this.#links.notifyPeers();
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
    return !this.#closed && !this.#paused && this.#context.clock.mono() >= this.#deafUntil;
  }

  async #run(): Promise<void> {
    this.#running = true;
    let next = lookEvery;
    try {
      while (this.#again) {
        this.#again = false;
        while (this.#able() && (await this.#step()));
      }
      const { urgentIn, othersIn } = await this.#leases.next(() => this.look());
      const due = Math.min(urgentIn, Math.max(othersIn, this.#hold.left));
      next = Math.min(lookEvery, this.#able() ? Math.max(due, minPause) : this.#deafLeft());
    } catch (error) {
      if (!this.#closed) this.#links.failed(error);
    }
    this.#running = false;
    if (this.#closed) return;
    this.#stopTimer();
    this.#stopTimer = this.#context.clock.after(next, () => this.look());
    this.#links.idle(this.#sent);
    this.#sent = false;
    if (this.#again) this.look();
  }

  #deafLeft(): number {
    const left = this.#deafUntil - this.#context.clock.mono();
    return left > 0 ? left : Infinity;
  }

  /** Takes one row to its end. False: nothing more can be done now. */
  async #step(): Promise<boolean> {
    const early = this.#early;
    const claimed = await this.#leases.claim({ early, urgentOnly: this.#hold.left > 0 });
    if (!claimed) {
      if (early) this.#early = false;
      return false;
    }
    const claimedAt = this.#context.clock.mono();
    const { row } = claimed;
    let change: Change;
    try {
      change = await this.#context.session().codec.change(row);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      await handleUnreadable(this.#context, row);
      this.#links.failed(error);
      return true;
    }
    // This tab was frozen between the claim and here: somebody else may have the row by now.
    const late = this.#context.clock.mono() - claimedAt > maxClaimAge || this.#context.clock.now() > (row.lease?.until ?? 0) - sendMs;
    if (late || this.#closed) return this.#back(claimed);
    return this.#send(claimed, change);
  }

  async #back(claimed: ClaimedRow): Promise<boolean> {
    await this.#leases.release(claimed, { due: claimed.due, attempts: claimed.row.attempts });
    return true;
  }

  async #send(claimed: ClaimedRow, change: Change): Promise<boolean> {
    const { clock } = this.#context;
    const abort = new AbortController();
    this.#abort = abort;
    const promises = this.#carry(change, claimed.row.attempts + 1, abort.signal);
    if (!promises) return this.#deaf(claimed);
    this.#deafFor = 0;
    const stop = clock.after(sendMs, () => abort.abort(new DOMException('', 'TimeoutError')));
    const outcome = await readAnswers(promises, abort.signal, () => clock.now());
    stop();
    return this.#end(claimed, change, outcome);
  }

  #carry(change: Change, attempt: number, signal: AbortSignal): readonly Promise<Answer>[] | null {
    const urgent = kinds[change.records[0]?.kind ?? '']?.urgent ?? false;
    try {
      return this.#links.carry(change, { attempt, urgent, signal });
    } catch (thrown) {
      return [Promise.reject(thrown instanceof Error ? thrown : new Error('thrown'))];
    }
  }

  /** Nobody here listens: no attempt is spent, and another tab may have a listener. */
  async #deaf(claimed: ClaimedRow): Promise<boolean> {
    this.#deafFor = Math.min(maxNoListenerPause, Math.max(1000, this.#deafFor * 2));
    this.#deafUntil = this.#context.clock.mono() + this.#deafFor;
    await this.#back(claimed);
    this.#links.notifyPeers();
    return false;
  }

  async #end(claimed: ClaimedRow, change: Change, outcome: Outcome): Promise<boolean> {
    const { row } = claimed;
    if (outcome.kind !== 'retry') this.#hold.answered();
    switch (outcome.kind) {
      case 'delivered':
        await handleDelivered(this.#context, row.seq, change);
        this.#sent = true;
        await applyRemote(this.#context, validRecords(this.#context, outcome.records));
        return true;
      case 'conflict': {
        if (!outcome.records) await this.#askFirst();
        const theirs = validRecords(this.#context, outcome.records ?? []);
        await handleConflict(this.#context, row, theirs);
        await applyRemote(this.#context, theirs);
        return true;
      }
      case 'refused':
        await handleRejected(this.#context, row, outcome.status);
        return true;
      case 'pause':
        this.#paused = true;
        await this.#back(claimed);
        this.#links.paused(true, outcome.code);
        this.#links.notifyPeers();
        return false;
      case 'retry':
        this.#failed(claimed, outcome.after);
        for (const { id } of outcome.unclear ? change.records.slice(0, 1) : []) this.#context.report({ code: 'unclear-answer', id });
        if (outcome.thrown instanceof TypeError && JSON.stringify(change).length > largeBody) this.#links.failed(new MilieuError('delivery-body'));
        await this.#leases.release(claimed, this.#later(row.attempts, outcome.after));
        return true;
    }
  }

  /** An attempt that began before the line was back says nothing about it, unless the backend itself has answered. */
  #failed({ early }: ClaimedRow, after: number | undefined): void {
    if (this.#early && !early && !after) return;
    this.#early = false;
    this.#hold.failed(after);
  }

  #later(attempts: number, after = 0): Again {
    const { clock } = this.#context;
    return { due: clock.now() + Math.max(after, jitter(clock, attempts)), attempts: attempts + 1, failedAt: clock.now() };
  }

  /** An answer without records: what is new may tell what the conflict is about. */
  async #askFirst(): Promise<void> {
    try {
      await this.#links.pull?.();
    } catch (error) {
      this.#links.failed(error); // without it the change is held, which loses nothing
    }
  }
}
