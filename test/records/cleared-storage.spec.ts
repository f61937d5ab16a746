import { expect } from '@open-wc/testing';
import { openRootKey, readOrCreateRootKey } from '../../src/records/crypto/key-storage.js';
import { loadCipher } from '../../src/records/crypto/cipher-context.js';
import { PullLoop } from '../../src/records/sync/pull.js';
import { MemoryAdapter } from '../../src/records/storage/memory-adapter.js';
import type { StorageAdapter } from '../../src/records/storage/storage-adapter.js';
import type { Carry } from '../../src/records/base/types.js';
import { codeOf } from '../../src/records/base/errors.js';
import { type StoreContext, openSession } from '../../src/records/context/store-context.js';
import { exportRecords, importRecords } from '../../src/records/index.js';
import { TaskRunner } from '../../src/records/tasks/task-runner.js';
import { toMe } from '../contracts/foreign-records.js';
import { internalsOf } from '../../src/records/context/internals.js';
import type { IndexedDbAdapter } from '../../src/records/storage/indexeddb-adapter.js';
import { databaseOf, drop, readRaw } from './read-disk.js';
import { affirm, HeldClock, idOf, open, newCommunityId, until, words } from './store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

/** A store whose clock stands still, so that no timer causes what happens. */
const standing = (more: object = {}) => databaseOf(() => open({ community: newCommunityId(), ...more }, { clock: new HeldClock() }));

describe('storage that is cleared under an open page', () => {
  it('cleared storage is reported as lost, although nothing reads or writes', async () => {
    const { value: records, name } = await standing();
    await affirm(records);
    await until(() => records.status.waiting === 1, 'nothing is being read any more');
    await drop(name);
    await until(() => records.status.store === 'lost', 'the loss is said');
  });

  it('storage that was cleared while its connection was broken is lost, not removed', async () => {
    const { value: records, name } = await standing();
    await affirm(records);
    const { storage } = await internalsOf(records).context();
    (storage as IndexedDbAdapter).connection.drop(); // as after an error of the disk
    await drop(name);
    await affirm(records);
    await until(() => records.status.store === 'lost', 'the loss is said');
    expect(records.status.code).to.equal(undefined);
  });

  it('the next draft is kept after storage was cleared', async () => {
    const { value: records, name } = await standing();
    await drop(name);
    await records.drafts.write('form', words);
    expect(await records.drafts.read('form')).to.equal(words);
    expect((await readRaw(name))['drafts']).to.have.length(1);
  });

  it('a draft that was being sealed when storage was cleared is kept', async () => {
    const { value: records, name } = await standing();
    const written = records.drafts.write('form', words);
    await drop(name);
    await written;
    await until(() => records.status.store === 'lost', 'the loss is said');
    expect(await records.drafts.read('form')).to.equal(words);
    expect((await readRaw(name))['drafts']).to.have.length(1);
  });

  it('a draft can be removed after storage was cleared', async () => {
    const { value: records, name } = await standing();
    await records.drafts.write('form', words);
    await drop(name);
    await records.drafts.remove('form');
    expect(await records.drafts.read('form')).to.equal(undefined);
  });

  it('the drafts of this page come back, but not those that an act saved or a person removed', async () => {
    const { value: records, name } = await standing();
    await records.drafts.write('kept', words);
    await records.drafts.write('sent', words);
    await records.drafts.write('removed', words);
    await affirm(records, ['p-2'], words, { draft: 'sent' });
    await records.drafts.remove('removed');
    await drop(name);
    await until(() => records.status.store === 'lost', 'the loss is said');
    expect(await records.drafts.read('kept')).to.equal(words);
    expect((await readRaw(name))['drafts']).to.have.length(1);
  });

  it('the newest text of a draft comes back', async () => {
    const { value: records, name } = await standing();
    await records.drafts.write('form', 'older');
    await drop(name);
    await Promise.all([records.drafts.write('form', 'newer'), until(() => records.status.store === 'lost', 'the loss is said')]);
    expect(await records.drafts.read('form')).to.equal('newer');
  });

  it('what this page had saved and nobody had sent is offered again, and can be sent', async () => {
    let carried: string[] = [];
    let taken = false;
    const carry: Carry = (change) => {
      if (taken) carried.push(idOf(change));
      return taken ? [Promise.resolve(true as const)] : null;
    };
    const { value: records, name } = await standing({ carry });
    const change = await affirm(records);
    await until(() => records.status.waiting === 1, 'it waits');
    await drop(name);
    await until(() => records.status.store === 'lost' && records.status.refused === 1, 'the loss is said, and what waited is in the list');
    const [trouble] = await records.troubles();
    expect(trouble).to.deep.include({ reason: 'refused', code: 'storage-lost' });
    expect(trouble!.change).to.deep.equal(change);
    taken = true;
    await records.settle(trouble!.id, 'again');
    await until(() => carried.length > 0, 'it is sent');
    expect(carried).to.deep.equal([idOf(change)]);
    await until(() => records.status.refused === 0, 'nothing is left in the list');
    carried = [];
  });

  it('what had been sent is not offered again, also if another tab had sent it', async () => {
    const community = newCommunityId();
    const clock = new HeldClock();
    const { value: records, name } = await databaseOf(() => open({ community, carry: () => null }, { clock }));
    await affirm(records);
    const other = await open({ community, carry: () => [Promise.resolve(true)] }, { clock: new HeldClock() });
    other.wake();
    await until(() => records.status.waiting === 0, 'the other tab has sent it');
    await records.troubles(); // what began before this read has been read too
    await drop(name);
    await until(() => records.status.store === 'lost', 'the loss is said');
    expect(await records.troubles()).to.deep.equal([]);
  });

  it('what waited before a person locked the store is not offered again', async () => {
    const { value: records, name } = await standing({ locked: true });
    await records.unlock('a passphrase');
    await affirm(records);
    records.lock();
    await drop(name);
    await records.unlock('a passphrase');
    await records.drafts.read('form'); // drafts are written again before changes are offered
    await affirm(records);
    expect(await records.troubles()).to.deep.equal([]);
  });

  it('a draft from before a person locked the store does not come back', async () => {
    const { value: records, name } = await standing({ locked: true });
    await records.unlock('a passphrase');
    await records.drafts.write('form', words);
    records.lock();
    await drop(name);
    await records.unlock('a passphrase');
    expect(records.status.store).to.equal('lost');
    expect(await records.drafts.read('form')).to.equal(undefined);
  });

  it('storage can be cleared again and again', async () => {
    const { value: records, name } = await standing();
    for (const text of ['first', 'second', 'third']) {
      await drop(name);
      await records.drafts.write('form', text);
      const change = await affirm(records);
      expect(await records.drafts.read('form')).to.equal(text);
      expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
    }
  });

  it('every tab keeps working after storage was cleared, and none says that somebody removed it', async () => {
    const community = newCommunityId();
    const { value: first, name } = await databaseOf(() => open({ community }, { clock: new HeldClock() }));
    const tabs = [first, ...(await Promise.all([1, 2, 3].map(() => open({ community }, { clock: new HeldClock() }))))];
    await Promise.all(tabs.map((tab, index) => tab.drafts.write(`form-${index}`, words)));
    await drop(name);
    await until(() => tabs.every(({ status }) => status.store === 'lost'), 'every tab says the loss');
    expect(await Promise.all(tabs.map((tab, index) => tab.drafts.read(`form-${index}`)))).to.deep.equal(tabs.map(() => words));
    const change = await affirm(tabs[3]!);
    expect((await first.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.deep.equal([idOf(change)]);
  });
});

/** A new root key in a memory adapter, opened for a person. */
async function somewhere(): Promise<{ ground: StoreContext; move: (to: StoreContext) => void }> {
  const cipher = await loadCipher();
  const storage: StorageAdapter = new MemoryAdapter();
  const held = await openRootKey(cipher, await readOrCreateRootKey(storage, cipher, undefined), undefined);
  let [at, session] = [storage, await openSession(held, 'p-1')];
  const context: StoreContext = {
    storage: {
      lasting: false,
      isReadOnly: false,
      run: (names, mode, work) => at.run(names, mode, work),
      writeNow: (write) => at.writeNow(write),
      relocate: () => at.relocate(),
      makeSuccessor: () => at.makeSuccessor(),
      deleteOthers: () => at.deleteOthers(),
      close: () => at.close(),
    },
    clock: new HeldClock(),
    tab: 'a',
    actor: { person: 'p-1', as: 'resident' },
    community: 'house',
    policy: {},
    shared: false,
    sendsForAll: false,
    session: () => session,
    report: () => undefined,
    wrote: () => undefined,
    planned: () => undefined,
    committed: () => undefined,
  };
  return { ground: context, move: (to) => ([at, session] = [to.storage, to.session()]) };
}

const { getAll, put } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
const own = { getAll, put };
const restore = (): void => void Object.defineProperties(IDBObjectStore.prototype, own);
afterEach(restore);

/** Clears the storage right after the transaction that first does `what` with rows. */
function afterFirst(what: keyof typeof own, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const original = own[what].value as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
    IDBObjectStore.prototype[what] = function (this: IDBObjectStore, ...args: unknown[]) {
      if (this.name === 'rows') {
        restore();
        drop(name).then(resolve, reject);
      }
      return original.apply(this, args);
    } as never;
  });
}

/** The number of records in the head of a copy. */
const countOf = async (copy: Blob): Promise<number> => (JSON.parse((await copy.text()).split('\n')[0]!) as { records: number }).records;

describe('work that began before storage was cleared', () => {
  it('the next pull asks for everything, because an old cursor is not written into the new database', async () => {
    const [before, after] = [await somewhere(), await somewhere()];
    const answer = {
      cursor: 'page-9',
      get records() {
        before.move(after.ground); // cleared and opened again while the answer is read
        return [toMe('house')];
      },
    };
    const pulling = new PullLoop(
      before.ground,
      () => Promise.resolve(answer),
      new TaskRunner(new HeldClock(), () => undefined),
      () => undefined,
    );
    expect(await code(pulling.ask())).to.equal('locked');
    pulling.close();
    const left = await after.ground.storage.run(['rows', 'meta'], 'read', async (tx) => [await tx.count('rows'), await tx.count('meta')]);
    expect(left).to.deep.equal([0, 1]);
  });

  it('an export never gives a copy that ends where storage was cleared', async () => {
    const { value: records, name } = await standing();
    await records.apply(Array.from({ length: 450 }, () => toMe(records.community)));
    const emptied = afterFirst('getAll', name);
    const copy = await exportRecords(records);
    await emptied;
    expect([0, 450]).to.include(await countOf(copy));
    expect(records.status.store).to.equal('lost');
  });

  it('an import starts again, so that what it reports as taken is stored', async () => {
    const { value: records, name } = await standing();
    await records.apply(Array.from({ length: 450 }, () => toMe(records.community)));
    const copy = await exportRecords(records);
    await drop(name);
    await until(() => records.status.store === 'lost', 'the loss is said');
    const emptied = afterFirst('put', name);
    const { taken } = await importRecords(records, copy);
    await emptied;
    expect(taken).to.equal(450);
    expect(await countOf(await exportRecords(records))).to.equal(450);
  });
});
