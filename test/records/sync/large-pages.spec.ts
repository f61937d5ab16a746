import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { MilieuRecord } from '../../../src/model/record.js';
import { stepSize } from '../../../src/records/commits/apply-remote.js';
import { toMe } from '../../contracts/foreign-records.js';
import { databaseOf, readRaw } from '../read-disk.js';
import { newCommunityId, open, until } from '../store-setup.js';

const page = (community: string, size: number): MilieuRecord[] => Array.from({ length: size }, () => ({ ...toMe(community), id: uuidv7() }));

type Begin = typeof IDBDatabase.prototype.transaction;
type Put = typeof IDBObjectStore.prototype.put;
const begins = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')!;
const puts = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
const begin = begins.value as Begin;
const put = puts.value as Put;
function restore(): void {
  Object.defineProperty(IDBDatabase.prototype, 'transaction', begins);
  Object.defineProperty(IDBObjectStore.prototype, 'put', puts);
}
afterEach(restore);

describe('a large page of a pull', () => {
  it('is written in steps, the cursor with the last', async () => {
    const community = newCommunityId();
    const records = page(community, 9 * stepSize + 1);
    const written = new Map<IDBTransaction, number>();
    const withCursor: IDBTransaction[] = [];
    const { value: store } = await databaseOf(() => open({ community, pull: async () => ({ records: [], cursor: 'a' }) }));
    await store.close();
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<Put>) {
      if (this.name === 'rows') written.set(this.transaction, (written.get(this.transaction) ?? 0) + 1);
      if (this.name === 'meta' && 'box' in args[0]) withCursor.push(this.transaction);
      return put.apply(this, args);
    };
    const second = await open({ community, pull: async (cursor) => (cursor === 'b' ? { records: [], cursor } : { records, cursor: 'b' }) });
    await until(() => second.status.checkedAt !== undefined, 'pulled', 60_000);
    expect(Math.max(...written.values())).to.equal(stepSize);
    expect([...written.values()].reduce((sum, one) => sum + one, 0)).to.equal(records.length);
    // A next pull, of no records, may have written its cursor since.
    expect(withCursor[0]).to.equal([...written.keys()].at(-1));
  });

  it('comes again where the browser ends in the middle of it', async () => {
    const community = newCommunityId();
    const records = page(community, 3 * stepSize);
    const cursors: (string | undefined)[] = [];
    const pull = async (cursor: string | undefined) => (cursors.push(cursor), cursor === 'b' ? { records: [], cursor } : { records, cursor: 'b' });
    // Its key is made before, in a transaction of its own.
    const { value: first, name } = await databaseOf(() => open({ community, pull: async () => ({ records: [], cursor: 'a' }) }));
    await until(() => first.status.checkedAt !== undefined, 'pulled');
    await first.close();
    let left = 1;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<Begin>) {
      const tx = begin.apply(this, args);
      if (args[2]?.durability === 'strict' && [args[0]].flat().includes('rows') && left-- <= 0) throw new RangeError('as if the browser had ended');
      return tx;
    };
    const store = await open({ community, pull });
    await until(() => store.status.code !== undefined, 'broken off');
    await store.close();
    restore();
    expect((await readRaw(name))['rows']).to.have.length(stepSize);
    const after = await open({ community, pull });
    await until(() => after.status.checkedAt !== undefined, 'pulled');
    expect(cursors.slice(0, 2)).to.deep.equal(['a', 'a']);
    expect((await readRaw(name))['rows']).to.have.length(records.length);
  });
});
