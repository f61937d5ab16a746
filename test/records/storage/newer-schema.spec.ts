import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import { codeOf } from '../../../src/records/base/errors.js';
import { exportRecords, importRecords, purge, removeRecords } from '../../../src/records/index.js';
import type { RecordsOptions } from '../../../src/records/base/types.js';
import { nextVersion } from '../../../src/records/storage/migrations.js';
import { toMe } from '../../contracts/foreign-records.js';
import { fileOf, headOf } from '../backup/copy-files.js';
import { currentOf, databaseOf, putRaw, raise, readRaw } from '../read-disk.js';
import { affirm, idOf, newCommunityId, open, until, words } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

/** A hash of all rows of all databases of the store, of their versions, and of the marks beside them. */
async function printOf(name: string): Promise<string> {
  const all = (await indexedDB.databases()).filter((one) => one.name?.startsWith(name.slice(0, 32))).sort((a, b) => (a.name! < b.name! ? -1 : 1));
  const rows = await Promise.all(all.map(async (one) => [one.name, one.version, await readRaw(one.name!)]));
  const text = JSON.stringify([rows, localStorage.getItem(name.slice(0, 32))], (_, value: unknown) =>
    value instanceof Uint8Array ? [...value] : value,
  );
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A closed store with a record that was pulled, a change that waits, and a draft; then a newer version has upgraded the database. */
async function upgraded(more: Partial<RecordsOptions> = {}, change: (name: string) => Promise<void> = async () => undefined) {
  const community = newCommunityId();
  const { value: records, name: first } = await databaseOf(() => open({ community, ...more }));
  const pulled = toMe(community);
  await records.apply([pulled], 'cursor');
  const waiting = await affirm(records);
  await records.drafts.write('form', words);
  await records.close();
  const name = await currentOf(first);
  await change(name);
  await raise(name, nextVersion);
  return { community, name, pulled, waiting, print: await printOf(name) };
}

/** A database in which a newer version has other stores. */
function replaceStore(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, nextVersion - 1);
    request.onupgradeneeded = () => request.result.deleteObjectStore('troubles');
    request.onerror = () => reject(request.error ?? new Error('unknown'));
    request.onsuccess = () => (request.result.close(), resolve());
  });
}

describe('a database that a newer version has upgraded', () => {
  it('can be read, and says so; nothing in it is changed by anything, and nothing is sent or pulled', async () => {
    const { community, name, pulled, waiting, print } = await upgraded();
    const [sent, asked]: [unknown[], unknown[]] = [[], []];
    const records = await open({
      community,
      carry: (change) => (sent.push(change), null),
      pull: async (cursor) => (asked.push(cursor), { records: [], cursor: 'next' }),
    });
    expect(records.status).to.deep.include({ store: 'failed', code: 'newer-schema', key: 'device' });
    expect((await records.list({ kind: 'feedback' })).map(({ record, sent: state }) => [record.id, state])).to.deep.equal([
      [idOf(waiting), 'waiting'],
      [pulled.id, 'sent'],
    ]);
    expect(await records.drafts.read('form')).to.equal(words);
    await until(() => records.status.waiting === 1, 'counted');
    const copy = await exportRecords(records);
    expect((await copy.text()).split('\n')).to.have.length(4);

    const draft = await records.drafts.prepare('form', 'typed meanwhile');
    expect(draft.writeNow()).to.equal(false);
    const attempts = {
      act: () => affirm(records),
      apply: () => records.apply([toMe(community)]),
      pull: () => records.pull(),
      draft: () => draft.write(),
      write: () => records.drafts.write('form', 'typed meanwhile'),
      remove: () => records.drafts.remove('form'),
      unlock: () => records.unlock('a long passphrase'),
      purge: () => purge(records, { unsent: 'lose' }),
      removeRecords: () => removeRecords(records, { kind: 'feedback' }),
      importRecords: () => importRecords(records, fileOf(headOf(community), { record: toMe(community) })),
      aside: () => importRecords(records, fileOf(headOf(community), { record: { ...toMe(community), kind: 'unknown' } })),
    };
    for (const [what, attempt] of Object.entries(attempts)) expect(await code(attempt()), what).to.equal('newer-schema');
    records.wake();
    records.checked();
    await records.startAnew({ old: 'delete' });
    expect(records.status).to.deep.include({ store: 'failed', code: 'newer-schema' });
    expect(await records.drafts.read('form')).to.equal(words);
    await records.close();
    expect([sent, asked]).to.deep.equal([[], []]);
    expect(await printOf(name)).to.equal(print);
  });

  it('is opened with its key, and by no other; without one it is locked', async () => {
    const key = 'a long passphrase';
    const { community, name, pulled, print } = await upgraded({ key });
    const records = await open({ community });
    expect(records.status).to.deep.include({ store: 'locked', key: 'passphrase' });
    expect(await code(records.list({ kind: 'feedback' }))).to.equal('locked');
    expect(await code(records.unlock('other words than those'))).to.equal('wrong-key');
    await records.unlock(key);
    expect(records.status).to.deep.include({ store: 'failed', code: 'newer-schema', key: 'passphrase' });
    expect((await records.get(pulled.id))?.record).to.deep.equal(pulled);
    records.lock();
    expect(records.status.store).to.equal('locked');
    expect(await code(records.get(pulled.id))).to.equal('locked');
    await records.close();
    expect(await printOf(name)).to.equal(print);
  });

  it('is not said to be damaged, and nothing can be started anew, where this version does not know its key or its stores', async () => {
    const newRoot = async (name: string): Promise<void> => {
      const root = (await readRaw(name))['meta']!.find((row) => row['name'] === 'root')!;
      await putRaw(name, 'meta', { ...root, mode: 'hardware', raw: undefined, sum: undefined });
    };
    for (const change of [newRoot, replaceStore]) {
      const { community, name, print } = await upgraded({}, change);
      const records = await open({ community });
      expect(records.status).to.deep.include({ store: 'failed', code: 'newer-schema' });
      expect(await code(records.list({ kind: 'feedback' }))).to.equal('newer-schema');
      expect(await code(affirm(records))).to.equal('newer-schema');
      expect(await code(records.drafts.write('form', 'typed meanwhile'))).to.equal('newer-schema');
      await records.startAnew({ old: 'delete' });
      await records.close();
      expect(await printOf(name)).to.equal(print);
    }
  });

  it('shows what this version knows, and leaves out rows that it does not', async () => {
    const { community, name, pulled, waiting, print } = await upgraded({}, async (database) => {
      const [row] = (await readRaw(database))['rows']!;
      await putRaw(database, 'rows', { ...row, id: uuidv7(), v: 2 });
    });
    const records = await open({ community });
    const shown = (await records.list({ kind: 'feedback' })).map(({ record }) => record.id);
    expect(shown).to.deep.equal([idOf(waiting), pulled.id]);
    expect(records.status.code).to.equal('newer-schema');
    await records.close();
    expect(await printOf(name)).to.equal(print);
  });

  it('is let go of if the newer version upgrades it once more', async () => {
    const { community, name } = await upgraded();
    const records = await open({ community });
    await raise(name, nextVersion + 1);
    await until(() => records.status.code === 'newer', 'the newer version is said');
    expect(records.status.store).to.equal('failed');
  });
});
