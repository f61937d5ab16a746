import { expect } from '@open-wc/testing';
import type { AuditEntry } from '../../../src/records/base/audit-types.js';
import { codeOf } from '../../../src/records/base/errors.js';
import { auditLog } from '../../../src/records/backup/audit.js';
import { createRecoveryCode } from '../../../src/records/backup/recovery.js';
import type { Store } from '../../../src/records/store.js';
import { currentOf, databaseOf, drop, readRaw } from '../read-disk.js';
import { affirm, idOf, newCommunityId, open, until } from '../store-setup.js';

const code = (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);
const passphrase = 'the house by the river';

async function locked(community = newCommunityId()): Promise<{ community: string; records: Store; id: string }> {
  const records = await open({ community, key: passphrase });
  return { community, records, id: idOf(await affirm(records)) };
}
const idsIn = async (records: Store): Promise<string[]> => (await records.list({ kind: 'feedback' })).map(({ record }) => record.id);

describe('a recovery code', function () {
  this.timeout(60_000);

  it('opens the store without its passphrase, however it is typed', async () => {
    const { community, records, id } = await locked();
    const made = await createRecoveryCode(records, passphrase);
    expect(made).to.match(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = [
      made,
      made.toLowerCase().replaceAll('-', ' '),
      made.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l'),
      made.replaceAll('-', '–'),
    ];
    for (const words of typed) {
      const anew = await open({ community, locked: true });
      await anew.unlock(words);
      expect(await idsIn(anew)).to.deep.equal([id]);
      await anew.close();
    }
    const byPassphrase = await open({ community, key: passphrase });
    expect(await idsIn(byPassphrase)).to.deep.equal([id]);
  });

  it('opens nothing with one wrong letter, and no other store', async () => {
    const { community, records } = await locked();
    const made = await createRecoveryCode(records, passphrase);
    const wrong = `${made.slice(0, -1)}${made.endsWith('7') ? '8' : '7'}`;
    const anew = await open({ community, locked: true });
    expect(await code(anew.unlock(wrong))).to.equal('wrong-key');
    const other = await locked();
    await createRecoveryCode(other.records, passphrase);
    expect(await code((await open({ community: other.community, locked: true })).unlock(made))).to.equal('wrong-key');
    await anew.unlock(made);
    expect(anew.status.store).to.equal('open');
  });

  it('is made once where two are asked for at the same moment, and that one opens', async () => {
    const { community, records } = await locked();
    const made = await Promise.allSettled([createRecoveryCode(records, passphrase), createRecoveryCode(records, passphrase)]);
    const codes = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(codes).to.have.length(1);
    expect(made.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []))).to.deep.equal(['moved']);
    const anew = await open({ community, locked: true });
    await anew.unlock(codes[0]!);
    expect(anew.status.store).to.equal('open');
  });

  it('is ended by a newer one, and can be asked for with the older one', async () => {
    const { community, records } = await locked();
    const first = await createRecoveryCode(records, passphrase);
    const second = await createRecoveryCode(records, first);
    const anew = await open({ community, locked: true });
    expect(await code(anew.unlock(first))).to.equal('wrong-key');
    await anew.unlock(second);
  });

  it('is not made for a wrong passphrase, or for a store without one', async () => {
    const { records } = await locked();
    expect(await code(createRecoveryCode(records, 'the house by the sea'))).to.equal('wrong-key');
    const ownKey = await open({ community: newCommunityId() });
    expect(await code(createRecoveryCode(ownKey, passphrase))).to.equal('wrong-key');
    const hostKey = await open({ community: newCommunityId(), key: new Uint8Array(32).fill(5) });
    expect(await code(createRecoveryCode(hostKey, passphrase))).to.equal('wrong-key');
  });

  it('is not made by a locked store; that one was made is in the log, never the code', async () => {
    const { records } = await locked();
    const made = await createRecoveryCode(records, passphrase);
    const entries: AuditEntry[] = [];
    for await (const entry of auditLog(records)) entries.push(entry);
    expect(entries.at(-1)).to.deep.include({ action: 'recovery-code', actor: 'p-1' });
    expect(JSON.stringify(entries)).to.not.include(made);
    records.lock();
    expect(await code(createRecoveryCode(records, passphrase))).to.equal('locked');
  });

  it('lies nowhere on the disk', async () => {
    const community = newCommunityId();
    const { value, name } = await databaseOf(() => locked(community));
    const made = await createRecoveryCode(value.records, passphrase);
    const text = JSON.stringify(await readRaw(name), (_key, one: unknown) =>
      one instanceof Uint8Array ? [...one].map((byte) => String.fromCharCode(byte)).join('') : one,
    );
    expect(text).to.not.include(made).and.not.include(made.replaceAll('-', ''));
  });
});

describe('storage that was cleared, after another key than the first', function () {
  this.timeout(60_000);
  const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];

  for (const way of ['changeKey', 'unlock'] as const)
    it(`is locked with the key of ${way}(), not with the one that the host had opened it with`, async () => {
      const community = newCommunityId();
      const { value: records, name } = await databaseOf(() => open({ community, key: first }));
      await affirm(records);
      await records.changeKey(second);
      if (way === 'unlock') await records.unlock(second);
      await drop(await currentOf(name));
      await until(() => records.status.store === 'lost', 'the loss is said');
      await affirm(records);
      const anew = await open({ community, locked: true });
      expect(await code(anew.unlock(first))).to.equal('wrong-key');
      await anew.unlock(second);
      expect(await idsIn(anew)).to.have.length(1);
    });

  it('is not locked with a recovery code: the store waits for a key', async () => {
    const community = newCommunityId();
    const { value: records, name } = await databaseOf(() => open({ community, key: passphrase }));
    const made = await createRecoveryCode(records, passphrase);
    await records.close();
    const anew = await open({ community, key: made.toLowerCase() });
    expect(anew.status.store).to.equal('open');
    await drop(await currentOf(name));
    await until(() => anew.status.store === 'locked', 'it waits for a key');
    await anew.unlock(passphrase);
    expect(anew.status.store).to.equal('lost');
    expect(await code((await open({ community, locked: true })).unlock(passphrase))).to.equal('nothing');
  });
});

describe('a change from one key to another', function () {
  this.timeout(60_000);

  it('keeps everything; the old passphrase and its code open nothing any more', async () => {
    const { community, records, id } = await locked();
    const made = await createRecoveryCode(records, passphrase);
    await records.drafts.write('form', 'Half a sentence');
    await records.changeKey('another house, another river');
    expect(records.status.store).to.equal('open');
    const second = idOf(await affirm(records));
    await until(() => records.status.waiting === 2, 'both wait');
    const anew = await open({ community, locked: true });
    for (const old of [passphrase, made]) expect(await code(anew.unlock(old))).to.equal('wrong-key');
    await anew.unlock('another house, another river');
    expect(await idsIn(anew)).to.have.members([id, second]);
    expect(await anew.drafts.read('form')).to.equal('Half a sentence');
  });

  it('locks the other tabs until they have the new key, and loses nothing they write', async () => {
    const { community, records, id } = await locked();
    const other = await open({ community, key: passphrase });
    await records.changeKey('another house, another river');
    await until(() => other.status.store === 'locked', 'the other tab is locked');
    expect(await code(affirm(other))).to.equal('locked');
    await other.unlock('another house, another river');
    expect(await idsIn(other)).to.deep.equal([id]);
  });

  it('is not made by a locked store, nor with a weak key, and then nothing changes', async () => {
    const { community, records, id } = await locked();
    expect(await code(records.changeKey('short'))).to.equal('weak-key');
    records.lock();
    expect(await code(records.changeKey('another house, another river'))).to.equal('locked');
    await records.unlock(passphrase);
    expect(await idsIn(records)).to.deep.equal([id]);
    expect(community).to.equal(records.community);
  });
});
