import { expect } from '@open-wc/testing';
import { realClock } from '../../../src/records/base/clock.js';
import { Connection } from '../../../src/records/storage/connection.js';
import type { DraftRow } from '../../../src/records/storage/db-schema.js';
import { IndexedDbAdapter } from '../../../src/records/storage/indexeddb-adapter.js';
import { newCommunityId, until } from '../store-setup.js';

const quiet = { lost: () => undefined, closed: () => undefined, blocked: () => undefined, newer: () => undefined, unblocked: () => undefined };
const draft = (id: string, ...box: number[]): DraftRow => ({ id, iv: Uint8Array.from([1]), box: Uint8Array.from(box) });
const unless = { name: 'ended:key' } as const;

describe('a write while the page goes', () => {
  it('is not behind the write of an older draft that is under way, which runs again after it', async () => {
    const storage = new IndexedDbAdapter(new Connection(newCommunityId(), realClock, quiet));
    await storage.run(['drafts'], 'read', (tx) => tx.count('drafts'));
    const found: (DraftRow | undefined)[] = [];
    let goesOn = true;
    const older = storage.run(['drafts', 'meta'], 'yielding', async (tx) => {
      found.push(await tx.get('drafts', 'form'));
      // As slow as a busy disk: it ends only after it was interrupted.
      while (goesOn && found.length === 1) await tx.count('meta');
      if (!found.at(-1)) await tx.put('drafts', draft('form', 1));
      return 'ended';
    });
    await until(() => found.length === 1, 'under way');
    expect(storage.writeNow({ draft: draft('form', 2), unless })).to.equal(true);
    try {
      await until(() => found.length === 2, 'run again', 3000);
    } finally {
      goesOn = false;
    }
    expect(await older).to.equal('ended');
    expect(found[1]?.box).to.deep.equal(Uint8Array.from([2]));
    expect((await storage.run(['drafts'], 'read', (tx) => tx.get('drafts', 'form')))?.box).to.deep.equal(Uint8Array.from([2]));
    storage.close();
  });

  it('leaves every other write to its end', async () => {
    const storage = new IndexedDbAdapter(new Connection(newCommunityId(), realClock, quiet));
    let begun = 0;
    const other = storage.run(['drafts', 'meta'], 'strict', async (tx) => {
      begun += 1;
      for (let left = 50; left > 0; left--) await tx.count('meta');
      await tx.put('drafts', draft('other', 1));
    });
    await until(() => begun === 1, 'under way');
    storage.writeNow({ draft: draft('form', 2), unless });
    await other;
    await until(async () => (await storage.run(['drafts'], 'read', (tx) => tx.count('drafts'))) === 2, 'both');
    expect(begun).to.equal(1);
    storage.close();
  });
});
