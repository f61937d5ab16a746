import type { ErrorCode } from './errors.js';
import type { Failure, Status } from './types.js';

/** The parts that can set `Status.code`. If several have a code, the first in this order is shown. */
const sources = ['key', 'place', 'tally', 'reading', 'drafts', 'delivery', 'pull'] as const;
type Source = (typeof sources)[number];

/** Holds the status, and calls the listeners for status changes and failures. */
export class StatusStore {
  readonly #runs = new Set<(status: Status) => void>();
  readonly #failureRuns = new Set<(failure: Failure) => void>();
  readonly #codes = new Map<Source, ErrorCode>();
  #status: Status;

  constructor(secure: boolean) {
    this.#status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure };
  }

  get status(): Status {
    return this.#status;
  }

  /** `undefined` removes a field. */
  set(change: { [F in keyof Status]?: Status[F] | undefined }): void {
    const entries = Object.entries({ ...this.#status, ...change }).filter(([, value]) => value !== undefined);
    const next = Object.freeze(Object.fromEntries(entries)) as unknown as Status;
    const fields = new Set([...Object.keys(next), ...Object.keys(this.#status)]) as Set<keyof Status>;
    if ([...fields].every((field) => next[field] === this.#status[field])) return;
    this.#status = next;
    for (const run of this.#runs) notify(run, next);
  }

  /** Sets the error code of one part; `undefined` clears it. */
  setCode(source: Source, code: ErrorCode | undefined): void {
    if (code) this.#codes.set(source, code);
    else this.#codes.delete(source);
    const first = sources.find((one) => this.#codes.has(one));
    this.set({ code: first && this.#codes.get(first) });
  }

  /** Like `setCode`, and reports a failure to the host, once until the code is cleared. */
  fail(source: Source, code: ErrorCode): void {
    const known = this.#codes.get(source) === code;
    this.setCode(source, code);
    if (!known) this.report({ code });
  }

  report(failure: Failure): void {
    for (const run of this.#failureRuns) notify(run, failure);
  }

  watchFailures(run: (failure: Failure) => void): () => void {
    this.#failureRuns.add(run);
    return () => void this.#failureRuns.delete(run);
  }

  watch(run: (status: Status) => void): () => void {
    this.#runs.add(run);
    notify(run, this.#status);
    return () => void this.#runs.delete(run);
  }

  clear(): void {
    this.#runs.clear();
    this.#failureRuns.clear();
  }
}

function notify<T>(run: (told: T) => void, told: T): void {
  try {
    run(told);
  } catch (error) {
    reportError(error); // an error of a listener belongs to the page
  }
}
