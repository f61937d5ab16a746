import { expect } from '@open-wc/testing';
import { codeOf } from '../../../src/records/base/errors.js';
import { Store } from '../../../src/records/store.js';
import { databaseOf } from '../read-disk.js';
import { affirm, HeldClock, newCommunityId, open, until } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
const patience = 5000;
const held: IDBDatabase[] = [];
const stores: Store[] = [];
afterEach(async () => {
  const names = new Set(held.map(({ name }) => name));
  for (const db of held.splice(0)) db.close();
  for (const store of stores.splice(0)) await store.close();
  for (const name of names) (await hold(name)).close(); // what was blocked has ended
  held.length = 0;
});

/** A connection that does not close when another tab asks for it, as a script of the host's might have. */
function hold(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = (): void => {
      held.push(request.result);
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('unknown'));
  });
}

/** Asks for the removal of the database. Resolves when it is blocked. */
const blockedDelete = (name: string): Promise<void> =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onblocked = () => resolve();
  });

/** A store that is not waited for. */
function start(community: string, clock: HeldClock): Store {
  const store = new Store({ community, person: 'p-1', as: 'resident' }, { clock, tab: crypto.randomUUID() });
  stores.push(store);
  return store;
}

/** How often a database was asked to open. */
function countOpens(): { count: () => number; restore: () => void } {
  const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
  let count = 0;
  IDBFactory.prototype.open = function (this: IDBFactory, ...args: [string, number?]) {
    count++;
    return (original.value as (this: IDBFactory, ...args: [string, number?]) => IDBOpenDBRequest).apply(this, args);
  };
  return { count: () => count, restore: () => Object.defineProperty(IDBFactory.prototype, 'open', original) };
}

/** Moves the clock once the store has asked for its database. */
async function waitOut(clock: HeldClock, opens: { count: () => number }, asked = 1): Promise<void> {
  await until(() => opens.count() >= asked, 'the database is asked for');
  clock.pass(patience - 1);
  clock.pass(1);
}

describe('a database whose removal is blocked by another tab', () => {
  let opens: ReturnType<typeof countOpens>;
  afterEach(() => opens.restore());

  async function behind(): Promise<{ community: string; blocker: IDBDatabase; name: string }> {
    const community = newCommunityId();
    const { value: before, name } = await databaseOf(() => open({ community }));
    await before.close();
    const blocker = await hold(name);
    await blockedDelete(name);
    opens = countOpens();
    return { community, blocker, name };
  }

  it('is reported as blocked after 5 seconds of opening, and acts are refused with the same code', async () => {
    const { community } = await behind();
    const clock = new HeldClock();
    const records = start(community, clock);
    await until(() => opens.count() === 1, 'the database is asked for');
    clock.pass(patience - 1);
    expect(records.status.store).to.equal('opening');
    clock.pass(1);
    await until(() => records.status.store === 'failed', 'it is said');
    expect(records.status.code).to.equal('blocked');
    expect(await code(affirm(records))).to.equal('blocked');
    expect(await code(records.list({ kind: 'feedback' }))).to.equal('blocked');
    expect(opens.count()).to.equal(1);
  });

  it('opens by itself as soon as the block goes, and what is gone is said', async () => {
    const { community, blocker } = await behind();
    const clock = new HeldClock();
    const records = start(community, clock);
    await waitOut(clock, opens);
    await until(() => records.status.code === 'blocked', 'it is said');
    blocker.close();
    await until(() => records.status.store === 'lost', 'it is open, and the loss is said');
    expect(records.status.code).to.equal(undefined);
    await affirm(records);
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
  });

  it('opens locked where it was locked while it was blocked', async () => {
    const { community, blocker } = await behind();
    const clock = new HeldClock();
    const records = start(community, clock);
    await waitOut(clock, opens);
    await until(() => records.status.code === 'blocked', 'it is said');
    records.lock();
    blocker.close();
    await until(() => records.status.store === 'locked', 'it is locked');
    expect(await code(affirm(records))).to.equal('locked');
  });

  it('stays closed where the store was closed while it was blocked', async () => {
    const { community, blocker } = await behind();
    const clock = new HeldClock();
    const records = start(community, clock);
    await waitOut(clock, opens);
    await until(() => records.status.code === 'blocked', 'it is said');
    await records.close();
    blocker.close();
    expect(await code(affirm(records))).to.equal('closed');
  });

  it('is reported by a page that had it open, and opens there again', async () => {
    const community = newCommunityId();
    const clock = new HeldClock();
    const { value: records, name } = await databaseOf(() => open({ community }, { clock }));
    await affirm(records);
    await until(() => records.status.waiting === 1, 'nothing is being read any more');
    const blocker = await hold(name);
    opens = countOpens();
    await blockedDelete(name);
    await waitOut(clock, opens);
    await until(() => records.status.code === 'blocked', 'it is said');
    expect(records.status.store).to.equal('failed');
    expect(await code(affirm(records))).to.equal('blocked');
    blocker.close();
    await until(() => records.status.store === 'lost', 'it is open, and the loss is said');
    await affirm(records);
  });
});

describe('a database whose upgrade by another tab is blocked', () => {
  it('is reported as blocked after 5 seconds, and then says that there is a newer version', async () => {
    const community = newCommunityId();
    const { value: before, name } = await databaseOf(() => open({ community }));
    await before.close();
    const blocker = await hold(name);
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name, 700);
      request.onblocked = () => resolve();
      request.onsuccess = () => request.result.close();
    });
    const opens = countOpens();
    try {
      const clock = new HeldClock();
      const records = start(community, clock);
      await waitOut(clock, opens);
      await until(() => records.status.code === 'blocked', 'it is said');
      blocker.close();
      await until(() => records.status.code === 'newer-schema', 'the newer version is said');
    } finally {
      opens.restore();
    }
  });
});
