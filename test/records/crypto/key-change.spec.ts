import { expect } from '@open-wc/testing';
import { codeOf } from '../../../src/records/base/errors.js';
import { realClock } from '../../../src/records/base/clock.js';
import type { Records } from '../../../src/records/base/types.js';
import { webCipher, type Cipher } from '../../../src/records/crypto/webcrypto.js';
import { IndexedDbAdapter } from '../../../src/records/storage/indexeddb-adapter.js';
import { Store } from '../../../src/records/store.js';
import { databaseOf } from '../read-disk.js';
import { affirm, HeldClock, idOf, newCommunityId, open, remind, rewrite, until, words } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
const key = new Uint8Array(32).fill(9);
const day = 24 * 3_600_000;

const databasesOf = async (name: string): Promise<string[]> =>
  (await indexedDB.databases()).flatMap((one) => (one.name?.startsWith(name.slice(0, 32)) ? [one.name] : []));

/** A cipher that tells of each box that it seals, before it is sealed. */
const sealing = (before: (count: number) => unknown): Cipher => {
  const web = webCipher(crypto.subtle);
  let count = 0;
  return {
    ...web,
    aes: async (root) => {
      const aes = await web.aes(root);
      return { ...aes, seal: async (text, bound) => (await before(++count), aes.seal(text, bound)) };
    },
  };
};

/**
 * Changes the key in a tab that does nothing more from one of its transactions or deletions on, as if it was killed before it.
 * @returns whether it came so far
 */
async function changeUntil(community: string, stopAt: number): Promise<boolean> {
  const tab = new Store({ community, person: 'p-1', as: 'resident' }, { clock: realClock, tab: 'killed' });
  await tab.opening;
  let count = 0;
  let stop = (): void => undefined;
  const stopped = new Promise<boolean>((resolve) => (stop = () => resolve(true)));
  const [run, remove] = [
    Object.getOwnPropertyDescriptor(IndexedDbAdapter.prototype, 'run')!,
    Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'deleteDatabase')!,
  ];
  const isOver = (): boolean => {
    count += 1;
    if (count >= stopAt) stop();
    return count >= stopAt;
  };
  IndexedDbAdapter.prototype.run = function (this: IndexedDbAdapter, ...args: unknown[]) {
    return isOver() ? new Promise(() => undefined) : (run.value as (...all: unknown[]) => Promise<never>).apply(this, args);
  };
  IDBFactory.prototype.deleteDatabase = function (this: IDBFactory, name: string) {
    return isOver() ? ({} as IDBOpenDBRequest) : (remove.value as IDBFactory['deleteDatabase']).call(this, name);
  };
  try {
    return await Promise.race([stopped, tab.unlock(key).then(() => tab.close().then(() => false))]);
  } finally {
    Object.defineProperty(IndexedDbAdapter.prototype, 'run', run);
    Object.defineProperty(IDBFactory.prototype, 'deleteDatabase', remove);
  }
}

/** Three records of which one was changed again, and a draft; nothing is sent. */
async function fill(records: Records): Promise<string[]> {
  const reminder = await remind(records);
  const changes = [reminder, await affirm(records, ['p-2']), await affirm(records, ['p-3'])];
  await rewrite(records, reminder, 'Other words');
  await records.drafts.write('form', words);
  return changes.map(idOf).sort();
}

async function holdsAll(records: Records, ids: readonly string[]): Promise<void> {
  expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id).sort()).to.deep.equal(ids);
  expect((await records.get(ids[0]!))?.record.rev).to.equal(2);
  expect(await records.drafts.read('form')).to.equal(words);
  expect(await code(affirm(records, ['p-4']))).to.equal('nothing');
  await until(() => records.status.waiting === 5, 'all changes wait');
}

describe('a tab that ends while it changes the key', () => {
  it('keeps nobody from writing, whatever the clock says', async () => {
    const community = newCommunityId();
    const ids = await fill(await open({ community }));
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const began = new Promise<void>((resolve) => {
      void open({ community }, { cipher: sealing((count) => (count > 2 ? (resolve(), held) : undefined)) }).then((stuck) => code(stuck.unlock(key)));
    });
    await began;
    const clock = new HeldClock();
    clock.time = Date.now() - day;
    await holdsAll(await open({ community }, { clock }), ids);
    goOn();
  });

  it('leaves everything there and open for acts, at whichever step it ends', async function () {
    this.timeout(120_000);
    let steps = 0;
    const seen = new Set<string>();
    for (let isStopped = true; isStopped; steps++) {
      const community = newCommunityId();
      const before = await open({ community });
      const ids = await fill(before);
      await before.close();
      isStopped = await changeUntil(community, steps + 1);
      const records = await open({ community });
      seen.add(records.status.key);
      if (records.status.key !== 'device') await records.unlock(key);
      expect(records.status.store, `step ${steps}`).to.equal('open');
      await holdsAll(records, ids);
      await records.close();
    }
    expect(steps).to.be.greaterThan(10);
    expect([...seen].sort()).to.deep.equal(['device', 'host']);
  });
});

describe('a key that is changed while other tabs write', () => {
  it('takes along what they write meanwhile', async () => {
    const community = newCommunityId();
    const other = await open({ community });
    const ids = await fill(other);
    const meanwhile = async (count: number): Promise<void> => {
      if (count !== 4) return;
      ids.push(idOf(await affirm(other, ['p-5'], 'Meanwhile')));
      await other.drafts.write('form', 'Newer words');
      await other.drafts.write('another form', words);
    };
    const records = await open({ community }, { cipher: sealing(meanwhile) });
    await records.unlock(key);
    expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id).sort()).to.deep.equal([...ids].sort());
    expect([await records.drafts.read('form'), await records.drafts.read('another form')]).to.deep.equal(['Newer words', words]);
    await until(() => records.status.waiting === 5, 'all changes wait');
    await until(() => other.status.store === 'locked', 'the other tab is locked');
    expect(other.status.key).to.equal('host');
    await other.unlock(key);
    expect([other.status.store, await other.drafts.read('form')]).to.deep.equal(['open', 'Newer words']);
  });

  it('forgets the draft that was removed meanwhile', async () => {
    const community = newCommunityId();
    const other = await open({ community });
    await fill(other);
    const records = await open({ community }, { cipher: sealing((count) => (count === 9 ? other.drafts.remove('form') : undefined)) });
    await records.unlock(key);
    expect(await records.drafts.read('form')).to.equal(undefined);
  });

  for (const withLocks of [true, false])
    it(`ends well if two tabs change it at the same time${withLocks ? '' : ', also in a browser without locks'}`, async () => {
      const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
      if (!withLocks) Object.defineProperty(Navigator.prototype, 'locks', { ...own, get: () => undefined });
      try {
        const community = newCommunityId();
        const { value: one, name } = await databaseOf(() => open({ community }));
        const other = await open({ community });
        const ids = await fill(one);
        await Promise.all([one.unlock(key), other.unlock(key)]);
        for (const records of [one, other]) {
          expect([records.status.store, records.status.key]).to.deep.equal(['open', 'host']);
          expect((await records.list({ kind: 'feedback' })).map(({ record }) => record.id).sort()).to.deep.equal(ids);
        }
        await until(async () => (await databasesOf(name)).length === 1, 'one database is left');
      } finally {
        Object.defineProperty(Navigator.prototype, 'locks', own);
      }
    });

  it('is not taken for a loss by a tab that has the old database open', async () => {
    const community = newCommunityId();
    const told: string[] = [];
    const other = await open({ community });
    other.watchStatus(({ store }) => void told.push(store));
    const records = await open({ community });
    await fill(records);
    await records.unlock(key);
    await until(() => other.status.store === 'locked', 'the other tab is locked');
    await other.unlock(key);
    expect(told).to.not.include('lost');
    expect((await open({ community, key })).status.store).to.equal('open');
  });
});
