import { expect } from '@open-wc/testing';
import { codeOf } from '../../../src/records/base/errors.js';
import type { Key } from '../../../src/records/base/types.js';
import { databaseOf, drop, readRaw } from '../read-disk.js';
import { affirm, as, HeldClock, newCommunityId, open, until, words } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
const passphrase = 'correct horse';
const keys: readonly (readonly [string, Key | undefined])[] = [
  ['a passphrase', passphrase],
  ['a key of the host', new Uint8Array(32).fill(7)],
  ['the key of the device', undefined],
];

describe('lock() in one of several tabs', () => {
  for (const [name, key] of keys)
    it(`locks every tab that has the store open (${name})`, async () => {
      const community = newCommunityId();
      const more = key === undefined ? {} : { key };
      const [here, there] = [await open({ community, ...more }), await open({ community, ...more })];
      await affirm(here);
      const seen: number[] = [];
      there.watch({ kind: 'feedback' }, (kept) => seen.push(kept.length));
      await until(() => seen.at(-1) === 1, 'the other tab shows the record');
      here.lock();
      await until(() => there.status.store === 'locked', 'the other tab is locked');
      expect(seen.at(-1)).to.equal(0);
      expect(await code(there.list({ kind: 'feedback' }))).to.equal('locked');
      expect(await code(affirm(there))).to.equal('locked');
    });

  it('leaves each tab locked until it is unlocked itself', async () => {
    const community = newCommunityId();
    const tabs = [await open({ community, key: passphrase }), await open({ community, key: passphrase })];
    tabs[0]!.lock();
    await until(() => tabs[1]!.status.store === 'locked', 'the other tab is locked');
    await tabs[0]!.unlock(passphrase);
    expect(await code(tabs[1]!.list({ kind: 'feedback' }))).to.equal('locked');
    await tabs[1]!.unlock(passphrase);
    expect(tabs.map(({ status }) => status.store)).to.deep.equal(['open', 'open']);
  });

  it('locks also where the tab itself was locked already', async () => {
    const community = newCommunityId();
    const there = await open({ community, key: passphrase });
    const here = await open({ community, locked: true });
    here.lock();
    await until(() => there.status.store === 'locked', 'the other tab is locked');
  });

  it('does not touch the store of another person or community', async () => {
    const community = newCommunityId();
    const here = await open({ community });
    const [same, person, other] = [await open({ community }), await open({ community, ...as('p-2') }), await open({ community: newCommunityId() })];
    here.lock();
    await until(() => same.status.store === 'locked', 'the tab of the same store is locked');
    expect([person.status.store, other.status.store]).to.deep.equal(['open', 'open']);
  });

  it('does not lock a tab that opens later with the key of the device', async () => {
    const community = newCommunityId();
    (await open({ community })).lock();
    expect((await open({ community })).status.store).to.equal('open');
  });

  it('locks its own tab where the browser has no BroadcastChannel', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'BroadcastChannel')!;
    Object.defineProperty(globalThis, 'BroadcastChannel', { ...own, value: undefined });
    try {
      const records = await open({ community: newCommunityId(), key: passphrase });
      records.lock();
      expect(records.status.store).to.equal('locked');
      await records.unlock(passphrase);
      expect(records.status.store).to.equal('open');
    } finally {
      Object.defineProperty(globalThis, 'BroadcastChannel', own);
    }
  });
});

describe('lock() while something else is going on', () => {
  it('wins over an unlock that began before it', async () => {
    const community = newCommunityId();
    const records = await open({ community, key: passphrase });
    records.lock();
    const unlocking = code(records.unlock(passphrase));
    records.lock();
    expect(await unlocking).to.equal('locked');
    expect(records.status.store).to.equal('locked');
    await records.unlock(passphrase);
    expect(records.status.store).to.equal('open');
  });

  it('wins over an unlock that began before it in another tab', async () => {
    const community = newCommunityId();
    const [here, there] = [await open({ community, key: passphrase }), await open({ community, key: passphrase })];
    there.lock();
    await until(() => here.status.store === 'locked', 'both are locked');
    const unlocking = code(there.unlock(passphrase));
    here.lock();
    expect(await unlocking).to.equal('locked');
    expect(there.status.store).to.equal('locked');
  });

  it('wins over an opening that began before it', async () => {
    const community = newCommunityId();
    await (await open({ community })).close();
    const { Store } = await import('../../../src/records/store.js');
    const records = new Store({ community, person: 'p-1', as: 'resident' }, { clock: new HeldClock(), tab: 'a' });
    records.lock();
    await records.opening;
    expect(records.status.store).to.equal('locked');
    expect(await code(records.list({ kind: 'feedback' }))).to.equal('locked');
    await records.close();
  });

  it('is not undone when storage that could not be reached comes back', async () => {
    const clock = new HeldClock();
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId(), key: passphrase }, { clock }));
    const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
    try {
      Object.defineProperty(IDBFactory.prototype, 'open', {
        ...original,
        value: () => {
          throw new DOMException('', 'UnknownError');
        },
      });
      await drop(name);
      await until(async () => {
        await code(records.list({ kind: 'feedback' })); // a page that only waits may notice the loss later
        return records.status.store === 'failed';
      }, 'the failure is said');
      records.lock();
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'open', original);
    }
    clock.pass(10_000);
    expect(await code(records.list({ kind: 'feedback' }))).to.equal('locked');
    expect(records.status.store).to.equal('locked');
  });

  it('leaves no words of a draft that was being written in memory', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId(), key: passphrase }));
    const draft = await records.drafts.prepare('form', words);
    records.lock();
    expect(draft.writeNow()).to.equal(true);
    await until(async () => (await readRaw(name))['drafts']?.length === 1, 'the draft is on the disk');
    await drop(name);
    await records.unlock(passphrase);
    expect(await records.drafts.read('form')).to.equal(undefined);
  });
});
