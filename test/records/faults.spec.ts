import { expect } from '@open-wc/testing';
import { Connection, type Happenings } from '../../src/records/disk/connection.js';
import { codeOf } from '../../src/records/errors.js';
import { IdbShelf } from '../../src/records/disk/shelf-idb.js';
import { databaseOf, drop, raise, readRaw } from './disk.js';
import { affirm, HeldClock, idOf, open, someHouse, until, words } from './support.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

/** Puts another function in the place of a method until the test ends. */
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
    it(`is told of, with nothing kept and the draft as it was (${when})`, async () => {
      const { value: records, name } = await databaseOf(() => open({ community: someHouse() }));
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

describe('a lost connection', () => {
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

  it('is opened again, and the act is kept once', async () => {
    const records = await open({ community: someHouse() });
    await records.list({ kind: 'feedback' });
    losing(2);
    const change = await affirm(records);
    expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
  });

  it('is given up after three tries more', async () => {
    const clock = new HeldClock();
    const pauses: number[] = [];
    const connection = new Connection(someHouse(), clock, silent);
    const shelf = new IdbShelf(connection);
    await shelf.run(['rows'], 'read', (tx) => tx.count('rows'));
    clock.after = (ms, run) => {
      if (ms < 1000) queueMicrotask(() => (pauses.push(ms), run()));
      return () => undefined;
    };
    const count = losing(Infinity);
    expect(await code(shelf.run(['rows'], 'read', (tx) => tx.count('rows')))).to.equal('connection');
    expect(count.tried).to.equal(4);
    expect(pauses).to.deep.equal([50, 200, 800]);
    connection.end('closed');
  });

  it('keeps an act once that was aborted by the browser', async () => {
    const records = await open({ community: someHouse() });
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

  it('that never opens is given up after 10 s', async () => {
    const clock = new HeldClock();
    stub(
      indexedDB as unknown as { open: () => unknown },
      'open',
      () => () => Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => undefined } }) as unknown,
    );
    const opening = code(new Connection(someHouse(), clock, silent).db());
    clock.pass(9999);
    clock.pass(1);
    expect(await opening).to.match(/connection|storage-off/);
  });
});

describe('no storage', () => {
  it('keeps records until the page closes, and says so', async () => {
    stub(indexedDB as unknown as { open: () => unknown }, 'open', () => () => {
      throw new DOMException('', 'SecurityError');
    });
    const records = await open({ community: someHouse() });
    expect([records.status.store, records.status.code, records.status.key]).to.deep.equal(['memory', 'storage-off', 'none']);
    await affirm(records);
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
  });
});

describe('storage that was there', () => {
  it('and is gone is said to be lost, and goes on', async () => {
    const community = someHouse();
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

  it('and is emptied under an open page is said to be lost, and the next act is kept', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: someHouse() }));
    await affirm(records);
    await drop(name);
    const change = await affirm(records);
    expect(records.status.store).to.equal('lost');
    expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
  });

  it('is never kept less locked than it was, when it is emptied', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: someHouse(), locked: true }));
    await records.unlock('a passphrase');
    await affirm(records);
    await drop(name);
    expect(await code(affirm(records))).to.equal('locked');
    expect(records.status.store).to.equal('locked');
    await records.unlock('a passphrase');
    expect([records.status.store, records.status.key]).to.deep.equal(['lost', 'passphrase']);
  });

  it('and does not open any more is not replaced by an empty one', async () => {
    const community = someHouse();
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

  it('lets a newer version come, and says that the page is to be loaded again', async () => {
    const community = someHouse();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await raise(name, 7);
    await until(() => records.status.store === 'failed', 'let go');
    expect(records.status.code).to.equal('newer');
    expect(await code(affirm(records))).to.equal('newer');
    const late = await open({ community });
    expect([late.status.store, late.status.code]).to.deep.equal(['failed', 'newer']);
    expect((await readRaw(name))['meta']).to.have.length(1);
  });
});

const silent: Happenings = { lost: () => undefined, blocked: () => undefined, newer: () => undefined };
