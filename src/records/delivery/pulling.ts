import { defaultPolicy } from '../../model/record.js';
import { codeOf, MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import { isVisible } from '../page-life.js';
import { fitting, readCursor, take } from '../acting/taking.js';
import type { RecordsOptions } from '../types.js';
import type { Steps, Works } from '../work/works.js';

type Pull = NonNullable<RecordsOptions['pull']>;

const patience = 30_000;
const mostPages = 1000;

/** Asks the backend for what is new: when told, and every `policy.pullEvery` seconds while the page is visible. */
export class Pulling {
  readonly #ground: Ground;
  readonly #pull: Pull;
  readonly #works: Works;
  readonly #ended: (error: unknown) => void;
  #now: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #closed = false;
  /** Records that came since this was asked. */
  #came = 0;
  #abort: AbortController | undefined;
  #stopTimer: () => void = () => undefined;

  /** `ended` hears of every end: undefined where all went well. */
  constructor(ground: Ground, pull: Pull, works: Works, ended: (error: unknown) => void) {
    this.#ground = ground;
    this.#pull = pull;
    this.#works = works;
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
    if (codeOf(error) !== 'cancelled') this.#wait(); // stopped by a person: it goes on when the page comes back, not by the clock
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
    this.#came = 0;
    const first = (await readCursor(this.#ground)) === undefined;
    if (first || (await this.#page())) await this.#works.run('pull', (steps) => this.#pages(steps));
  }

  /** The first time, or more than one page: it is shown, and can be stopped between two pages. */
  async #pages(steps: Steps): Promise<void> {
    for (let page = 0; page < mostPages && !this.#closed && (await this.#page(steps)); page++) steps.check();
  }

  /** One question. True: there may be more behind the cursor. */
  async #page(steps?: Steps): Promise<boolean> {
    const before = await readCursor(this.#ground);
    const { records, cursor, gone, left } = await this.#answer(before, steps);
    const good = fitting(this.#ground, records);
    await take(this.#ground, good, cursor === before ? undefined : cursor, gone);
    this.#came += records.length + gone.length;
    steps?.at(this.#came, left === undefined ? undefined : this.#came + left);
    if (good.length < records.length) throw new MilieuError('invalid');
    return records.length + gone.length > 0 && cursor !== undefined && cursor !== before;
  }

  async #answer(before: string | undefined, steps?: Steps): Promise<Read> {
    const abort = new AbortController();
    const stopped = (): void => abort.abort();
    steps?.signal.addEventListener('abort', stopped);
    this.#abort = abort;
    const stop = this.#ground.clock.after(patience, () => abort.abort(new DOMException('', 'TimeoutError')));
    try {
      const asked = this.#pull(before, { signal: abort.signal });
      if (!asked) throw new MilieuError('no-transport');
      if (!this.#came) steps?.at(0);
      const aborted = new Promise<never>((_, reject) => abort.signal.addEventListener('abort', () => reject(new MilieuError('pull-failed'))));
      return read(await Promise.race([asked, aborted]));
    } catch (error) {
      steps?.check();
      throw error instanceof MilieuError ? error : new MilieuError('pull-failed'); // what the host's code throws may hold anything
    } finally {
      stop();
      steps?.signal.removeEventListener('abort', stopped);
    }
  }
}

interface Read {
  readonly records: readonly unknown[];
  readonly gone: readonly string[];
  readonly cursor?: string;
  readonly left?: number;
}

function read(answer: unknown): Read {
  if (typeof answer !== 'object' || answer === null || !('records' in answer) || !Array.isArray(answer.records)) throw new MilieuError('invalid');
  const cursor: unknown = 'cursor' in answer ? answer.cursor : undefined;
  const gone: unknown = 'gone' in answer ? answer.gone : [];
  if (!Array.isArray(gone)) throw new MilieuError('invalid');
  const lost = gone.filter((id): id is string => typeof id === 'string');
  const left: unknown = 'left' in answer ? answer.left : undefined;
  return {
    records: answer.records as unknown[],
    gone: lost,
    ...(typeof cursor === 'string' ? { cursor } : {}),
    ...(typeof left === 'number' && Number.isSafeInteger(left) && left >= 0 ? { left } : {}),
  };
}
