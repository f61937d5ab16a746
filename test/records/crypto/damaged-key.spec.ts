import { expect } from '@open-wc/testing';
import { codeOf } from '../../../src/records/base/errors.js';
import type { Key, Records } from '../../../src/records/base/types.js';
import { purge } from '../../../src/records/index.js';
import { currentOf, databaseOf, putRaw, type Raw, readRaw, removeRaw } from '../read-disk.js';
import { affirm, idOf, newCommunityId, open, until, words } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
type Row = Raw[string][number];
const bytes = (value: unknown): Uint8Array<ArrayBuffer> => (value as Uint8Array<ArrayBuffer>).slice();
const flipped = (value: unknown): Uint8Array<ArrayBuffer> => {
  const changed = bytes(value);
  changed[3]! ^= 1;
  return changed;
};
const { wrapped }: { wrapped: (row: Row) => { iv: unknown; box: unknown } } = { wrapped: (row) => row['wrapped'] as { iv: unknown; box: unknown } };

/** What can happen to the row of the root key, by the key that protects it; undefined: it is gone. */
const damages: readonly (readonly [string, Key | undefined, (root: Row) => Row | undefined])[] = [
  ['has a flipped bit', undefined, (root) => ({ ...root, raw: flipped(root['raw']) })],
  ['has a flipped bit and was made by version 0.1', undefined, ({ sum: _sum, origin: _origin, ...root }) => ({ ...root, raw: flipped(root['raw']) })],
  ['is cut to 5 bytes', undefined, (root) => ({ ...root, raw: bytes(root['raw']).slice(0, 5) })],
  ['has no key in it', undefined, ({ raw: _raw, ...root }) => root],
  ['says another mode', undefined, (root) => ({ ...root, mode: 'host' })],
  ['is missing', undefined, () => undefined],
  [
    'has a flipped bit in what the host wrapped',
    new Uint8Array(32).fill(7),
    (root) => ({ ...root, wrapped: { ...wrapped(root), box: flipped(wrapped(root).box) } }),
  ],
  ['has a flipped bit in its salt', 'correct horse', (root) => ({ ...root, salt: flipped(root['salt']) })],
  [
    'is cut to 5 bytes of what the host wrapped',
    new Uint8Array(32).fill(7),
    (root) => ({ ...root, wrapped: { ...wrapped(root), box: bytes(wrapped(root).box).slice(0, 5) } }),
  ],
  ['is missing, with a key of the host', new Uint8Array(32).fill(7), () => undefined],
];

const rootOf = async (name: string): Promise<Row> => (await readRaw(name))['meta']!.find((row) => row['name'] === 'root')!;

async function damage(name: string, way: (root: Row) => Row | undefined): Promise<void> {
  const row = way(await rootOf(name));
  await removeRaw(name, 'meta', 'root');
  if (row) await putRaw(name, 'meta', row);
}

/** A closed store with a record, a change that waits and a draft, whose root key row was damaged then. */
async function damaged(key: Key | undefined, way: (root: Row) => Row | undefined) {
  const community = newCommunityId();
  const options = { community, ...(key === undefined ? {} : { key }) };
  const { value: records, name } = await databaseOf(() => open(options));
  const change = await affirm(records);
  await records.drafts.write('form', words);
  await records.close();
  await damage(name, way);
  return { options, name, change };
}

const isDamaged = ({ status }: Records): boolean => status.store === 'failed' && status.code === 'damaged-key';
const rowsOf = async (name: string): Promise<string> =>
  JSON.stringify(await readRaw(name), (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value));

describe('a database whose root key row', () => {
  for (const [what, key, way] of damages)
    it(`${what} is named, and nothing is written over it`, async () => {
      const { options, name } = await damaged(key, way);
      const before = await rowsOf(name);
      const records = await open(options);
      expect(isDamaged(records), JSON.stringify(records.status)).to.equal(true);
      expect(await code(affirm(records))).to.equal('damaged-key');
      expect(await code(records.drafts.write('form', 'other words'))).to.equal('damaged-key');
      expect(await code(records.list({ kind: 'feedback' }))).to.equal('damaged-key');
      expect(await rowsOf(name)).to.equal(before);
    });

  it('is damaged says so also to whoever unlocks it', async () => {
    const { options, name } = await damaged('correct horse', (root) => ({ ...root, wrapped: { ...wrapped(root), iv: flipped(wrapped(root).iv) } }));
    const records = await open({ community: options.community });
    expect([records.status.store, records.status.key]).to.deep.equal(['locked', 'passphrase']);
    const before = await rowsOf(name);
    expect(await code(records.unlock('correct horse'))).to.equal('damaged-key');
    expect(isDamaged(records)).to.equal(true);
    expect(await rowsOf(name)).to.equal(before);
  });

  it('is damaged while a page has it open is named too', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await damage(name, () => undefined);
    expect(await code(affirm(records))).to.equal('damaged-key');
    expect(isDamaged(records)).to.equal(true);
    expect((await readRaw(name))['rows']).to.have.length(1);
  });

  it('has a flipped bit where it does not matter opens as before', async () => {
    const { options, change } = await damaged(undefined, (root) => ({ ...root, sum: 'f'.repeat(64) }));
    const records = await open(options);
    expect(records.status.store).to.equal('open');
    expect((await records.get(idOf(change)))?.record).to.deep.equal(change.records[0]);
  });

  it('is sound opens although the only record is damaged', async () => {
    const { options, name, change } = await damaged(undefined, (root) => root);
    const [row] = (await readRaw(name))['rows']!;
    await putRaw(name, 'rows', { ...row, box: flipped(row!['box']) });
    const records = await open(options);
    expect(records.status.store).to.equal('open');
    expect(await code(records.get(idOf(change)))).to.equal('unreadable');
    expect(await code(affirm(records))).to.equal('nothing');
  });
});

describe('startAnew()', () => {
  it('opens an empty store and keeps the old database on the disk', async () => {
    const { options, name } = await damaged(undefined, (root) => ({ ...root, raw: flipped(root['raw']) }));
    const records = await open(options);
    await records.startAnew();
    expect([records.status.store, records.status.code]).to.deep.equal(['open', undefined]);
    expect(await records.list({ kind: 'feedback' })).to.have.length(0);
    await affirm(records);
    expect((await readRaw(name))['rows']).to.have.length(1);
    expect((await rootOf(name))['mode']).to.equal('device');
    const again = await open(options);
    expect(again.status.store).to.equal('open');
    expect(await again.list({ kind: 'feedback' })).to.have.length(1);
  });

  it('deletes the old database if it is told to', async () => {
    const { options, name } = await damaged(undefined, () => undefined);
    const records = await open(options);
    await records.startAnew({ old: 'delete' });
    expect((await indexedDB.databases()).map((one) => one.name)).to.not.include(name);
    expect(records.status.store).to.equal('open');
  });

  it('waits for the key again where a key of the host was damaged', async () => {
    const { options } = await damaged('correct horse', (root) => ({ ...root, wrapped: undefined }));
    const records = await open({ community: options.community });
    expect(isDamaged(records)).to.equal(true);
    await records.startAnew();
    expect([records.status.store, records.status.key]).to.deep.equal(['locked', 'none']);
    await records.unlock('correct horse');
    expect([records.status.store, records.status.key]).to.deep.equal(['open', 'passphrase']);
  });

  it('locks the new store with the key that was tried last', async () => {
    const { options } = await damaged('correct horse', (root) => ({ ...root, salt: flipped(root['salt']) }));
    const records = await open({ community: options.community });
    expect(await code(records.unlock('correct horse'))).to.equal('damaged-key');
    await records.startAnew();
    expect([records.status.store, records.status.key]).to.deep.equal(['open', 'passphrase']);
  });

  it('does nothing to a store that is sound', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await records.startAnew({ old: 'delete' });
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    expect(await currentOf(name)).to.equal(name);
  });

  it('is done once if two tabs ask for it, and both go on with the same store', async () => {
    const { options } = await damaged(undefined, (root) => ({ ...root, raw: flipped(root['raw']) }));
    const tabs = [await open(options), await open(options)];
    await Promise.all(tabs.map((tab) => tab.startAnew({ old: 'delete' })));
    await affirm(tabs[0]!);
    expect(tabs.map(({ status }) => status.store)).to.deep.equal(['open', 'open']);
    expect(await tabs[1]!.list({ kind: 'feedback' })).to.have.length(1);
  });

  it('opens the store of another tab that waits, too', async () => {
    const { options } = await damaged(undefined, (root) => ({ ...root, raw: flipped(root['raw']) }));
    const [one, other] = [await open(options), await open(options)];
    await one.startAnew();
    await until(() => other.status.store === 'open', 'the other tab is open');
  });

  it('leaves nothing behind when the store is removed later', async () => {
    const { options, name } = await damaged(undefined, (root) => ({ ...root, raw: flipped(root['raw']) }));
    const records = await open(options);
    await records.startAnew();
    await affirm(records);
    await purge(records, { unsent: 'lose' });
    expect((await indexedDB.databases()).map((one) => one.name)).to.not.include(name);
  });
});
