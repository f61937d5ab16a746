import { expect } from '@open-wc/testing';
import type { MilieuRecord } from '../../../src/model/record.js';
import { countRecords, exportRecords, removeRecords } from '../../../src/records/index.js';
import type { Keep } from '../../../src/records/base/types.js';
import { toAnother, toMe } from '../../contracts/foreign-records.js';
import { databaseOf, putRaw, readRaw } from '../read-disk.js';
import { affirm, HeldClock, idOf, json, newCommunityId, open, remind, rewrite, taker, until } from '../store-setup.js';
import { code, many } from './copy-files.js';

const day = 86_400_000;
const madeAgo = (record: MilieuRecord, days: number): MilieuRecord => ({ ...record, at: new Date(Date.now() - days * day).toISOString() });
const ids = async (records: Awaited<ReturnType<typeof open>>): Promise<string[]> =>
  (await records.list({ kind: 'feedback', limit: 200 })).map(({ record }) => record.id);

for (const keep of ['person', 'page'] satisfies Keep[]) {
  describe(`removal of some records (${keep})`, () => {
    it('counts first, then removes exactly what it counted', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      const [old, young] = [madeAgo(toMe(community), 31), madeAgo(toMe(community), 29)];
      await records.apply([old, young]);
      const filter = { olderThan: 30 };
      expect(await countRecords(records, filter)).to.deep.equal({ records: 1, unsent: 0 });
      expect(await ids(records), 'counting removes nothing').to.have.members([old.id, young.id]);
      expect(await removeRecords(records, filter)).to.deep.equal({ records: 1, unsent: 0 });
      expect(await ids(records)).to.deep.equal([young.id]);
      expect(await countRecords(records, filter)).to.deep.equal({ records: 0, unsent: 0 });
    });

    it('removes one kind and leaves the others', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      const here = toMe(community);
      await records.apply([here]);
      expect(await removeRecords(records, { kind: 'practice' })).to.deep.equal({ records: 0, unsent: 0 });
      expect(await removeRecords(records, { kind: 'feedback', olderThan: 400 })).to.deep.equal({ records: 0, unsent: 0 });
      expect(await ids(records)).to.deep.equal([here.id]);
      expect((await removeRecords(records, { kind: 'feedback' })).records).to.equal(1);
      expect(await ids(records)).to.deep.equal([]);
    });

    it('removes what one person made, and leaves what others made', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep, carry: taker().carry });
      const theirs = toMe(community);
      await records.apply([theirs]);
      const own = await affirm(records);
      await until(async () => (await records.get(idOf(own)))?.sent === 'sent', 'sent');
      expect(await removeRecords(records, { by: 'p-nobody' })).to.deep.equal({ records: 0, unsent: 0 });
      expect(await countRecords(records, { by: theirs.by })).to.deep.equal({ records: 1, unsent: 0 });
      expect(await removeRecords(records, { by: theirs.by })).to.deep.equal({ records: 1, unsent: 0 });
      expect(await ids(records)).to.deep.equal([idOf(own)]);
    });

    it('leaves what no backend has, and says how much that is', async () => {
      const community = newCommunityId();
      const { carry, got } = taker((change) => (change.action === 'send' && got.length === 1 ? json({}) : json({}, 503)));
      const records = await open({ community, keep, carry });
      const sent = await affirm(records);
      await until(async () => (await records.get(idOf(sent)))?.sent === 'sent', 'sent');
      const waits = await remind(records);
      expect(await removeRecords(records, { kind: 'feedback' })).to.deep.equal({ records: 1, unsent: 1 });
      expect(await ids(records)).to.deep.equal([idOf(waits)]);
      expect(records.status.waiting).to.equal(1);
    });

    it('leaves what the person may not read', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      await records.apply([{ ...toAnother(community), visibility: 'named' as const }]);
      expect(await removeRecords(records, { kind: 'feedback' })).to.deep.equal({ records: 0, unsent: 0 });
    });

    it('removes what was delivered long enough ago, by when this device learned of it', async () => {
      const community = newCommunityId();
      const clock = new HeldClock();
      clock.time = Date.now();
      const { carry } = taker();
      const records = await open({ community, keep, carry }, { clock });
      const sent = await affirm(records);
      await until(async () => (await records.get(idOf(sent)))?.sent === 'sent', 'sent');
      const old = madeAgo(toMe(community), 400);
      await records.apply([old]);
      clock.time += 10 * day;
      const young = madeAgo(toMe(community), 400);
      await records.apply([young, { ...old, rev: old.rev + 1 }]);
      expect(await countRecords(records, { deliveredFor: 11 })).to.deep.equal({ records: 0, unsent: 0 });
      expect(await countRecords(records, { deliveredFor: 10 }), 'a newer version came since').to.deep.equal({ records: 1, unsent: 0 });
      expect(await removeRecords(records, { deliveredFor: 10 })).to.deep.equal({ records: 1, unsent: 0 });
      expect(await ids(records)).to.have.members([old.id, young.id]);
      clock.time += 5 * day;
      expect(await removeRecords(records, { kind: 'feedback', deliveredFor: 5, olderThan: 500 })).to.deep.equal({ records: 0, unsent: 0 });
      expect(await removeRecords(records, { kind: 'feedback', deliveredFor: 5, olderThan: 390 })).to.deep.equal({ records: 2, unsent: 0 });
    });

    it('never removes by its time of delivery what waits to be sent', async () => {
      const community = newCommunityId();
      const clock = new HeldClock();
      let answer = json({});
      const { carry } = taker(() => answer);
      const records = await open({ community, keep, carry }, { clock });
      const reminder = await remind(records);
      await until(async () => (await records.get(idOf(reminder)))?.sent === 'sent', 'sent');
      answer = json({}, 503);
      await rewrite(records, reminder, 'Other words');
      clock.time += 60 * day;
      expect(await removeRecords(records, { deliveredFor: 30 })).to.deep.equal({ records: 0, unsent: 1 });
      expect((await records.get(idOf(reminder)))?.sent).to.equal('waiting');
    });

    it('needs a filter, and days that are a number of at least 1', async () => {
      const records = await open({ community: newCommunityId(), keep });
      for (const wrong of [
        {},
        { olderThan: 0 },
        { olderThan: -1 },
        { olderThan: NaN },
        { olderThan: Infinity },
        { deliveredFor: 0 },
        { kind: 'feedback', deliveredFor: NaN },
        { kind: 'feedbak' },
        { kind: 'constructor', olderThan: 1 },
        undefined as unknown as object,
        null as unknown as object,
      ]) {
        expect(await code(removeRecords(records, wrong)), JSON.stringify(wrong)).to.equal('invalid');
        expect(await code(countRecords(records, wrong)), JSON.stringify(wrong)).to.equal('invalid');
      }
    });
  });
}

describe('removal of some records', () => {
  it('removes many in pages, tells the lists, and leaves no row of them in the database', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await records.apply(many(community, 450));
    let shown = -1;
    records.watch({ kind: 'feedback', limit: 200 }, (kept) => (shown = kept.length));
    await until(() => shown === 200, 'shown');
    expect((await removeRecords(records, { kind: 'feedback' })).records).to.equal(450);
    await until(() => shown === 0, 'the list is empty');
    expect((await readRaw(name))['rows']).to.have.length(0);
    expect((await (await exportRecords(records)).text()).trimEnd().split('\n')).to.have.length(1);
  });

  it('does not come back by the next pull', async () => {
    const community = newCommunityId();
    const all = many(community, 3);
    const pull = async (cursor: string | undefined) => (cursor === '1' ? { records: [], cursor } : { records: all, cursor: '1' });
    const records = await open({ community, pull });
    await until(() => records.status.checkedAt !== undefined, 'pulled');
    await removeRecords(records, { kind: 'feedback' });
    await records.pull();
    expect(await ids(records)).to.deep.equal([]);
  });

  it('can be stopped: what it has not reached stays', async () => {
    const community = newCommunityId();
    const records = await open({ community });
    await records.apply(many(community, 450));
    const stop = new AbortController();
    const removing = removeRecords(records, {
      kind: 'feedback',
      signal: stop.signal,
      onProgress: (done) => {
        if (done >= 200) stop.abort();
      },
    });
    expect(await code(removing)).to.equal('cancelled');
    // The progress is told every 100 ms; a page goes whole or not at all.
    expect((await countRecords(records, { kind: 'feedback' })).records).to.be.oneOf([250, 50]);
  });

  it('counts from the day a record was made where the time of its delivery is not known', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    const [old, young] = [madeAgo(toMe(community), 31), madeAgo(toMe(community), 29)];
    await records.apply([old, young]);
    for (const { since: _since, ...row } of (await readRaw(name))['rows']!) await putRaw(name, 'rows', row);
    expect(await removeRecords(records, { deliveredFor: 30 })).to.deep.equal({ records: 1, unsent: 0 });
    expect(await ids(records)).to.deep.equal([young.id]);
  });

  it('knows the time of a delivery also after a change of the key', async () => {
    const community = newCommunityId();
    const clock = new HeldClock();
    const records = await open({ community }, { clock });
    await records.apply([madeAgo(toMe(community), 400)]);
    clock.time += 2 * day;
    await records.unlock(new Uint8Array(32).fill(9));
    expect((await countRecords(records, { deliveredFor: 3 })).records).to.equal(0);
    expect((await countRecords(records, { deliveredFor: 2 })).records).to.equal(1);
  });

  it('what people share is left unless told otherwise', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'house' });
    await records.apply([toMe(community)]);
    expect(await code(removeRecords(records, { kind: 'feedback' }))).to.equal('shared');
    expect((await removeRecords(records, { kind: 'feedback', shared: 'everyone' })).records).to.equal(1);
  });
});
