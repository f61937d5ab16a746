import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import { loadCipher } from '../../src/records/crypto/cipher-context.js';
import type { Cipher } from '../../src/records/crypto/webcrypto.js';
import { affirm, open, newCommunityId, words } from './store-setup.js';

/** A cipher that says which box is sealed or opened next, by the store that it is bound to. */
async function watched(happens: (does: 'seal' | 'open', store: string) => unknown): Promise<Cipher> {
  const cipher = await loadCipher();
  const storeOf = (bound: Uint8Array): string => (JSON.parse(new TextDecoder().decode(bound)) as [string])[0];
  return {
    ...cipher,
    aes: async (root) => {
      const aes = await cipher.aes(root);
      return {
        seal: async (bytes, bound) => (await happens('seal', storeOf(bound)), aes.seal(bytes, bound)),
        open: async (box, bound) => (await happens('open', storeOf(bound)), aes.open(box, bound)),
      };
    },
  };
}

describe('the draft of what is saved', () => {
  it('is deleted without being opened again by the page that wrote it', async () => {
    let opened = 0;
    const cipher = await watched((does, store) => (opened += does === 'open' && store === 'drafts' ? 1 : 0));
    const records = await open({ community: newCommunityId() }, { cipher });
    const key = uuidv7();
    await records.drafts.write('feedback', { id: uuidv7(), key, value: words });
    await affirm(records, ['p-2'], words, { draft: 'feedback', key });
    expect(opened).to.equal(0);
    expect(await records.drafts.read('feedback')).to.equal(undefined);
  });

  it('is deleted also where another tab wrote it with the same key', async () => {
    const community = newCommunityId();
    const [records, other] = [await open({ community }), await open({ community })];
    const key = uuidv7();
    await other.drafts.write('feedback', { id: uuidv7(), key, value: words });
    await affirm(records, ['p-2'], words, { draft: 'feedback', key });
    expect(await records.drafts.read('feedback')).to.equal(undefined);
  });

  it('stays where another tab writes over it while it is being saved', async () => {
    const community = newCommunityId();
    const other = await open({ community });
    const mine = { id: uuidv7(), key: uuidv7(), value: words };
    const theirs = { id: uuidv7(), key: uuidv7(), value: 'Words of the other tab' };
    const cipher = await watched((does, store) => (does === 'seal' && store === 'outbox' ? other.drafts.write('feedback', theirs) : undefined));
    const records = await open({ community }, { cipher });
    await records.drafts.write('feedback', mine);
    await affirm(records, ['p-2'], words, { draft: 'feedback', key: mine.key });
    expect(await records.drafts.read('feedback')).to.deep.equal(theirs);
  });
});
