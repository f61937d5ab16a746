import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import { purge } from '../../../src/records/index.js';
import { realClock } from '../../../src/records/base/clock.js';
import { codeOf } from '../../../src/records/base/errors.js';
import type { Records } from '../../../src/records/base/types.js';
import { readRootKey } from '../../../src/records/crypto/key-storage.js';
import { CommitNotes, isBehind } from '../../../src/records/storage/commit-count.js';
import { Connection } from '../../../src/records/storage/connection.js';
import { IndexedDbAdapter } from '../../../src/records/storage/indexeddb-adapter.js';
import { filesOf } from '../../../src/records/storage/presence-marks.js';
import { currentOf, databaseOf, readRaw, restoreRaw } from '../read-disk.js';
import { affirm, newCommunityId, open, until } from '../store-setup.js';

const key = Uint8Array.from({ length: 32 }, (_, at) => at);

const countOf = async (records: Records): Promise<number> => (await records.list({ kind: 'feedback', limit: 200 })).length;
const someIsGone = (records: Records): Promise<void> =>
  until(() => records.status.store === 'lost' && records.status.loss === 'some', 'the loss is told');
const noted = (name: string): string | null => localStorage.getItem(`${name}-commits`);

const noEvents = { lost: () => undefined, closed: () => undefined, blocked: () => undefined, unblocked: () => undefined, newer: () => undefined };

/** Resolves when a file says that this many commits have completed. */
const isFiled = (name: string, count: number): Promise<void> =>
  until(async () => (await filesOf(name)).some((file) => file.endsWith(`-${count}`)), 'it is noted in a file');

/** What an opening of the store would find now. */
async function looksBehind(store: string): Promise<boolean> {
  const storage = new IndexedDbAdapter(new Connection(store, realClock, noEvents));
  try {
    return await isBehind(store, storage, (await readRootKey(storage))!.gen);
  } finally {
    storage.close();
  }
}

/** A store with three records, closed, whose database has gone back to the first one. */
async function fallenBack(hasFiles = true) {
  const community = newCommunityId();
  const { value: records, name } = await databaseOf(() => open({ community }));
  await affirm(records);
  const before = await readRaw(name);
  await affirm(records);
  await affirm(records);
  if (hasFiles) await isFiled(name, 3);
  await records.close();
  await restoreRaw(name, before);
  return { community, name };
}

describe('the count of commits', () => {
  it('tells that some is gone where the database has gone back, and shows what is there', async () => {
    const { community } = await fallenBack();
    const records = await open({ community });
    await someIsGone(records);
    expect(await countOf(records)).to.equal(1);
    await affirm(records);
    expect(await countOf(records)).to.equal(2);
  });

  it('tells it also where the database has gone back to before its first record', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    const before = await readRaw(name);
    await affirm(records);
    await records.close();
    await restoreRaw(name, before);
    await someIsGone(await open({ community }));
  });

  it('tells it also where localStorage was not written to the disk yet', async () => {
    const { community, name } = await fallenBack();
    localStorage.removeItem(`${name}-commits`);
    await someIsGone(await open({ community }));
  });

  it('tells it also where the browser has no files', async () => {
    const own = Object.getOwnPropertyDescriptor(StorageManager.prototype, 'getDirectory')!;
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { ...own, value: undefined });
    try {
      const { community } = await fallenBack(false);
      await someIsGone(await open({ community }));
    } finally {
      Object.defineProperty(StorageManager.prototype, 'getDirectory', own);
    }
  });

  it('tells it once: the next load of a page finds nothing wrong', async () => {
    const { community, name } = await fallenBack();
    const records = await open({ community });
    await someIsGone(records);
    await records.close();
    await until(async () => !(await looksBehind(name)), 'the notes are taken back');
    const { store, loss } = (await open({ community })).status;
    expect([store, loss]).to.deep.equal(['open', undefined]);
  });

  it('says nothing of a loss while the store is locked', async () => {
    const { community } = await fallenBack();
    const records = await open({ community });
    await someIsGone(records);
    records.lock();
    expect(records.status).to.include({ store: 'locked' });
    expect(records.status.loss).to.equal(undefined);
  });

  it('is no loss to a tab that opens while another writes', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    let isWriting = true;
    const writing = Promise.all(Array.from({ length: 20 }, () => affirm(records))).finally(() => (isWriting = false));
    const found: boolean[] = [];
    while (isWriting) found.push(await looksBehind(name));
    await writing;
    expect(found).to.not.include(true);
  });

  it('is no loss after the store has moved into a new database, nor to a tab that had it open', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    for (let round = 0; round < 5; round++) await affirm(records);
    const old = new IndexedDbAdapter(new Connection(name, realClock, noEvents));
    const { gen } = (await readRootKey(old))!;
    await records.unlock(key);
    await affirm(records);
    expect(await currentOf(name)).not.to.equal(name);
    localStorage.setItem(`${name}-commits`, `${gen} 5`); // as it was when this tab read it
    expect(await isBehind(name, old, gen)).to.equal(false);
    localStorage.removeItem(`${name}-commits`);
    old.close();
    await records.close();
    expect(await looksBehind(name)).to.equal(false);
    const again = await open({ community, key });
    expect([again.status.store, await countOf(again)]).to.deep.equal(['open', 6]);
  });

  it('counts what has completed, and nothing else', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    const moved = records.act('affirm', { kind: 'feedback', id: uuidv7(), rev: 7 }, {});
    expect(await moved.then(() => 'nothing', codeOf)).not.to.equal('nothing');
    const meta = (await readRaw(name))['meta']!;
    const [root, count] = [meta.find((row) => row['name'] === 'root')!, meta.find((row) => row['name'] === 'commits')!];
    expect(noted(name)).to.equal(`${String(root['gen'])} ${String(count['count'])}`);
    await isFiled(name, Number(count['count']));
  });

  it('of another root key says nothing', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await isFiled(name, 1);
    await records.close();
    new CommitNotes(name).add('0123456789abcdef', 99);
    await isFiled(name, 99);
    expect(await looksBehind(name)).to.equal(false);
  });

  it('is forgotten when the store is removed', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await affirm(records);
    await purge(records, { unsent: 'lose' });
    await records.close();
    expect(noted(name)).to.equal(null);
    expect(await filesOf(name)).to.deep.equal([]);
    expect((await open({ community })).status.store).to.equal('open');
  });

  it('is not noted again by a tab whose last write ends after the store was removed', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await purge(records, { unsent: 'lose' });
    new CommitNotes(name).add('of the old key', 2);
    expect(noted(name)).to.equal(null);
    await until(async () => (await filesOf(name)).length === 0, 'no file is left');
  });

  it('is not noted again where the store is removed while its file is made', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await isFiled(name, 1);
    const own = Object.getOwnPropertyDescriptor(FileSystemDirectoryHandle.prototype, 'getFileHandle')!;
    let isMade = false;
    Object.defineProperty(FileSystemDirectoryHandle.prototype, 'getFileHandle', {
      ...own,
      async value(this: FileSystemDirectoryHandle, ...args: Parameters<FileSystemDirectoryHandle['getFileHandle']>) {
        await purge(records, { unsent: 'lose' });
        const file = await (own.value as FileSystemDirectoryHandle['getFileHandle']).apply(this, args);
        isMade = true;
        return file;
      },
    });
    try {
      new CommitNotes(name).add('of the old key', 2);
      await until(async () => isMade && (await filesOf(name)).length === 0, 'no file is left');
    } finally {
      Object.defineProperty(FileSystemDirectoryHandle.prototype, 'getFileHandle', own);
    }
  });

  it('does not matter where localStorage is full', async () => {
    const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!;
    Object.defineProperty(Storage.prototype, 'setItem', {
      ...own,
      value(this: Storage, name: string, value: string) {
        if (name.endsWith('-commits')) throw new DOMException('', 'QuotaExceededError');
        (own.value as Storage['setItem']).call(this, name, value);
      },
    });
    try {
      const records = await open({ community: newCommunityId() });
      await affirm(records);
      expect([records.status.store, await countOf(records)]).to.deep.equal(['open', 1]);
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', own);
    }
  });
});
