import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Records } from '../../../src/records/base/types.js';
import { internalsOf } from '../../../src/records/context/internals.js';
import { appendEntries, auditContent } from '../../../src/records/crypto/audit-chain.js';
import { type AuditEntry, auditLog, exportCsv, exportRecords, importRecords, purge, removeRecords, verifyAudit } from '../../../src/records/index.js';
import { toMe } from '../../contracts/foreign-records.js';
import { currentOf, databaseOf, putRaw, type Raw, readRaw, removeRaw, textOf } from '../read-disk.js';
import { affirm, as, idOf, json, newCommunityId, open, remind, rewrite, taker, until, words } from '../store-setup.js';
import { code, many } from './copy-files.js';

const hostKey = new Uint8Array(32).fill(9);

async function entriesOf(records: Records, after = 0): Promise<AuditEntry[]> {
  const found: AuditEntry[] = [];
  for await (const entry of auditLog(records, { after })) found.push(entry);
  return found;
}
const actionsOf = async (records: Records): Promise<string[]> => (await entriesOf(records)).map(({ action }) => action);

/** As the documentation of `hashPrev` says, with what every browser has. */
async function hashOf({ at, actor, role, action, recordId, kind, salt, hashPrev }: AuditEntry): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([at, actor, role, action, recordId ?? null, kind ?? null, salt, hashPrev]));
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', text)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const restores: (() => void)[] = [];
afterEach(() => restores.splice(0).forEach((back) => back()));
type Method = (this: IDBObjectStore, ...args: never[]) => unknown;
function replace(method: 'put' | 'get' | 'getAll', other: (original: Method) => Method): void {
  const original = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, method)!;
  Object.defineProperty(IDBObjectStore.prototype, method, { ...original, value: other(original.value as Method) });
  restores.push(() => Object.defineProperty(IDBObjectStore.prototype, method, original));
}

for (const keep of ['person', 'page'] as const) {
  describe(`log of acts (${keep})`, () => {
    it('has one entry for each act, with who, what and when, and no text', async () => {
      const records = await open({ community: newCommunityId(), keep, ...as('p-7', 'senior-peer') });
      const before = Date.now();
      const change = await remind(records);
      await rewrite(records, change, 'Other words');
      const [first, second, ...others] = await entriesOf(records);
      expect(others).to.deep.equal([]);
      expect(first).to.include({
        number: 1,
        actor: 'p-7',
        role: 'senior-peer',
        action: 'send',
        recordId: idOf(change),
        kind: 'feedback',
        hashPrev: '',
      });
      expect(second).to.include({ number: 2, action: 'rewrite', recordId: idOf(change), hashPrev: await hashOf(first!) });
      expect(Date.parse(first!.at)).to.be.within(before, Date.now());
      expect(JSON.stringify([first, second]))
        .to.not.include(words)
        .and.not.include('Other words');
      expect(await verifyAudit(records)).to.deep.equal({ ok: true, entries: 2 });
    });

    it('has nothing of an act that was not stored, of a gesture that is repeated, of drafts, of answers and of what came from the backend', async () => {
      const community = newCommunityId();
      const { carry } = taker();
      const records = await open({ community, keep, carry });
      const gesture = { key: uuidv7(), id: uuidv7() };
      const send = () =>
        records.act('send', { kind: 'feedback', id: gesture.id }, { key: gesture.key, to: ['p-2'], data: { mode: 'affirm', saw: words } });
      const change = await send();
      expect(await code(affirm(records, ['p-2'], ''))).to.not.equal('nothing');
      await records.drafts.write('form', words);
      await records.apply([toMe(community)], 'cursor');
      await until(async () => (await records.get(idOf(change)))?.sent === 'sent', 'delivered');
      expect(await actionsOf(records)).to.deep.equal(['send']);
    });

    it('tells of copies, of what was removed and of what was read in', async () => {
      const community = newCommunityId();
      const records = await open({ community, keep });
      await records.apply(many(community, 250));
      const copy = await exportRecords(records);
      await exportCsv(records, 'feedback');
      await removeRecords(records, { kind: 'feedback' });
      await importRecords(records, copy);
      const found = (await entriesOf(records)).map(({ action, kind = '' }) => [action, kind]);
      const pages = (action: string, kind: string): string[][] => [
        [action, kind],
        [action, kind],
      ];
      expect(found).to.deep.equal([['export', ''], ['export', 'feedback'], ...pages('remove', 'feedback'), ...pages('import', '')]);
      expect((await verifyAudit(records)).ok).to.equal(true);
    });

    it('tells of what a person chose for a change that was refused', async () => {
      const { carry } = taker(() => json({}, 422));
      const records = await open({ community: newCommunityId(), keep, carry });
      const change = await affirm(records);
      await until(() => records.status.refused === 1, 'refused');
      const [trouble] = await records.troubles();
      await records.settle(trouble!.id, 'remove');
      expect((await entriesOf(records)).map(({ action, recordId }) => [action, recordId])).to.deep.equal([
        ['send', idOf(change)],
        ['settle-remove', idOf(change)],
      ]);
    });

    it('gives only the entries behind a number', async () => {
      const records = await open({ community: newCommunityId(), keep });
      for (let left = 3; left > 0; left--) await affirm(records);
      const all = await entriesOf(records);
      expect(await entriesOf(records, 2)).to.deep.equal(all.slice(2));
      expect(await entriesOf(records, 3)).to.deep.equal([]);
    });

    it('keeps the newest entries, and the hash on which the oldest of them builds', async () => {
      const records = await open({ community: newCommunityId(), keep });
      const context = await internalsOf(records).context();
      for (let number = 1; number <= 7; number++) {
        const entry = await context.session().codec.sealEntry(auditContent(context.actor, 0, { action: `act-${number}` }));
        await context.storage.run(['audit', 'meta'], 'strict', (tx) => appendEntries(tx, [entry], 3));
      }
      expect(await actionsOf(records)).to.deep.equal(['act-5', 'act-6', 'act-7']);
      expect(await verifyAudit(records)).to.deep.equal({ ok: true, entries: 3 });
      expect(await context.storage.run(['audit'], 'read', (tx) => tx.count('audit'))).to.equal(4);
    });

    it('goes along when the key is changed, which is an entry of its own', async () => {
      const records = await open({ community: newCommunityId(), keep });
      await affirm(records);
      const before = await entriesOf(records);
      const writing = Promise.all([records.unlock(hostKey), ...['p-3', 'p-4', 'p-5'].map((to) => affirm(records, [to]))]);
      await writing;
      await affirm(records, ['p-6']);
      const after = await entriesOf(records);
      expect(after.slice(0, 1)).to.deep.equal(before);
      expect(after.map(({ action }) => action).sort()).to.deep.equal(['change-key', 'send', 'send', 'send', 'send', 'send']);
      expect(await verifyAudit(records)).to.deep.equal({ ok: true, entries: 6 });
    });
  });
}

describe('log of acts', () => {
  it('of two tabs that act at the same time has each act once, in one chain', async () => {
    const community = newCommunityId();
    const [one, two] = [await open({ community }), await open({ community })];
    const changes = await Promise.all(Array.from({ length: 20 }, (_, at) => affirm(at % 2 ? one : two, [`q-${at}`])));
    const found = await entriesOf(one);
    expect(found.map(({ number }) => number)).to.deep.equal(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(found.map(({ recordId }) => recordId)).to.have.members(changes.map(idOf));
    expect(await verifyAudit(two)).to.deep.equal({ ok: true, entries: 20 });
  });

  it('is written in the transaction of the act, and is not read for it', async () => {
    const records = await open({ community: newCommunityId() });
    for (let left = 3; left > 0; left--) await affirm(records);
    const asked: string[] = [];
    const transactions = new Map<IDBTransaction, Set<string>>();
    for (const method of ['put', 'get', 'getAll'] as const)
      replace(
        method,
        (original) =>
          function (...args) {
            if (this.transaction.mode === 'readwrite')
              transactions.set(this.transaction, new Set([...(transactions.get(this.transaction) ?? []), this.name]));
            if (this.name === 'audit') asked.push(method);
            return original.apply(this, args);
          },
      );
    await affirm(records);
    expect(asked).to.deep.equal(['put']);
    const writes = [...transactions.values()].filter((stores) => stores.has('rows'));
    expect(writes, 'one transaction').to.have.length(1);
    expect(writes[0]!.has('audit')).to.equal(true);
  });

  it('has no word, person or action in clear on the disk', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId(), ...as('Zimtstern-1', 'staff') }));
    await affirm(records);
    await exportRecords(records);
    const text = textOf((await readRaw(name))['audit']);
    for (const secret of ['Zimtstern', 'staff', 'export', 'send', 'feedback']) expect(text, secret).to.not.include(secret);
  });

  it('is gone after a purge, with every id in it', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    await affirm(records);
    await purge(records, { unsent: 'lose' });
    const left = await readRaw(name);
    expect(left['audit']).to.deep.equal([]);
    expect(left['meta']!.map((row) => Object.keys(row))).to.deep.equal([['name']]); // the key has ended
  });

  it('begins anew where a damaged key could not be opened', async () => {
    const community = newCommunityId();
    const { value: before, name } = await databaseOf(() => open({ community }));
    await affirm(before);
    await before.close();
    await removeRaw(name, 'meta', 'root');
    const records = await open({ community });
    expect(records.status.code).to.equal('damaged-key');
    await records.startAnew();
    expect(await entriesOf(records)).to.deep.equal([]);
    await affirm(records);
    expect(await verifyAudit(records)).to.deep.equal({ ok: true, entries: 1 });
  });

  it('of a store that is locked says so', async () => {
    const records = await open({ community: newCommunityId() });
    records.lock();
    expect(await code(verifyAudit(records))).to.equal('locked');
    expect(await code(entriesOf(records))).to.equal('locked');
  });
});

describe('a full disk', () => {
  it('keeps nobody from a copy and from making room; the host is told that the log lacks it', async () => {
    const community = newCommunityId();
    const records = await open({ community });
    await records.apply(many(community, 2));
    const told: string[] = [];
    records.watchFailures((failure) => told.push(failure.code));
    replace(
      'put',
      () =>
        function () {
          throw new DOMException('', 'QuotaExceededError');
        },
    );
    expect((await (await exportRecords(records)).text()).trimEnd().split('\n')).to.have.length(3);
    expect(await removeRecords(records, { kind: 'feedback' })).to.deep.equal({ records: 2, unsent: 0 });
    expect(told).to.deep.equal(['quota', 'quota']);
    expect(await code(affirm(records)), 'an act is not stored without its entry').to.equal('quota');
    expect(await entriesOf(records)).to.deep.equal([]);
  });
});

describe('verifyAudit', () => {
  type Row = Raw[string][number];
  const flipped = (row: Row): Row => {
    const box = (row['box'] as Uint8Array<ArrayBuffer>).slice();
    box[0]! ^= 1;
    return { ...row, box };
  };
  const damages: readonly (readonly [string, number, (name: string, rows: readonly Row[]) => Promise<unknown>])[] = [
    ['an entry was changed', 2, (name, rows) => putRaw(name, 'audit', flipped(rows[1]!))],
    ['a hash was changed', 2, (name, rows) => putRaw(name, 'audit', { ...rows[1]!, hash: '0'.repeat(64) })],
    ['an entry is missing', 2, (name) => removeRaw(name, 'audit', 2)],
    ['the oldest entry is missing', 1, (name) => removeRaw(name, 'audit', 1)],
    ['the newest entry is missing', 4, (name) => removeRaw(name, 'audit', 4)],
    ['the mark of its end is missing', 5, (name) => removeRaw(name, 'meta', 'audit')],
    [
      'two entries changed places',
      2,
      async (name, rows) => {
        await putRaw(name, 'audit', { ...rows[1]!, seq: 3 });
        await putRaw(name, 'audit', { ...rows[2]!, seq: 2 });
      },
    ],
  ];
  for (const [what, brokenAt, damage] of damages)
    it(`names the first entry that does not fit: ${what}`, async () => {
      const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
      for (let left = 4; left > 0; left--) await affirm(records);
      await damage(name, (await readRaw(name))['audit']!);
      expect(await verifyAudit(records)).to.deep.equal({ ok: false, entries: brokenAt - 1, brokenAt });
    });

  it('reads a long log in pages', async () => {
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId() }));
    const context = await internalsOf(records).context();
    const made = Array.from({ length: 450 }, () => context.session().codec.sealEntry(auditContent(context.actor, 0, { action: 'act' })));
    const entries = await Promise.all(made);
    await context.storage.run(['audit', 'meta'], 'strict', (tx) => appendEntries(tx, entries));
    expect(await verifyAudit(records)).to.deep.equal({ ok: true, entries: 450 });
    expect((await entriesOf(records)).map(({ number }) => number)).to.deep.equal(Array.from({ length: 450 }, (_, at) => at + 1));
    await removeRaw(await currentOf(name), 'audit', 401);
    expect(await verifyAudit(records)).to.deep.equal({ ok: false, entries: 400, brokenAt: 401 });
  });
});
