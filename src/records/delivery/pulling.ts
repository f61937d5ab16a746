import { defaultPolicy } from '../../model/record.js';
import { MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import { isVisible } from '../page-life.js';
import { fitting, readCursor, take } from '../acting/taking.js';
import type { RecordsOptions } from '../types.js';

type Pull = NonNullable<RecordsOptions['pull']>;

const patience = 30_000;
const mostPages = 100;

/** Asks the backend for what is new: when told, and every `policy.pullEvery` seconds while the page is visible. */
export class Pulling {
  readonly #ground: Ground;
  readonly #pull: Pull;
  readonly #ended: (error: unknown) => void;
  #now: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #closed = false;
  #abort: AbortController | undefined;
  #stopTimer: () => void = () => undefined;

  /** `ended` hears of every end: undefined where all went well. */
  constructor(ground: Ground, pull: Pull, ended: (error: unknown) => void) {
    this.#ground = ground;
    this.#pull = pull;
    this.#ended = ended;
  }

  /**
   * Asks, after what is being asked already: an answer under way may be older than the wish.
   * @throws MilieuError `pull-failed`, `no-transport` where there is nowhere to ask, or why it could not be kept
   */
  ask(): Promise<void> {
    if (!this.#now) return this.#begin();
    this.#next ??= this.#now.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  /** Asks where nobody waits for the answer. */
  quietly(): void {
    if (this.#closed || this.#next) return;
    this.ask().catch(() => undefined); // `ended` has heard of it
  }

  close(): void {
    this.#closed = true;
    this.#stopTimer();
    this.#abort?.abort();
  }

  #begin(): Promise<void> {
    this.#next = undefined;
    const now = this.#once().then(
      () => this.#end(undefined),
      (error: unknown) => {
        this.#end(error);
        throw error;
      },
    );
    this.#now = now;
    return now;
  }

  #end(error: unknown): void {
    this.#now = undefined;
    if (this.#closed) return;
    this.#wait();
    this.#ended(error);
  }

  #wait(): void {
    this.#stopTimer();
    this.#stopTimer = this.#ground.clock.after((this.#ground.policy.pullEvery ?? defaultPolicy.pullEvery) * 1000, () => {
      if (isVisible()) this.quietly();
      else this.#wait();
    });
  }

  async #once(): Promise<void> {
    for (let page = 0; page < mostPages && !this.#closed; page++) if (!(await this.#page())) return;
  }

  /** One question. True: there may be more behind the cursor. */
  async #page(): Promise<boolean> {
    const before = await readCursor(this.#ground);
    const { records, cursor, gone } = await this.#answer(before);
    const good = fitting(this.#ground, records);
    await take(this.#ground, good, cursor === before ? undefined : cursor, gone);
    if (good.length < records.length) throw new MilieuError('invalid');
    return records.length + gone.length > 0 && cursor !== undefined && cursor !== before;
  }

  async #answer(before: string | undefined): Promise<Read> {
    const abort = new AbortController();
    this.#abort = abort;
    const stop = this.#ground.clock.after(patience, () => abort.abort(new DOMException('', 'TimeoutError')));
    try {
      const asked = this.#pull(before, { signal: abort.signal });
      if (!asked) throw new MilieuError('no-transport');
      const aborted = new Promise<never>((_, reject) => abort.signal.addEventListener('abort', () => reject(new MilieuError('pull-failed'))));
      return read(await Promise.race([asked, aborted]));
    } catch (error) {
      throw error instanceof MilieuError ? error : new MilieuError('pull-failed'); // what the host's code throws may hold anything
    } finally {
      stop();
    }
  }
}

interface Read {
  readonly records: readonly unknown[];
  readonly gone: readonly string[];
  readonly cursor?: string;
}

function read(answer: unknown): Read {
  if (typeof answer !== 'object' || answer === null || !('records' in answer) || !Array.isArray(answer.records)) throw new MilieuError('invalid');
  const cursor: unknown = 'cursor' in answer ? answer.cursor : undefined;
  const gone: unknown = 'gone' in answer ? answer.gone : [];
  if (!Array.isArray(gone)) throw new MilieuError('invalid');
  const lost = gone.filter((id): id is string => typeof id === 'string');
  return { records: answer.records as unknown[], gone: lost, ...(typeof cursor === 'string' ? { cursor } : {}) };
}
