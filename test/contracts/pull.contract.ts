import { expect } from '@open-wc/testing';
import { maxRev, type MilieuRecord } from '../../src/model/record.js';
import { codeOf } from '../../src/records/base/errors.js';
import type { Keep } from '../../src/records/base/types.js';
import { affirm, HeldClock, json, open, newCommunityId, taker, until } from '../records/store-setup.js';
import { toMe } from './foreign-records.js';

/** How records come from a backend. */
export function pullContract(where: string, keep: Keep): void {
  const store = (more: Parameters<typeof open>[0] = { community: newCommunityId() }, parts?: Parameters<typeof open>[1]) =>
    open({ keep, ...more }, parts);
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

  describe(`pulling (${where})`, () => {
    it('a pull sends the cursor of the last answer and asks page by page', async () => {
      const community = newCommunityId();
      const cursors: (string | undefined)[] = [];
      const pages = [[toMe(community)], [toMe(community)], []];
      const pull = async (cursor?: string): Promise<{ records: MilieuRecord[]; cursor: string }> => {
        cursors.push(cursor);
        const page = Number(cursor ?? 0);
        return { records: pages[page] ?? [], cursor: String(Math.min(page + 1, 2)) };
      };
      const records = await store({ community, pull });
      await until(() => cursors.length >= 3, 'three pages');
      expect(cursors.slice(0, 3)).to.deep.equal([undefined, '1', '2']);
      await records.pull();
      expect((await records.list({ kind: 'feedback' })).length).to.equal(2);
      expect(cursors.at(-1)).to.equal('2');
    });

    it('a cursor that is a number is sent back as its text, so that nothing is fetched twice', async () => {
      const cursors: unknown[] = [];
      const community = newCommunityId();
      const pull = async (cursor?: string): Promise<{ records: MilieuRecord[]; cursor: number }> => {
        cursors.push(cursor);
        return cursors.length === 1 ? { records: [toMe(community)], cursor: 5 } : { records: [], cursor: 0 };
      };
      const records = await store({ community, pull });
      await until(() => cursors.length >= 2, 'two pages');
      await records.pull();
      expect(cursors).to.deep.equal([undefined, '5', '0']);
    });

    it('a pull without a cursor asks from the same place again', async () => {
      const cursors: unknown[] = [];
      const answers = [{ records: [], cursor: 'c' }, { records: [] }, { records: [], cursor: null }, { records: [] }];
      const pull = async (cursor?: string): Promise<(typeof answers)[number]> => answers[cursors.push(cursor) - 1]!;
      const records = await store({ community: newCommunityId(), pull });
      await until(() => cursors.length === 1 && Boolean(records.status.checkedAt), 'the first pull');
      for (const _ of [1, 2, 3]) await records.pull();
      expect(cursors).to.deep.equal([undefined, 'c', 'c', 'c']);
    });

    it('apply() of something that is no list is refused by a code', async () => {
      const records = await store();
      for (const wrong of [undefined, null, {}, 'records']) expect(await code(records.apply(wrong as never)), typeof wrong).to.equal('invalid');
    });

    it('a cursor of any other type is refused, and nothing of its answer is stored', async () => {
      const community = newCommunityId();
      const one = toMe(community);
      let cursor: unknown = 'c';
      const records = await store({ community, pull: async () => ({ records: cursor === 'c' ? [] : [one], cursor: cursor as string }) });
      await until(() => Boolean(records.status.checkedAt), 'the first pull');
      for (cursor of [NaN, Infinity, {}, [], true]) {
        expect(await code(records.pull()), String(cursor)).to.equal('invalid');
        expect(await records.get(one.id)).to.equal(undefined);
      }
    });

    it('a pull keeps the valid records of an answer and reports that some were not valid', async () => {
      const community = newCommunityId();
      const good = toMe(community);
      const pull = async (): Promise<{ records: MilieuRecord[]; cursor: string }> => ({
        records: [good, { ...good, status: 'no-such' }],
        cursor: 'c',
      });
      const records = await store({ community, pull });
      await until(() => records.status.code === 'invalid-record', 'told');
      expect((await records.list({ kind: 'feedback' })).length).to.equal(1);
    });

    for (const rev of [maxRev + 1, Number.MAX_SAFE_INTEGER])
      it(`a record with the impossible revision ${rev} is refused from a pull, and the right one is taken afterwards`, async () => {
        const community = newCommunityId();
        const right = toMe(community);
        let came = [{ ...right, rev }];
        const failures: unknown[] = [];
        const records = await store({ community, pull: async () => ({ records: came, cursor: String(came[0]?.rev) }) });
        records.watchFailures((failure) => failures.push(failure));
        await until(() => records.status.code === 'invalid-record', 'told');
        expect(await records.get(right.id)).to.equal(undefined);
        came = [right];
        await records.pull();
        expect((await records.get(right.id))?.record).to.deep.equal(right);
        expect(failures).to.deep.equal([{ code: 'invalid-record', id: right.id }]);
      });

    for (const status of [200, 409])
      it(`a record with an impossible revision in an answer ${status} is reported and does not hide the right one`, async () => {
        const community = newCommunityId();
        const right = toMe(community);
        const forged = { ...right, rev: Number.MAX_SAFE_INTEGER };
        const failures: unknown[] = [];
        const records = await store({ community, carry: taker(() => json({ records: [forged] }, status)).carry });
        records.watchFailures((failure) => failures.push(failure));
        await affirm(records);
        await until(() => failures.length > 0, 'told');
        expect(failures).to.deep.include({ code: 'invalid-record', id: right.id });
        await records.apply([right]);
        expect((await records.get(right.id))?.record).to.deep.equal(right);
      });

    it('apply refuses a record with an impossible revision and takes the highest possible one', async () => {
      const community = newCommunityId();
      const records = await store({ community });
      const [one, two] = [toMe(community), toMe(community)];
      expect(await code(records.apply([{ ...one, rev: maxRev + 1 }]))).to.equal('invalid');
      await records.apply([{ ...two, rev: maxRev }]);
      expect(await records.get(one.id)).to.equal(undefined);
      expect(await code(records.act('put-by', { kind: 'feedback', id: two.id, rev: maxRev }))).to.equal('not-now');
      expect((await records.get(two.id))?.record.rev).to.equal(maxRev);
    });

    it('records that the person may no longer read are removed, but not text that no backend has', async () => {
      const community = newCommunityId();
      const [mine, theirs] = [toMe(community), toMe(community)];
      let gone: string[] = [];
      const pull = async (): Promise<{ records: MilieuRecord[]; gone: string[]; cursor: string }> => ({
        records: gone.length ? [] : [mine, theirs],
        gone,
        cursor: 'c',
      });
      const records = await store({ community, pull });
      await until(async () => (await records.list({ kind: 'feedback' })).length === 2, 'both');
      await records.act('put-by', { kind: 'feedback', id: mine.id, rev: mine.rev });
      gone = [mine.id, theirs.id];
      await records.pull();
      const left = (await records.list({ kind: 'feedback' })).map(({ record }) => record.id);
      expect(left).to.deep.equal(keep === 'house' ? [theirs.id, mine.id] : [mine.id]);
    });

    it('pulls again after policy.pullEvery seconds', async () => {
      const clock = new HeldClock();
      let asked = 0;
      const pull = async (): Promise<{ records: MilieuRecord[] }> => ((asked += 1), { records: [] });
      const records = await store({ community: newCommunityId(), pull, policy: { pullEvery: 60 } }, { clock });
      await records.pull();
      const before = asked;
      clock.pass(59_000);
      await records.list({ kind: 'feedback' });
      expect(asked).to.equal(before);
      clock.pass(1000);
      await until(() => asked === before + 1, 'asked again');
    });

    for (const [given, seconds] of [
      [0.001, 5],
      [1e12, 86_400],
    ] as const) {
      it(`asks again after ${seconds} seconds where policy.pullEvery is ${given}`, async () => {
        const clock = new HeldClock();
        let asked = 0;
        const pull = async (): Promise<{ records: MilieuRecord[] }> => ((asked += 1), { records: [] });
        const records = await store({ community: newCommunityId(), pull, policy: { pullEvery: given } }, { clock });
        await records.pull();
        const before = asked;
        clock.pass((seconds - 1) * 1000);
        await records.list({ kind: 'feedback' });
        expect(asked).to.equal(before);
        clock.pass(1000);
        await until(() => asked === before + 1, 'asked again');
      });
    }

    it('gives up on an answer after 30 s', async () => {
      const clock = new HeldClock();
      let aborted = false;
      const pull = (_: unknown, { signal }: { signal: AbortSignal }): Promise<never> => {
        signal.addEventListener('abort', () => (aborted = true));
        return new Promise(() => undefined);
      };
      const records = await store({ community: newCommunityId(), pull }, { clock });
      let told = '';
      void code(records.pull()).then((found) => (told = found));
      // Opening the store also pulls, so this may be the second pull.
      await until(() => {
        clock.pass(30_000);
        return told !== '';
      }, 'told');
      expect(told).to.equal('pull-failed');
      expect(aborted).to.equal(true);
      expect(records.status.code).to.equal('pull-failed');
    });

    it('the status says whether there is a backend to pull from', async () => {
      expect(await code((await store()).pull())).to.equal('no-transport');
      const records = await store({ community: newCommunityId(), pull: () => undefined });
      expect(await code(records.pull())).to.equal('no-transport');
      expect(records.status.code).to.equal(undefined);
    });

    it('apply() rejects a whole list if a record is invalid or belongs to another community', async () => {
      const records = await store();
      const good = toMe(records.community);
      expect(await code(records.apply([good, toMe('elsewhere')]))).to.equal('invalid');
      expect(await code(records.apply([good, { nothing: 'that fits' } as unknown as MilieuRecord]))).to.equal('invalid');
      expect(await records.list({ kind: 'feedback' })).to.deep.equal([]);
      await records.apply([good]);
      expect((await records.list({ kind: 'feedback' }))[0]?.sent).to.equal('sent');
    });
  });
}
