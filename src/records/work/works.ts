import type { Clock } from '../clock.js';
import { codeOf, type ErrorCode, MilieuError } from '../errors.js';
import type { Work } from '../types.js';

/** ms: the status is told of steps not more often than this. */
const pace = 100;
/** ms: longer than this nothing runs without giving the page a turn. */
const stride = 12;

/** Given to long work: it says how far it has come, and asks whether it should stop. */
export interface Steps {
  /** Aborts when somebody stops it. */
  readonly signal: AbortSignal;
  /** Says how far it has come. Nobody is told of the work before the first call. */
  at(done: number, of?: number): void;
  /** As `at`; then stops where that was wished, and gives the page a turn. @throws MilieuError `cancelled` */
  step(done: number, of?: number): Promise<void>;
  /** @throws MilieuError `cancelled` */
  check(): void;
  /** What cannot itself be stopped: its result is let go. @throws MilieuError `cancelled` */
  unlessStopped<T>(work: Promise<T>): Promise<T>;
  /** From here on it goes through whole. @throws MilieuError `cancelled` */
  last(): void;
}

/** How the caller of long work may stop it and follow it. */
export interface Following {
  readonly signal?: AbortSignal | undefined;
  /** Records or rows done, and of how many where that is known. */
  readonly onProgress?: ((done: number, of?: number) => void) | undefined;
}

/** What takes its time in this store: the last begun is shown, and can be stopped. */
export class Works {
  readonly #clock: Clock;
  readonly #show: (work: Work | undefined) => void;
  readonly #going: Going[] = [];

  constructor(clock: Clock, show: (work: Work | undefined) => void) {
    this.#clock = clock;
    this.#show = show;
  }

  /** @throws MilieuError `cancelled` where it was stopped; and whatever `work` throws */
  async run<T>(kind: Work['kind'], work: (steps: Steps) => Promise<T>, { signal, onProgress }: Following = {}): Promise<T> {
    const going = new Going(kind, this.#clock, (shown) => {
      if (!shown.ended) follow(onProgress, shown);
      if (this.#going.at(-1) === going) this.#show(shown);
    });
    const stop = (): void => going.stop();
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    this.#going.push(going);
    try {
      going.check();
      const result = await work(going);
      this.#end(going, 'done');
      return result;
    } catch (error) {
      const code = codeOf(error);
      // A store that was locked or let go says so itself.
      this.#end(going, code === 'cancelled' ? 'stopped' : code === 'locked' || code === 'closed' ? undefined : 'failed', code);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Stops what is shown, unless it is in its last step. */
  stop(): void {
    this.#going.at(-1)?.stop();
  }

  #end(going: Going, ended: Work['ended'], code?: ErrorCode): void {
    this.#going.splice(this.#going.indexOf(going), 1);
    const { work } = going;
    const before = this.#going.at(-1)?.work;
    if (before) this.#show(before);
    else if (work) this.#show(ended && Object.freeze({ ...work, ended, stoppable: false, ...(ended === 'failed' && code ? { code } : {}) }));
  }
}

class Going implements Steps {
  work: Work | undefined;
  readonly #kind: Work['kind'];
  readonly #clock: Clock;
  readonly #tell: (work: Work) => void;
  readonly #abort = new AbortController();
  #stoppable = true;
  #told = 0;
  #breath = performance.now();

  constructor(kind: Work['kind'], clock: Clock, tell: (work: Work) => void) {
    this.#kind = kind;
    this.#clock = clock;
    this.#tell = tell;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  stop(): void {
    if (this.#stoppable) this.#abort.abort(new MilieuError('cancelled'));
  }

  check(): void {
    if (this.signal.aborted) throw new MilieuError('cancelled');
  }

  at(done: number, of?: number): void {
    const before = this.work;
    const now = this.#clock.mono();
    this.work = Object.freeze({ kind: this.#kind, done, ...(of === undefined ? {} : { of }), stoppable: this.#stoppable });
    if (before && before.stoppable === this.#stoppable && done !== of && now - this.#told < pace) return;
    this.#told = now;
    this.#tell(this.work);
  }

  async step(done: number, of?: number): Promise<void> {
    this.at(done, of);
    this.check();
    if (performance.now() - this.#breath < stride) return;
    await new Promise<void>((resume) => setTimeout(resume));
    this.#breath = performance.now();
    this.check();
  }

  unlessStopped<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stopped = (): void => reject(new MilieuError('cancelled'));
      if (this.signal.aborted) stopped();
      this.signal.addEventListener('abort', stopped, { once: true });
      void work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', stopped));
    });
  }

  last(): void {
    this.check();
    this.#stoppable = false;
    if (this.work) this.at(this.work.done, this.work.of);
  }
}

function follow(onProgress: Following['onProgress'], { done, of }: Work): void {
  try {
    onProgress?.(done, of);
  } catch (error) {
    reportError(error); // a fault of the listener is the page's to hear of
  }
}
