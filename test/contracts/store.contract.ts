import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../src/model/change.js';
import { codeOf } from '../../src/records/base/errors.js';
import type { Keep, Kept, Status } from '../../src/records/base/types.js';
import { affirm, as, idOf, open, remind, rewrite, newCommunityId, until, words } from '../records/store-setup.js';
import { toAnother } from './foreign-records.js';

/** What every store does, in IndexedDB and in memory. */
export function storeContract(where: string, keep: Keep): void {
  const store = (more: Parameters<typeof open>[0] = { community: newCommunityId() }, parts?: Parameters<typeof open>[1]) =>
    open({ keep, ...more }, parts);
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

  describe(`acts (${where})`, () => {
    it('an act stores its change and returns it as it was decided', async () => {
      const records = await store();
      const change = await affirm(records);
      const kept = await records.get(idOf(change));
      expect(kept?.record).to.deep.equal(change.records[0]);
      expect(kept?.record.rev).to.equal(1);
      expect(kept?.sent).to.equal('waiting');
      await until(() => records.status.waiting === 1, 'counted');
      expect(records.status.oldest).to.be.a('string');
    });

    it('an act that the table does not allow is refused by code, and nothing is stored', async () => {
      const records = await store();
      const change = await remind(records);
      expect(await code(records.act('release', { kind: 'feedback', id: idOf(change), rev: 1 }))).to.equal('not-yours');
      expect(await code(affirm(records, []))).to.equal('no-receiver');
      expect((await records.list({ kind: 'feedback' })).length).to.equal(1);
    });

    it('an act with invalid data is refused', async () => {
      const records = await store();
      expect(await code(affirm(records, ['p-2'], 'x'.repeat(10_000)))).to.equal('invalid');
      expect(await records.list({ kind: 'feedback' })).to.deep.equal([]);
    });

    it('an act on a revision that is out of date is refused', async () => {
      const records = await store();
      const change = await remind(records);
      await rewrite(records, change, 'Second words');
      expect(await code(rewrite(records, change, 'Third words'))).to.equal('moved');
      expect((await records.get(idOf(change)))?.record.data['saw']).to.equal('Second words');
    });

    it('one of two acts at the same moment succeeds', async () => {
      const records = await store();
      const change = await remind(records);
      const codes = await Promise.all([code(rewrite(records, change, 'One way')), code(rewrite(records, change, 'Other way'))]);
      expect(codes.sort()).to.deep.equal(['moved', 'nothing']);
    });

    it('a gesture that is sent in several times is stored once', async () => {
      const records = await store();
      const [key, id] = [uuidv7(), uuidv7()];
      const send = (): Promise<Change> => records.act('send', { kind: 'feedback', id }, { key, to: ['p-2'], data: { mode: 'affirm', saw: words } });
      const [first, second] = await Promise.all([send(), send()]);
      expect(first).to.deep.equal(second);
      await until(() => records.status.waiting === 1, 'counted');
      expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    });

    it('what staff say about a reminder is stored as a record of its own', async () => {
      const community = newCommunityId();
      const author = await store({ community, keep: keep === 'page' ? 'page' : 'house' });
      const change = await remind(author);
      const staff = keep === 'page' ? undefined : await open({ community, keep: 'house', ...as('s-1', 'staff') });
      if (!staff) return;
      const review = { id: uuidv7(), kind: 'feedback-review', data: { note: 'Well put' } };
      await staff.act('release', { kind: 'feedback', id: idOf(change), rev: 1 }, { answers: [review] });
      const [answer] = await author.list({ kind: 'feedback-review', about: idOf(change) });
      expect(answer?.record.by).to.equal('s-1');
      expect((await author.get(idOf(change)))?.record.status).to.equal('delivered');
    });
  });

  describe(`lists (${where})`, () => {
    const ids = (kept: readonly Kept[]): string[] => kept.map(({ record }) => record.id);

    it('a list has the newest record first and is read page by page', async () => {
      const records = await store();
      const made: string[] = [];
      for (let i = 0; i < 25; i++) made.unshift(idOf(await affirm(records, ['p-2'], `Words ${i}`)));
      const first = await records.list({ kind: 'feedback' });
      expect(ids(first)).to.deep.equal(made.slice(0, 20));
      expect(ids(await records.list({ kind: 'feedback', before: ids(first).at(-1)! }))).to.deep.equal(made.slice(20));
      expect(ids(await records.list({ kind: 'feedback', limit: 3 }))).to.deep.equal(made.slice(0, 3));
    });

    it('a list can be filtered by author, receiver, status, and what a record is about', async () => {
      const records = await store();
      const two = idOf(await affirm(records, ['p-2', 'p-3']));
      const held = idOf(await remind(records, ['p-3']));
      expect(ids(await records.list({ kind: 'feedback', to: 'p-2' }))).to.deep.equal([two]);
      expect(ids(await records.list({ kind: 'feedback', to: 'p-3' }))).to.deep.equal([held, two]);
      expect(ids(await records.list({ kind: 'feedback', by: 'p-1', status: 'held' }))).to.deep.equal([held]);
      expect(ids(await records.list({ kind: 'feedback', by: 'p-2' }))).to.deep.equal([]);
      expect(ids(await records.list({ kind: 'feedback-reply' }))).to.deep.equal([]);
      expect(await code(records.list({ kind: 'feedback', by: 'p-1', to: 'p-2' }))).to.equal('invalid');
    });

    it('a list leaves out what the reader may not read and still fills the page', async () => {
      const records = await store();
      const shown = [idOf(await affirm(records)), idOf(await affirm(records))];
      const others = [1, 2, 3].map(() => toAnother(records.community));
      await records.apply(others);
      expect(ids(await records.list({ kind: 'feedback', limit: 2 }))).to.deep.equal(shown.reverse());
      expect(await records.get(others[0]!.id)).to.equal(undefined);
    });

    it('a watched list is reported at once and on every change, and not after it was stopped', async () => {
      const records = await store();
      const seen: number[] = [];
      const stop = records.watch({ kind: 'feedback', to: 'p-2' }, (kept) => seen.push(kept.length));
      await until(() => seen.length === 1, 'the first run');
      await affirm(records, ['p-3']);
      await affirm(records, ['p-2']);
      await until(() => seen.at(-1) === 1, 'the second run');
      expect(seen).to.deep.equal([0, 1]);
      stop();
      await affirm(records, ['p-2']);
      await records.list({ kind: 'feedback' });
      expect(seen).to.deep.equal([0, 1]);
    });
  });

  describe(`drafts (${where})`, () => {
    it('a draft that another tab has overwritten is not removed by an act', async () => {
      const records = await store();
      const [mine, theirs] = [uuidv7(), uuidv7()];
      await records.drafts.write('feedback', { id: uuidv7(), key: theirs, value: 'My important words' });
      await affirm(records, ['p-2'], words, { draft: 'feedback', key: mine });
      expect(await records.drafts.read('feedback')).to.deep.include({ value: 'My important words' });
      await affirm(records, ['p-2'], words, { draft: 'feedback', key: theirs });
      expect(await records.drafts.read('feedback')).to.equal(undefined);
    });

    it('a draft can be read again until the act that removes it', async () => {
      const records = await store();
      await records.drafts.write('feedback', { saw: 'Half a sen' });
      expect(await records.drafts.read('feedback')).to.deep.equal({ saw: 'Half a sen' });
      expect(await records.drafts.read('other')).to.equal(undefined);
      expect(await code(affirm(records, [], words, { draft: 'feedback' }))).to.equal('no-receiver');
      expect(await records.drafts.read('feedback')).to.deep.equal({ saw: 'Half a sen' });
      await affirm(records, ['p-2'], words, { draft: 'feedback' });
      expect(await records.drafts.read('feedback')).to.equal(undefined);
    });
  });

  describe(`locking (${where})`, () => {
    it('lock drops everything readable, and the key opens the store again', async () => {
      const key = crypto.getRandomValues(new Uint8Array(32));
      const records = await store({ community: newCommunityId(), key });
      expect(records.status.key).to.equal('host');
      await affirm(records);
      const seen: number[] = [];
      const states: Status['store'][] = [];
      records.watchStatus(({ store: state }) => states.push(state));
      records.watch({ kind: 'feedback' }, (kept) => seen.push(kept.length));
      await until(() => seen.at(-1) === 1, 'listed');
      records.lock();
      expect(seen.at(-1)).to.equal(0);
      expect(records.status.store).to.equal('locked');
      expect(await code(records.list({ kind: 'feedback' }))).to.equal('locked');
      expect(await code(affirm(records))).to.equal('locked');
      expect(await code(records.drafts.write('a', 1))).to.equal('locked');
      expect(await code(records.unlock(new Uint8Array(32)))).to.equal('wrong-key');
      await records.unlock(key);
      await until(() => seen.at(-1) === 1, 'listed again');
      expect(states.at(-1)).to.equal(keep === 'page' ? 'memory' : 'open');
    });

    it('the store starts locked if the host says so', async () => {
      const records = await store({ community: newCommunityId(), locked: true });
      expect(records.status.store).to.equal('locked');
      expect(await code(affirm(records))).to.equal('locked');
      await records.unlock('correct horse battery');
      expect(records.status.key).to.equal('passphrase');
      await affirm(records);
    });

    it('a closed store answers with the code `closed`', async () => {
      const records = await store();
      await records.close();
      expect(await code(affirm(records))).to.equal('closed');
      expect(await code(records.list({ kind: 'feedback' }))).to.equal('closed');
    });
  });
}
