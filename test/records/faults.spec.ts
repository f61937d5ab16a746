import { expect } from '@open-wc/testing';
import { Connection, type ConnectionEvents } from '../../src/records/storage/connection.js';
import { codeOf } from '../../src/records/base/errors.js';
import { IndexedDbAdapter } from '../../src/records/storage/indexeddb-adapter.js';
import { databaseOf, drop, raise, readRaw } from './read-disk.js';
import { affirm, HeldClock, idOf, open, newCommunityId, until, words } from './store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

/** Replaces a method until the test ends. */
function stub<K extends string, T extends Record<K, (...args: never[]) => unknown>>(target: T, method: K, other: (original: T[K]) => unknown): void {
  const original = target[method];
  Object.defineProperty(target, method, { configurable: true, writable: true, value: other(original) });
  restores.push(() => Object.defineProperty(target, method, { configurable: true, writable: true, value: original }));
}
const restores: (() => void)[] = [];
const restore = (): void => restores.splice(0).forEach((back) => back());
afterEach(restore);

type Put = typeof IDBObjectStore.prototype.put;

describe('a full device', () => {
  const refuses = (original: Put): Put =>
    function (this: IDBObjectStore, ...args: Parameters<Put>) {
      if (this.name === 'rows') throw new DOMException('/home/somebody/profile is full', 'QuotaExceededError');
      return original.apply(this, args);
    };
  const abortsAtTheEnd = (original: Put): Put =>
    function (this: IDBObjectStore, ...args: Parameters<Put>) {
      const request = original.apply(this, args);
      if (this.name !== 'rows') return request;
      const { transaction } = this;
      request.addEventListener('success', () => {
        Object.defineProperty(transaction, 'error', { value: new DOMException('', 'QuotaExceededError') });
        transaction.abort();
      });
      return request;
    };

  for (const [when, way] of [
    ['in the request', refuses],
    ['at the commit', abortsAtTheEnd],
  ] as const) {
    it(`a full device is reported, stores nothing and keeps the draft (${when})`, async () => {
      const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
      await records.drafts.write('form', words);
      stub(IDBObjectStore.prototype, 'put', way);
      const failed = await affirm(records, ['p-2'], words, { draft: 'form' }).catch((error: unknown) => error);
      expect(codeOf(failed)).to.equal('quota');
      expect(String((failed as Error).message)).to.not.include('somebody');
      restore();
      const raw = await readRaw(name);
      expect([raw['rows'], raw['outbox']]).to.deep.equal([[], []]);
      expect(await records.drafts.read('form')).to.equal(words);
      await affirm(records, ['p-2'], words, { draft: 'form' });
      expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    });
  }
});

describe('a lost connection to the database', () => {
  type Begin = typeof IDBDatabase.prototype.transaction;
  const losing = (times: number) => {
    const count = { left: times, tried: 0 };
    stub(IDBDatabase.prototype, 'transaction', (original: Begin): Begin => {
      return function (this: IDBDatabase, ...args: Parameters<Begin>) {
        count.tried++;
        if (count.left-- > 0) throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
        return original.apply(this, args);
      };
    });
    return count;
  };

  it('a lost connection is opened again, and the act is stored once', async () => {
    const records = await open({ community: newCommunityId() });
    await records.list({ kind: 'feedback' });
    losing(2);
    const change = await affirm(records);
    expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
  });

  it('a lost connection is given up after three more tries', async () => {
    const clock = new HeldClock();
    const pauses: number[] = [];
    const connection = new Connection(newCommunityId(), clock, silent);
    const storage = new IndexedDbAdapter(connection);
    await storage.run(['rows'], 'read', (tx) => tx.count('rows'));
    clock.after = (ms, run) => {
      if (ms < 1000) queueMicrotask(() => (pauses.push(ms), run()));
      return () => undefined;
    };
    const count = losing(Infinity);
    expect(await code(storage.run(['rows'], 'read', (tx) => tx.count('rows')))).to.equal('connection');
    expect(count.tried).to.equal(4);
    expect(pauses).to.deep.equal([50, 200, 800]);
    connection.end('closed');
  });

  it('an act that the browser aborted once is stored once', async () => {
    const records = await open({ community: newCommunityId() });
    let left = 1;
    stub(IDBObjectStore.prototype, 'add', (original: Put): Put => {
      return function (this: IDBObjectStore, ...args: Parameters<Put>) {
        const request = original.apply(this, args);
        if (this.name === 'outbox' && left-- > 0) this.transaction.abort();
        return request;
      };
    });
    await affirm(records);
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    await until(() => records.status.waiting === 1, 'one waits');
  });

  it('a closed connection that cannot be opened at once is tried again without a write', async () => {
    const clock = new HeldClock();
    const closed: IDBDatabase[] = [];
    stub(IDBDatabase.prototype, 'addEventListener', (original: typeof IDBDatabase.prototype.addEventListener) => {
      return function (this: IDBDatabase, ...args: Parameters<typeof original>) {
        closed.push(this);
        return original.apply(this, args);
      };
    });
    const records = await open({ community: newCommunityId() }, { clock });
    const change = await affirm(records);
    stub(indexedDB as unknown as { open: () => unknown }, 'open', () => () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    closed.at(-1)!.dispatchEvent(new Event('close'));
    await until(() => records.status.store === 'failed', 'the failure is said');
    expect(records.status.code).to.equal('connection');
    restore();
    clock.pass(10_000);
    await until(() => records.status.store === 'open' && records.status.code === undefined, 'it is open again, and nothing is wrong');
    expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
  });

  it('a connection that never opens counts as blocked after 5 s', async () => {
    const clock = new HeldClock();
    stub(
      indexedDB as unknown as { open: () => unknown },
      'open',
      () => () => Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => undefined } }) as unknown,
    );
    const opening = code(new Connection(newCommunityId(), clock, silent).db());
    clock.pass(4999);
    clock.pass(1);
    expect(await opening).to.equal('blocked');
  });
});

describe('no storage', () => {
  it('without storage, records are kept until the page closes, and the status says so', async () => {
    stub(indexedDB as unknown as { open: () => unknown }, 'open', () => () => {
      throw new DOMException('', 'SecurityError');
    });
    const records = await open({ community: newCommunityId() });
    expect([records.status.store, records.status.code, records.status.key]).to.deep.equal(['memory', 'storage-off', 'none']);
    await affirm(records);
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
  });
});

describe('a store that was there before', () => {
  it('a store that is gone is reported as lost, and a new one works', async () => {
    const community = newCommunityId();
    const { value: before, name } = await databaseOf(() => open({ community }));
    await affirm(before);
    await before.close();
    await drop(name);
    const after = await open({ community });
    expect(after.status.store).to.equal('lost');
    await affirm(after);
    await after.close();
    expect((await open({ community })).status.store).to.equal('open');
  });

  it('a store that the browser emptied because its files are damaged is reported as lost, also without the mark of its existence', async () => {
    type Open = typeof indexedDB.open;
    stub(indexedDB, 'open', (original: Open): Open => {
      return function (this: IDBFactory, ...args: Parameters<Open>) {
        const request = original.apply(this, args);
        request.addEventListener('upgradeneeded', (event) => Object.defineProperty(event, 'dataLoss', { value: 'total' }));
        return request;
      };
    });
    expect((await open({ community: newCommunityId() })).status.store).to.equal('lost');
  });

  it('a store that is cleared under an open page is reported as lost, and the next act is stored', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await drop(name);
    const change = await affirm(records);
    expect(records.status.store).to.equal('lost');
    expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
  });

  it('a store with a passphrase stays locked when it is cleared', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId(), locked: true }));
    await records.unlock('a passphrase');
    await affirm(records);
    await drop(name);
    expect(await code(affirm(records))).to.equal('locked');
    expect(records.status.store).to.equal('locked');
    await records.unlock('a passphrase');
    expect([records.status.store, records.status.key]).to.deep.equal(['lost', 'passphrase']);
  });

  it('a store that does not open any more is not replaced by an empty one', async () => {
    const community = newCommunityId();
    await (await open({ community })).close();
    stub(indexedDB as unknown as { open: () => unknown }, 'open', () => () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const records = await open({ community });
    expect([records.status.store, records.status.code]).to.deep.equal(['failed', 'connection']);
    expect(await code(affirm(records))).to.equal('connection');
    restore();
    await affirm(records);
    expect(records.status.store).to.equal('open');
  });

  it('a newer version may take over, and the status says that the page must be loaded again', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await raise(name, 700);
    await until(() => records.status.store === 'failed', 'let go');
    expect(records.status.code).to.equal('newer');
    expect(await code(affirm(records))).to.equal('newer');
    const late = await open({ community });
    expect([late.status.store, late.status.code]).to.deep.equal(['failed', 'newer-schema']);
    expect((await readRaw(name))['meta']).to.have.length(1);
  });
});

const nothing = (): void => undefined;
const silent: ConnectionEvents = { lost: nothing, closed: nothing, blocked: nothing, unblocked: nothing, newer: nothing };
