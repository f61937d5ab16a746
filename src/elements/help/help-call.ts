import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/change.js';
import type { Help } from '../../model/kinds/help/table.js';
import type { Data, MilieuRecord } from '../../model/record.js';
import { type Outcome, readAnswers } from '../../records/sync/read-answer.js';
import { helpEvery } from '../../records/storage/backoff.js';
import { realClock } from '../../records/base/clock.js';
import type { Answer, Kept, Records } from '../../records/base/types.js';
import { changeOf, keepCall } from './call-change.js';
import { answeredOf, CallClock, type CallState, lastOf, type Untold, whyUntold } from './call-state.js';
import type { Community } from '../community/community.js';

/** ms without an answer until the page says that nobody has answered. */
export const patience = 20_000;
const abortAfter = 30_000;

/**
 * One call for help. The tab where the person pressed sends it at once, whatever the state of the disk, the lock or other tabs. It is also
 * stored if possible, so that another tab or a later page load can send it too. The idempotency key is always the same.
 */
export class HelpCall {
  state: CallState = { is: 'ready' };
  change: Change | undefined;

  #attempt = 0;
  #kept: Promise<boolean> = Promise.resolve(false);
  #stopPatience = (): void => undefined;
  #stopRetry = (): void => undefined;
  #stopped = true;
  #adopted = false;
  /** Words of staff are not shown while the store is locked. */
  #hides = false;
  #clock: CallClock | undefined;
  #unwatch = (): void => undefined;
  #watched: Records | undefined;

  constructor(
    private readonly community: Community,
    private readonly changed: () => void,
  ) {}

  /** What the call is about; it is made again with each act. */
  get asked(): MilieuRecord<Help> | undefined {
    return this.change?.records[0] as MilieuRecord<Help> | undefined;
  }

  /** ms since the call was made. */
  get age(): number {
    return this.#clock?.age ?? 0;
  }

  /** Whether the person on this page made it: another person may have signed in since. */
  get isOwn(): boolean {
    const { actor, identity } = this.community;
    return this.asked?.by === actor.person && this.asked.community === identity.community;
  }

  /** Staff have closed it, or the person took it back. */
  get isOver(): boolean {
    return this.state.is === 'settled' || this.state.is === 'cancelled';
  }

  /** Nobody knows of it yet, so it is sent also after its person has left a shared computer. The session of another person must not send it. */
  get goesOn(): boolean {
    return (this.state.is === 'asking' || this.state.is === 'untold') && this.community.house.isShared;
  }

  /** Asks staff. */
  ask(data: Data): void {
    const change = changeOf(this.community, 'ask', uuidv7(), undefined, data);
    this.#begin(change);
    this.#stopped = false;
    this.#attempt = 0;
    this.#show({ is: 'asking' });
    const taken = this.#send();
    this.#kept = keepCall(this.community, change, 0, taken);
    this.#stopPatience = realClock.after(patience, () => this.#silence());
    globalThis.addEventListener('online', this.again);
  }

  /** Sends the call again at once. */
  readonly again = (): void => {
    if (this.#adopted) this.community.records?.wake();
    if (this.#stopped) return;
    this.#stopRetry();
    this.#send();
  };

  /** Takes the call back. A call that was sent already is followed by a change that cancels it. */
  async cancel(): Promise<void> {
    const asked = this.change?.records[0];
    if (!asked || this.state.is === 'cancelled') return;
    const wasTold = this.state.is === 'told' || this.state.is === 'seen' || this.state.is === 'asking';
    this.stop();
    const change = changeOf(this.community, 'cancel', asked.id, asked);
    this.change = change;
    this.#show({ is: 'cancelled', known: !wasTold });
    const promises = this.#carry(change);
    this.#kept = this.#kept.then((stored) => stored && keepCall(this.community, change, asked.rev, promises !== null));
    if (!promises) return;
    const outcome = await this.#read(promises);
    if (outcome.kind === 'delivered') await this.#delivered(change);
    if (outcome.kind === 'delivered' && this.change === change) this.#show({ is: 'cancelled', known: true });
  }

  /** Checks whether another tab has delivered the call, or staff have seen it. Called whenever the community changes. */
  readonly look = (): void => {
    if (this.change && this.community.records !== this.#watched) this.#watch(this.change); // the store was opened for somebody else since
    this.#look().catch((error: unknown) => this.community.report(error));
  };

  async #look(): Promise<void> {
    const { change } = this;
    const root = change?.records[0];
    const { records, status } = this.community;
    // The words of staff are read again once the store is unlocked.
    if (status.store === 'locked' && 'note' in this.state && this.state.note) {
      this.#hides = true;
      this.#show({ ...this.state, note: '' });
    }
    if (!root || !records || this.state.is === 'ready' || (this.isOver && !this.#hides)) return;
    const kept = await records.get(root.id);
    if (!kept || change !== this.change || this.#isCancelled()) return;
    const reply = lastOf(await records.list({ kind: 'help-reply', about: root.id }));
    this.#hides = false;
    const answered = answeredOf(kept.record, reply);
    if (answered) this.#end(answered);
    else if (kept.sent === 'sent' && this.state.is !== 'told' && this.state.is !== 'seen') this.#end({ is: 'told', at: new Date().toISOString() });
  }

  /** Takes up a call that was made before this page was loaded. The store continues to send it. */
  adopt({ record: asked, sent }: Kept<Data>): void {
    const { actor, identity } = this.community;
    this.#adopted = true;
    const { at } = asked;
    this.#begin({ key: uuidv7(), action: 'ask', by: actor.person, as: actor.as, at, community: identity.community, records: [asked] });
    this.#kept = Promise.resolve(true);
    if (sent === 'sent') this.#show({ is: 'told', at: asked.at });
    else this.#show({ is: 'untold', why: 'unknown' });
    this.look();
  }

  #begin(change: Change): void {
    this.change = change;
    this.#clock = new CallClock(change.at);
    this.#watch(change);
  }

  /** Releases the call: the widget was removed, or another call starts. */
  leave(): void {
    this.stop();
    this.#unwatch();
  }

  /** Ends all attempts. */
  stop(): void {
    this.#stopped = true;
    this.#stopPatience();
    this.#stopRetry();
    globalThis.removeEventListener('online', this.again);
  }

  /** Watches for the reply of staff, a separate record that the backend sends at any time, and for the status of the call. */
  #watch(change: Change): void {
    this.#unwatch();
    const { records } = this.community;
    this.#watched = records;
    const about = change.records[0]?.id;
    if (!about || !records) return;
    const stops = [records.watch({ kind: 'help-reply', about }, this.look), records.watch({ kind: 'help', by: change.by }, this.look)];
    this.#unwatch = (): void => {
      for (const stop of stops) stop();
    };
  }

  #carry(change: Change): readonly Promise<Answer>[] | null {
    this.#attempt += 1;
    return this.community.delivery.deliver(change, { attempt: this.#attempt, urgent: true, signal: AbortSignal.timeout(abortAfter) });
  }

  /** Sends the call. Returns whether anybody took it. */
  #send(): boolean {
    const { change } = this;
    if (!change) return false;
    const promises = this.#carry(change);
    if (!promises) {
      this.#untold(navigator.onLine ? 'unclaimed' : 'offline');
      this.#scheduleRetry();
      return false;
    }
    if (!navigator.onLine) this.#untold('offline');
    void this.#settle(change, promises);
    return true;
  }

  async #settle(change: Change, promises: readonly Promise<Answer>[]): Promise<void> {
    const outcome = await this.#read(promises);
    if (outcome.kind === 'delivered') {
      await this.#delivered(change);
      if (this.change === change && !this.#isCancelled()) this.#end({ is: 'told', at: new Date().toISOString() });
      return;
    }
    if (await this.#kept) await this.community.records?.sent(change.key, false);
    if (this.#stopped || this.change !== change) return;
    this.#untold(navigator.onLine ? whyUntold(outcome) : 'offline');
    this.#scheduleRetry();
  }

  async #read(promises: readonly Promise<Answer>[]): Promise<Outcome> {
    const outcome = await readAnswers(promises, AbortSignal.timeout(abortAfter));
    if (outcome.kind === 'retry' && outcome.unclear) this.community.delivery.unclear();
    return outcome;
  }

  async #delivered(change: Change): Promise<void> {
    if (await this.#kept) await this.community.records?.sent(change.key);
  }

  #scheduleRetry(): void {
    this.#stopRetry();
    if (!this.#stopped) this.#stopRetry = realClock.after(helpEvery, () => void this.#retry());
  }

  /** Sends again, unless the call is stored: then the store retries it equally often, and the backend need not be asked twice. */
  async #retry(): Promise<void> {
    if (await this.#isTriedByStore()) this.#scheduleRetry();
    else if (!this.#stopped) this.#send();
  }

  async #isTriedByStore(): Promise<boolean> {
    const { records, status } = this.community;
    const id = this.change?.records[0]?.id;
    const isUnclaimed = this.state.is === 'untold' && this.state.why === 'unclaimed';
    if (!(await this.#kept) || !records || !id || status.paused || isUnclaimed) return false;
    const kept = await records.get(id).catch(() => undefined); // a store that cannot be read, for example a locked one, sends nothing
    return kept?.sent === 'waiting';
  }

  #silence(): void {
    if (this.state.is === 'asking') this.#untold('no-answer');
  }

  #untold(why: Untold): void {
    // After 20 s without an answer, that message stays until there is a better one.
    if (this.state.is === 'untold' && this.state.why === 'no-answer' && why === 'not-taken') return;
    this.#show({ is: 'untold', why });
  }

  #isCancelled(): boolean {
    return this.state.is === 'cancelled';
  }

  #end(state: CallState): void {
    this.stop();
    this.#show(state);
  }

  #show(state: CallState): void {
    this.state = state;
    this.changed();
  }
}
