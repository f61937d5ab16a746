import { expect } from '@open-wc/testing';
import { exportRecords, importRecords } from '../../../src/records/index.js';
import { affirm, newCommunityId, open } from '../store-setup.js';
import { httpCipher } from '../../../src/records/crypto/http-ciphers.js';
import { code, fileOf, headOf, many } from './copy-files.js';

const passphrase = 'four words of my own';
const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer());

/** A copy of one affirmation, sealed, and how to open it in a store that has nothing. */
async function sealed(): Promise<{ readonly copy: Blob; readonly opened: (file: Blob, words?: string) => Promise<unknown> }> {
  const community = newCommunityId();
  const records = await open({ community, keep: 'page' });
  await affirm(records, ['p-2'], 'Words that nobody else may read');
  const copy = await exportRecords(records, { passphrase });
  const anew = await open({ community, keep: 'page' });
  return {
    copy,
    opened: async (file, words = passphrase) => {
      const before = await anew.list({ kind: 'feedback' });
      const said = await code(importRecords(anew, file, { passphrase: words }));
      if (said !== 'nothing') expect(await anew.list({ kind: 'feedback' })).to.deep.equal(before);
      return said;
    },
  };
}

describe('a copy that is sealed with a passphrase', () => {
  it('is opened by its passphrase, and nothing is lost', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    await records.apply(many(community, 700));
    const change = await affirm(records, ['p-2'], 'Grüße 🌱');
    const copy = await exportRecords(records, { passphrase });
    const anew = await open({ community, keep: 'page' });
    expect(await importRecords(anew, copy, { passphrase })).to.deep.equal({ taken: 701, there: 0, conflicts: 0, aside: 0, invalid: 0, lines: [] });
    expect((await anew.get(change.records[0]!.id))?.record).to.deep.equal(change.records[0]);
  });

  it('has no word, no name and no id in clear, and is never the same twice', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    const change = await affirm(records, ['p-2'], 'Words that nobody else may read');
    const copies = [await exportRecords(records, { passphrase }), await exportRecords(records, { passphrase })];
    const texts = await Promise.all(copies.map(async (copy) => new TextDecoder('latin1').decode(await bytesOf(copy))));
    for (const text of texts) for (const clear of ['Words', community, 'p-1', 'p-2', change.records[0]!.id]) expect(text).not.to.contain(clear);
    expect(JSON.parse(texts[0]!.split('\n')[0]!)).to.have.all.keys('format', 'version', 'salt', 'rounds');
    expect(texts[0]).not.to.equal(texts[1]);
  });

  it('asks for its passphrase, and does not open with another', async () => {
    const { copy, opened } = await sealed();
    const anew = await open({ community: newCommunityId(), keep: 'page' });
    expect(await code(importRecords(anew, copy))).to.equal('sealed-copy');
    for (const other of ['four words of my owN', '', 'short', `${passphrase} `]) expect(await opened(copy, other), other).to.equal('wrong-key');
    expect(await opened(copy)).to.equal('nothing');
  });

  it('is refused whole if any byte was changed, or if it was cut anywhere', async () => {
    const { copy, opened } = await sealed();
    const bytes = await bytesOf(copy);
    const headEnds = bytes.indexOf(0x0a) + 1;
    // A changed or missing head is another file; behind it, every kind of byte: length, IV and box of the first and of the last part.
    const places = [headEnds, headEnds + 3, headEnds + 4, headEnds + 16, headEnds + 33, headEnds + 36, headEnds + 60, bytes.length - 1];
    for (const at of places) {
      const changed = bytes.slice();
      changed[at]! ^= 1;
      expect(await opened(new Blob([changed])), `byte ${at} changed`).to.be.oneOf(['damaged-copy', 'wrong-key', 'not-a-copy']);
      expect(await opened(copy.slice(0, at)), `cut at ${at}`).to.be.oneOf(['damaged-copy', 'wrong-key', 'not-a-copy']);
    }
    expect(await opened(new Blob([copy, new Uint8Array(40)])), 'bytes were added').to.equal('damaged-copy');
    expect(await opened(copy)).to.equal('nothing');
  });

  it('is refused if its parts are swapped, or taken from another copy with the same passphrase', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    await records.apply(many(community, 2000));
    const partsOf = async (): Promise<{ head: Blob; parts: Blob[] }> => {
      const copy = await exportRecords(records, { passphrase });
      const bytes = await bytesOf(copy);
      const ends = bytes.indexOf(0x0a) + 1;
      const parts: Blob[] = [];
      for (let at = ends; at < bytes.length;) {
        const end = at + 16 + new DataView(bytes.buffer).getUint32(at);
        parts.push(copy.slice(at, end));
        at = end;
      }
      return { head: copy.slice(0, ends), parts };
    };
    const [one, other] = [await partsOf(), await partsOf()];
    expect(one.parts.length).to.be.greaterThan(3);
    const anew = await open({ community, keep: 'page' });
    const [first, second, third, ...rest] = one.parts;
    const mixes = {
      swapped: [first!, third!, second!, ...rest],
      'one left out': [first!, third!, ...rest],
      'the last left out': one.parts.slice(0, -1),
      'one of another copy': [first!, other.parts[1]!, third!, ...rest],
    };
    for (const [name, parts] of Object.entries(mixes)) {
      expect(await code(importRecords(anew, new Blob([one.head, ...parts]), { passphrase })), name).to.equal('damaged-copy');
    }
    expect(await anew.list({ kind: 'feedback' })).to.deep.equal([]);
    expect((await importRecords(anew, new Blob([one.head, ...one.parts]), { passphrase })).taken).to.equal(2000);
  });

  it('is refused by its head if that asks for too much work, or is of a newer version', async () => {
    const { opened } = await sealed();
    const head = (more: object): Blob =>
      new Blob([`${JSON.stringify({ format: 'milieu-sealed-copy', version: 1, salt: '00'.repeat(16), rounds: 600_000, ...more })}\n`]);
    for (const rounds of [1e9, 0, -1, 1.5, '600000', null]) expect(await opened(head({ rounds })), String(rounds)).to.equal('damaged-copy');
    for (const salt of ['', 'zz'.repeat(16), 5]) expect(await opened(head({ salt })), String(salt)).to.equal('damaged-copy');
    expect(await opened(head({ version: 2 }))).to.equal('newer-copy');
    expect(await opened(head({}))).to.equal('damaged-copy');
  });

  it('is the same file on a page without WebCrypto', async () => {
    const { sealCopy, openCopy } = await import('../../../src/records/backup/sealed-copy.js');
    const progress = {
      signal: new AbortController().signal,
      report: () => undefined,
      step: async () => undefined,
      check: () => undefined,
      orStopped: <T>(work: Promise<T>) => work,
      commit: () => undefined,
    };
    const copy = new Blob(['Words']);
    const fewRounds = { cipher: httpCipher, rounds: 1000 };
    const made = await sealCopy(copy, passphrase, progress, fewRounds);
    expect(await (await openCopy(made, passphrase, progress)).text()).to.equal('Words');
  });

  it('needs a passphrase of eight characters; what is too short makes no copy', async () => {
    const records = await open({ community: newCommunityId(), keep: 'page' });
    expect(await code(exportRecords(records, { passphrase: '1234567' }))).to.equal('weak-key');
  });

  it('is never written in clear where the host gave a passphrase that is undefined or null', async () => {
    const records = await open({ community: newCommunityId(), keep: 'page' });
    const heard: number[] = [];
    for (const lost of [undefined, null, 12345678])
      expect(
        await code(exportRecords(records, { passphrase: lost as string | undefined, onProgress: (done) => heard.push(done) })),
        String(lost),
      ).to.equal('weak-key');
    expect(heard, 'read before it was refused').to.deep.equal([]);
    expect(await (await exportRecords(records, {})).text()).to.contain('milieu-records');
  });

  it('a copy without a passphrase is opened as before, whether one is given or not', async () => {
    const community = newCommunityId();
    const records = await open({ community, keep: 'page' });
    const copy = fileOf(headOf(community), { record: many(community, 1)[0] });
    expect((await importRecords(records, copy, { passphrase })).taken).to.equal(1);
    expect((await importRecords(records, copy)).there).to.equal(1);
  });
});
