import type { Clock } from '../base/clock.js';
import { codeOf, type ErrorCode, MilieuError } from '../base/errors.js';
import type { Work } from '../base/types.js';

/** ms: the shortest time between two progress updates of the status. */
const reportEvery = 100;
/** ms: the longest time that a task runs without yielding to the page. */
const sliceMs = 12;

/** Passed to a long task, to report its progress and to ask whether it was cancelled. */
export interface TaskProgress {
  /** Aborts when the task is cancelled. */
  readonly signal: AbortSignal;
  /** Reports progress. The task is not shown before the first call. */
  report(done: number, of?: number): void;
  /** Like `report`; then throws if the task was cancelled, and yields to the page. @throws MilieuError `cancelled` */
  step(done: number, of?: number): Promise<void>;
  /** @throws MilieuError `cancelled` */
  check(): void;
  /** Waits for work that cannot be cancelled. On cancellation it rejects at once and ignores the result. @throws MilieuError `cancelled` */
  orStopped<T>(work: Promise<T>): Promise<T>;
  /** Starts the last step: from now on the task cannot be cancelled. @throws MilieuError `cancelled` */
  commit(): void;
}

/** How the caller of a long task can cancel it and follow its progress. */
export interface TaskOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the records, rows or lines done so far, and the total if it is known. An error it throws goes to `reportError`. */
  readonly onProgress?: ((done: number, of?: number) => void) | undefined;
}

/** Runs the long tasks of a store. The status shows the one that started last; a person can cancel that one. */
export class TaskRunner {
  readonly #clock: Clock;
  readonly #show: (work: Work | undefined) => void;
  readonly #running: Task[] = [];

  constructor(clock: Clock, show: (work: Work | undefined) => void) {
    this.#clock = clock;
    this.#show = show;
  }

  /** Runs `work` as a task. @throws MilieuError `cancelled` if it was cancelled; and any error of `work` */
  async run<T>(kind: Work['kind'], work: (progress: TaskProgress) => Promise<T>, { signal, onProgress }: TaskOptions = {}): Promise<T> {
    const task = new Task(kind, this.#clock, (shown) => {
      if (!shown.ended) callOnProgress(onProgress, shown);
      if (this.#running.at(-1) === task) this.#show(shown);
    });
    const stop = (): void => task.stop();
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    this.#running.push(task);
    try {
      task.check();
      const result = await work(task);
      this.#end(task, 'done');
      return result;
    } catch (error) {
      const code = codeOf(error);
      // If the store was locked or closed, its status says so already.
      this.#end(task, code === 'cancelled' ? 'stopped' : code === 'locked' || code === 'closed' ? undefined : 'failed', code);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Cancels the task that is shown, unless it is in its last step. */
  stop(): void {
    this.#running.at(-1)?.stop();
  }

  #end(task: Task, ended: Work['ended'], code?: ErrorCode): void {
    this.#running.splice(this.#running.indexOf(task), 1);
    const { work } = task;
    const before = this.#running.at(-1)?.work;
    if (before) this.#show(before);
    else if (work) this.#show(ended && Object.freeze({ ...work, ended, stoppable: false, ...(ended === 'failed' && code ? { code } : {}) }));
  }
}

class Task implements TaskProgress {
  work: Work | undefined;
  readonly #kind: Work['kind'];
  readonly #clock: Clock;
  readonly #onReport: (work: Work) => void;
  readonly #abort = new AbortController();
  #stoppable = true;
  #lastReport = 0;
  #lastYield = performance.now();

  constructor(kind: Work['kind'], clock: Clock, onReport: (work: Work) => void) {
    this.#kind = kind;
    this.#clock = clock;
    this.#onReport = onReport;
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

  report(done: number, of?: number): void {
    const before = this.work;
    const now = this.#clock.mono();
    this.work = Object.freeze({ kind: this.#kind, done, ...(of === undefined ? {} : { of }), stoppable: this.#stoppable });
    if (before && before.stoppable === this.#stoppable && done !== of && now - this.#lastReport < reportEvery) return;
    this.#lastReport = now;
    this.#onReport(this.work);
  }

  async step(done: number, of?: number): Promise<void> {
    this.report(done, of);
    this.check();
    if (performance.now() - this.#lastYield < sliceMs) return;
    await new Promise<void>((resume) => setTimeout(resume));
    this.#lastYield = performance.now();
    this.check();
  }

  orStopped<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stopped = (): void => reject(new MilieuError('cancelled'));
      if (this.signal.aborted) stopped();
      this.signal.addEventListener('abort', stopped, { once: true });
      void work.then(resolve, reject).finally(() => this.signal.removeEventListener('abort', stopped));
    });
  }

  commit(): void {
    this.check();
    this.#stoppable = false;
    if (this.work) this.report(this.work.done, this.work.of);
  }
}

function callOnProgress(onProgress: TaskOptions['onProgress'], { done, of }: Work): void {
  try {
    onProgress?.(done, of);
  } catch (error) {
    reportError(error); // an error of the listener belongs to the page
  }
}
