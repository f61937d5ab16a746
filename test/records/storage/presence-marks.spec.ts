import { expect } from '@open-wc/testing';
import { purge } from '../../../src/records/index.js';
import { databaseOf, drop } from '../read-disk.js';
import { affirm, newCommunityId, open, until } from '../store-setup.js';

/** Names of the files that mark a store. */
async function filesOf(name: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of (await navigator.storage.getDirectory()).keys()) if (file.startsWith(name)) found.push(file);
  return found;
}

/** A store with a record, closed. */
async function kept() {
  const community = newCommunityId();
  const { value: records, name } = await databaseOf(() => open({ community }));
  await affirm(records);
  await records.close();
  return { community, name };
}

/** Holds back what the first opening of a database answers, as a busy tab would. */
function holdFirstOpen(): { release: () => void; restore: () => void } {
  const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const restore = (): void => void Object.defineProperty(IDBFactory.prototype, 'open', original);
  IDBFactory.prototype.open = function (this: IDBFactory, ...args: [string, number?]) {
    restore();
    const request = (original.value as (this: IDBFactory, ...all: [string, number?]) => IDBOpenDBRequest).apply(this, args);
    const listen = request.addEventListener.bind(request);
    request.addEventListener = (name: string, run: EventListener) =>
      listen(name, name === 'success' ? (event) => void held.then(() => run.call(request, event)) : run);
    return request;
  };
  return { release, restore };
}

describe('the mark of a store', () => {
  it('tells a loss from a first visit', async () => {
    const { community, name } = await kept();
    await drop(name);
    expect((await open({ community })).status.store).to.equal('lost');
  });

  it('is not taken for a loss by one of two tabs that open a new store at the same moment', async () => {
    const community = newCommunityId();
    const held = holdFirstOpen();
    try {
      const first = open({ community });
      const second = await open({ community });
      held.release();
      // On a busy machine an opening may take more than the five seconds after which it counts as blocked, until it has ended.
      const stores = [await first, second];
      await until(() => stores.every(({ status }) => status.code !== 'blocked'), 'both opened', 20_000);
      expect(stores.map(({ status: { store, code } }) => `${store} ${code ?? ''}`)).to.deep.equal(['open ', 'open ']);
    } finally {
      held.restore();
    }
  });

  it('tells a loss also before localStorage was written to the disk', async () => {
    const { community, name } = await kept();
    localStorage.removeItem(name);
    await drop(name);
    expect((await open({ community })).status.store).to.equal('lost');
  });

  it('tells a loss also where the browser has no files', async () => {
    const own = Object.getOwnPropertyDescriptor(StorageManager.prototype, 'getDirectory')!;
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { ...own, value: undefined });
    try {
      const { community, name } = await kept();
      await drop(name);
      expect((await open({ community })).status.store).to.equal('lost');
    } finally {
      Object.defineProperty(StorageManager.prototype, 'getDirectory', own);
    }
  });

  it('tells a database that cannot be opened from storage that is off, also where localStorage was not written', async () => {
    const { community, name } = await kept();
    localStorage.removeItem(name);
    const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
    IDBFactory.prototype.open = () => {
      throw new DOMException('', 'UnknownError');
    };
    try {
      expect((await open({ community })).status).to.include({ store: 'failed', code: 'connection' });
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'open', original);
    }
  });

  it('says a loss once: the next load of a page finds the new store', async () => {
    const { community, name } = await kept();
    await drop(name);
    const records = await open({ community });
    await records.close();
    expect((await open({ community })).status.store).to.equal('open');
  });

  it('is no loss if an older one comes back after a kill', async () => {
    const { community, name } = await kept();
    localStorage.setItem(name, 'of a store before');
    expect((await open({ community })).status.store).to.equal('open');
  });

  it('is forgotten when the store is removed', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await affirm(records);
    await purge(records, { unsent: 'lose' });
    await records.close();
    expect(localStorage.getItem(name)).to.equal(null);
    expect(await filesOf(name)).to.deep.equal([]);
    expect((await open({ community })).status.store).to.equal('open');
  });

  it('is two numbers, one file for each store', async () => {
    const { name } = await kept();
    expect((await filesOf(name)).filter((one) => /^[0-9a-f]{32}-[0-9a-f]{16}$/.test(one))).to.have.length(1);
    expect(localStorage.getItem(name)).to.match(/^[0-9a-f]{16}$/);
  });
});
