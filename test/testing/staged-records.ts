import { openRecords } from '../../src/records/index.js';
import type { Kept, Records, Sent, Status } from '../../src/records/base/types.js';
import type { As } from '../../src/model/record.js';

/** A real store that says of itself, and of how far its records have come, what a test wants. */
export class StagedRecords {
  readonly records: Records;
  #status: Partial<Status> = {};
  #sent: Sent | undefined;
  #silent = false;
  readonly #runs = new Set<(status: Status) => void>();

  private constructor(private readonly real: Records) {
    this.records = new Proxy(real, { get: (target, name) => this.#get(target, name) });
  }

  static async open(community: string, person: string, as: As): Promise<StagedRecords> {
    return new StagedRecords(await openRecords({ community, person, as, keep: 'page', carry: () => null }));
  }

  /** From now on every record has come this far, and the store says this of itself. */
  say(status: Partial<Status>, sent?: Sent): void {
    this.#status = status;
    this.#sent = sent;
    for (const run of this.#runs) run(this.#told);
  }

  /** From now on nobody hears of a change of the status, as when what waits is one before and after. */
  hush(): void {
    this.#silent = true;
  }

  get #told(): Status {
    return { ...this.real.status, ...this.#status };
  }

  #get(target: Records, name: string | symbol): unknown {
    const value: unknown = Reflect.get(target, name);
    if (name === 'status') return this.#told;
    if (name === 'watchStatus') return (run: (status: Status) => void) => this.#watch(run);
    if (name === 'get') return async (id: string) => this.#staged(await target.get(id));
    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
  }

  #watch(run: (status: Status) => void): () => void {
    this.#runs.add(run);
    const stop = this.real.watchStatus(() => {
      if (!this.#silent) run(this.#told);
    });
    return () => {
      this.#runs.delete(run);
      stop();
    };
  }

  #staged(kept: Kept | undefined): Kept | undefined {
    return kept && this.#sent ? { ...kept, sent: this.#sent } : kept;
  }
}
