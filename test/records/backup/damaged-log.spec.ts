import { expect } from '@open-wc/testing';
import { type AuditEntry, auditLog, verifyAudit } from '../../../src/records/index.js';
import type { Records } from '../../../src/records/base/types.js';
import { databaseOf, putRaw, removeRaw } from '../read-disk.js';
import { affirm, json, newCommunityId, open, taker, until } from '../store-setup.js';
import { code } from './copy-files.js';

async function entriesOf(records: Records): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for await (const entry of auditLog(records)) found.push(entry);
  return found;
}

describe('a log of acts whose mark of the end is damaged', () => {
  for (const [what, mark] of [
    ['without a number', { name: 'audit' }],
    ['with a number that is none', { name: 'audit', seq: Number.NaN, hash: '' }],
    ['with a text for its number', { name: 'audit', seq: 'x', hash: '' }],
    ['with a number that is too great', { name: 'audit', seq: 2 ** 53, hash: '' }],
    ['with a number for its hash', { name: 'audit', seq: 1, hash: 1 }],
  ] as const)
    it(`goes on from its last entry, and nobody is kept from acting (${what})`, async () => {
      const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
      await affirm(records);
      await affirm(records);
      await putRaw(name, 'meta', mark);
      await affirm(records);
      expect((await entriesOf(records)).map(({ number }) => number)).to.deep.equal([1, 2, 3]);
      expect(await verifyAudit(records)).to.deep.equal({ ok: true, entries: 3 });
    });

  it('goes on from its last entry where the mark is missing', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await removeRaw(name, 'meta', 'audit');
    await affirm(records);
    expect((await entriesOf(records)).map(({ number }) => number)).to.deep.equal([1, 2]);
  });
});

describe('a choice that does not exist', () => {
  it('is refused by settle(), and does not come into the log', async () => {
    const records = await open({ community: newCommunityId(), carry: taker(() => json({}, 422)).carry });
    await affirm(records);
    await until(() => records.status.refused === 1, 'refused');
    const [trouble] = await records.troubles();
    expect(await code(records.settle(trouble!.id, 'words of a person' as never))).to.equal('invalid');
    expect((await entriesOf(records)).map(({ action }) => action)).to.deep.equal(['send']);
    expect(await records.troubles()).to.have.length(1);
  });
});
