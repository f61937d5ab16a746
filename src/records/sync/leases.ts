import type { StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { type Again, type Ahead, nextDue, claim, type ClaimedRow, type ClaimOptions, leased, leaseMs, release } from '../storage/outbox-rows.js';
import { hex, randomBytes } from '../crypto/webcrypto.js';
import type { TabLocks } from './tab-liveness.js';

type Which = Pick<ClaimOptions, 'early' | 'urgentOnly'>;

/** The claims of one tab. */
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
   * The first row that is ready; else one that a tab left behind. Leases are looked at only where nothing is ready.
   */
  async claim(which: Which): Promise<ClaimedRow | undefined> {
    await this.#tabs.ready;
    const claimed = (await this.#take(which)) ?? (await this.#take(which, await this.#gone()));
    if (claimed) this.#floor = Math.min(claimed.due, this.#context.clock.now());
    return claimed;
  }

  #take(which: Which, gone?: ReadonlySet<string>): Promise<ClaimedRow | undefined> {
    const { storage, clock, tab } = this.#context;
    const session = this.#context.session();
    const token = hex(randomBytes(8));
    return storage.run(['outbox', 'meta'], 'write', async (tx) => {
      await assertCurrentKey(tx, session);
      const lease = { tab, token, until: clock.now() + leaseMs };
      return claim(tx, { who: session.who, lease, clock, floor: this.#floor, ...which, ...(gone ? { gone } : {}) });
    });
  }

  /** The tokens of tabs that have gone. The leases are read first: the other way round, a tab that starts in between is robbed. */
  async #gone(): Promise<ReadonlySet<string>> {
    const { who } = this.#context.session();
    const rows = await this.#context.storage.run(['outbox'], 'read', (tx) => leased(tx, who));
    const alive = rows.length ? await this.#tabs.alive() : undefined;
    return new Set(rows.flatMap(({ lease }) => (alive && lease && !alive.has(lease.tab) ? [lease.token] : [])));
  }

  async release({ row }: ClaimedRow, again: Again): Promise<void> {
    const token = row.lease?.token ?? '';
    await this.#context.storage.run(['outbox'], 'write', (tx) => release(tx, row, token, again));
  }

  /** What is due next. Runs `gone` when a tab that holds something closes. */
  async next(gone: () => void): Promise<Ahead> {
    const { who } = this.#context.session();
    const next = await this.#context.storage.run(['outbox'], 'read', (tx) => nextDue(tx, who, this.#context.clock.now()));
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
