import type { Emitter } from '../base/emitter.js';
import { codeOf, MilieuError } from '../base/errors.js';
import type { StatusStore } from '../base/status.js';
import type { RecordsOptions } from '../base/types.js';
import type { TaskRunner } from '../tasks/task-runner.js';
import type { StoreContext, StoreEvents, StoreLocation } from '../context/store-context.js';
import { Delivery } from './delivery.js';
import { type PullEnd, PullLoop } from './pull.js';
import { openTabChannel, type TabChannel } from './tab-channel.js';
import { noTabLocks, openTabLocks, type TabLocks } from './tab-liveness.js';

type HostLinks = { readonly [W in 'carry' | 'pull']: RecordsOptions[W] | undefined };

/** What goes between this tab, the other tabs and the backend. */
export class SyncManager {
  readonly #options: HostLinks;
  readonly #board: StatusStore;
  readonly #tasks: TaskRunner;
  readonly #events: Emitter<StoreEvents>;
  #channel: TabChannel | undefined;
  #tabs: TabLocks = noTabLocks;
  #delivery: Delivery | undefined;
  #pulling: PullLoop | undefined;
  /** Blind tag of the person whose records are open. */
  #who: string | undefined;
  /** The store was locked before the other tabs could be told. */
  #isLockUntold = false;

  constructor(options: HostLinks, tab: string, board: StatusStore, tasks: TaskRunner, events: Emitter<StoreEvents>) {
    this.#options = options;
    this.#board = board;
    this.#tasks = tasks;
    this.#events = events;
    events.on('located', (location) => this.#connectTabs(location, tab));
    events.on('opened', ({ context, anew }) => this.#start(context, anew));
    events.on('closed', () => this.#stop());
    events.on('back', () => void this.#delivery?.diskIsBack());
    events.on('changed', () => this.#delivery?.changed());
    events.on('planned', (written) => this.#delivery?.planned(written));
    events.on('wrote', (ids) => this.#channel?.post({ say: 'changed', ids }));
  }

  /** Meets the other tabs; records that are in memory only have none. */
  #connectTabs({ name, storage }: StoreLocation, tab: string): void {
    if (!storage.lasting) return;
    this.#tabs = openTabLocks(name, tab);
    this.#channel = openTabChannel(name, (message) => {
      if (message.say === 'turn') this.#delivery?.look();
      else if (message.say === 'wait') this.#delivery?.askedToWait(message.ms);
      else if (message.say === 'checked') this.#checkedBy(message.who, message.at);
      else if (message.say === 'changed') this.#events.emit('changed', message.ids);
      else this.#events.emit(message.say);
    });
    if (this.#isLockUntold) this.#channel.post({ say: 'lock' });
  }

  #start(context: StoreContext, anew: boolean): void {
    const { carry, pull } = this.#options;
    if (anew) this.#channel?.post({ say: 'key' });
    this.#who = context.session().who;
    if (pull) this.#pulling = new PullLoop(context, this.#noticed(pull), this.#tasks, (end) => this.#pulled(end));
    else this.#board.set({ pulls: false });
    if (carry) this.#delivery = this.#deliver(context, carry);
    this.resumeAll();
  }

  /** A host may give its `pull` later, or take it away: each time it is asked says whether there is one. */
  #noticed(pull: NonNullable<HostLinks['pull']>): NonNullable<HostLinks['pull']> {
    return (cursor, info) => {
      const asked = pull(cursor, info);
      this.#board.set({ pulls: asked !== undefined });
      return asked;
    };
  }

  /** All that the backend had at `at` is on the disk: for this tab, and for others of the same person. */
  checked(at: number): void {
    if (this.#who === undefined) return;
    this.#channel?.post({ say: 'checked', who: this.#who, at });
    this.#events.emit('checked', at);
  }

  #checkedBy(who: string, at: number): void {
    if (who === this.#who) this.#events.emit('checked', at);
  }

  #deliver(context: StoreContext, carry: NonNullable<RecordsOptions['carry']>): Delivery {
    return new Delivery(context, this.#tabs, {
      carry,
      pull: this.#options.pull ? () => this.pull() : undefined,
      notifyPeers: () => this.#channel?.post({ say: 'turn' }),
      askedToWait: (ms) => this.#channel?.post({ say: 'wait', ms }),
      paused: (paused, code) => {
        this.#board.setCode('delivery', code);
        this.#board.set({ paused });
      },
      idle: (sent) => {
        if (!sent) return;
        this.#board.setCode('delivery', undefined);
        this.#pulling?.quietly();
      },
      failed: (error) => this.#trouble('delivery', error),
    });
  }

  #stop(): void {
    this.#delivery?.close();
    this.#pulling?.close();
    this.#delivery = this.#pulling = this.#who = undefined;
    this.#board.set({ paused: false });
  }

  close(): void {
    this.#stop();
    this.#channel?.close();
    this.#tabs.close();
  }

  /** Tells the others to lock, as soon as it is known where they are. */
  locked(): void {
    if (this.#channel) this.#channel.post({ say: 'lock' });
    else this.#isLockUntold = true;
  }

  /** Tells the others that nothing is kept here any more. */
  removed(): void {
    this.#channel?.post({ say: 'removed' });
  }

  /** A change waits. */
  added(): void {
    if (this.#delivery) this.#delivery.added();
    else this.#channel?.post({ say: 'turn' });
  }

  wake(): void {
    this.#delivery?.wake();
  }

  /** The page is back: looks both ways. */
  resumeAll(): void {
    this.#delivery?.wake();
    this.#pulling?.quietly();
  }

  resume(): void {
    this.#delivery?.resume();
    this.#pulling?.quietly();
  }

  async pull(): Promise<void> {
    if (!this.#pulling) throw new MilieuError('no-transport');
    await this.#pulling.ask();
  }

  #pulled({ error, at, unfit }: PullEnd): void {
    if (error) return this.#trouble('pull', error);
    this.#board.setCode('pull', unfit ? 'invalid-record' : undefined);
    if (this.#delivery?.paused) this.#delivery.resume();
    if (at !== undefined) this.checked(at);
  }

  #trouble(source: 'delivery' | 'pull', error: unknown): void {
    const code = codeOf(error);
    if (code === 'locked') this.#events.emit('key');
    else if (code === 'invalid-record')
      this.#board.setCode(source, code); // each has been named already
    else if (code !== 'no-transport' && code !== 'cancelled') this.#board.fail(source, code);
  }
}
