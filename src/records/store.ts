import type { Change } from '../model/change.js';
import { can } from '../model/decide.js';
import { type Actor, type MilieuRecord, type Policy, someone } from '../model/record.js';
import type { Clock } from './base/clock.js';
import { Emitter } from './base/emitter.js';
import { codeOf, MilieuError } from './base/errors.js';
import { onPageReturn } from './base/page-return.js';
import { StatusStore } from './base/status.js';
import type { ActInput, Asked, Choice, Failure, Kept, Key, Query, Records, RecordsOptions, Status, Target, Trouble } from './base/types.js';
import { TaskRunner } from './tasks/task-runner.js';
import { release } from './storage/outbox-rows.js';
import { internals, type StoreInternals } from './context/internals.js';
import { SessionManager } from './context/session-manager.js';
import type { StoreContext, StoreEvents, StoreParts } from './context/store-context.js';
import { isKnownKind } from '../model/unknown-version.schema.js';
import { keepAsideAndTell } from './commits/keep-aside.js';
import { applyRemote, sorted } from './commits/apply-remote.js';
import { commitChange } from './commits/commit-change.js';
import { readConflicts, settleConflict } from './commits/conflicts-and-rejections.js';
import { AsideWatch } from './commits/aside-watch.js';
import { DraftStore } from './commits/drafts.js';
import { LiveQueries } from './commits/live-queries.js';
import { handleDelivered, outboxRowOf } from './commits/outcome-handlers.js';
import { UnsentChanges } from './commits/unsent-changes.js';
import { SyncManager } from './sync/sync-manager.js';

/** The store: it ties the parts together and holds no rule of its own. */
export class Store implements Records {
  readonly actor: Actor;
  readonly community: string;
  readonly drafts: DraftStore;
  readonly #policy: Partial<Policy> | undefined;
  readonly #tab: string;
  readonly #clock: Clock;
  readonly #board: StatusStore;
  readonly #tasks: TaskRunner;
  readonly #session: SessionManager;
  readonly #sync: SyncManager;
  readonly #unsent = new UnsentChanges();
  readonly #aside: AsideWatch;
  readonly #lists: LiveQueries;
  readonly #acting = new Map<string, Promise<unknown>>();
  readonly #stopListening: () => void;

  constructor(options: RecordsOptions, parts: StoreParts) {
    const { clock, tab } = parts;
    this.actor = { person: options.person ?? someone, as: options.as ?? 'guest' };
    this.community = options.community;
    this.#policy = options.policy;
    this.#tab = tab;
    this.#clock = clock;
    this.#board = new StatusStore(Boolean(globalThis.crypto.subtle as SubtleCrypto | undefined));
    this.#tasks = new TaskRunner(clock, (work) => this.#board.set({ work }));
    // The parts hear of an event in the order in which they are made: what was written is sent before it is counted.
    const events = new Emitter<StoreEvents>();
    this.#sync = new SyncManager({ carry: options.carry, pull: options.pull }, tab, this.#board, this.#tasks, events);
    this.#session = new SessionManager(options, parts, this.#board, this.#tasks, events);
    this.drafts = new DraftStore((work) => this.#session.run(work));
    this.#aside = new AsideWatch(
      (work) => this.#session.run(work),
      this.#board,
      () => this.#sync.added(),
    );
    events.on('over', () => {
      this.drafts.forget();
      this.#unsent.forget();
    });
    events.on('planned', ({ plan }) => this.#unsent.planned(plan));
    for (const name of ['wrote', 'changed'] as const) events.on(name, (ids) => void this.#pruneUnsent(ids));
    events.on('opened', ({ emptied }) => {
      if (emptied) void this.#restore();
    });
    for (const name of ['opened', 'changed'] as const) events.on(name, () => this.#aside.look());
    this.#lists = new LiveQueries(() => this.#session.context(), this.#board, clock, events);
    this.#stopListening = onPageReturn(() => void this.#back());
  }

  get status(): Status {
    return this.#board.status;
  }

  /** Settles when it is known how the opening went. */
  get opening(): Promise<void> {
    return this.#session.opening;
  }

  get(id: string): Promise<Kept | undefined> {
    return this.#lists.get(id);
  }

  list(query: Query): Promise<readonly Kept[]> {
    return this.#lists.list(query);
  }

  can(action: string, { kind, root, input = {}, others = [] }: Asked): boolean {
    const { actor, community } = this;
    const leaned = new Map(others.map((record) => [record.id, record]));
    return can(action, { kind, id: root?.id ?? '', community, root, input, actor, policy: this.#policy ?? {}, others: leaned });
  }

  async act(action: string, target: Target, input: ActInput = {}): Promise<Change> {
    const acting = this.#act(action, target, input);
    if (input.key === undefined) return acting;
    this.#acting.set(input.key, acting);
    try {
      return await acting;
    } finally {
      this.#acting.delete(input.key);
    }
  }

  async #act(action: string, target: Target, input: ActInput): Promise<Change> {
    const work = (context: StoreContext): Promise<Change> => commitChange(context, action, target, input);
    const change = await (input.draft === undefined ? this.#session.run(work) : this.drafts.saved(input.draft, work));
    if (!input.carried) this.#sync.added();
    return change;
  }

  async sent(key: string, taken = true): Promise<void> {
    await Promise.allSettled([this.#acting.get(key)]);
    const context = await this.#session.context();
    const found = await outboxRowOf(context, key);
    if (!found) return;
    const { row, change } = found;
    if (taken) return handleDelivered(context, row.seq, change);
    if (row.lease?.tab !== this.#tab) return;
    const { token } = row.lease;
    await context.storage.run(['outbox'], 'write', (tx) => release(tx, row, token, { due: -1, attempts: row.attempts, failedAt: this.#clock.now() }));
    this.#sync.added();
  }

  async apply(records: readonly MilieuRecord[], cursor?: string): Promise<void> {
    if (!Array.isArray(records)) throw new MilieuError('invalid');
    await this.#session.run(async (context) => {
      const { good, aside, unfit } = await sorted(context, records);
      if (unfit.length > 0 || aside.some(({ record }) => isKnownKind(record.kind))) throw new MilieuError('invalid');
      const hasRoom = await keepAsideAndTell(context, aside);
      await applyRemote(context, good, hasRoom ? cursor : undefined);
    });
  }

  watch(query: Query, run: (kept: readonly Kept[]) => void, failed: (error: unknown) => void = () => undefined): () => void {
    return this.#lists.add(query, run, failed);
  }

  watchStatus(run: (status: Status) => void): () => void {
    return this.#board.watch(run);
  }

  watchFailures(run: (failure: Failure) => void): () => void {
    return this.#board.watchFailures(run);
  }

  async troubles(): Promise<readonly Trouble[]> {
    return readConflicts(await this.#session.context());
  }

  async settle(id: string, choice: Choice): Promise<void> {
    await this.#session.run((context) => settleConflict(context, id, choice));
    this.#sync.added();
  }

  async pull(): Promise<void> {
    const context = await this.#session.context();
    context.session();
    if (context.storage.isReadOnly) throw new MilieuError('newer-schema');
    await this.#sync.pull();
  }

  checked(): void {
    this.#sync.checked(this.#clock.now());
  }

  wake(): void {
    this.#sync.wake();
  }

  resume(): void {
    this.#sync.resume();
  }

  async unlock(key: Key): Promise<void> {
    await this.#session.unlock(key);
  }

  async changeKey(key: Key): Promise<void> {
    await this.#session.unlock(key, true);
  }

  async startAnew({ old = 'keep' }: { readonly old?: 'keep' | 'delete' } = {}): Promise<void> {
    await this.#session.startAnew(old === 'keep');
  }

  lock(): void {
    this.#session.lock();
    this.#sync.locked();
  }

  stop(): void {
    this.#tasks.stop();
  }

  get [internals](): StoreInternals {
    return {
      tasks: this.#tasks,
      context: () => this.#session.context(),
      run: (work) => this.#session.run(work),
      added: () => this.#sync.added(),
      draftsSettled: () => this.drafts.settled(),
      removed: () => {
        this.#sync.removed();
        return this.#session.removed(true);
      },
    };
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#lists.clear();
    this.#board.clear();
    this.#session.close();
    this.#sync.close();
    await this.#session.opening;
  }

  /** What cannot be written again stays in its form; the status says why. */
  async #restore(): Promise<void> {
    try {
      await this.drafts.restore();
      await this.#session.run((context) => this.#unsent.restore(context));
      this.#board.setCode('drafts', undefined);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'locked' && code !== 'closed') this.#board.setCode('drafts', code);
    }
  }

  /** A store that cannot be read says nothing about what was sent. */
  async #pruneUnsent(ids: readonly string[]): Promise<void> {
    await this.#session
      .context()
      .then(
        (context) => this.#unsent.prune(context, ids),
        () => undefined,
      )
      .catch((error: unknown) => {
        if (!(error instanceof MilieuError)) throw error;
      });
  }

  async #back(): Promise<void> {
    await this.#session.reopen();
    this.#lists.refresh();
    void this.#pruneUnsent(this.#unsent.ids);
    this.#sync.resumeAll();
  }
}
