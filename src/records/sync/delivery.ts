import { kinds } from '../../model/kinds/tables.js';
import type { Change } from '../../model/change.js';
import { readAnswers, type Outcome } from './read-answer.js';
import { handleUnreadable } from '../commits/outcome-handlers.js';
import type { ErrorCode } from '../base/errors.js';
import type { StoreContext, WrittenPlan } from '../context/store-context.js';
import { type Attempt, Hold, jitter } from '../storage/backoff.js';
import { Claims } from './claims.js';
import { openClaimed, reportRetry, writeOutcome } from './send-change.js';
import { type Again, type ClaimedRow, sendMs } from '../storage/outbox-rows.js';
import type { TabLocks } from './tab-liveness.js';
import type { Answer, Carry } from '../base/types.js';

/** What delivery tells and asks of the rest. */
export interface DeliveryLinks {
  readonly carry: Carry;
  /** Asks the backend for what is new, where that can be done. */
  readonly pull: (() => Promise<void>) | undefined;
  /** Something waits that this tab cannot send. */
  notifyPeers(): void;
  /** The backend asked to wait for so many ms. */
  askedToWait(ms: number): void;
  paused(paused: boolean, code?: ErrorCode): void;
  /** Nothing is ready any more; `sent`: something went out since the last time. */
  idle(sent: boolean): void;
  failed(error: unknown): void;
}

/** A change that is on its way. */
interface Sending {
  readonly claimed: ClaimedRow;
  readonly change: Change;
  readonly urgent: boolean;
  readonly attempt: Attempt;
  readonly abort: AbortController;
}

const lookEvery = 10_000;
const minPause = 20;
const maxNoListenerPause = 30_000;

/**
 * Sends what waits: a few changes at a time, of which no two share a record, and calls for help besides. Any tab may send; a claim says
 * which one does.
 */
export class Delivery {
  readonly #context: StoreContext;
  readonly #links: DeliveryLinks;
  readonly #claims: Claims;
  readonly #hold: Hold;
  readonly #sends = new Set<Sending>();
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

  constructor(context: StoreContext, tabs: TabLocks, links: DeliveryLinks) {
    this.#context = context;
    this.#links = links;
    this.#claims = new Claims(context, tabs);
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
    if (!this.#able()) this.#links.notifyPeers();
    this.look();
  }

  /** This tab has added rows to the outbox, or deleted some. */
  planned(written: WrittenPlan): void {
    this.#claims.planned(written);
  }

  /** Another tab has written. */
  changed(): void {
    this.#claims.outdated();
  }

  /** The backend asked another tab to wait for so many ms. */
  askedToWait(ms: number): void {
    this.#hold.askedToWait(ms);
  }

  /** Storage can be reached again. */
  async diskIsBack(): Promise<void> {
    await this.#claims.retryDisk(true).catch((error: unknown) => this.#fail(error));
    this.look();
  }

  /** Looks whether something is ready. */
  look(): void {
    this.#again = true;
    if (!this.#running && !this.#closed) void this.#run();
  }

  close(): void {
    this.#closed = true;
    this.#stopTimer();
    this.#claims.close();
    for (const { abort } of this.#sends) abort.abort();
  }

  #fail(error: unknown): void {
    if (!this.#closed) this.#links.failed(error);
  }

  #able(): boolean {
    return !this.#closed && !this.#paused && this.#context.clock.mono() >= this.#deafUntil;
  }

  /** ms until there is room for one more change. */
  get #roomIn(): number {
    const attempts = [...this.#sends].filter(({ urgent }) => !urgent).map(({ attempt }) => attempt);
    return Math.max(this.#hold.left, this.#hold.roomBeside(attempts));
  }

  async #run(): Promise<void> {
    this.#running = true;
    let next = lookEvery;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#claims.retryDisk();
        while (this.#able() && (await this.#begin()));
      }
      next = await this.#nextLook();
    } catch (error) {
      this.#fail(error);
    }
    this.#running = false;
    if (this.#closed) return;
    this.#stopTimer();
    this.#stopTimer = this.#context.clock.after(next, () => this.look());
    if (this.#sends.size === 0 || this.#roomIn === 0) {
      this.#links.idle(this.#sent);
      this.#sent = false;
    }
    if (this.#again) this.look();
  }

  /** ms until the next look. What waits till then is also kept in memory. */
  async #nextLook(): Promise<number> {
    const { urgentIn, othersIn } = await this.#claims.next(() => this.look());
    const able = this.#able();
    const due = Math.min(urgentIn, Math.max(othersIn, this.#roomIn));
    const isWaiting = Math.min(urgentIn, othersIn) < Infinity;
    if (isWaiting && (!able || this.#hold.left > 0 || due > 0)) await this.#claims.keepCopy();
    return Math.min(lookEvery, able ? Math.max(due, minPause) : this.#deafLeft());
  }

  #deafLeft(): number {
    const left = this.#deafUntil - this.#context.clock.mono();
    return left > 0 ? left : Infinity;
  }

  /** Claims one change and hands it to the host; its answer is not waited for. False: nothing more can be begun now. */
  async #begin(): Promise<boolean> {
    const early = this.#early;
    const urgentOnly = this.#roomIn > 0;
    const claimed = await this.#claims.claim({ early, urgentOnly });
    if (!claimed) {
      if (early && !urgentOnly) this.#early = false;
      return false;
    }
    const opened = await openClaimed(this.#context, claimed);
    if (opened.is === 'unreadable') {
      await this.#claims.conclude(claimed, false, () => handleUnreadable(this.#context, claimed.row));
      this.#fail(opened.error);
      return true;
    }
    if (opened.is === 'late' || this.#closed) return this.#back(claimed);
    return this.#send(claimed, opened.change);
  }

  async #back(claimed: ClaimedRow): Promise<boolean> {
    await this.#claims.release(claimed, { due: claimed.due, attempts: claimed.row.attempts });
    return true;
  }

  async #send(claimed: ClaimedRow, change: Change): Promise<boolean> {
    const urgent = kinds[change.records[0]?.kind ?? '']?.urgent ?? false;
    const sending = { claimed, change, urgent, attempt: this.#hold.begin(), abort: new AbortController() };
    const promises = this.#carry(sending);
    if (!promises) return this.#deaf(claimed);
    this.#deafFor = 0;
    this.#sends.add(sending);
    void this.#hear(sending, promises);
    return true;
  }

  /** Waits for the answer of one change, and ends it. */
  async #hear(sending: Sending, promises: readonly Promise<Answer>[]): Promise<void> {
    const { clock } = this.#context;
    const { abort } = sending;
    const stop = clock.after(sendMs, () => abort.abort(new DOMException('', 'TimeoutError')));
    const outcome = await readAnswers(promises, abort.signal, () => clock.now());
    stop();
    try {
      await this.#end(sending, outcome);
    } catch (error) {
      this.#fail(error);
    }
    this.#sends.delete(sending);
    this.look();
  }

  #carry({ change, claimed, urgent, abort: { signal } }: Sending): readonly Promise<Answer>[] | null {
    try {
      return this.#links.carry(change, { attempt: claimed.row.attempts + 1, urgent, signal });
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

  async #end(sending: Sending, outcome: Outcome): Promise<void> {
    const { claimed, change } = sending;
    if (outcome.kind === 'retry') return this.#retry(sending, outcome);
    if (outcome.kind === 'pause') {
      this.#hold.refused();
      this.#paused = true;
      await this.#back(claimed);
      this.#links.paused(true, outcome.code);
      return this.#links.notifyPeers();
    }
    this.#hold.answered();
    this.#sent ||= outcome.kind === 'delivered';
    await this.#claims.conclude(claimed, outcome.kind === 'delivered', () =>
      writeOutcome(this.#context, claimed, change, outcome, () => this.#askFirst()),
    );
  }

  async #retry({ claimed, change, attempt }: Sending, outcome: Extract<Outcome, { kind: 'retry' }>): Promise<void> {
    const { after } = outcome;
    if (this.#hold.failed(attempt, after)) this.#early = false;
    if (after) this.#links.askedToWait(after);
    const problem = reportRetry(this.#context, change, outcome);
    if (problem) this.#fail(problem);
    await this.#claims.release(claimed, this.#later(claimed.row.attempts, after));
  }

  #later(attempts: number, after = 0): Again {
    const { clock } = this.#context;
    return { due: clock.now() + Math.max(after, jitter(clock, attempts)), attempts: attempts + 1, failedAt: clock.now() };
  }

  /** What is new may tell what a conflict is about. */
  async #askFirst(): Promise<void> {
    try {
      await this.#links.pull?.();
    } catch (error) {
      this.#fail(error); // without it the change is held, which loses nothing
    }
  }
}
