import { codeOf, type ErrorCode } from '../base/errors.js';
import type { StatusStore } from '../base/status.js';
import type { StoreContext } from '../context/store-context.js';
import { hex } from '../crypto/webcrypto.js';
import type { AsideRow } from '../storage/db-schema.js';
import type { SeenRows } from './take-in-aside.js';

/** Looks for what is kept aside and known by now: when the store opens, and when a tab with an older version may have kept something aside. */
export class AsideWatch {
  readonly #seen: SeenRows = new Map();
  /** Errors that the host has been told, until a look succeeds. */
  readonly #told = new Set<ErrorCode>();
  #looking: Promise<void> = Promise.resolve();

  /** @param added is called when there is something new to send */
  constructor(
    private readonly run: <T>(work: (context: StoreContext) => Promise<T>) => Promise<T>,
    private readonly board: Pick<StatusStore, 'report'>,
    private readonly added: () => void,
  ) {}

  look(): void {
    this.#looking = this.#looking.then(() => this.#look());
  }

  async #look(): Promise<void> {
    let isBegun = false;
    try {
      await this.run(async (context) => {
        const rows = await this.#unseen(context);
        if (rows.length === 0) return;
        isBegun = true;
        const { takeInAside } = await import('./take-in-aside.js');
        if (await takeInAside(context, rows, this.#seen)) this.added();
      });
      this.#told.clear();
    } catch (error) {
      this.#seen.clear(); // it is looked for again
      const code = codeOf(error);
      if (!isBegun || code === 'locked' || code === 'closed' || this.#told.has(code)) return; // the status says that nothing can be read
      this.#told.add(code);
      this.board.report({ code });
    }
  }

  async #unseen(context: StoreContext): Promise<AsideRow[]> {
    context.session();
    if (context.storage.isReadOnly) return [];
    return context.storage.run(['aside'], 'read', async (tx) => {
      if ((await tx.count('aside')) === 0) return [];
      return (await tx.all('aside')).filter(({ id, iv }) => this.#seen.get(id) !== hex(iv));
    });
  }
}
