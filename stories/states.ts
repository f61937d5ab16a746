import { mayRead } from '../src/model/may-read.js';
import type { Actor, MilieuRecord } from '../src/model/record.js';
import { type ErrorCode, MilieuError } from '../src/records/base/errors.js';
import { openRecords } from '../src/records/index.js';
import type { Carry, Records, Status } from '../src/records/base/types.js';
import { community, FakeHistory } from './fixtures.js';

const never = (): Promise<never> => new Promise(() => undefined);

/** A real store with one or two changes. Everything else works as usual. */
function but(records: Records, own: Partial<Records>, seen: (status: Status) => Status = (status) => status): Records {
  return {
    get status() {
      return seen(records.status);
    },
    actor: records.actor,
    community: records.community,
    drafts: records.drafts,
    get: (id) => records.get(id),
    list: (query) => records.list(query),
    can: (action, asked) => records.can(action, asked),
    act: (action, target, input) => records.act(action, target, input),
    sent: (key, taken) => records.sent(key, taken),
    apply: (given, cursor) => records.apply(given, cursor),
    watch: (query, run, failed) => records.watch(query, run, failed),
    watchStatus: (run) => records.watchStatus((status) => run(seen(status))),
    watchFailures: (run) => records.watchFailures(run),
    troubles: () => records.troubles(),
    settle: (id, choice) => records.settle(id, choice),
    pull: () => records.pull(),
    checked: () => records.checked(),
    wake: () => records.wake(),
    resume: () => records.resume(),
    stop: () => records.stop(),
    unlock: (key) => records.unlock(key),
    changeKey: (key) => records.changeKey(key),
    startAnew: (options) => records.startAnew(options),
    lock: () => records.lock(),
    close: () => records.close(),
    ...own,
  };
}

/** The backend's answer to a change: stored, rejected, conflict, or none yet. */
export type Backend = 'takes' | 'refuses' | 'has-other-words' | 'is-silent';

const sameWithOtherWords = (record: MilieuRecord): MilieuRecord => ({
  ...record,
  rev: record.rev + 1,
  at: new Date(Date.now() - 7 * 60_000).toISOString(),
  data: { ...record.data, ...Object.fromEntries(textKeys.flatMap((key) => (record.data[key] ? [[key, otherWords]] : []))) },
});
const textKeys = ['saw', 'note', 'text'];
const otherWords = 'I felt calmer. Kit stayed.';

const carriers: Readonly<Record<Backend, Carry>> = {
  takes: () => [Promise.resolve(new Response(null, { status: 204 }))],
  refuses: () => [Promise.resolve(new Response(null, { status: 422 }))],
  'has-other-words': ({ records }) => [Promise.resolve(Response.json(records.slice(0, 1).map(sameWithOtherWords), { status: 409 }))],
  'is-silent': () => [never()],
};

/** The fixtures on one person's device, with a backend; without one, changes wait. */
export async function storeOf({ person, as }: Actor, history: FakeHistory = new FakeHistory(), backend?: Backend): Promise<Records> {
  const records = await openRecords({ community, person, as, keep: 'page', ...(backend ? { carry: carriers[backend] } : {}) });
  await records.apply(history.records.filter((record) => mayRead(record, { person, as })));
  return records;
}

const standing: Status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure: true };
/** A store that only has a status. */
function shut(status: Partial<Status>, records: Records): Records {
  const reads = { get: never, list: never, act: never, troubles: never, watch: () => () => undefined };
  return but(records, reads, () => ({ ...standing, ...status }));
}

/** The backend has just been asked for everything. */
export const checked = (records: Records): Records => but(records, {}, (status) => ({ ...status, checkedAt: new Date().toISOString() }));
/** A store that is still opening. */
export const opening = (records: Records): Records => shut({ store: 'opening' }, records);
/** A key is needed; what was written is there. */
export const locked = (records: Records): Records => shut({ store: 'locked', key: 'passphrase' }, records);
/** A store that could not be opened: `code` says why. */
export const broken = (records: Records, code: ErrorCode = 'blocked'): Records => shut({ store: 'failed', code }, records);
/** A newer version of the page was used here: everything can be read, nothing written. */
export const readOnly = (records: Records, code: 'newer' | 'newer-schema' = 'newer'): Records =>
  but(records, { act: () => Promise.reject(new MilieuError(code)) }, (status) => ({ ...status, store: 'failed', code }));
/** The browser has deleted what was kept here: all of it, or the newest part. It is open, and new words are kept. */
export const lost = (records: Records, loss: Status['loss'] = 'all'): Records =>
  but(records, {}, (status) => ({ ...status, store: 'lost', ...(loss ? { loss } : {}) }));
/** Every save fails: `quota` is a device that is full. */
export const failing = (records: Records, code: ErrorCode = 'quota'): Records => but(records, { act: () => Promise.reject(new MilieuError(code)) });
/** A save that has started and not ended. */
export const saving = (records: Records): Records => but(records, { act: never });
/** Lists that cannot be read, as where one record cannot be opened. */
export const unreadable = (records: Records, code: ErrorCode = 'unreadable'): Records =>
  but(records, {
    watch: (_query, _run, failed) => {
      failed?.(new MilieuError(code));
      return () => undefined;
    },
  });
/** The words of a store on the disk, locked with a key, over one that lives in this page only. */
export const kept = (records: Records, key: Status['key'] = 'passphrase'): Records =>
  but(records, {}, (status) => ({ ...status, store: 'open', key }));
/** The host's server asks for sign-in: nothing leaves until then. */
export const paused = (records: Records): Records => but(records, {}, (status) => ({ ...status, paused: true }));

/** Sets the page offline until the returned function is called: for `beforeEach` of a story. */
export function offline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => Reflect.deleteProperty(navigator, 'onLine');
}

/** Timers of at least this many milliseconds end at once, until the returned function is called: for `beforeEach` of a story. */
export function hurry(least: number): () => void {
  const { setTimeout: wait } = globalThis;
  const soon = ((run: () => void, ms = 0, ...given: unknown[]) => wait(run, ms >= least ? 100 : ms, ...given)) as typeof setTimeout;
  globalThis.setTimeout = soon;
  return () => {
    if (globalThis.setTimeout === soon) globalThis.setTimeout = wait;
  };
}
