import { expect } from '@open-wc/testing';
import type { MilieuRecord } from '../../../src/model/record.js';
import { codeOf, MilieuError } from '../../../src/records/base/errors.js';
import { httpCipher } from '../../../src/records/crypto/http-ciphers.js';
import type { Cipher } from '../../../src/records/crypto/webcrypto.js';
import type { Pulled, Work } from '../../../src/records/base/types.js';
import { toMe } from '../../contracts/foreign-records.js';
import { databaseOf, readRaw } from '../read-disk.js';
import { affirm, HeldClock, idOf, open, newCommunityId, until } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
type Pages = (cursor: string | undefined, info: { signal: AbortSignal }) => Promise<Pulled>;

/** A backend of `count` pages of two records each. */
function paged(community: string, count: number, more: (page: number) => object = () => ({})): { pages: Pages; asked: number[] } {
  const asked: number[] = [];
  const all: MilieuRecord[][] = Array.from({ length: count }, () => [toMe(community), toMe(community)]);
  return {
    asked,
    pages: async (cursor) => {
      const page = Number(cursor ?? 0);
      asked.push(page);
      return { records: all[page] ?? [], cursor: String(Math.min(page + 1, count)), ...more(page) };
    },
  };
}

describe('the first pull', () => {
  it('the first pull reports how many records came, and of how many if the backend knows', async () => {
    const community = newCommunityId();
    const { pages } = paged(community, 3, (page) => ({ left: Math.max(0, 4 - 2 * page) }));
    const seen: (Work | undefined)[] = [];
    const records = await open({ community, pull: pages, locked: true });
    records.watchStatus(({ work }) => void seen.push(work));
    await records.unlock(new Uint8Array(32));
    await until(() => records.status.work?.ended !== undefined, 'the end');
    expect(seen.find(Boolean)).to.deep.equal({ kind: 'pull', done: 0, stoppable: true });
    expect(records.status.work).to.deep.equal({ kind: 'pull', done: 6, of: 6, stoppable: false, ended: 'done' });
  });

  it('only the first pull is shown as a task, and later pulls of more than one page', async () => {
    const community = newCommunityId();
    const { pages } = paged(community, 1);
    const records = await open({ community, pull: pages });
    await until(() => records.status.work?.ended === 'done', 'the first');
    const seen: unknown[] = [];
    records.watchStatus(({ work }) => void seen.push(work));
    await records.pull();
    await records.pull();
    expect(new Set(seen).size).to.equal(1);
  });

  it('no pull is shown without a backend', async () => {
    const records = await open({ community: newCommunityId(), pull: () => undefined });
    expect(await code(records.pull())).to.equal('no-transport');
    expect(records.status.work).to.equal(undefined);
  });

  it('a pull that was stopped keeps its pages and continues from there', async () => {
    const community = newCommunityId();
    const { pages, asked } = paged(community, 4);
    const clock = new HeldClock();
    const stopping: { run?: () => void } = {};
    const records = await open(
      {
        community,
        pull: async (cursor, info) => {
          if (cursor === '1') stopping.run?.();
          return pages(cursor, info);
        },
        locked: true,
      },
      { clock },
    );
    stopping.run = () => records.stop();
    await records.unlock(new Uint8Array(32));
    await until(() => records.status.work?.ended === 'stopped', 'stopped');
    expect(records.status.code).to.equal(undefined);
    const kept = (await records.list({ kind: 'feedback' })).length;
    expect([2, 4]).to.include(kept);
    const before = asked.length;
    clock.pass(60_000);
    await records.list({ kind: 'feedback' });
    expect(asked.length).to.equal(before);
    delete stopping.run;
    await records.pull();
    expect(asked[before]).to.equal(kept / 2);
    expect(await records.list({ kind: 'feedback' })).to.have.length(8);
  });

  it('a pull stops at once while the backend has not answered', async () => {
    let aborted = false;
    const records = await open({
      community: newCommunityId(),
      pull: (_, { signal }) => {
        signal.addEventListener('abort', () => (aborted = true));
        return new Promise(() => undefined);
      },
    });
    await until(() => records.status.work?.kind === 'pull', 'begun');
    records.stop();
    await until(() => records.status.work?.ended === 'stopped', 'stopped');
    expect(aborted).to.equal(true);
  });

  it('a pull that fails is reported', async () => {
    const records = await open({ community: newCommunityId(), pull: () => Promise.reject(new Error('canary')) });
    await until(() => records.status.work?.ended !== undefined, 'the end');
    expect(records.status.work).to.deep.equal({ kind: 'pull', done: 0, stoppable: false, ended: 'failed', code: 'pull-failed' });
  });
});

describe('unlocking a store', () => {
  it('unlocking can be stopped: the store stays locked and opens the next time', async () => {
    const community = newCommunityId();
    await (await open({ community, key: 'a passphrase' })).close();
    for (const parts of [{}, { cipher: httpCipher }]) {
      const records = await open({ community }, parts);
      const seen: (Work | undefined)[] = [];
      records.watchStatus(({ work }) => {
        seen.push(work);
        if (work?.kind === 'unlock') records.stop();
      });
      expect(await code(records.unlock('a passphrase'))).to.equal('cancelled');
      expect([records.status.store, records.status.code, records.status.work?.ended]).to.deep.equal(['locked', undefined, 'stopped']);
    }
    const again = await open({ community });
    await again.unlock('a passphrase');
    expect(again.status).to.deep.include({ store: 'open' });
    expect(again.status.work).to.deep.include({ kind: 'unlock', ended: 'done' });
  });

  it('unlocking can be stopped if the key was given at the opening', async () => {
    const community = newCommunityId();
    await (await open({ community, key: 'a passphrase' })).close();
    const opening = open({ community, key: 'a passphrase' }, { cipher: stopped() });
    const records = await opening;
    expect([records.status.store, records.status.key, records.status.code]).to.deep.equal(['locked', 'passphrase', undefined]);
  });

  it('unlocking with a wrong key says why it failed', async () => {
    const community = newCommunityId();
    await (await open({ community, key: 'a passphrase' })).close();
    const records = await open({ community });
    expect(await code(records.unlock('another one'))).to.equal('wrong-key');
    expect(records.status.work).to.deep.include({ kind: 'unlock', ended: 'failed', code: 'wrong-key' });
  });

  it('sealing everything again is done whole or not at all', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    const change = await affirm(records);
    for (let i = 0; i < 20; i++) await affirm(records, ['p-3']);
    await records.drafts.write('form', 'half a word');
    const bytes = async (): Promise<string> =>
      JSON.stringify(await readRaw(name), (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value));
    const before = await bytes();
    const stop = records.watchStatus(({ work }) => {
      if (work?.kind === 'seal' && !work.ended) records.stop();
    });
    expect(await code(records.unlock(new Uint8Array(32)))).to.equal('cancelled');
    stop();
    expect(await bytes()).to.equal(before);
    expect([records.status.store, records.status.key]).to.deep.equal(['open', 'device']);
    expect((await records.get(idOf(change)))?.record).to.deep.equal(change.records[0]);
    await affirm(records, ['p-4']);
    const seen: (Work | undefined)[] = [];
    records.watchStatus(({ work }) => {
      seen.push(work);
      if (work?.kind === 'seal' && !work.ended && !work.stoppable) records.stop(); // too late: the last step completes
    });
    const log = (await readRaw(name))['audit']!.length;
    await records.unlock(new Uint8Array(32));
    expect([records.status.store, records.status.key]).to.deep.equal(['open', 'host']);
    const [last] = seen.slice(-1);
    expect(last).to.deep.include({ kind: 'seal', ended: 'done' });
    expect(last?.of).to.equal(22 + 22 + 1 + log + 1); // records, changes that wait, the draft, the log of acts and this act
    expect(seen.some((work) => work?.kind === 'seal' && !work.ended && !work.stoppable)).to.equal(true);
  });
});

/** A cipher whose slow part is stopped as soon as it has begun, as a person would do. */
const stopped = (): Cipher => ({
  ...httpCipher,
  pbkdf2: () => Promise.reject(new MilieuError('cancelled')),
});
