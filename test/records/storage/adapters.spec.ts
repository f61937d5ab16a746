import { expect } from '@open-wc/testing';
import { realClock } from '../../../src/records/base/clock.js';
import { Connection } from '../../../src/records/storage/connection.js';
import { IndexedDbAdapter } from '../../../src/records/storage/indexeddb-adapter.js';
import { compare, MemoryAdapter } from '../../../src/records/storage/memory-adapter.js';
import { only, type StoreKey, type StorageAdapter, type Transaction } from '../../../src/records/storage/storage-adapter.js';
import type { OutboxRow, RecordRow } from '../../../src/records/storage/db-schema.js';
import { newCommunityId } from '../store-setup.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const record = (id: string, ...keys: number[]): RecordRow => ({
  id,
  rev: 1,
  v: 1,
  base: 0,
  iv: bytes(1),
  box: bytes(2),
  keys: keys.map((key) => bytes(key, 9)),
});
const waiting = (key: string, ids: string[], turn?: OutboxRow['turn']): Omit<OutboxRow, 'seq'> => ({
  key,
  who: 'w',
  ids,
  at: 1,
  attempts: 0,
  iv: bytes(1),
  box: bytes(2),
  ...(turn ? { turn } : {}),
});

const shelves: [string, () => StorageAdapter][] = [
  [
    'on disk',
    () =>
      new IndexedDbAdapter(
        new Connection(newCommunityId(), realClock, {
          lost: () => undefined,
          closed: () => undefined,
          blocked: () => undefined,
          newer: () => undefined,
          unblocked: () => undefined,
        }),
      ),
  ],
  ['in memory', () => new MemoryAdapter()],
];

for (const [where, make] of shelves) {
  describe(`storage adapter ${where}`, () => {
    let storage: StorageAdapter;
    beforeEach(() => {
      storage = make();
    });
    afterEach(() => storage.close());
    const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => storage.run(['rows', 'outbox'], 'read', work);
    const write = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => storage.run(['rows', 'outbox'], 'strict', work);

    it('a row is read as it was written, and shares no objects with it', async () => {
      const row = record('a', 1);
      await write((tx) => tx.put('rows', row));
      const again = await read((tx) => tx.get('rows', 'a'));
      expect(again).to.deep.equal(row);
      expect(again).to.not.equal(row);
      expect(await read((tx) => tx.get('rows', 'b'))).to.equal(undefined);
    });

    it('a range of an index of bytes is read in order, with an open end and a limit', async () => {
      await write(async (tx) => {
        for (const [id, ...keys] of [
          ['c', 5, 1],
          ['a', 3],
          ['b', 5, 4],
        ] as [string, ...number[]][])
          await tx.put('rows', record(id, ...keys));
      });
      const ids = (rows: RecordRow[]): string => rows.map(({ id }) => id).join('');
      const within = { index: 'keys', from: bytes(3, 9), to: bytes(5, 9) };
      expect(ids(await read((tx) => tx.all('rows', within)))).to.equal('abbc');
      expect(ids(await read((tx) => tx.all('rows', { ...within, after: true })))).to.equal('bbc');
      expect(ids(await read((tx) => tx.all('rows', { ...within, limit: 2 })))).to.equal('ab');
      expect(await read((tx) => tx.first('rows', within))).to.equal('a');
      expect(await read((tx) => tx.count('rows', within))).to.equal(4);
    });

    it('rows are numbered when added, and found by turn, by record and by key', async () => {
      await write(async (tx) => {
        await tx.add('outbox', waiting('k1', ['a'], ['w', 0, 20]));
        await tx.add('outbox', waiting('k2', ['a', 'b']));
        await tx.add('outbox', waiting('k3', ['c'], ['w', 0, 10]));
        await tx.add('outbox', waiting('k4', ['d'], ['w', 1, 5]));
      });
      const first = (from: StoreKey, to: StoreKey) => read((tx) => tx.first('outbox', { index: 'turn', from, to }));
      expect(await first(['w', 0, -1], ['w', 0, 15])).to.equal(3);
      expect(await first(['w', 0, -1], ['w', 0, 5])).to.equal(undefined);
      expect(await first(['w', 1, -Infinity], ['w', 1, Infinity])).to.equal(4);
      expect(await first(['v', 0, 0], ['v', 9, 0])).to.equal(undefined);
      expect(await read((tx) => tx.first('outbox', only('ids', 'b')))).to.equal(2);
      expect((await read((tx) => tx.all('outbox', only('ids', 'a')))).map(({ seq }) => seq)).to.deep.equal([1, 2]);
      expect((await read((tx) => tx.all('outbox', only('key', 'k3'))))[0]?.seq).to.equal(3);
    });

    it('a transaction that fails is undone as a whole', async () => {
      await write((tx) => tx.put('rows', record('a', 1)));
      const failed = write(async (tx) => {
        await tx.put('rows', record('b', 1));
        await tx.delete('rows', 'a');
        await tx.add('outbox', waiting('k', ['a']));
        throw new RangeError('on purpose');
      });
      expect(await failed.catch((error: unknown) => error)).to.be.instanceOf(RangeError);
      expect((await read((tx) => tx.all('rows'))).map(({ id }) => id)).to.deep.equal(['a']);
      expect(await read((tx) => tx.count('outbox'))).to.equal(0);
    });

    it('a second row with the same unique key is rejected', async () => {
      await write((tx) => tx.add('outbox', waiting('k', ['a'])));
      const again = write((tx) => tx.add('outbox', waiting('k', ['b'])));
      expect(((await again.catch((error: unknown) => error)) as Error).name).to.equal('ConstraintError');
      expect(await read((tx) => tx.count('outbox'))).to.equal(1);
    });

    it('writing transactions run one after the other', async () => {
      await write((tx) => tx.put('rows', record('a')));
      const raise = (): Promise<void> =>
        write(async (tx) => {
          const row = (await tx.get('rows', 'a'))!;
          await tx.put('rows', { ...row, rev: row.rev + 1 });
        });
      await Promise.all(Array.from({ length: 20 }, raise));
      expect((await read((tx) => tx.get('rows', 'a')))?.rev).to.equal(21);
    });
  });
}

describe('the order of keys in memory', () => {
  it('the order of keys in memory is the same as in the browser', () => {
    const places: StoreKey[] = [
      -Infinity,
      -1,
      0,
      7,
      Infinity,
      '',
      'a',
      'b',
      'ab',
      bytes(),
      bytes(0),
      bytes(1),
      bytes(1, 0),
      bytes(255),
      [],
      ['a'],
      ['a', 0],
      ['a', 0, -1],
      ['a', 1],
      ['b'],
    ];
    for (const a of places) for (const b of places) expect(Math.sign(compare(a, b)), `${String(a)} and ${String(b)}`).to.equal(indexedDB.cmp(a, b));
  });
});
