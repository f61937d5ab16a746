import { mayRead } from '../src/model/may-read.js';
import type { Actor, MilieuRecord } from '../src/model/record.js';
import { type ErrorCode, MilieuError } from '../src/records/errors.js';
import { openRecords } from '../src/records/index.js';
import type { Carry, Records, Status } from '../src/records/types.js';
import { community, Scribe } from './house.js';

const never = (): Promise<never> => new Promise(() => undefined);

/** A real store of which one or two things are otherwise. Everything else is what the store does. */
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
    act: (action, target, input) => records.act(action, target, input),
    sent: (key, taken) => records.sent(key, taken),
    apply: (given, cursor) => records.apply(given, cursor),
    watch: (query, run, failed) => records.watch(query, run, failed),
    watchStatus: (run) => records.watchStatus((status) => run(seen(status))),
    troubles: () => records.troubles(),
    settle: (id, choice) => records.settle(id, choice),
    pull: () => records.pull(),
    wake: () => records.wake(),
    resume: () => records.resume(),
    stop: () => records.stop(),
    unlock: (key) => records.unlock(key),
    lock: () => records.lock(),
    close: () => records.close(),
    ...own,
  };
}

/** What the host's backend says to a change: it has it, it will not take it, the words there are others, or nothing yet. */
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

/** What one person's device holds of what the scribe wrote, and a backend behind it; without one, what is written waits. */
export async function storeOf({ person, as }: Actor, scribe: Scribe = new Scribe(), backend?: Backend): Promise<Records> {
  const records = await openRecords({ community, person, as, keep: 'page', ...(backend ? { carry: carriers[backend] } : {}) });
  await records.apply(scribe.records.filter((record) => mayRead(record, { person, as })));
  return records;
}

const standing: Status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure: true };
/** A store of which nothing can be had but its status. */
function shut(status: Partial<Status>, records: Records): Records {
  const reads = { get: never, list: never, act: never, troubles: never, watch: () => () => undefined };
  return but(records, reads, () => ({ ...standing, ...status }));
}

/** A disk that has not answered yet. */
export const opening = (records: Records): Records => shut({ store: 'opening' }, records);
/** A key is needed; what was written is there. */
export const locked = (records: Records): Records => shut({ store: 'locked', key: 'passphrase' }, records);
/** A disk that could not be opened: `code` says why. */
export const broken = (records: Records, code: ErrorCode = 'blocked'): Records => shut({ store: 'failed', code }, records);
/** A newer version of the page has been here: all can be read, nothing written. */
export const readOnly = (records: Records): Records =>
  but(records, { act: () => Promise.reject(new MilieuError('newer')) }, (status) => ({ ...status, store: 'failed', code: 'newer' }));
/** Every save fails: `quota` is a device that is full. */
export const failing = (records: Records, code: ErrorCode = 'quota'): Records => but(records, { act: () => Promise.reject(new MilieuError(code)) });
/** A save that has begun and is not over. */
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

/** The page without a net, until what is given back is called: for `beforeEach` of a story. */
export function offline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => Reflect.deleteProperty(navigator, 'onLine');
}

/** Waits of at least this many milliseconds are over at once, until what is given back is called: for `beforeEach` of a story. */
export function hurry(least: number): () => void {
  const { setTimeout: wait } = globalThis;
  const soon = ((run: () => void, ms = 0, ...given: unknown[]) => wait(run, ms >= least ? 100 : ms, ...given)) as typeof setTimeout;
  globalThis.setTimeout = soon;
  return () => {
    if (globalThis.setTimeout === soon) globalThis.setTimeout = wait;
  };
}
