import { expect } from '@open-wc/testing';
import type { MilieuRecord } from '../../src/model/record.js';
import { codeOf } from '../../src/records/base/errors.js';
import type { Failure, Keep, Pulled } from '../../src/records/base/types.js';
import { affirm, as, HeldClock, idOf, json, open, newCommunityId, taker, until } from '../records/store-setup.js';
import { toMe } from './foreign-records.js';

type Answer = (cursor: string | undefined) => unknown;
const pulling = (answer: Answer) => (cursor: string | undefined) => Promise.resolve().then(() => answer(cursor)) as Promise<Pulled>;
const secret = 'Zimtstern 7731';
const nothingNew: Answer = () => ({ records: [], cursor: 'c' });
const iso = (ms: number): string => new Date(ms).toISOString();

/** The last complete check of the backend, and errors that a host may have to fix. */
export function checkContract(where: string, keep: Keep): void {
  const store = async (more: Partial<Parameters<typeof open>[0]> = {}, parts?: Parameters<typeof open>[1]) => {
    const records = await open({ keep, community: newCommunityId(), ...more }, parts);
    const failures: Failure[] = [];
    records.watchFailures((failure) => failures.push(failure));
    return { records, failures };
  };
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
  const ids = async ({ records }: Awaited<ReturnType<typeof store>>): Promise<string[]> =>
    (await records.list({ kind: 'feedback' })).map(({ record }) => record.id);

  describe(`the last complete check (${where})`, () => {
    it('the check has the time at which a pull asked for its last page', async () => {
      const clock = new HeldClock();
      const start = clock.time;
      const pull = pulling(() => (clock.pass(7000), { records: [], cursor: 'c' }));
      const { records } = await store({ pull }, { clock });
      await records.pull();
      await until(() => records.status.checkedAt !== undefined, 'a check');
      expect(Date.parse(records.status.checkedAt!) - start).to.be.oneOf([0, 7000]);
      expect(records.status.pulls).to.equal(true);
    });

    it('there is no check before the backend answers, and a later failure does not change it', async () => {
      let answer: Answer = () => new Promise(() => undefined);
      const clock = new HeldClock();
      const { records } = await store({ pull: pulling((cursor) => answer(cursor)) }, { clock });
      await until(() => records.status.pulls === true, 'asked');
      expect(records.status.checkedAt).to.equal(undefined);
      answer = () => Promise.reject(new Error(secret));
      clock.pass(30_000);
      expect(await code(records.pull())).to.equal('pull-failed');
      expect(records.status.checkedAt).to.equal(undefined);
      answer = nothingNew;
      await records.pull();
      const at = await until(() => records.status.checkedAt !== undefined, 'a check').then(() => records.status.checkedAt);
      clock.pass(1000);
      answer = () => Promise.reject(new Error(secret));
      expect(await code(records.pull())).to.equal('pull-failed');
      expect(records.status.checkedAt).to.equal(at);
    });

    it('there is no check without a backend until the host calls checked()', async () => {
      const clock = new HeldClock();
      for (const pull of [undefined, () => undefined]) {
        const { records } = await store(pull ? { pull } : {}, { clock });
        await until(() => records.status.pulls === false, 'known');
        expect(records.status.checkedAt).to.equal(undefined);
        records.checked();
        await until(() => records.status.checkedAt === iso(clock.time), 'checked');
      }
    });

    it('the check is reported only after the lists show what came', async () => {
      const community = newCommunityId();
      const came = [toMe(community)];
      const { records } = await store({ community, pull: pulling(() => ({ records: came, cursor: 'c' })) });
      let shown = 0;
      records.watch({ kind: 'feedback' }, (kept) => (shown = kept.length));
      const early: number[] = [];
      records.watchStatus(({ checkedAt }) => {
        if (checkedAt !== undefined && shown === 0) early.push(shown);
      });
      await until(() => records.status.checkedAt !== undefined, 'a check');
      expect([shown, early]).to.deep.equal([1, []]);
    });

    it('locking removes the check, and a checked() that was in progress does not restore it', async () => {
      const { records } = await store({ key: new Uint8Array(32).fill(7) });
      records.checked();
      await until(() => records.status.checkedAt !== undefined, 'checked');
      records.lock();
      records.checked();
      expect(records.status).not.to.have.any.keys('checkedAt', 'pulls');
    });

    it('an invalid record stops the check; a record that only a newer version knows does not', async () => {
      const community = newCommunityId();
      let came: unknown[] = [{ ...toMe(community), kind: 'of-a-newer-version' }];
      const { records } = await store({ community, pull: pulling(() => ({ records: came, cursor: String(came.length) })) });
      await until(() => records.status.checkedAt !== undefined, 'a check');
      const at = records.status.checkedAt;
      const misfit = { ...toMe(community), status: 'no-such' };
      came = [misfit, toMe(community)];
      expect(await code(records.pull())).to.equal('invalid-record');
      expect(records.status.checkedAt).to.equal(at);
      came = [];
      await records.pull();
      expect(records.status.checkedAt).to.equal(at);
      came = [{ ...misfit, status: 'delivered' }];
      await records.pull();
      await until(() => records.status.checkedAt !== at, 'a check');
    });

    for (const [role, hidden] of [
      ['staff', true],
      ['resident', false],
    ] as const)
      it(`a hidden page of ${role} ${hidden ? 'pulls' : 'does not pull'}`, async () => {
        const clock = new HeldClock();
        let asked = 0;
        const { records } = await store({ ...as('p-1', role), pull: pulling(() => ((asked += 1), { records: [] })) }, { clock });
        await records.pull();
        const before = asked;
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        try {
          clock.pass(30_000);
          if (hidden) await until(() => asked > before, 'asked');
          await records.list({ kind: 'feedback' });
        } finally {
          Reflect.deleteProperty(document, 'visibilityState');
        }
        expect(asked).to.equal(hidden ? before + 1 : before);
      });
  });

  describe(`errors that a host may have to fix (${where})`, () => {
    it('a failed pull and an invalid answer are reported by code, once until a pull succeeds', async () => {
      let answer: Answer = nothingNew;
      const { records, failures } = await store({ pull: pulling((cursor) => answer(cursor)) });
      await records.pull();
      for (const [wrong, name] of [
        [() => Promise.reject(new Error(secret)), 'pull-failed'],
        [() => [], 'invalid'],
        [() => null, 'invalid'],
        [() => ({ records: secret }), 'invalid'],
      ] as const) {
        answer = wrong;
        expect(await code(records.pull())).to.equal(name);
        expect(await code(records.pull())).to.equal(name);
        expect(records.status.code).to.equal(name);
        expect(failures.splice(0)).to.deep.equal([{ code: name }]);
        answer = nothingNew;
        await records.pull();
        expect(records.status.code).to.equal(undefined);
      }
      expect(failures).to.deep.equal([]);
    });

    it('an invalid record is reported once, by its id only, and without an id if the id is not valid', async () => {
      const community = newCommunityId();
      const [good, bad, far] = [toMe(community), { ...toMe(community), data: { saw: secret } }, toMe('elsewhere')];
      const thrower = Object.defineProperty({}, 'id', { get: () => expect.fail(secret) });
      const came = [bad, { ...bad, id: secret }, secret, null, far, thrower, good];
      const there = await store({ community, pull: pulling(() => ({ records: came, cursor: 'c' })) });
      await until(() => there.records.status.code === 'invalid-record', 'told');
      await there.records.pull();
      expect(await ids(there)).to.deep.equal([good.id]);
      expect(there.failures).to.deep.equal([
        { code: 'invalid-record', id: bad.id },
        { code: 'invalid-record' },
        { code: 'invalid-record', id: far.id },
      ]);
      expect(there.records.status.code).to.equal('invalid-record');
    });

    it('an invalid record that came with the answer to a change is reported', async () => {
      const community = newCommunityId();
      const bad = { ...toMe(community), status: 'no-such' };
      const { records, failures } = await store({ community, carry: taker(() => json({ records: [bad] })).carry });
      await affirm(records);
      await until(() => failures.length > 0, 'told');
      expect(failures).to.deep.equal([{ code: 'invalid-record', id: bad.id }]);
    });

    for (const status of [413, 409])
      it(`a change that the backend answers with ${status} is reported as \`refused\` with the id of its root`, async () => {
        const { records, failures } = await store({ carry: taker(() => new Response(null, { status })).carry });
        const change = await affirm(records);
        await until(() => records.status.refused === 1, 'in the list');
        expect(failures).to.deep.equal([{ code: 'refused', id: idOf(change) }]);
      });
  });

  describe(`an invalid record from the backend (${where})`, () => {
    const pagesOf =
      (pages: readonly (readonly unknown[])[], cursors: (string | undefined)[]): Answer =>
      (cursor) => {
        cursors.push(cursor);
        const page = Number(cursor ?? 0);
        return { records: pages[page] ?? [], cursor: String(Math.min(page + 1, pages.length)) };
      };

    it('an invalid record does not stop the records behind it', async () => {
      const community = newCommunityId();
      const [first, last] = [toMe(community), toMe(community)];
      const cursors: (string | undefined)[] = [];
      const there = await store({ community, pull: pulling(pagesOf([[first], [{ ...first, id: 7 }], [last]], cursors)) });
      await until(async () => (await ids(there)).length === 2, 'both');
      await there.records.pull();
      expect(cursors.slice(0, 4)).to.deep.equal([undefined, '1', '2', '3']);
      expect(cursors.at(-1)).to.equal('3');
    });

    if (keep !== 'page')
      it('the next load asks for an invalid record again, until it is valid', async () => {
        const community = newCommunityId();
        const [first, bad, last] = [toMe(community), toMe(community), toMe(community)];
        const pages: MilieuRecord[][] = [[first], [{ ...bad, status: 'no-such' }], [last]];
        const cursors: (string | undefined)[] = [];
        const load = async () => {
          cursors.length = 0;
          const there = await store({ community, pull: pulling(pagesOf(pages, cursors)) });
          await until(() => cursors.includes('3'), 'all pages');
          await there.records.pull().catch(() => undefined);
          const found = await ids(there);
          await there.records.close();
          return { found, first: cursors[0] };
        };
        expect((await load()).found).to.have.members([first.id, last.id]);
        expect((await load()).first).to.equal('1');
        pages[1] = [bad];
        const mended = await load();
        expect([mended.first, mended.found.length]).to.deep.equal(['1', 3]);
        expect((await load()).first).to.equal('3');
      });
  });

  if (keep !== 'page')
    describe('a check in another tab', () => {
      it('a check in another tab counts for the same person', async () => {
        const community = newCommunityId();
        const { records: silent } = await store({ community });
        const { records } = await store({ community, pull: pulling(nothingNew) });
        await until(() => records.status.checkedAt !== undefined, 'a check');
        await records.pull();
        await until(() => silent.status.checkedAt !== undefined, 'known in the other tab');
      });

      it('a check in another tab does not count for another person on the same computer', async () => {
        const community = newCommunityId();
        const house = { community, keep: 'house' } as const;
        const { records: other } = await store({ ...house, ...as('p-2') });
        const { records: witness } = await store({ ...house, ...as('p-1') });
        const { records } = await store({ ...house, ...as('p-1') });
        records.checked();
        await until(() => witness.status.checkedAt !== undefined, 'known in the tab of the same person');
        await other.list({ kind: 'feedback' });
        expect(other.status.checkedAt).to.equal(undefined);
      });
    });
}
