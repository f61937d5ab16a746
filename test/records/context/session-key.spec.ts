import { expect } from '@open-wc/testing';
import type { Key, RecordsOptions, SessionKey } from '../../../src/records/base/types.js';
import { affirm, newCommunityId, open, until } from '../store-setup.js';

const passphrase = 'four words for a shift';

/** Opens a store and keeps what opens it the next time. */
async function opened(community: string, more: Partial<RecordsOptions> = {}) {
  const again: (Key | SessionKey | undefined)[] = [];
  const records = await open({ community, keep: 'house', unlocked: (key) => void again.push(key), ...more });
  return { records, again };
}

describe('the key of a session', () => {
  let community: string;
  beforeEach(() => (community = newCommunityId()));

  it('opens the store again for somebody else, without the words of the passphrase', async () => {
    const { records, again } = await opened(community, { key: passphrase });
    await affirm(records);
    await records.close();
    expect(JSON.stringify(again)).to.equal('[{"is":"session"}]');
    const next = await opened(community, { key: again[0]!, person: 'p-2' });
    expect(next.records.status).to.include({ store: 'open', key: 'passphrase' });
    expect(await next.records.list({ kind: 'feedback' })).to.have.length(1);
    expect(next.again[0]).to.equal(again[0]);
  });

  it('opens nothing after the passphrase was changed, and another store never', async () => {
    const { records, again } = await opened(community, { key: passphrase });
    await records.changeKey('another four words here');
    await records.close();
    const after = await opened(community, { key: again[0]! });
    expect(after.records.status).to.include({ store: 'locked', key: 'passphrase' });
    const elsewhere = await opened(newCommunityId(), { key: again.at(-1)! });
    expect(elsewhere.records.status.store).to.equal('locked');
    await elsewhere.records.unlock(passphrase);
    expect(elsewhere.records.status).to.include({ store: 'open', key: 'passphrase' });
  });

  it('is dropped by a lock of the store that it has opened', async () => {
    const { records, again } = await opened(community, { key: passphrase });
    await records.close();
    const next = await opened(community, { key: again[0]! });
    next.records.lock();
    await next.records.pull().catch(() => undefined);
    await until(() => next.records.status.store === 'locked', 'locked');
    await next.records.unlock(passphrase);
    expect(next.records.status.store).to.equal('open');
  });

  it('is none of a recovery code, of bytes, or of what is only in memory', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const host = await opened(community, { key: bytes });
    expect(host.again).to.deep.equal([bytes]);
    const memory = await opened(community, { key: passphrase, keep: 'page' });
    expect(memory.again).to.deep.equal([passphrase]);
  });
});
