import { spanOf } from '../../model/record.js';
import { codeOf, MilieuError } from '../base/errors.js';
import { type StoreContext, pinnedToSession } from '../context/store-context.js';
import { isVisible } from '../base/page-return.js';
import { readCursor, reportUnfit, sorted, applyRemote, type Unfit } from '../commits/apply-remote.js';
import { AsideReport, keepAside } from '../commits/keep-aside.js';
import { isKnownKind } from '../../model/unknown-version.schema.js';
import type { MilieuRecord } from '../../model/record.js';
import type { RecordsOptions } from '../base/types.js';
import type { TaskProgress, TaskRunner } from '../tasks/task-runner.js';

type Pull = NonNullable<RecordsOptions['pull']>;

const pullTimeout = 30_000;
const maxPages = 1000;

/** How a pull ended. */
export interface PullEnd {
  /** Why it failed. */
  readonly error?: unknown;
  /** When its last page was asked for, ms since 1970, where all that the backend had then is here now. */
  readonly at?: number;
  /** Something that came in this pull or before does not fit, and is not here. */
  readonly unfit: boolean;
}

/**
 * Asks the backend for what is new: when told, and every `policy.pullEvery` seconds while the page is visible; for staff also while it is
 * hidden, as often as the browser lets timers run.
 *
 * What fits of a page is taken. While something does not fit, the cursor on the disk stays before it, and only this object goes on with the
 * pages behind it: the next load of the page, which may bring a newer version of this code or meet a backend that was mended, asks for it again.
 * What this version does not know is kept aside. The cursor stays before it only if there was no room, or if its kind is known: lists would lack
 * it, and nobody may be told that there is nothing new.
 */
export class PullLoop {
  readonly #context: StoreContext;
  readonly #pull: Pull;
  readonly #tasks: TaskRunner;
  readonly #ended: (end: PullEnd) => void;
  #now: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #closed = false;
  /** Records that came since this was asked. */
  #came = 0;
  #abort: AbortController | undefined;
  /** Where to go on while the cursor on the disk stays before something that does not fit. */
  #beyond: string | undefined;
  /** What came and does not fit, by its id; all without an id are one. */
  readonly #unfit = new Map<string, Unfit>();
  #aside = new AsideReport();
  /** Ids that the host has been told. */
  readonly #named = new Set<string>();
  #stopTimer: () => void = () => undefined;

  constructor(context: StoreContext, pull: Pull, tasks: TaskRunner, ended: (end: PullEnd) => void) {
    this.#context = pinnedToSession(context);
    this.#pull = pull;
    this.#tasks = tasks;
    this.#ended = ended;
  }

  /**
   * Asks, after what is being asked already: an answer under way may be older than the wish.
   * @throws MilieuError `pull-failed`, `invalid`, `invalid-record`, `no-transport` where there is nowhere to ask, or why it could not be kept
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
    const known = this.#named.size;
    const now = this.#once().then(
      (at) => {
        this.#end(at === undefined ? {} : { at });
        if (this.#named.size > known) throw new MilieuError('invalid-record');
      },
      (error: unknown) => {
        this.#end({ error });
        throw error;
      },
    );
    this.#now = now;
    return now;
  }

  #end(end: Omit<PullEnd, 'unfit'>): void {
    this.#now = undefined;
    this.#aside.tell(this.#context);
    if (this.#closed) return;
    if (codeOf(end.error) !== 'cancelled') this.#wait(); // stopped by a person: it goes on when the page comes back, not by the clock
    this.#ended({ ...end, unfit: [...this.#unfit.values()].some((one) => !one.isAside) });
  }

  #wait(): void {
    this.#stopTimer();
    this.#stopTimer = this.#context.clock.after(spanOf('pullEvery', this.#context.policy.pullEvery) * 1000, () => {
      // Staff are called while another window is in front.
      if (isVisible() || this.#context.actor.as === 'staff') this.quietly();
      else this.#wait();
    });
  }

  /** @returns when its last page was asked for, or undefined where not all is here that the backend had then */
  async #once(): Promise<number | undefined> {
    this.#came = 0;
    this.#aside = new AsideReport();
    const first = (this.#beyond ?? (await readCursor(this.#context)).cursor) === undefined;
    const page = first ? undefined : await this.#page();
    const last = page && !page.more ? page : await this.#tasks.run('pull', (progress) => this.#pages(progress));
    const missed = [...this.#unfit.values()].some((one) => one.missed);
    return last.more || missed ? undefined : last.at;
  }

  /** The first time, or more than one page: it is shown, and can be stopped between two pages. */
  async #pages(progress: TaskProgress): Promise<Page> {
    let page = await this.#page(progress);
    for (let pages = 1; page.more && pages < maxPages && !this.#closed; pages++) {
      progress.check();
      page = await this.#page(progress);
    }
    return page;
  }

  async #page(progress?: TaskProgress): Promise<Page> {
    const at = this.#context.clock.now();
    const stored = await readCursor(this.#context);
    const before = this.#beyond ?? stored.cursor;
    const { records, cursor = before, gone, left } = await this.#answer(before, progress);
    const { good, aside, unfit } = await sorted(this.#context, records);
    if (before === undefined) this.#unfit.clear(); // everything was asked for anew
    this.#mark(good, gone, [...unfit, ...(await this.#keepAside(aside))]);
    const held = this.#unfit.size > 0;
    await applyRemote(this.#context, good, held || cursor === stored.cursor ? undefined : cursor, gone, { asked: stored });
    this.#beyond = held ? cursor : undefined;
    this.#came += records.length + gone.length;
    progress?.report(this.#came, left === undefined ? undefined : this.#came + left);
    return { at, more: records.length + gone.length > 0 && cursor !== before };
  }

  #mark(good: readonly MilieuRecord[], gone: readonly string[], unfit: readonly Unfit[]): void {
    for (const id of [...good.map((record) => record.id), ...gone]) this.#unfit.delete(id);
    for (const one of unfit) {
      const id = one.id ?? '';
      this.#unfit.set(id, one);
      if (one.isAside) continue;
      if (!this.#named.has(id)) reportUnfit(this.#context, one);
      this.#named.add(id);
    }
  }

  /** Those that hold back the cursor: there was no room, or a list lacks them because their kind is known and their version is not. */
  async #keepAside(aside: readonly { readonly record: MilieuRecord }[]): Promise<readonly Unfit[]> {
    const fates = await keepAside(this.#context, aside);
    this.#aside.add(aside, fates);
    return aside.flatMap(({ record: { id, kind } }, at) => {
      const missed = isKnownKind(kind);
      return missed || fates[at] === 'full' ? [{ id, missed, isAside: true as const }] : [];
    });
  }

  async #answer(before: string | undefined, progress?: TaskProgress): Promise<PullAnswer> {
    const abort = new AbortController();
    const stopped = (): void => abort.abort();
    progress?.signal.addEventListener('abort', stopped);
    this.#abort = abort;
    const stop = this.#context.clock.after(pullTimeout, () => abort.abort(new DOMException('', 'TimeoutError')));
    try {
      const asked = this.#pull(before, { signal: abort.signal });
      if (!asked) throw new MilieuError('no-transport');
      if (!this.#came) progress?.report(0);
      const aborted = new Promise<never>((_, reject) => abort.signal.addEventListener('abort', () => reject(new MilieuError('pull-failed'))));
      return parsePullAnswer(await Promise.race([asked, aborted]));
    } catch (error) {
      progress?.check();
      throw error instanceof MilieuError ? error : new MilieuError('pull-failed'); // what the host's code throws may hold anything
    } finally {
      stop();
      progress?.signal.removeEventListener('abort', stopped);
    }
  }
}

interface Page {
  /** When it was asked for, ms since 1970. */
  readonly at: number;
  /** There may be more behind the cursor. */
  readonly more: boolean;
}

interface PullAnswer {
  readonly records: readonly unknown[];
  readonly gone: readonly string[];
  readonly cursor?: string;
  readonly left?: number;
}

function parsePullAnswer(answer: unknown): PullAnswer {
  if (typeof answer !== 'object' || answer === null || !('records' in answer) || !Array.isArray(answer.records)) throw new MilieuError('invalid');
  const cursor: unknown = 'cursor' in answer ? answer.cursor : undefined;
  const gone: unknown = 'gone' in answer ? answer.gone : [];
  if (!Array.isArray(gone)) throw new MilieuError('invalid');
  const lost = gone.filter((id): id is string => typeof id === 'string');
  const left: unknown = 'left' in answer ? answer.left : undefined;
  return {
    records: answer.records as unknown[],
    gone: lost,
    ...readAnsweredCursor(cursor),
    ...(typeof left === 'number' && Number.isSafeInteger(left) && left >= 0 ? { left } : {}),
  };
}

/** A place that a backend counts as a number is its text. Without one, the next pull asks from the same place. */
function readAnsweredCursor(cursor: unknown): { readonly cursor?: string } {
  if (cursor === undefined || cursor === null) return {};
  if (typeof cursor === 'string') return { cursor };
  if (typeof cursor === 'number' && Number.isFinite(cursor)) return { cursor: String(cursor) };
  throw new MilieuError('invalid');
}
