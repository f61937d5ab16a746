import { expect } from '@open-wc/testing';
import { realClock } from '../../../src/records/clock.js';
import { Connection } from '../../../src/records/disk/connection.js';
import { IdbShelf } from '../../../src/records/disk/shelf-idb.js';
import { compare, MemoryShelf } from '../../../src/records/disk/shelf-memory.js';
import { only, type Place, type Shelf, type Tx } from '../../../src/records/disk/shelf.js';
import type { OutboxRow, RecordRow } from '../../../src/records/disk/shapes.js';
import { someHouse } from '../support.js';

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

const shelves: [string, () => Shelf][] = [
  [
    'on disk',
    () => new IdbShelf(new Connection(someHouse(), realClock, { lost: () => undefined, blocked: () => undefined, newer: () => undefined })),
  ],
  ['in memory', () => new MemoryShelf()],
];

for (const [where, make] of shelves) {
  describe(`a shelf ${where}`, () => {
    let shelf: Shelf;
    beforeEach(() => {
      shelf = make();
    });
    afterEach(() => shelf.close());
    const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => shelf.run(['rows', 'outbox'], 'read', work);
    const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => shelf.run(['rows', 'outbox'], 'strict', work);

    it('gives rows back as they were put, and shares nothing with them', async () => {
      const row = record('a', 1);
      await write((tx) => tx.put('rows', row));
      const again = await read((tx) => tx.get('rows', 'a'));
      expect(again).to.deep.equal(row);
      expect(again).to.not.equal(row);
      expect(await read((tx) => tx.get('rows', 'b'))).to.equal(undefined);
    });

    it('reads a stretch of an index of bytes in order, with an end left out and a limit', async () => {
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

    it('numbers what is added, and finds it by turn, by record and by key', async () => {
      await write(async (tx) => {
        await tx.add('outbox', waiting('k1', ['a'], ['w', 0, 20]));
        await tx.add('outbox', waiting('k2', ['a', 'b']));
        await tx.add('outbox', waiting('k3', ['c'], ['w', 0, 10]));
        await tx.add('outbox', waiting('k4', ['d'], ['w', 1, 5]));
      });
      const first = (from: Place, to: Place) => read((tx) => tx.first('outbox', { index: 'turn', from, to }));
      expect(await first(['w', 0, -1], ['w', 0, 15])).to.equal(3);
      expect(await first(['w', 0, -1], ['w', 0, 5])).to.equal(undefined);
      expect(await first(['w', 1, -Infinity], ['w', 1, Infinity])).to.equal(4);
      expect(await first(['v', 0, 0], ['v', 9, 0])).to.equal(undefined);
      expect(await read((tx) => tx.first('outbox', only('ids', 'b')))).to.equal(2);
      expect((await read((tx) => tx.all('outbox', only('ids', 'a')))).map(({ seq }) => seq)).to.deep.equal([1, 2]);
      expect((await read((tx) => tx.all('outbox', only('key', 'k3'))))[0]?.seq).to.equal(3);
    });

    it('undoes all of a transaction that fails', async () => {
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

    it('refuses a second row with the same unique key', async () => {
      await write((tx) => tx.add('outbox', waiting('k', ['a'])));
      const again = write((tx) => tx.add('outbox', waiting('k', ['b'])));
      expect(((await again.catch((error: unknown) => error)) as Error).name).to.equal('ConstraintError');
      expect(await read((tx) => tx.count('outbox'))).to.equal(1);
    });

    it('runs transactions that write one after the other', async () => {
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
  it('is that of the browser', () => {
    const places: Place[] = [
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
