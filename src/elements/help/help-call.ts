import { uuidv7 } from 'uuidv7';
import { decide } from '../../model/decide.js';
import type { Change, Data } from '../../model/record.js';
import { Refused } from '../../model/refusals.js';
import { readAnswers } from '../../records/delivery/answer.js';
import { MilieuError } from '../../records/errors.js';
import type { Kept } from '../../records/types.js';
import type { Community } from '../community/community.js';

/** Why nobody has been told, as far as this page knows. */
export type Untold = 'unclaimed' | 'offline' | 'no-answer' | 'not-taken';

/** What is known of one call. Only `told` and `seen` rest on the word of the host. */
export type CallState =
  | { readonly is: 'ready' }
  | { readonly is: 'asking' }
  | { readonly is: 'untold'; readonly why: Untold }
  | { readonly is: 'told'; readonly at: string }
  | { readonly is: 'seen'; readonly by: string; readonly at: string }
  | { readonly is: 'cancelled'; readonly known: boolean };

/** Milliseconds until silence is called silence. */
export const patience = 20_000;
const abortAfter = 30_000;
const longestPause = 30_000;

/**
 * One call for help. It is dispatched at once in the tab where it was pressed, whatever the state of disk, lock or other
 * tabs, and kept beside that where the disk allows, so that another tab or a later load can carry it too: always the same key.
 */
export class HelpCall {
  state: CallState = { is: 'ready' };
  change: Change | undefined;

  #attempt = 0;
  #kept: Promise<boolean> = Promise.resolve(false);
  #patience: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #over = true;
  #adopted = false;
  #unwatch = (): void => undefined;

  constructor(
    private readonly community: Community,
    private readonly changed: () => void,
  ) {}

  /** Asks staff. */
  ask(data: Data): void {
    const change = this.#make('ask', uuidv7(), undefined, data);
    this.change = change;
    this.#over = false;
    this.#attempt = 0;
    this.#show({ is: 'asking' });
    const taken = this.#send();
    this.#kept = this.#keep('ask', change, 0, taken);
    this.#patience = setTimeout(() => this.#silence(), patience);
    globalThis.addEventListener('online', this.again);
    this.#watch(change);
  }

  /** Tries once more, now. */
  readonly again = (): void => {
    if (this.#adopted) this.community.records?.wake();
    if (this.#over) return;
    clearTimeout(this.#retry);
    this.#send();
  };

  /** Takes the call back. What has gone out already is followed by the word that it was taken back. */
  async cancel(): Promise<void> {
    const asked = this.change?.records[0];
    if (!asked || this.state.is === 'cancelled') return;
    const wasTold = this.state.is === 'told' || this.state.is === 'seen' || this.state.is === 'asking';
    this.stop();
    const change = this.#make('cancel', asked.id, asked, undefined);
    this.change = change;
    this.#show({ is: 'cancelled', known: !wasTold });
    const promises = this.#carry(change);
    this.#kept = this.#kept.then((stored) => stored && this.#keep('cancel', change, asked.rev, promises !== null));
    if (!promises) return;
    const outcome = await this.#read(promises);
    if (outcome.kind === 'delivered') await this.#delivered(change);
    if (outcome.kind === 'delivered' && this.change === change) this.#show({ is: 'cancelled', known: true });
  }

  /** Looks whether another tab has delivered it, or staff have seen it. Called whenever the community changed. */
  readonly look = (): void => {
    this.#look().catch((error: unknown) => this.community.report(error));
  };

  async #look(): Promise<void> {
    const { change } = this;
    const root = change?.records[0];
    const records = this.community.records;
    if (!root || !records || this.state.is === 'ready' || this.state.is === 'cancelled') return;
    const kept = await records.get(root.id);
    if (!kept || change !== this.change || this.#isCancelled()) return;
    const [reply] = (await records.list({ kind: 'help-reply', about: root.id, limit: 1 })).map(({ record }) => record);
    if (reply) this.#end({ is: 'seen', by: reply.by, at: reply.at });
    else if (kept.sent === 'sent' && this.state.is !== 'told' && this.state.is !== 'seen') this.#end({ is: 'told', at: new Date().toISOString() });
  }

  /** Picks up a call that was made before this page was loaded; the store goes on sending it. */
  adopt({ record: asked, sent }: Kept<Data>): void {
    const { actor, identity } = this.community;
    this.#adopted = true;
    this.change = { key: uuidv7(), action: 'ask', by: actor.person, as: actor.as, at: asked.at, community: identity.community, records: [asked] };
    this.#kept = Promise.resolve(true);
    if (sent === 'sent') this.#show({ is: 'told', at: asked.at });
    else this.#show({ is: 'untold', why: navigator.onLine ? 'not-taken' : 'offline' });
    this.#watch(this.change);
    this.look();
  }

  /** The widget is gone, or another call begins. */
  leave(): void {
    this.stop();
    this.#unwatch();
  }

  /** No more attempts. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#patience);
    clearTimeout(this.#retry);
    globalThis.removeEventListener('online', this.again);
  }

  /** Staff answer with a record of their own; it comes from the backend whenever it comes. */
  #watch(change: Change): void {
    this.#unwatch();
    const about = change.records[0]?.id;
    if (about) this.#unwatch = this.community.records?.watch({ kind: 'help-reply', about, limit: 1 }, this.look) ?? this.#unwatch;
  }

  #make(action: 'ask' | 'cancel', id: string, root: Change['records'][number] | undefined, data: Data | undefined): Change {
    const { actor, policy, identity } = this.community;
    const now = new Date().toISOString();
    const decided = decide(action, {
      kind: 'help',
      id,
      root,
      community: identity.community,
      actor,
      policy,
      now,
      input: data ? { data } : {},
    });
    if (decided instanceof Refused) throw new MilieuError(decided.code);
    return { key: uuidv7(), action, by: actor.person, as: actor.as, at: now, community: identity.community, records: decided.records };
  }

  #carry(change: Change): readonly Promise<unknown>[] | null {
    this.#attempt += 1;
    return this.community.carry(change, { attempt: this.#attempt, urgent: true, signal: AbortSignal.timeout(abortAfter) });
  }

  /** Whether anybody took it. */
  #send(): boolean {
    const { change } = this;
    if (!change) return false;
    const promises = this.#carry(change);
    if (!promises) {
      this.#untold(navigator.onLine ? 'unclaimed' : 'offline');
      this.#later();
      return false;
    }
    if (!navigator.onLine) this.#untold('offline');
    void this.#settle(change, promises);
    return true;
  }

  async #settle(change: Change, promises: readonly Promise<unknown>[]): Promise<void> {
    const outcome = await this.#read(promises);
    if (outcome.kind === 'delivered') {
      await this.#delivered(change);
      if (this.change === change && !this.#isCancelled()) this.#end({ is: 'told', at: new Date().toISOString() });
      return;
    }
    if (await this.#kept) await this.community.records?.sent(change.key, false);
    if (this.#over || this.change !== change) return;
    this.#untold(navigator.onLine ? 'not-taken' : 'offline');
    this.#later();
  }

  #read(promises: readonly Promise<unknown>[]): ReturnType<typeof readAnswers> {
    return readAnswers(promises, AbortSignal.timeout(abortAfter));
  }

  async #delivered(change: Change): Promise<void> {
    if (await this.#kept) await this.community.records?.sent(change.key);
  }

  /** Whether it is on the disk. A full or locked disk must not stop a call; the host is told why it is not kept. */
  async #keep(action: string, change: Change, rev: number, carried: boolean): Promise<boolean> {
    const root = change.records[0];
    const store = this.community.status.store;
    if (!root || (store !== 'open' && store !== 'memory')) return false;
    try {
      await this.community.act(action, { kind: 'help', id: root.id, rev }, { data: root.data, key: change.key, at: change.at, carried });
      return true;
    } catch (error) {
      this.community.report(error, root.id);
      return false;
    }
  }

  #later(): void {
    clearTimeout(this.#retry);
    if (!this.#over) this.#retry = setTimeout(this.again, Math.min(longestPause, 1000 * 2 ** this.#attempt));
  }

  #silence(): void {
    if (this.state.is === 'asking') this.#untold('no-answer');
  }

  #untold(why: Untold): void {
    // After 20 s the words of silence stand until something better is known.
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
