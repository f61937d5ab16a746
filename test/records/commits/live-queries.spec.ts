import { expect } from '@open-wc/testing';
import { codeOf, MilieuError } from '../../../src/records/base/errors.js';
import type { Records } from '../../../src/records/base/types.js';
import { internalsOf } from '../../../src/records/context/internals.js';
import type { StorageAdapter } from '../../../src/records/storage/storage-adapter.js';
import { affirm, HeldClock, idOf, newCommunityId, open, until } from '../store-setup.js';

/** What a watch has told: the number of records, or the code of an error. */
function heardBy(records: Records, query: { limit?: number; id?: string } = {}): (number | string)[] {
  const heard: (number | string)[] = [];
  records.watch(
    { kind: 'feedback', ...query },
    (kept) => heard.push(kept.length),
    (error) => heard.push(codeOf(error)),
  );
  return heard;
}

/** Lets a test decide about each read: `before` may wait or throw. */
async function reading(records: Records, before: (stores: readonly string[]) => Promise<void>): Promise<void> {
  const { storage } = await internalsOf(records).context();
  const run = storage.run.bind(storage);
  const decided: StorageAdapter['run'] = async (names, mode, work) => {
    if (mode === 'read') await before(names);
    return run(names, mode, work);
  };
  Object.assign(storage, { run: decided });
}
const isList = (stores: readonly string[]): boolean => stores.join() === 'rows';
const isCount = (stores: readonly string[]): boolean => stores.join() === 'outbox';

/** A store with one record whose lists are at rest; time stands still. */
async function atRest() {
  const clock = new HeldClock();
  const records = await open({ community: newCommunityId() }, { clock });
  await affirm(records);
  await until(() => records.status.waiting === 1, 'it waits');
  return { records, clock };
}

describe('lists that one change is in', () => {
  it('are handed on in the same turn, the long one with the short one', async () => {
    const records = await open({ community: newCommunityId(), keep: 'person' }, { clock: new HeldClock() });
    for (let count = 0; count < 60; count += 1) await affirm(records);
    const told: string[] = [];
    let endOfTurn: Promise<unknown> | undefined;
    const tell = (name: string) => (): void => {
      told.push(name);
      endOfTurn ??= Promise.resolve().then(() => told.push('the turn ends'));
    };
    records.watch({ kind: 'feedback', limit: 1 }, tell('short'));
    records.watch({ kind: 'feedback', limit: 200 }, tell('long'));
    await until(() => told.includes('short') && told.includes('long'), 'the first lists');
    told.length = 0;
    endOfTurn = undefined;
    await affirm(records);
    await until(() => told.includes('the turn ends'), 'the lists with the change');
    expect(told.slice(0, 3)).to.deep.equal(['short', 'long', 'the turn ends']);
  });

  it('do not wait for a slow one', async () => {
    const { records, clock } = await atRest();
    const [quick, slow] = [heardBy(records, { limit: 1 }), heardBy(records)];
    await until(() => slow.at(-1) === 1, 'the first lists');
    let lists = 0;
    await reading(records, (stores) => (isList(stores) && ++lists === 2 ? new Promise(() => undefined) : Promise.resolve()));
    quick.length = slow.length = 0;
    await affirm(records);
    await until(() => (clock.pass(50), quick.length > 0), 'the quick list');
    expect(slow).to.deep.equal([]);
  });
});

describe('a watch', () => {
  it('of one record hears of that record, also beside others of its kind', async () => {
    const records = await open({ community: newCommunityId() });
    const [first, second] = [await affirm(records), await affirm(records, ['p-3'])];
    const seen: Record<string, readonly string[]> = {};
    const ids = (name: string, query: { id?: string }): unknown =>
      records.watch({ kind: 'feedback', ...query }, (kept) => (seen[name] = kept.map(({ record }) => record.id)));
    ids('all', {});
    ids('first', { id: idOf(first) });
    ids('second', { id: idOf(second) });
    await until(() => Object.keys(seen).length === 3, 'the first lists');
    await affirm(records, ['p-4']);
    await until(() => seen['all']?.length === 3, 'the change');
    expect([seen['first'], seen['second']]).to.deep.equal([[idOf(first)], [idOf(second)]]);
  });

  it('hears of the list again after an error, although it is the same', async () => {
    const { records, clock } = await atRest();
    const heard = heardBy(records);
    await until(() => heard.at(-1) === 1, 'the list');
    let isBroken = true;
    await reading(records, async (stores) => {
      if (isBroken && isList(stores)) throw new MilieuError('connection');
    });
    records.checked();
    await until(() => heard.at(-1) === 'connection', 'the error');
    isBroken = false;
    await until(() => (clock.pass(1000), heard.at(-1) === 1), 'the list again, by itself');
  });

  it('does not hear of an error of a read that began before the one that is shown', async () => {
    const { records } = await atRest();
    let fail = (): void => undefined;
    const hanging = new Promise<void>((_, reject) => (fail = () => reject(new MilieuError('connection'))));
    let isFirst = true;
    await reading(records, async (stores) => {
      if (!isFirst || !isList(stores)) return;
      isFirst = false;
      await hanging;
    });
    const heard = heardBy(records);
    await until(() => !isFirst, 'the read that hangs');
    await affirm(records);
    await until(() => heard.at(-1) === 2, 'the newer list');
    fail();
    const again = heardBy(records);
    await until(() => again.length > 0, 'time has passed');
    expect(heard.at(-1)).to.equal(2);
  });

  it('goes on by itself after what waits could not be counted', async () => {
    const { records, clock } = await atRest();
    const heard = heardBy(records);
    await until(() => heard.at(-1) === 1, 'the list');
    let failed = 0;
    await reading(records, async (stores) => {
      if (isCount(stores) && failed === 0) {
        failed += 1;
        throw new MilieuError('connection');
      }
    });
    await affirm(records);
    await until(() => failed > 0, 'the count has failed');
    expect(await records.list({ kind: 'feedback' })).to.have.length(2);
    await until(() => (clock.pass(1000), heard.at(-1) === 2), 'the list with the change');
  });
});
