import { senderOf, type StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import type { Lease, OutboxRow } from '../storage/db-schema.js';
import type { Transaction } from '../storage/storage-adapter.js';
import {
  type Again,
  type Ahead,
  claim,
  type ClaimedRow,
  findReady,
  isLeaseOver,
  leased,
  leaseMs,
  type LookOptions,
  nextDue,
  release,
} from '../storage/outbox-rows.js';
import { hex, randomBytes } from '../crypto/webcrypto.js';
import type { TabLocks } from './tab-liveness.js';

export type Which = Pick<LookOptions, 'early' | 'urgentOnly'>;

/** `held`: the rows that tabs hold, where nothing is ready. */
interface Looked {
  readonly ready: OutboxRow | undefined;
  readonly claimed: ClaimedRow | undefined;
  readonly held: readonly OutboxRow[];
}

/** The leases of one tab: its claims as they lie on the disk. */
export class Leases {
  readonly #context: StoreContext;
  readonly #tabs: TabLocks;
  #floor = -1;
  #waits = new Map<string, () => void>();

  constructor(context: StoreContext, tabs: TabLocks) {
    this.#context = context;
    this.#tabs = tabs;
  }

  /**
   * The first row that is ready; else one that a tab left behind. Leases are looked at only where nothing is ready. The search for a call for
   * help, which nearly always finds none, only reads.
   */
  async claim(which: Which): Promise<ClaimedRow | undefined> {
    await this.#tabs.ready;
    for (;;) {
      const looked = await this.#look(which);
      if (looked.claimed) this.#floor = Math.min(looked.claimed.due, this.#context.clock.now());
      if (looked.claimed) return looked.claimed;
      const found = looked.ready ?? (await this.#abandoned(looked.held, which));
      const claimed = found && (await this.#write((tx, lease) => claim(tx, found, lease)));
      if (!found || claimed) return claimed;
    }
  }

  #look(which: Which): Promise<Looked> {
    const { storage, clock } = this.#context;
    const sender = senderOf(this.#context);
    const find = async (tx: Transaction, lease?: Lease): Promise<Looked> => {
      const ready = await findReady(tx, { sender, now: clock.now(), floor: this.#floor, ...which });
      const claimed = ready && lease && (await claim(tx, ready, lease));
      return { ready, claimed, held: ready ? [] : await leased(tx, sender) };
    };
    return which.urgentOnly ? storage.run(['outbox'], 'read', (tx) => find(tx)) : this.#write(find);
  }

  #write<T>(work: (tx: Transaction, lease: Lease) => Promise<T>): Promise<T> {
    const { storage, clock, tab } = this.#context;
    const session = this.#context.session();
    const token = hex(randomBytes(8));
    return storage.run(['outbox', 'meta'], 'write', async (tx) => {
      await assertCurrentKey(tx, session);
      return work(tx, { tab, token, until: clock.now() + leaseMs });
    });
  }

  /** The leases were read before the locks: the other way round, a tab that starts in between is robbed. */
  async #abandoned(held: readonly OutboxRow[], { urgentOnly }: Which): Promise<OutboxRow | undefined> {
    const { clock, tab } = this.#context;
    const alive = held.some(({ lease }) => lease?.tab !== tab) ? await this.#tabs.alive() : undefined;
    const gone = (other: string): boolean => other !== tab && alive?.has(other) === false;
    return held.find((row) => (row.urgent || !urgentOnly) && isLeaseOver(row, clock.now(), gone));
  }

  /** Whether this tab still has the lease. */
  async isMine({ row }: ClaimedRow): Promise<boolean> {
    const now = await this.#context.storage.run(['outbox'], 'read', (tx) => tx.get('outbox', row.seq));
    return now?.lease?.token === row.lease?.token;
  }

  async release({ row }: ClaimedRow, again: Again): Promise<void> {
    const token = row.lease?.token ?? '';
    await this.#context.storage.run(['outbox'], 'write', (tx) => release(tx, row, token, again));
  }

  /** What is due next. Runs `gone` when a tab that holds something closes. */
  async next(gone: () => void): Promise<Ahead> {
    const sender = senderOf(this.#context);
    const next = await this.#context.storage.run(['outbox'], 'read', (tx) => nextDue(tx, sender, this.#context.clock.now()));
    const { held } = next;
    const others = new Set(held.map(({ tab }) => tab).filter((tab) => tab !== this.#context.tab));
    for (const [tab, stop] of this.#waits) {
      if (others.has(tab)) continue;
      stop();
      this.#waits.delete(tab);
    }
    for (const tab of others)
      if (!this.#waits.has(tab))
        this.#waits.set(
          tab,
          this.#tabs.whenGone(tab, () => (this.#waits.delete(tab), gone())),
        );
    return next;
  }

  close(): void {
    for (const stop of this.#waits.values()) stop();
    this.#waits.clear();
  }
}
