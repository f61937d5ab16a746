import { expect } from '@open-wc/testing';
import { MilieuError } from '../../../src/records/base/errors.js';
import type { Key } from '../../../src/records/base/types.js';
import { randomBytes } from '../../../src/records/crypto/webcrypto.js';
import { databaseOf, drop } from '../read-disk.js';
import { affirm, idOf, newCommunityId, open, until } from '../store-setup.js';

/** Code of the `MilieuError`; anything else that was thrown, by its name. */
const thrown = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof MilieuError ? error.code : `raw ${String(error)}`),
  );

function detached(): Uint8Array {
  const bytes = new Uint8Array(32).fill(7);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}
const secret = (algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]): Promise<CryptoKey> =>
  crypto.subtle.generateKey(algorithm, false, usages);
const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error('No key for you');
    },
  },
);

/** Not by `await` alone, which asks an object whether it is a promise. */
async function keyFrom(make: () => unknown): Promise<{ key: Key }> {
  const made = make();
  return { key: (made instanceof Promise ? await made : made) as Key };
}

const noKeys: readonly (readonly [string, () => unknown])[] = [
  ['a number', () => 5],
  ['null', () => null],
  ['undefined', () => undefined],
  ['an object', () => ({})],
  ['a symbol', () => Symbol('key')],
  ['an object that throws', () => throwing],
  ['an object that looks like 32 bytes', () => ({ length: 32, [Symbol.toStringTag]: 'Uint8Array' })],
  [
    'an object that looks like a CryptoKey',
    () => ({ algorithm: { name: 'AES-GCM' }, usages: ['encrypt', 'decrypt'], [Symbol.toStringTag]: 'CryptoKey' }),
  ],
  ['an ArrayBuffer', () => new ArrayBuffer(32)],
  ['an empty text', () => ''],
  ['no bytes', () => new Uint8Array(0)],
  ['33 bytes', () => new Uint8Array(33)],
  ['bytes whose buffer is detached', detached],
  ['a CryptoKey for AES-CBC', () => secret({ name: 'AES-CBC', length: 256 }, ['encrypt', 'decrypt'])],
  ['a CryptoKey for HMAC', () => secret({ name: 'HMAC', hash: 'SHA-256' }, ['sign', 'verify'])],
  ['a CryptoKey that can only encrypt', () => secret({ name: 'AES-GCM', length: 256 }, ['encrypt'])],
  ['a CryptoKey that can only decrypt', () => secret({ name: 'AES-GCM', length: 256 }, ['decrypt'])],
];

describe('a value that is no key', () => {
  for (const [name, make] of noKeys) {
    it(`is refused by unlock() and changes nothing (${name})`, async () => {
      const community = newCommunityId();
      const { key: value } = await keyFrom(make);
      const records = await open({ community });
      const change = await affirm(records);
      expect(await thrown(records.unlock(value))).to.match(/^(weak|wrong)-key$/);
      expect([records.status.store, records.status.key]).to.deep.equal(['open', 'device']);
      const again = await open({ community });
      expect((await again.get(idOf(change)))?.record.id).to.equal(idOf(change));
      await records.unlock('correct horse');
      records.lock();
      expect(await thrown(records.unlock(value))).to.match(/^(weak|wrong)-key$/);
      expect(records.status.store).to.equal('locked');
    });

    if (name === 'undefined') continue;
    it(`leaves a store locked that is opened with it (${name})`, async () => {
      const community = newCommunityId();
      const { key } = await keyFrom(make);
      const fresh = await open({ community, key });
      expect([fresh.status.store, fresh.status.key]).to.deep.equal(['locked', 'none']);
      expect(fresh.status.code).to.match(/^(weak|wrong)-key$/);
      await (await open({ community })).close();
      const known = await open({ community, key });
      expect([known.status.store, known.status.key]).to.deep.equal(['locked', 'device']);
      expect(known.status.code).to.match(/^(weak|wrong)-key$/);
      await known.unlock('correct horse');
      expect([known.status.store, known.status.code]).to.deep.equal(['open', undefined]);
    });
  }
});

describe('bytes of a host as a key', () => {
  it('may be overwritten as soon as the call is made', async () => {
    const community = newCommunityId();
    const [key, given] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(7)];
    const records = await open({ community });
    const unlocking = records.unlock(given);
    given.fill(0);
    await unlocking;
    records.lock();
    expect(await thrown(records.unlock(new Uint8Array(32)))).to.equal('wrong-key');
    await records.unlock(key);
    expect(records.status.store).to.equal('open');
  });

  it('open a store again whose storage was cleared, although the host has overwritten them', async () => {
    const key = randomBytes(32);
    const given = key.slice();
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community, key: given }));
    given.fill(0);
    await drop(name);
    await until(() => records.status.store === 'lost', 'the loss is said');
    expect((await open({ community, key })).status.code).to.equal(undefined);
  });

  it('may come from another frame', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const Other = (frame.contentWindow as unknown as typeof globalThis).Uint8Array;
    const key = new Other(32).fill(7);
    const community = newCommunityId();
    await open({ community, key });
    frame.remove();
    expect((await open({ community, key: new Uint8Array(32).fill(7) })).status.store).to.equal('open');
  });
});
