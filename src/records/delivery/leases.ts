import type { Ground } from '../ground.js';
import { guard } from '../sealing/keys.js';
import { ahead, claim, type Claimed, leased, leaseFor, release } from './outbox.js';
import { hex, randomBytes } from '../sealing/webcrypto.js';
import type { Tabs } from './tabs.js';

/** The claims of one tab. */
export class Leases {
  readonly #ground: Ground;
  readonly #tabs: Tabs;
  #floor = -1;
  #waits = new Map<string, () => void>();

  constructor(ground: Ground, tabs: Tabs) {
    this.#ground = ground;
    this.#tabs = tabs;
  }

  /**
   * The first row that is ready; else one that a tab left behind. Leases are looked at only where nothing is ready.
   * @param early takes also what waits for its next attempt
   */
  async claim(early: boolean): Promise<Claimed | undefined> {
    await this.#tabs.ready;
    const claimed = (await this.#take(early)) ?? (await this.#take(early, await this.#gone()));
    if (claimed) this.#floor = Math.min(claimed.due, this.#ground.clock.now());
    return claimed;
  }

  #take(early: boolean, gone?: ReadonlySet<string>): Promise<Claimed | undefined> {
    const { shelf, clock, tab } = this.#ground;
    const session = this.#ground.session();
    const token = hex(randomBytes(8));
    return shelf.run(['outbox', 'meta'], 'write', async (tx) => {
      await guard(tx, session, clock);
      const lease = { tab, token, until: clock.now() + leaseFor };
      return claim(tx, { who: session.who, lease, clock, floor: this.#floor, early, ...(gone ? { gone } : {}) });
    });
  }

  /** The tokens of tabs that have gone. The leases are read first: the other way round, a tab that starts in between is robbed. */
  async #gone(): Promise<ReadonlySet<string>> {
    const { who } = this.#ground.session();
    const rows = await this.#ground.shelf.run(['outbox'], 'read', (tx) => leased(tx, who));
    const alive = rows.length ? await this.#tabs.alive() : undefined;
    return new Set(rows.flatMap(({ lease }) => (alive && lease && !alive.has(lease.tab) ? [lease.token] : [])));
  }

  async release({ row }: Claimed, again: { due: number; attempts: number }): Promise<void> {
    const token = row.lease?.token ?? '';
    await this.#ground.shelf.run(['outbox'], 'write', (tx) => release(tx, row, token, again));
  }

  /** ms until something is due. Runs `gone` when a tab that holds something closes. */
  async nextIn(gone: () => void): Promise<number> {
    const { who } = this.#ground.session();
    const { due, held } = await this.#ground.shelf.run(['outbox'], 'read', (tx) => ahead(tx, who));
    const others = new Set(held.map(({ tab }) => tab).filter((tab) => tab !== this.#ground.tab));
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
    return due === undefined ? Infinity : Math.max(0, due - this.#ground.clock.now());
  }

  close(): void {
    for (const stop of this.#waits.values()) stop();
    this.#waits.clear();
  }
}
