import { expect } from '@open-wc/testing';
import { codeOf } from '../../../src/records/base/errors.js';
import { exportRecords, purge } from '../../../src/records/index.js';
import { toMe } from '../../contracts/foreign-records.js';
import { databaseOf, readRaw } from '../read-disk.js';
import { affirm, json, open, newCommunityId, taker, until } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
const rowsOf = async (name: string): Promise<number> => Object.values(await readRaw(name)).flat().length;

describe('removal', () => {
  it('purge leaves one row without content, removes key and drafts, and closes the store', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await records.apply([toMe(community), toMe(community)], 'cursor');
    await records.drafts.write('form', 'half a word');
    expect(await rowsOf(name)).to.equal(6); // two records, a draft, a cursor, the key, and the count of commits
    expect(await purge(records)).to.equal(2);
    expect(await rowsOf(name)).to.equal(1); // the one that says that the key has ended
    expect(records.status).to.deep.include({ store: 'failed', code: 'removed' });
    expect(records.status.work).to.deep.equal({ kind: 'removal', done: 2, of: 2, stoppable: false, ended: 'done' });
    expect(await code(records.list({ kind: 'feedback' }))).to.equal('removed');
    expect(await code(affirm(records))).to.equal('removed');
    expect(await rowsOf(name)).to.equal(1);
    const anew = await open({ community });
    expect([anew.status.store, await anew.list({ kind: 'feedback' })]).to.deep.equal(['open', []]);
  });

  it('purge keeps unsent and rejected changes unless told to lose them', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community, carry: taker(() => json({}, 422)).carry }));
    await affirm(records);
    await until(() => records.status.refused === 1, 'refused');
    expect(await code(purge(records))).to.equal('unsent');
    const waiting = await open({ community: newCommunityId() });
    const change = await affirm(waiting);
    expect(await code(purge(waiting))).to.equal('unsent');
    expect(waiting.status.work).to.deep.include({ kind: 'removal', ended: 'failed', code: 'unsent' });
    expect((await waiting.get(change.records[0]!.id))?.sent).to.equal('waiting');
    await purge(records, { unsent: 'lose' });
    expect(await rowsOf(name)).to.equal(1);
  });

  it('purge keeps what other people have in the same database unless told otherwise', async () => {
    const records = await open({ community: newCommunityId(), keep: 'house' });
    expect(await code(purge(records))).to.equal('shared');
    await purge(records, { shared: 'everyone' });
    expect(records.status.code).to.equal('removed');
  });

  it('purge can be stopped before it begins to write', async () => {
    const community = newCommunityId();
    const records = await open({ community });
    await records.apply([toMe(community)]);
    records.watchStatus(({ work }) => work?.kind === 'removal' && records.stop());
    expect(await code(purge(records))).to.equal('cancelled');
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
  });

  it('purge reaches the other tabs, and they write nothing more', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    const other = await open({ community });
    await records.apply([toMe(community)]);
    await purge(records);
    await until(() => other.status.code === 'removed', 'told');
    expect(await code(affirm(other))).to.equal('removed');
    expect(await rowsOf(name)).to.equal(1);
  });

  it('a tab that was not told notices the removal when it writes', async () => {
    const community = newCommunityId();
    const { BroadcastChannel: real } = globalThis;
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: undefined, configurable: true, writable: true });
    try {
      const { value: records, name } = await databaseOf(() => open({ community }));
      const other = await open({ community });
      await purge(records);
      expect(await code(affirm(other))).to.not.equal('nothing');
      expect(other.status.code).to.equal('removed');
      expect(await rowsOf(name)).to.equal(1);
    } finally {
      Object.defineProperty(globalThis, 'BroadcastChannel', { value: real, configurable: true, writable: true });
    }
  });

  it('export rejects a store that this package did not open', async () => {
    const records = await open({ community: newCommunityId() });
    expect(await code(exportRecords({ ...records, status: records.status } as typeof records))).to.equal('bad-property');
  });
});
