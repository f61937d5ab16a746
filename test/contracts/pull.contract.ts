import { expect } from '@open-wc/testing';
import type { MilieuRecord } from '../../src/model/record.js';
import { codeOf } from '../../src/records/errors.js';
import type { Keep } from '../../src/records/types.js';
import { HeldClock, open, someHouse, until } from '../records/support.js';
import { toMe } from './strangers.js';

/** How records come from a backend. */
export function pullContract(where: string, keep: Keep): void {
  const store = (more: Parameters<typeof open>[0] = { community: someHouse() }, parts?: Parameters<typeof open>[1]) => open({ keep, ...more }, parts);
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

  describe(`pulling (${where})`, () => {
    it('asks with the cursor of the last answer, and page by page', async () => {
      const community = someHouse();
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

    it('keeps what fits of an answer, and says that something did not', async () => {
      const community = someHouse();
      const good = toMe(community);
      const pull = async (): Promise<{ records: MilieuRecord[]; cursor: string }> => ({
        records: [good, { ...good, status: 'no-such' }],
        cursor: 'c',
      });
      const records = await store({ community, pull });
      await until(() => records.status.code === 'invalid', 'told');
      expect((await records.list({ kind: 'feedback' })).length).to.equal(1);
    });

    it('lets go of what the person may not read any more, but not of words that no backend has', async () => {
      const community = someHouse();
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

    it('asks again after policy.pullEvery seconds', async () => {
      const clock = new HeldClock();
      let asked = 0;
      const pull = async (): Promise<{ records: MilieuRecord[] }> => ((asked += 1), { records: [] });
      const records = await store({ community: someHouse(), pull, policy: { pullEvery: 60 } }, { clock });
      await records.pull();
      const before = asked;
      clock.pass(59_000);
      await records.list({ kind: 'feedback' });
      expect(asked).to.equal(before);
      clock.pass(1000);
      await until(() => asked === before + 1, 'asked again');
    });

    it('gives up on an answer after 30 s', async () => {
      const clock = new HeldClock();
      let aborted = false;
      const pull = (_: unknown, { signal }: { signal: AbortSignal }): Promise<never> => {
        signal.addEventListener('abort', () => (aborted = true));
        return new Promise(() => undefined);
      };
      const records = await store({ community: someHouse(), pull }, { clock });
      let told = '';
      void code(records.pull()).then((found) => (told = found));
      // The opening asks as well, so this may be the second in turn.
      await until(() => {
        clock.pass(30_000);
        return told !== '';
      }, 'told');
      expect(told).to.equal('pull-failed');
      expect(aborted).to.equal(true);
      expect(records.status.code).to.equal('pull-failed');
    });

    it('says where there is nowhere to ask', async () => {
      expect(await code((await store()).pull())).to.equal('no-transport');
      const records = await store({ community: someHouse(), pull: () => undefined });
      expect(await code(records.pull())).to.equal('no-transport');
      expect(records.status.code).to.equal(undefined);
    });

    it('refuses records that do not fit, and those of another community, as a whole', async () => {
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
