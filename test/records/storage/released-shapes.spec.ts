import { expect } from '@open-wc/testing';
import type { Change } from '../../../src/model/change.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { exportRecords, importRecords } from '../../../src/records/index.js';
import type { Sent } from '../../../src/records/base/types.js';
import { json, open, taker, until } from '../store-setup.js';
import release010 from './fixtures/0.1.0.json' with { type: 'json' };

/**
 * Stores as a released version left them on the disk, row by row, and what that version showed of them. Each release adds a file, and none is ever
 * changed: today's code must open them all. They were made by the built code of that version in Chromium: two records that were pulled, one that
 * was sent, one that was refused, three changes that wait, and a draft; one store with the device's own key, one with a passphrase.
 */
interface Released {
  readonly version: string;
  readonly stores: readonly ReleasedStore[];
}
interface ReleasedStore {
  readonly community: string;
  readonly person: string;
  readonly passphrase?: string;
  /** What the version wrote into `localStorage` beside the database. */
  readonly mark: string;
  readonly database: { readonly name: string; readonly version: number; readonly stores: Readonly<Record<string, StoreDump>> };
  readonly expected: {
    readonly records: Readonly<Record<string, { readonly sent: Sent; readonly record: MilieuRecord }>>;
    readonly troubles: readonly { readonly reason: string; readonly code: string; readonly saw: string }[];
    readonly draft: unknown;
  };
}
interface StoreDump {
  readonly keyPath: string;
  readonly autoIncrement: boolean;
  readonly indexes: Readonly<Record<string, { readonly keyPath: string; readonly unique: boolean; readonly multiEntry: boolean }>>;
  readonly rows: readonly unknown[];
}

const releases: readonly Released[] = [release010 as unknown as Released];

/** Bytes were written as `{ hex }`. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  if ('hex' in value) return Uint8Array.from((value.hex as string).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revived(one)]));
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = (): void => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unknown'));
  });

/** Lays the store on the disk of this browser, in place of any that is there. */
async function lay({ database: { name, version, stores }, mark }: ReleasedStore): Promise<void> {
  for (const { name: old } of await indexedDB.databases()) if (old?.startsWith(name)) await asked(indexedDB.deleteDatabase(old));
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = (): void => {
    for (const [store, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
      const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const [index, { keyPath: path, unique, multiEntry }] of Object.entries(indexes)) made.createIndex(index, path, { unique, multiEntry });
    }
  };
  const db = await asked(request);
  const tx = db.transaction(Object.keys(stores), 'readwrite');
  for (const [store, { rows }] of Object.entries(stores)) for (const row of rows) tx.objectStore(store).put(revived(row));
  await new Promise((done) => (tx.oncomplete = done));
  db.close();
  localStorage.setItem(name, mark);
}

const lineIsDown = (): Promise<Response>[] => [Promise.reject(new TypeError('no line'))];

for (const released of releases) {
  describe(`a store of version ${released.version}`, () => {
    const optionsOf = ({ community, person, passphrase }: ReleasedStore) => ({
      community,
      person,
      ...(passphrase === undefined ? {} : { key: passphrase }),
    });

    async function expectAll(store: ReleasedStore, records: Awaited<ReturnType<typeof open>>): Promise<void> {
      const { expected } = store;
      for (const [id, one] of Object.entries(expected.records)) expect(await records.get(id)).to.deep.equal(one);
      const troubles = (await records.troubles()).map(({ reason, code, change }) => ({ reason, code, saw: change.records[0]?.data['saw'] }));
      expect(troubles).to.deep.equal(expected.troubles);
      expect(await records.drafts.read('feedback')).to.deep.equal(expected.draft);
      await until(() => records.status.waiting === 3 && records.status.refused === 1, 'the counts');
    }

    it('is opened with everything in it, and is not taken for a loss; so it is the second time', async () => {
      for (const store of released.stores) {
        await lay(store);
        for (const time of ['first', 'second']) {
          const records = await open({ ...optionsOf(store), carry: lineIsDown });
          expect(records.status.store, time).to.equal('open');
          expect(records.status.key).to.equal(store.passphrase === undefined ? 'device' : 'passphrase');
          await expectAll(store, records);
          await records.close();
        }
      }
    });

    it('what waited is sent, with the keys and in the order of then', async () => {
      for (const store of released.stores) {
        await lay(store);
        const keys = (store.database.stores['outbox']?.rows ?? []).map((row) => (row as { key: string }).key);
        const { carry, got } = taker(() => json({}));
        const records = await open({ ...optionsOf(store), carry });
        await until(() => got.length === 3 && records.status.waiting === 0, 'sent');
        const sent = got.map(({ key }: Change) => key);
        expect(new Set(sent)).to.deep.equal(new Set(keys));
        expect(sent.indexOf(keys[0]!)).to.be.lessThan(sent.indexOf(keys[1]!), 'two changes of one record');
        await records.close();
      }
    });

    it('is opened by no other passphrase, and nothing is written', async () => {
      const store = released.stores.find(({ passphrase }) => passphrase !== undefined)!;
      await lay(store);
      const records = await open({ ...optionsOf(store), key: 'other words than those', carry: lineIsDown });
      expect([records.status.store, records.status.code]).to.deep.equal(['locked', 'wrong-key']);
      await records.unlock(store.passphrase!);
      await expectAll(store, records);
    });

    it('takes a key, and moves everything with it', async () => {
      const store = released.stores.find(({ passphrase }) => passphrase === undefined)!;
      await lay(store);
      const records = await open({ ...optionsOf(store), carry: lineIsDown });
      await records.unlock('four new words of mine');
      expect(records.status.key).to.equal('passphrase');
      await expectAll(store, records);
      await records.close();
      const again = await open({ ...optionsOf(store), key: 'four new words of mine', carry: lineIsDown });
      await expectAll(store, again);
    });

    it('can be copied into a new store', async () => {
      const [store] = released.stores;
      await lay(store!);
      const records = await open({ ...optionsOf(store!), carry: lineIsDown });
      const copy = await exportRecords(records);
      const anew = await open({ community: store!.community, person: store!.person, keep: 'page', carry: lineIsDown });
      expect(await importRecords(anew, copy)).to.deep.include({ invalid: 0, conflicts: 0, there: 0 });
      for (const [id, one] of Object.entries(store!.expected.records)) expect((await anew.get(id))?.record).to.deep.equal(one.record);
    });
  });
}
