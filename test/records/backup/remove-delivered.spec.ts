import { expect } from '@open-wc/testing';
import { auditLog, importRecords, purge, removeDelivered } from '../../../src/records/index.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { toMe } from '../../contracts/foreign-records.js';
import { IndexedDbAdapter } from '../../../src/records/storage/indexeddb-adapter.js';
import type { Store } from '../../../src/records/store.js';
import { databaseOf, putRaw, type Raw, readRaw, removeRaw } from '../read-disk.js';
import { affirm, idOf, json, newCommunityId, open, remind, taker, until } from '../store-setup.js';
import { keepOf, newKind, ofKind } from '../commits/unknown-kinds.js';
import { code, fileOf, headOf, many } from './copy-files.js';

const key = new Uint8Array(32).fill(9);
const countsOf = (raw: Raw): Record<string, number> => Object.fromEntries(Object.entries(raw).map(([store, rows]) => [store, rows.length]));
/** Only the row that says that the key has ended. */
const nothing = { rows: 0, outbox: 0, drafts: 0, troubles: 0, aside: 0, audit: 0, meta: 1 };

/** A backend that has all records and gives them by pages of one cursor. */
const pulling = (all: readonly MilieuRecord[]) => async (cursor: string | undefined) => ({ records: cursor === '1' ? [] : all, cursor: '1' });

/** A store with one sent record and two that came by a pull; what is done after that waits, and is never answered with yes. */
async function filled(more: { key?: Uint8Array } = {}) {
  const community = newCommunityId();
  let answer: () => unknown = () => json({});
  const options = { community, carry: taker(() => answer()).carry, pull: pulling([toMe(community), toMe(community)]), ...more };
  const { value: records, name } = await databaseOf(() => open(options));
  const sent = await affirm(records);
  await until(async () => (await records.get(idOf(sent)))?.sent === 'sent' && records.status.checkedAt !== undefined, 'sent and pulled');
  await until(async () => (await records.list({ kind: 'feedback' })).length === 3, 'three records');
  answer = () => json({}, 503);
  return { records, name, options, refuse: () => (answer = () => json({}, 422)) };
}

describe('removal of what was delivered, for somebody who signs out', () => {
  it('leaves one row without content where the backend has everything, and closes the store in every tab', async () => {
    const { records, name, options } = await filled();
    const other = await open({ community: options.community });
    expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 0, drafts: 0 });
    const raw = await readRaw(name);
    expect(countsOf(raw)).to.deep.equal(nothing);
    expect(Object.keys(raw['meta']![0]!)).to.deep.equal(['name']);
    expect(records.status).to.deep.include({ store: 'failed', code: 'removed' });
    await until(() => other.status.code === 'removed', 'the other tab has heard');
  });

  it('keeps what waits with the key, locks every tab, and says how much that is', async () => {
    const { records, name, options } = await filled();
    const waits = await remind(records);
    const other = await open({ community: options.community });
    expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 1, drafts: 0 });
    const raw = await readRaw(name);
    expect(raw['rows']!.map(({ id }) => id)).to.deep.equal([idOf(waits)]);
    expect(raw['outbox']).to.have.length(1);
    expect(records.status.store).to.equal('locked');
    await until(() => other.status.store === 'locked', 'the other tab is locked');
  });

  it('the same person finds everything again: what waited at once, the rest by the next pull', async () => {
    const { records, options } = await filled();
    const waits = await remind(records);
    await removeDelivered(records);
    await records.close();
    const again = await open(options);
    expect((await again.get(idOf(waits)))?.sent).to.equal('waiting');
    await until(async () => (await again.list({ kind: 'feedback' })).length === 3, 'two from the backend and the one that waits');
    const actions: string[] = [];
    for await (const { action } of auditLog(again)) actions.push(action);
    expect(actions).to.deep.equal(['send', 'send', 'remove']);
  });

  it('keeps a change that was refused, until the person has settled it', async () => {
    const { records, name, refuse } = await filled();
    refuse();
    await remind(records);
    await until(() => records.status.refused === 1, 'refused');
    expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 1, drafts: 0 });
    expect((await readRaw(name))['troubles']).to.have.length(1);
  });

  it('keeps a text that was not saved yet', async () => {
    const { records, options } = await filled();
    await records.drafts.write('form', 'half a word');
    expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 0, drafts: 1 });
    await records.close();
    expect(await (await open(options)).drafts.read('form')).to.equal('half a word');
  });

  it('keeps a text that is being encrypted', async () => {
    const { records, options } = await filled();
    const own = Object.getOwnPropertyDescriptor(SubtleCrypto.prototype, 'encrypt')!;
    const encrypt = own.value as SubtleCrypto['encrypt'];
    SubtleCrypto.prototype.encrypt = async function (this: SubtleCrypto, ...args: Parameters<typeof encrypt>) {
      const done = await encrypt.apply(this, args);
      const isText = new TextDecoder().decode(args[2]).includes('half a word');
      if (isText) await new Promise((resume) => setTimeout(resume, 50)); // a busy device
      return done;
    };
    try {
      const typed = records.drafts.prepare('form', 'half a word').then((draft) => draft.writeNow());
      expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 0, drafts: 1 });
      await typed;
    } finally {
      Object.defineProperty(SubtleCrypto.prototype, 'encrypt', own);
    }
    await records.close();
    expect(await (await open(options)).drafts.read('form')).to.equal('half a word');
  });

  for (const [what, remove] of [
    ['removeDelivered', removeDelivered],
    ['purge', purge],
  ] as const)
    it(`a tab that has not heard of ${what}() leaves no draft, and the same person can sign in again`, async () => {
      const { records, name, options } = await filled();
      const other = await notHearing(() => open({ community: options.community }));
      const typed = await other.drafts.prepare('form', 'typed in the other tab');
      await remove(records);
      typed.writeNow(); // as its page goes
      await until(async () => (await readRaw(name))['drafts']!.length === 0, 'the draft was not written, or taken back');
      await Promise.all([records.close(), other.close()]);
      const again = await open({ community: options.community });
      expect([again.status.store, again.status.code]).to.deep.equal(['open', undefined]);
    });

  it('a draft that was left without a key does not keep the same person from signing in', async () => {
    const { records, name, options } = await filled();
    await records.drafts.write('form', 'half a word');
    const draft = (await readRaw(name))['drafts']![0]!;
    await purge(records);
    await records.close();
    await putRaw(name, 'drafts', draft);
    const again = await open({ community: options.community });
    expect([again.status.store, again.status.code]).to.deep.equal(['open', undefined]);
    expect((await readRaw(name))['drafts']).to.deep.equal([]);
  });

  it('removes records that were kept aside', async () => {
    const { records, name, options } = await filled();
    await records.apply([ofKind(newKind(), options.community), ofKind(newKind(), options.community)]);
    expect((await readRaw(name))['aside']).to.have.length(2);
    expect(await removeDelivered(records)).to.deep.equal({ removed: 5, unsent: 0, drafts: 0 });
    expect(countsOf(await readRaw(name))).to.deep.equal(nothing);
  });

  it('keeps a change that was kept aside, and says that no backend has it', async () => {
    const { records, name, options } = await filled();
    const change = keepOf(ofKind(newKind(), options.community, { status: 'of-a-newer-version' }));
    await importRecords(records, fileOf(headOf(options.community), { change }));
    expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 1, drafts: 0 });
    expect(countsOf(await readRaw(name))).to.deep.include({ rows: 0, aside: 1 });
  });

  it('keeps the words of a change whose outbox row was lost', async () => {
    const { records, name } = await filled();
    const waits = await remind(records);
    await removeRaw(name, 'outbox', (await readRaw(name))['outbox']![0]!['seq'] as number);
    expect(await removeDelivered(records)).to.deep.equal({ removed: 3, unsent: 1, drafts: 0 });
    expect((await readRaw(name))['rows']!.map(({ id }) => id)).to.deep.equal([idOf(waits)]);
  });

  it('works on a store that is locked, without its key', async () => {
    const { records, name, options } = await filled({ key });
    const waits = await remind(records);
    await records.close();
    const locked = await open({ community: options.community, locked: true });
    expect(locked.status.store).to.equal('locked');
    expect(await removeDelivered(locked)).to.deep.equal({ removed: 3, unsent: 1, drafts: 0 });
    expect((await readRaw(name))['rows']!.map(({ id }) => id)).to.deep.equal([idOf(waits)]);
  });

  it('removes many', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community }));
    await records.apply(many(community, 450));
    await affirm(records);
    expect(await removeDelivered(records)).to.deep.equal({ removed: 450, unsent: 1, drafts: 0 });
    expect((await readRaw(name))['rows']).to.have.length(1);
  });

  it('is refused with a code where there is no store yet', async () => {
    expect(await code(removeDelivered(undefined as never))).to.equal('bad-property');
  });

  it('does nothing to what people share', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'house' });
    await records.apply([toMe(community)]);
    expect(await code(removeDelivered(records))).to.equal('shared');
    expect([records.status.store, (await records.list({ kind: 'feedback' })).length]).to.deep.equal(['open', 1]);
  });

  it('can be stopped before it begins to write: nothing was removed', async () => {
    const { records, name } = await filled();
    const stop = new AbortController();
    expect(await code(removeDelivered(records, { signal: stop.signal, onProgress: () => stop.abort() }))).to.equal('cancelled');
    expect((await readRaw(name))['rows']).to.have.length(3);
  });
});

/** Holds the next strict write of this tab, such as that of a page whose records are being sealed, until `go` is called. */
function heldWrite(): { isHeld: () => boolean; go: () => void } {
  const own = Object.getOwnPropertyDescriptor(IndexedDbAdapter.prototype, 'run')!;
  const run = own.value as typeof IndexedDbAdapter.prototype.run;
  let go = (): void => undefined;
  let isHeld = false;
  const gate = new Promise<void>((resolve) => (go = resolve));
  IndexedDbAdapter.prototype.run = async function (this: IndexedDbAdapter, ...args: Parameters<typeof run>) {
    if (args[1] === 'strict' && !isHeld) {
      isHeld = true;
      await gate;
    }
    return run.apply(this, args);
  } as typeof run;
  return {
    isHeld: () => isHeld,
    go: () => {
      Object.defineProperty(IndexedDbAdapter.prototype, 'run', own);
      go();
    },
  };
}

describe('a pull that is under way when a person signs out', () => {
  const idsIn = async (records: Store): Promise<string[]> => (await records.list({ kind: 'feedback', limit: 200 })).map(({ record }) => record.id);
  const count = 100;

  /** A store with two records of the first page and a change that waits, and a backend that has a second page by now. */
  async function pulled() {
    const community = newCommunityId();
    const pages = [[toMe(community), toMe(community)], Array.from({ length: count }, () => toMe(community))];
    let has = 1;
    const pull = async (cursor: string | undefined) => ({ records: pages.slice(Number(cursor ?? 0), has).flat(), cursor: String(has) });
    const { value: records, name } = await databaseOf(() => open({ community, pull }));
    await until(() => records.status.checkedAt !== undefined, 'the first page is here');
    const waits = await affirm(records);
    return { community, pull, records, name, waits, first: pages[0]!.map(({ id }) => id), grow: () => (has = 2) };
  }

  it('writes nothing after that, and the next pull brings everything', async () => {
    const store = await pulled();
    store.grow();
    const held = heldWrite();
    const pulling = code(store.records.pull());
    await until(held.isHeld, 'the page is about to be written');
    expect(await removeDelivered(store.records)).to.deep.equal({ removed: 2, unsent: 1, drafts: 0 });
    held.go();
    expect(await pulling).to.equal('locked');
    expect((await readRaw(store.name))['rows']!.map(({ id }) => id)).to.deep.equal([idOf(store.waits)]);
    await store.records.close();
    const again = await open({ community: store.community, pull: store.pull });
    await until(() => again.status.checkedAt !== undefined, 'pulled again');
    expect(await idsIn(again)).to.include.members([...store.first, idOf(store.waits)]);
    expect(await idsIn(again)).to.have.length(count + 3);
  });

  it('writes nothing after that, if the store was unlocked again meanwhile', async () => {
    const store = await pulled();
    const key = new Uint8Array(32).fill(3);
    await store.records.unlock(key);
    store.grow();
    const held = heldWrite();
    const pulling = code(store.records.pull());
    await until(held.isHeld, 'the page is about to be written');
    await removeDelivered(store.records);
    await store.records.unlock(key);
    held.go();
    expect(await pulling).to.equal('locked');
    await until(async () => (await idsIn(store.records)).length === count + 3, 'all is here again');
  });

  it('begins anew in a tab that has not heard of it', async () => {
    const store = await pulled();
    const deaf = await notHearing(() => open({ community: store.community, pull: store.pull }));
    await until(() => deaf.status.checkedAt !== undefined, 'the other tab is up to date');
    store.grow();
    const held = heldWrite();
    const pulling = deaf.pull();
    await until(held.isHeld, 'the page is about to be written');
    await removeDelivered(store.records);
    held.go();
    await pulling;
    expect(await idsIn(deaf)).to.include.members([...store.first, idOf(store.waits)]);
    expect(await idsIn(deaf)).to.have.length(count + 3);
  });
});

/** Opens a store that hears nothing of other tabs, as in a page that is frozen. */
async function notHearing<T>(make: () => Promise<T>): Promise<T> {
  const own = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = class extends own {
    override set onmessage(_run: BroadcastChannel['onmessage']) {
      return;
    }
  };
  try {
    return await make();
  } finally {
    globalThis.BroadcastChannel = own;
  }
}
