import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../src/model/record.js';
import { codeOf } from '../../src/records/errors.js';
import type { Keep, Kept, Status } from '../../src/records/types.js';
import { affirm, as, idOf, open, remind, rewrite, someHouse, until, words } from '../records/support.js';
import { toAnother } from './strangers.js';

/** What every store keeps to, wherever its rows lie. */
export function storeContract(where: string, keep: Keep): void {
  const store = (more: Parameters<typeof open>[0] = { community: someHouse() }, parts?: Parameters<typeof open>[1]) => open({ keep, ...more }, parts);
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

  describe(`acts (${where})`, () => {
    it('keeps a change and gives it back as it was decided', async () => {
      const records = await store();
      const change = await affirm(records);
      const kept = await records.get(idOf(change));
      expect(kept?.record).to.deep.equal(change.records[0]);
      expect(kept?.record.rev).to.equal(1);
      expect(kept?.sent).to.equal('waiting');
      await until(() => records.status.waiting === 1, 'counted');
      expect(records.status.oldest).to.be.a('string');
    });

    it('refuses by name what the table does not allow, and keeps nothing', async () => {
      const records = await store();
      const change = await remind(records);
      expect(await code(records.act('release', { kind: 'feedback', id: idOf(change), rev: 1 }))).to.equal('not-yours');
      expect(await code(affirm(records, []))).to.equal('no-receiver');
      expect((await records.list({ kind: 'feedback' })).length).to.equal(1);
    });

    it('refuses what does not fit the schema', async () => {
      const records = await store();
      expect(await code(affirm(records, ['p-2'], 'x'.repeat(10_000)))).to.equal('invalid');
      expect(await records.list({ kind: 'feedback' })).to.deep.equal([]);
    });

    it('refuses an act on a revision that is no longer the one on the screen', async () => {
      const records = await store();
      const change = await remind(records);
      await rewrite(records, change, 'Second words');
      expect(await code(rewrite(records, change, 'Third words'))).to.equal('moved');
      expect((await records.get(idOf(change)))?.record.data['saw']).to.equal('Second words');
    });

    it('lets one of two acts at the same moment win', async () => {
      const records = await store();
      const change = await remind(records);
      const codes = await Promise.all([code(rewrite(records, change, 'One way')), code(rewrite(records, change, 'Other way'))]);
      expect(codes.sort()).to.deep.equal(['moved', 'nothing']);
    });

    it('keeps the same gesture once, however often it is sent in', async () => {
      const records = await store();
      const [key, id] = [uuidv7(), uuidv7()];
      const send = (): Promise<Change> => records.act('send', { kind: 'feedback', id }, { key, to: ['p-2'], data: { mode: 'affirm', saw: words } });
      const [first, second] = await Promise.all([send(), send()]);
      expect(first).to.deep.equal(second);
      await until(() => records.status.waiting === 1, 'counted');
      expect(await records.list({ kind: 'feedback' })).to.have.length(1);
    });

    it('keeps what staff say about a reminder as a record of its own', async () => {
      const community = someHouse();
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

    it('gives the newest first, page by page', async () => {
      const records = await store();
      const made: string[] = [];
      for (let i = 0; i < 25; i++) made.unshift(idOf(await affirm(records, ['p-2'], `Words ${i}`)));
      const first = await records.list({ kind: 'feedback' });
      expect(ids(first)).to.deep.equal(made.slice(0, 20));
      expect(ids(await records.list({ kind: 'feedback', before: ids(first).at(-1)! }))).to.deep.equal(made.slice(20));
      expect(ids(await records.list({ kind: 'feedback', limit: 3 }))).to.deep.equal(made.slice(0, 3));
    });

    it('asks by author, receiver, status, and what a record is about', async () => {
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

    it('hides what the reader may not read, and still fills the page', async () => {
      const records = await store();
      const shown = [idOf(await affirm(records)), idOf(await affirm(records))];
      const others = [1, 2, 3].map(() => toAnother(records.community));
      await records.apply(others);
      expect(ids(await records.list({ kind: 'feedback', limit: 2 }))).to.deep.equal(shown.reverse());
      expect(await records.get(others[0]!.id)).to.equal(undefined);
    });

    it('watches a list: at once, on every change, and not after it was stopped', async () => {
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
    it('leaves a draft that another tab has written over since', async () => {
      const records = await store();
      const [mine, theirs] = [uuidv7(), uuidv7()];
      await records.drafts.write('feedback', { id: uuidv7(), key: theirs, value: 'My important words' });
      await affirm(records, ['p-2'], words, { draft: 'feedback', key: mine });
      expect(await records.drafts.read('feedback')).to.deep.include({ value: 'My important words' });
      await affirm(records, ['p-2'], words, { draft: 'feedback', key: theirs });
      expect(await records.drafts.read('feedback')).to.equal(undefined);
    });

    it('come back until the act that ends them', async () => {
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
    it('drops everything readable, and opens with the key again', async () => {
      const key = crypto.getRandomValues(new Uint8Array(32));
      const records = await store({ community: someHouse(), key });
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

    it('starts locked where the host says so', async () => {
      const records = await store({ community: someHouse(), locked: true });
      expect(records.status.store).to.equal('locked');
      expect(await code(affirm(records))).to.equal('locked');
      await records.unlock('correct horse battery');
      expect(records.status.key).to.equal('passphrase');
      await affirm(records);
    });

    it('answers with `closed` once it is closed', async () => {
      const records = await store();
      await records.close();
      expect(await code(affirm(records))).to.equal('closed');
      expect(await code(records.list({ kind: 'feedback' }))).to.equal('closed');
    });
  });
}
