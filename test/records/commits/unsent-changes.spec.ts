import { expect } from '@open-wc/testing';
import type { Carry } from '../../../src/records/base/types.js';
import { UnsentChanges } from '../../../src/records/commits/unsent-changes.js';
import { internalsOf } from '../../../src/records/context/internals.js';
import type { StorageAdapter } from '../../../src/records/storage/storage-adapter.js';
import { emptyPlan } from '../../../src/records/sync-rules/index.js';
import { databaseOf, drop } from '../read-disk.js';
import { affirm, HeldClock, newCommunityId, open, until } from '../store-setup.js';

/** A store whose clock stands still, so that no timer causes what happens. */
const standing = (more: object = {}) => databaseOf(() => open({ community: newCommunityId(), ...more }, { clock: new HeldClock() }));

describe('what no backend has, when the browser clears its storage', () => {
  it('what the backend had refused is offered again, and after it was settled it is not', async () => {
    const { value: records, name } = await standing({ carry: () => [Promise.resolve({ status: 422 })] });
    const change = await affirm(records);
    await affirm(records, ['p-3']);
    await until(() => records.status.refused === 2, 'both were refused');
    const [, second] = await records.troubles();
    await records.settle(second!.id, 'remove');
    await drop(name);
    await until(() => records.status.store === 'lost' && records.status.refused === 1, 'the one that was not settled is in the list');
    expect((await records.troubles()).map((trouble) => trouble.change.key)).to.deep.equal([change.key]);
  });

  it('what waits under a new key, because the person sends it again, is offered again', async () => {
    let status = 422;
    const clock = new HeldClock();
    const carry: Carry = () => [Promise.resolve({ status })];
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId(), carry }, { clock }));
    await affirm(records);
    await until(() => records.status.refused === 1, 'it was refused');
    status = 503;
    await records.settle((await records.troubles())[0]!.id, 'again');
    await until(() => records.status.refused === 0 && records.status.waiting === 1, 'it waits');
    await drop(name);
    await until(() => records.status.store === 'lost' && records.status.refused === 1, 'it is in the list');
  });

  it('what is done while changes are offered again is remembered too', async () => {
    const { value: records } = await standing();
    const context = await internalsOf(records).context();
    const [before, meanwhile] = [await affirm(records), await affirm(records)];
    const unsent = new UnsentChanges();
    unsent.planned({ ...emptyPlan, send: [before] });
    const restoring = unsent.restore(context);
    unsent.planned({ ...emptyPlan, send: [meanwhile] });
    await restoring;
    await unsent.restore(context);
    expect((await records.troubles()).map(({ id }) => id)).to.have.members([before.key, meanwhile.key]);
  });

  it('an act that ends after a person locked the store is not remembered', async () => {
    const { value: records, name } = await standing({ locked: true });
    await records.unlock('a passphrase');
    const { storage } = await internalsOf(records).context();
    const run = storage.run.bind(storage);
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    let isStored = false;
    const held: StorageAdapter['run'] = async (names, mode, work) => {
      const result = await run(names, mode, work);
      if (mode === 'strict') {
        isStored = true;
        await gate;
      }
      return result;
    };
    Object.assign(storage, { run: held });
    const acting = affirm(records);
    await until(() => isStored, 'it is stored');
    records.lock();
    go();
    await acting;
    await drop(name);
    await records.unlock('a passphrase');
    await records.drafts.read('form'); // drafts are written again before changes are offered
    await affirm(records);
    expect(await records.troubles()).to.deep.equal([]);
  });
});
