import { expect } from '@open-wc/testing';
import { codeOf } from '../../../src/records/base/errors.js';
import { httpCipher } from '../../../src/records/crypto/http-ciphers.js';
import { type Cipher, hex, randomBytes, utf8, webCipher } from '../../../src/records/crypto/webcrypto.js';
import { createCipherContext } from '../../../src/records/crypto/cipher-context.js';
import { currentOf, databaseOf, putRaw, readRaw } from '../read-disk.js';
import { affirm, as, idOf, open, remind, rewrite, newCommunityId, until } from '../store-setup.js';

const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
const web = webCipher(crypto.subtle);
const ciphers: [string, Cipher][] = [
  ['browser', web],
  ['other library', httpCipher],
];

describe('sealing of rows', () => {
  for (const [name, cipher] of ciphers) {
    it(`a cipher opens what it sealed, and nothing that was moved or altered (${name})`, async () => {
      const vault = await createCipherContext(cipher, randomBytes(32));
      const place = { store: 'rows', id: 'a', rev: 2, v: 1 } as const;
      const box = await vault.seal(place, { saw: 'Grüße 🌱' });
      expect(await vault.open(place, box)).to.deep.equal({ saw: 'Grüße 🌱' });
      const moved = [
        { ...place, id: 'b' },
        { ...place, rev: 3 },
        { ...place, v: 2 },
        { ...place, store: 'drafts' as const },
      ];
      for (const other of moved) expect(await code(vault.open(other, box))).to.equal('unreadable');
      for (let i = 0; i < box.box.length; i += 7) {
        const altered = box.box.slice();
        altered[i]! ^= 1;
        expect(await code(vault.open(place, { ...box, box: altered }))).to.equal('unreadable');
      }
      expect(await code((await createCipherContext(cipher, randomBytes(32))).open(place, box))).to.equal('unreadable');
    });
  }

  it('a cipher never uses the same nonce twice', async () => {
    const vault = await createCipherContext(web, randomBytes(32));
    const codec = await Promise.all(Array.from({ length: 200 }, () => vault.seal({ store: 'rows', id: 'a' }, 'same')));
    expect(new Set(codec.map(({ iv }) => hex(iv))).size).to.equal(200);
  });

  it('the two ciphers make the same bytes', async () => {
    const [root, salt] = [randomBytes(32), randomBytes(16)];
    expect(hex(await web.hkdf(root, 'milieu box'))).to.equal(hex(await httpCipher.hkdf(root, 'milieu box')));
    expect(hex(await web.pbkdf2('Grüße', salt, 3000))).to.equal(hex(await httpCipher.pbkdf2('Grüße', salt, 3000)));
    expect(hex(await web.sha256(utf8('x')))).to.equal(hex(await httpCipher.sha256(utf8('x'))));
    const [one, other] = [await createCipherContext(web, root), await createCipherContext(httpCipher, root)];
    expect(hex(await one.tag('label'))).to.equal(hex(await other.tag('label')));
    const place = { store: 'rows', id: 'a', rev: 1, v: 1 } as const;
    expect(await other.open(place, await one.seal(place, 'there'))).to.equal('there');
    expect(await one.open(place, await other.seal(place, 'and back'))).to.equal('and back');
  });

  it('deriving a key from a passphrase lets timers run without WebCrypto', async () => {
    let ran = 0;
    const timer = setInterval(() => ran++, 5);
    await httpCipher.pbkdf2('passphrase', randomBytes(16), 60_000);
    clearInterval(timer);
    expect(ran).to.be.greaterThan(2);
  });

  it('stores records in the same way without WebCrypto', async () => {
    const community = newCommunityId();
    const key = randomBytes(32);
    const change = await affirm(await open({ community, key }, { cipher: httpCipher }));
    expect((await (await open({ community, key })).get(idOf(change)))?.record).to.deep.equal(change.records[0]);
  });
});

describe('keys of a store', () => {
  it('all tabs that start at the same moment use the same key', async () => {
    const community = newCommunityId();
    const tabs = await Promise.all(Array.from({ length: 8 }, () => open({ community })));
    await Promise.all(tabs.map((tab) => affirm(tab)));
    for (const tab of tabs) expect(await tab.list({ kind: 'feedback' })).to.have.length(8);
    expect(tabs[0]!.status.code).to.equal(undefined);
  });

  it('a store opens with its passphrase, and with nothing else', async () => {
    const community = newCommunityId();
    const first = await open({ community, key: 'correct horse' });
    const change = await affirm(first);
    await first.close();
    const second = await open({ community });
    expect([second.status.store, second.status.key]).to.deep.equal(['locked', 'passphrase']);
    expect(await code(second.unlock('incorrect horse'))).to.equal('wrong-key');
    expect(await code(second.unlock(randomBytes(32)))).to.equal('wrong-key');
    await second.unlock('correct horse');
    expect((await second.get(idOf(change)))?.record).to.deep.equal(change.records[0]);
    const third = await open({ community, key: 'incorrect horse' });
    expect([third.status.store, third.status.code]).to.deep.equal(['locked', 'wrong-key']);
    await third.unlock('correct horse');
    expect([third.status.store, third.status.code]).to.deep.equal(['open', undefined]);
  });

  it('a key that is too short is refused, and no store is made', async () => {
    const records = await open({ community: newCommunityId(), key: 'short' });
    expect([records.status.store, records.status.key, records.status.code]).to.deep.equal(['locked', 'none', 'weak-key']);
    expect(await code(records.unlock(new Uint8Array(16)))).to.equal('weak-key');
    await records.unlock('long enough');
    expect(records.status.store).to.equal('open');
  });

  it('the key may be a CryptoKey that cannot be exported', async () => {
    const community = newCommunityId();
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const change = await affirm(await open({ community, key }));
    const again = await open({ community });
    expect([again.status.store, again.status.key]).to.deep.equal(['locked', 'host']);
    await again.unlock(key);
    expect((await again.get(idOf(change)))?.record.id).to.equal(idOf(change));
  });

  it('a key that is set later seals everything again and locks the tabs that have the old key', async () => {
    const community = newCommunityId();
    const { value: old, name } = await databaseOf(() => open({ community, keep: 'house', ...as('p-1') }));
    const change = await remind(old);
    await rewrite(old, change, 'Other words');
    await old.drafts.write('form', 'half a word');
    const before = await readRaw(name);
    const fresh = await open({ community, keep: 'house', ...as('p-1') });
    await fresh.unlock('a passphrase');
    await until(() => old.status.store === 'locked', 'the other tab locked');
    expect(await code(old.list({ kind: 'feedback' }))).to.equal('locked');
    expect([fresh.status.store, fresh.status.key]).to.deep.equal(['open', 'passphrase']);
    const [kept] = await fresh.list({ kind: 'feedback', by: 'p-1', status: 'held' });
    expect([kept?.record.data['saw'], kept?.sent]).to.deep.equal(['Other words', 'waiting']);
    expect(await fresh.drafts.read('form')).to.equal('half a word');
    await until(() => fresh.status.waiting === 2, 'both changes wait');
    expect((await indexedDB.databases()).map((one) => one.name)).to.not.include(name);
    const after = await readRaw(await currentOf(name));
    expect(after['meta']!.find((row) => row['name'] === 'root')).to.not.have.property('raw');
    const codec = (raw: typeof before): string[] =>
      Object.values(raw).flatMap((rows) => rows.flatMap(({ box }) => (box ? [hex(box as Uint8Array<ArrayBuffer>)] : [])));
    expect(codec(after).length, 'one more in the log').to.equal(codec(before).length + 1);
    expect(codec(after).filter((box) => codec(before).includes(box))).to.deep.equal([]);
  });

  it('a tab with an outdated key cannot write and is locked', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    const root = (await readRaw(name))['meta']!.find((row) => row['name'] === 'root')!;
    await putRaw(name, 'meta', { ...root, gen: 'another', raw: undefined, mode: 'host', wrapped: { iv: randomBytes(12), box: randomBytes(48) } });
    expect(await code(affirm(records))).to.equal('locked');
    await until(() => records.status.store === 'locked', 'locked');
    expect((await readRaw(name))['rows']).to.have.length(1);
  });

  it('a row that cannot be opened stays where it is and is reported', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    const change = await affirm(records);
    await affirm(records, ['p-3']);
    const row = (await readRaw(name))['rows']!.find(({ id }) => id === idOf(change))!;
    await putRaw(name, 'rows', { ...row, rev: 2 });
    expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    expect(records.status.code).to.equal('unreadable');
    expect(await code(records.get(idOf(change)))).to.equal('unreadable');
    expect((await readRaw(name))['rows']).to.have.length(2);
  });

  it('a row cannot be found under the tag of another row', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records, ['p-2']);
    await affirm(records, ['p-3']);
    const [one, other] = (await readRaw(name))['rows']!;
    await putRaw(name, 'rows', { ...one, keys: [...(one!['keys'] as unknown[]), ...(other!['keys'] as unknown[])] });
    expect(await records.list({ kind: 'feedback', to: 'p-3' })).to.have.length(1);
    expect(await records.list({ kind: 'feedback', to: 'p-2' })).to.have.length(1);
  });
});

describe('drafts on a shared computer', () => {
  it('a draft on a shared computer comes back to the same person only', async () => {
    const community = newCommunityId();
    const one = await open({ community, keep: 'house', ...as('p-1') });
    const other = await open({ community, keep: 'house', ...as('p-2') });
    await one.drafts.write('form', 'mine');
    expect(await other.drafts.read('form')).to.equal(undefined);
    await other.drafts.write('form', 'theirs');
    expect(await one.drafts.read('form')).to.equal('mine');
  });
});
