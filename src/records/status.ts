import type { ErrorCode } from './errors.js';
import type { Status } from './types.js';

/** Whose words `Status.code` may be; of several the first in this order. */
const sources = ['key', 'place', 'tally', 'reading', 'delivery', 'pull'] as const;
type Source = (typeof sources)[number];

/** The status, and who wants to hear of it. */
export class StatusBoard {
  readonly #runs = new Set<(status: Status) => void>();
  readonly #codes = new Map<Source, ErrorCode>();
  #status: Status;

  constructor(secure: boolean) {
    this.#status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure };
  }

  get status(): Status {
    return this.#status;
  }

  /** `undefined` takes a field away. */
  set(change: { [F in keyof Status]?: Status[F] | undefined }): void {
    const entries = Object.entries({ ...this.#status, ...change }).filter(([, value]) => value !== undefined);
    const next = Object.freeze(Object.fromEntries(entries)) as unknown as Status;
    const fields = new Set([...Object.keys(next), ...Object.keys(this.#status)]) as Set<keyof Status>;
    if ([...fields].every((field) => next[field] === this.#status[field])) return;
    this.#status = next;
    for (const run of this.#runs) tell(run, next);
  }

  /** Says what is wrong with one part, or that nothing is any more. */
  note(source: Source, code: ErrorCode | undefined): void {
    if (code) this.#codes.set(source, code);
    else this.#codes.delete(source);
    const first = sources.find((one) => this.#codes.has(one));
    this.set({ code: first && this.#codes.get(first) });
  }

  watch(run: (status: Status) => void): () => void {
    this.#runs.add(run);
    tell(run, this.#status);
    return () => void this.#runs.delete(run);
  }

  clear(): void {
    this.#runs.clear();
  }
}

function tell(run: (status: Status) => void, status: Status): void {
  try {
    run(status);
  } catch (error) {
    reportError(error); // a fault of one listener is the page's to hear of
  }
}
