import { expect } from '@open-wc/testing';
import { maxRev } from '../../../src/model/record.js';
import { httpCipher } from '../../../src/records/crypto/http-ciphers.js';
import { exportRecords, importRecords } from '../../../src/records/index.js';
import { toMe } from '../../contracts/foreign-records.js';
import { newCommunityId, open, remind, rewrite } from '../store-setup.js';
import { code, fileOf, headOf, many } from './copy-files.js';

describe('a copy that is not whole', () => {
  /** A copy with three records and two changes, the store it can be imported into, and what that store holds afterwards. */
  const made = async (cipher?: typeof httpCipher) => {
    const community = newCommunityId();
    const from = await open({ community, keep: 'page' });
    await from.apply(many(community, 3));
    await rewrite(from, await remind(from), 'Other words');
    const copy = new Uint8Array(await (await exportRecords(from)).arrayBuffer());
    const records = await open({ community, keep: 'page' }, cipher ? { cipher } : {});
    const held = async (): Promise<number> => (await records.list({ kind: 'feedback' })).length + records.status.waiting;
    return { copy, records, held, ends: [...copy.keys()].filter((at) => copy[at] === 0x0a) };
  };
  const withoutHash = (copy: Uint8Array): Blob => new Blob([new TextDecoder().decode(copy).replace(/,"sha256":"[0-9a-f]+"/, '')]);

  for (const [what, cipher] of [
    ['', undefined],
    [' on a page without WebCrypto', httpCipher],
  ] as const)
    it(`a copy that was cut at a line or anywhere else is refused whole${what}`, async () => {
      const { copy, records, held, ends } = await made(cipher);
      const cuts = ends.flatMap((end) => [end + 1, end, end - 7]).filter((at) => at > ends[0]! && at < copy.length);
      expect(cuts.length).to.be.greaterThan(12);
      for (const at of cuts) expect(await code(importRecords(records, new Blob([copy.slice(0, at)]))), `cut at ${at}`).to.equal('damaged-copy');
      expect(await held()).to.equal(0);
      expect(records.status.work).to.deep.include({ kind: 'import', ended: 'failed', code: 'damaged-copy' });
    });

  it('a copy in which a byte was changed, added or left out is refused whole', async () => {
    const { copy, records, held, ends } = await made();
    const text = new TextDecoder().decode(copy);
    const [head, one, two, ...others] = text.split('\n');
    const bytes = [ends[0]! + 1, ends[1]!, ends[2]! + 40, copy.length - 2].map((at) => copy.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    const damaged = [
      ...bytes,
      text.replace('Other words', 'Wrong words'),
      [head, two, one, ...others].join('\n'),
      [head, one, one, ...others].join('\n'),
      `${text}{}\n`,
      `${text}\n`,
      text.replaceAll('\n', '\r\n'),
      text.replace(/"sha256":"./, '"sha256":"x'),
      text.replace('"sha256":', '"sha356":'),
      text.replace(/"records":\d+/, '"records":2'),
    ];
    for (const [index, file] of damaged.entries()) expect(await code(importRecords(records, new Blob([file]))), `${index}`).to.equal('damaged-copy');
    expect(await held()).to.equal(0);
  });

  it('a copy with text that is no UTF-8 behind many good lines is refused whole', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    const lines = many(community, 300).map((record) => ({ record }));
    const file = new Blob([fileOf(headOf(community, { records: 301 }), ...lines), new Uint8Array([0xff, 0x0a])]);
    expect(await code(importRecords(records, file))).to.equal('damaged-copy');
    expect(await records.list({ kind: 'feedback' })).to.have.length(0);
  });

  it('a copy of version 0.1.0, which has no hash, is imported if its counts are right, and refused whole if it was cut', async () => {
    const { copy, records, held, ends } = await made();
    const old = withoutHash(copy);
    const shorter = copy.length - old.size;
    for (const end of ends.slice(0, -1))
      for (const at of [end + 1, end + 30]) expect(await code(importRecords(records, old.slice(0, at - shorter)))).to.equal('damaged-copy');
    expect(await code(importRecords(records, old.slice(0, -1)))).to.equal('damaged-copy');
    expect(await held()).to.equal(0);
    expect(await importRecords(records, old)).to.deep.equal({ taken: 5, there: 0, conflicts: 0, aside: 0, invalid: 0, lines: [] });
  });

  it('a record with an impossible revision is an invalid line, and the right one is taken afterwards', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    const [right, other] = [toMe(community), toMe(community)];
    const forged = { ...right, rev: Number.MAX_SAFE_INTEGER };
    const lines = [forged, { ...forged, rev: maxRev + 1 }, other].map((record) => ({ record }));
    expect(await importRecords(records, fileOf(headOf(community), ...lines))).to.deep.equal({
      taken: 1,
      there: 0,
      conflicts: 0,
      aside: 0,
      invalid: 2,
      lines: [2, 3],
    });
    await records.apply([right]);
    expect((await records.get(right.id))?.record).to.deep.equal(right);
  });

  it('the check of a copy can be stopped, and then nothing was imported', async () => {
    const { copy, records, held } = await made();
    const file = new Blob([copy]);
    const stream = file.stream.bind(file);
    file.stream = () => {
      records.stop();
      return stream();
    };
    expect(await code(importRecords(records, file))).to.equal('cancelled');
    expect(await held()).to.equal(0);
  });
});
