import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Failure } from '../../../src/records/base/types.js';
import { countRecords, exportRecords, importRecords, purge, removeRecords } from '../../../src/records/index.js';
import { toMe } from '../../contracts/foreign-records.js';
import { fileOf, headOf } from '../backup/copy-files.js';
import { databaseOf, putRaw, readRaw, removeRaw, textOf } from '../read-disk.js';
import { as, newCommunityId, open, taker, until } from '../store-setup.js';
import { asideIn, code, kept, keepOf, learn, linesOf, newKind, ofKind, pulling } from './unknown-kinds.js';

describe('what is kept aside', () => {
  it('is taken in by a version that knows the kind, and is gone from there', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { value, name } = await databaseOf(() => open({ community }));
    const [one, two] = [ofKind(kind, community), ofKind(kind, community, { status: 'of-a-still-newer-version' })];
    const change = keepOf(ofKind(kind, community));
    await importRecords(value, fileOf(headOf(community), { record: one }, { record: two }, { change }));
    await value.close();
    expect(await asideIn(name)).to.deep.equal([one.id, two.id, `change:${change.key}`].sort());

    learn(kind);
    const { carry, got } = taker();
    const records = await open({ community, carry });
    await until(async () => (await kept(records, kind)).length === 2, 'taken in');
    expect(await kept(records, kind)).to.deep.equal([change.records[0]!, one]);
    await until(() => got.length === 1, 'sent');
    expect(got).to.deep.equal([change]);
    await until(async () => (await asideIn(name)).length === 1, 'gone');
    expect(await asideIn(name)).to.deep.equal([two.id]);
  });

  it('is taken in by a tab that knows the kind, while a tab of an older version keeps it aside', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { value: older, name } = await databaseOf(() => open({ community }));
    const record = ofKind(kind, community);
    await older.apply([record]);
    const [row] = (await readRaw(name))['aside']!;
    await removeRaw(name, 'aside', record.id);
    const newer = await open({ community });
    learn(kind);
    await putRaw(name, 'aside', row);
    await older.apply([toMe(community)]);
    await until(async () => (await kept(newer, kind)).length === 1, 'taken in');
    await until(async () => (await asideIn(name)).length === 0, 'gone');
  });

  it('waits for the key, and is taken in when the store is unlocked', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const key = 'a long passphrase';
    const { value, name } = await databaseOf(() => open({ community }));
    const record = ofKind(kind, community);
    await value.apply([record, toMe(community)]);
    await value.unlock(key); // moves everything into another database, under another key
    expect(await asideIn(name)).to.deep.equal([record.id]);
    await value.close();
    learn(kind);
    const records = await open({ community });
    expect(records.status.store).to.equal('locked');
    expect(await asideIn(name)).to.deep.equal([record.id]);
    await records.unlock(key);
    await until(async () => (await kept(records, kind)).length === 1, 'taken in');
    expect(await kept(records, kind)).to.deep.equal([record]);
  });

  it('is encrypted like every record: no word, name or kind is in clear', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { value, name } = await databaseOf(() => open({ community }));
    await importRecords(value, fileOf(headOf(community), { record: ofKind(kind, community) }, { change: keepOf(ofKind(kind, community)) }));
    const text = textOf((await readRaw(name))['aside']);
    for (const secret of [kind, 'Words of', 'p-1', community, 'kept']) expect(text, secret).to.not.include(secret);
  });

  it('takes a newer revision in its place, and is left if what comes is older or here already', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { value: records, name } = await databaseOf(() => open({ community }));
    const failures: Failure[] = [];
    records.watchFailures((failure) => failures.push(failure));
    const [record, seen] = [ofKind(kind, community, { rev: 4 }), toMe(community)];
    await records.apply([record, { ...seen, rev: 3 }]);
    await records.apply([{ ...record, rev: 3 }]);
    const copied = fileOf(headOf(community), { record: { ...seen, v: 2, rev: 3 } }, { record: { ...record, rev: 5 } });
    expect(await importRecords(records, copied)).to.deep.include({ there: 1, aside: 1 });
    expect(failures.map(({ count }) => count)).to.deep.equal([1, 1]);
    expect((await readRaw(name))['aside']!.map(({ id, rev }) => [id, rev])).to.deep.equal([[record.id, 5]]);
  });

  it('is dropped at the next opening if the backend has sent a newer version that is known', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    const record = toMe(community);
    await importRecords(records, fileOf(headOf(community), { record: { ...record, v: 2, rev: 2 } }));
    expect(await asideIn(name)).to.deep.equal([record.id]);
    await records.apply([{ ...record, rev: 3 }]);
    await records.close();
    const again = await open({ community });
    await until(async () => (await asideIn(name)).length === 0, 'dropped');
    expect(await kept(again, 'feedback')).to.have.length(1);
  });

  it('goes if the backend says that the person may not read it any more', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const record = ofKind(kind, community);
    let gone: string[] = [];
    const pull = async () => ({ records: gone.length > 0 ? [] : [record], gone, cursor: String(gone.length) });
    const { value: records, name } = await databaseOf(() => open({ community, pull }));
    await records.pull();
    expect(await asideIn(name)).to.deep.equal([record.id]);
    gone = [record.id];
    await records.pull();
    expect(await asideIn(name)).to.deep.equal([]);
  });

  it('goes with purge, which counts it, and refuses if it holds a change that no backend has', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { value: records, name } = await databaseOf(() => open({ community }));
    await records.apply([ofKind(kind, community), toMe(community)]);
    await importRecords(records, fileOf(headOf(community), { change: keepOf(ofKind(kind, community)) }));
    expect(await code(purge(records))).to.equal('unsent');
    expect(await purge(records, { unsent: 'lose' })).to.equal(3);
    expect(await asideIn(name)).to.deep.equal([]);
  });

  it('goes with removeRecords by its kind and age, counted before; a change that no backend has stays', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { value: records, name } = await databaseOf(() => open({ community }));
    const [old, fresh] = [ofKind(kind, community, { at: '2026-01-01T00:00:00Z' }), ofKind(kind, community, { at: '2999-01-01T00:00:00Z' })];
    const change = keepOf({ ...old, id: uuidv7() });
    await records.apply([old, fresh, ofKind(newKind(), community)]);
    await importRecords(records, fileOf(headOf(community), { change }));
    const filter = { kind, olderThan: 30 };
    expect(await countRecords(records, filter)).to.deep.equal({ records: 1, unsent: 1 });
    expect(await removeRecords(records, filter)).to.deep.equal({ records: 1, unsent: 1 });
    const left = await asideIn(name);
    expect(left)
      .to.have.length(3)
      .and.include.members([fresh.id, `change:${change.key}`]);
  });

  it('is copied and removed only for those who may read it', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const records = await open({ community, keep: 'house' });
    await records.apply([ofKind(kind, community, { by: 'p-8' }), ofKind(kind, community)]);
    await importRecords(records, fileOf(headOf(community), { change: keepOf(ofKind(kind, community)) }));
    const other = await open({ community, keep: 'house', ...as('p-8') });
    expect((await linesOf(await exportRecords(other))).map((line) => Object.keys(line))).to.deep.equal([['record']]);
    expect(await countRecords(other, { kind, shared: 'everyone' })).to.deep.equal({ records: 1, unsent: 0 });
    const stranger = fileOf(
      headOf(community),
      { record: ofKind(kind, community, { by: 'p-8' }) },
      { change: keepOf(ofKind(kind, community, { by: 'p-8' })) },
    );
    expect(await importRecords(records, stranger)).to.deep.include({ aside: 0, invalid: 2, lines: [2, 3] });
  });

  it('is only what is valid but for its kind or version', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const good = ofKind(kind, community);
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const bad = [
      { ...good, id: 'canary' },
      { ...good, kind: undefined },
      { ...good, kind: 'Words of a person' },
      { ...good, kind: 'x'.repeat(33) },
      { ...good, v: 0 },
      { ...good, rev: 2 ** 31 },
      { ...good, community: 'elsewhere' },
      { ...good, visibility: 'everyone' },
      { ...good, data: [] },
      { ...good, data: cycle },
    ];
    for (const one of bad) {
      const { failures } = await pulling(community, [[one]], { keep: 'page' });
      expect(
        failures.map(({ code: told }) => told),
        JSON.stringify({ ...one, data: 0 }),
      ).to.deep.equal(['invalid-record']);
    }
  });
});
