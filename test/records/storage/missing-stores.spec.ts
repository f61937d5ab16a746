import { expect } from '@open-wc/testing';
import { latestVersion } from '../../../src/records/storage/migrations.js';
import { databaseOf, drop, readRaw } from '../read-disk.js';
import { affirm, HeldClock, idOf, newCommunityId, open, until, words } from '../store-setup.js';

/** Makes a database as another script might: `make` has the upgrade. */
function replace(name: string, version: number | undefined, make: (db: IDBDatabase) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => make(request.result);
    request.onerror = () => reject(request.error ?? new Error('unknown'));
    request.onsuccess = () => (request.result.close(), resolve());
  });
}

const versionOf = async (name: string): Promise<number> => (await indexedDB.databases()).find((one) => one.name === name)?.version ?? 0;

/** A closed store with one record and a draft. */
async function filled() {
  const community = newCommunityId();
  const { value: records, name } = await databaseOf(() => open({ community }));
  const change = await affirm(records);
  await records.drafts.write('form', words);
  await records.close();
  return { community, name, change };
}

async function worksAgain(community: string, name: string): Promise<void> {
  const records = await open({ community });
  expect([records.status.store, records.status.code]).to.deep.equal(['lost', undefined]);
  const change = await affirm(records);
  await records.drafts.write('form', words);
  expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id)).to.include(idOf(change));
  await records.close();
  const again = await open({ community });
  expect(again.status.store).to.equal('open'); // said once
  expect(await again.drafts.read('form')).to.equal(words);
  expect((await readRaw(name))['outbox']?.length).to.be.greaterThan(0);
}

describe('a database in which another script has left no stores', () => {
  for (const [what, version] of [
    ['of version 1', undefined],
    ['of the version of this code', latestVersion],
  ] as const)
    it(`is said to be lost once, and works again (${what})`, async () => {
      const { community, name } = await filled();
      await drop(name);
      await replace(name, version, () => undefined);
      expect((await versionOf(name)) > 0).to.equal(true);
      await worksAgain(community, name);
    });

  it('is said to be lost by a page that has it open, and works there again', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }, { clock: new HeldClock() }));
    await affirm(records);
    await records.drafts.write('form', words);
    await Promise.all([drop(name), replace(name, latestVersion, () => undefined)]);
    await until(() => records.status.store === 'lost', 'the loss is said');
    expect(await records.drafts.read('form')).to.equal(words);
    await affirm(records);
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
  });
});

describe('a database in which some stores are missing', () => {
  it('is said to be lost once, and what is left in the other stores stays', async () => {
    const { community, name, change } = await filled();
    const [rows, meta] = [(await readRaw(name))['rows']!, (await readRaw(name))['meta']!];
    await drop(name);
    await replace(name, latestVersion, (db) => {
      const kept = db.createObjectStore('rows', { keyPath: 'id' });
      for (const row of rows) kept.put(row);
      const keys = db.createObjectStore('meta', { keyPath: 'name' });
      for (const row of meta) keys.put(row);
    });
    const records = await open({ community });
    expect(records.status.store).to.equal('lost');
    expect((await records.get(idOf(change)))?.record).to.deep.equal(change.records[0]);
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    await records.close();
    await worksOn(community);
  });

  it('is rebuilt also where a store of the same name has another key', async () => {
    const { community, name } = await filled();
    await drop(name);
    await replace(name, latestVersion, (db) => {
      for (const store of ['rows', 'outbox', 'drafts', 'troubles', 'aside', 'audit', 'meta']) db.createObjectStore(store);
    });
    await worksAgain(community, name);
  });

  async function worksOn(community: string): Promise<void> {
    const again = await open({ community });
    expect(again.status.store).to.equal('open');
    await affirm(again, ['p-7']);
    expect(await again.list({ kind: 'feedback' })).to.have.length(2);
  }
});

describe('a database of version 0.1', () => {
  it('opens with what is in it, also where a tab was killed while it changed the key', async () => {
    const { community, name, change } = await filled();
    const old = await readRaw(name);
    await drop(name);
    await replace(name, 1, (db) => {
      const [rows, outbox] = [
        db.createObjectStore('rows', { keyPath: 'id' }),
        db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true }),
      ];
      rows.createIndex('keys', 'keys', { multiEntry: true });
      for (const [index, options] of Object.entries({ key: { unique: true }, ids: { multiEntry: true }, turn: {}, who: {} }))
        outbox.createIndex(index, index, options);
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('troubles', { keyPath: 'id' }).createIndex('who', 'who');
      const meta = db.createObjectStore('meta', { keyPath: 'name' });
      for (const row of old['rows']!) rows.put(row);
      for (const row of old['outbox']!) outbox.put(row);
      const { sum: _sum, origin: _origin, ...root } = old['meta']!.find((row) => row['name'] === 'root')!;
      meta.put({ ...root, changing: { token: 'a', until: Date.now() + 60_000 } });
      meta.put({ name: `ended:${String(root['gen'])}` });
    });
    localStorage.setItem(name, '1');
    const records = await open({ community });
    expect(records.status.store).to.equal('open');
    expect((await records.get(idOf(change)))?.record).to.deep.equal(change.records[0]);
    await affirm(records);
    const draft = await records.drafts.prepare('form', words);
    expect(draft.writeNow()).to.equal(true);
    expect(await records.drafts.read('form')).to.equal(words);
  });
});
