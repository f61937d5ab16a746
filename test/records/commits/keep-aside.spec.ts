import { expect } from '@open-wc/testing';
import type { Keep } from '../../../src/records/base/types.js';
import { exportRecords, importRecords } from '../../../src/records/index.js';
import { toMe } from '../../contracts/foreign-records.js';
import { fileOf, headOf } from '../backup/copy-files.js';
import { affirm, json, newCommunityId, open, taker, until } from '../store-setup.js';
import { code, kept, keepOf, linesOf, newKind, ofKind, pulling } from './unknown-kinds.js';

for (const keep of ['person', 'page'] satisfies Keep[])
  describe(`records of an unknown kind (${keep})`, () => {
    it('are kept aside by a pull, beside the known ones, and shown by no list', async () => {
      const [community, kind] = [newCommunityId(), newKind()];
      const [known, unknown] = [toMe(community), ofKind(kind, community)];
      const { records, failures } = await pulling(
        community,
        [
          [unknown, known],
          [ofKind(kind, community), ofKind(newKind(), community)],
        ],
        { keep },
      );
      expect(await kept(records, 'feedback')).to.deep.equal([known]);
      expect(await kept(records, kind)).to.deep.equal([]);
      expect(await records.get(unknown.id)).to.equal(undefined);
      expect(records.status).to.deep.include({ waiting: 0, refused: 0 });
      expect(records.status.code).to.equal(undefined);
      expect(failures.filter(({ code: told }) => told !== 'kept-aside')).to.deep.equal([]);
      expect(failures.map(({ count }) => count)).to.deep.equal([3]);
    });

    it('are told to the host once for each pull, with their number and kinds, and not again', async () => {
      const [community, kind, other] = [newCommunityId(), newKind(), newKind()];
      const pages = [[toMe(community)], [ofKind(other, community), ofKind(kind, community), ofKind(kind, community)]];
      const { records, failures, cursors } = await pulling(community, pages, { keep });
      const told = { code: 'kept-aside', count: 3, kinds: [kind, other].sort() };
      expect(failures).to.deep.equal([told]);
      pages.push([...pages[1]!, ofKind(kind, community)]);
      expect(await code(records.pull())).to.equal('nothing');
      expect(failures).to.deep.equal([told, { code: 'kept-aside', count: 1, kinds: [kind] }]);
      expect(cursors.at(-1)).to.equal('3');
    });

    it('do not stop the check, but one of a known kind in another version does, for lists lack it', async () => {
      const community = newCommunityId();
      const { records } = await pulling(community, [[ofKind(newKind(), community)]], { keep });
      await until(() => records.status.checkedAt !== undefined, 'checked');
      const newer = await pulling(community, [[{ ...toMe(community), v: 2 }]], { keep, person: 'p-7' });
      expect(newer.failures).to.deep.equal([{ code: 'kept-aside', count: 1, kinds: ['feedback'] }]);
      expect(await kept(newer.records, 'feedback')).to.deep.equal([]);
      await newer.records.pull();
      expect(newer.records.status).to.not.have.any.keys('checkedAt', 'code');
    });

    it('are kept aside by apply(), which still refuses a list with an invalid record', async () => {
      const [community, kind] = [newCommunityId(), newKind()];
      const { records, failures } = await pulling(community, [], { keep });
      const [good, unknown] = [toMe(community), ofKind(kind, community)];
      expect(await code(records.apply([unknown, { ...good, status: 'no-such' }]))).to.equal('invalid');
      expect(await code(records.apply([unknown, { ...good, v: 2 }]))).to.equal('invalid');
      expect(failures).to.deep.equal([]);
      await records.apply([unknown, good]);
      expect(failures).to.deep.equal([{ code: 'kept-aside', count: 1, kinds: [kind] }]);
      expect(await kept(records, 'feedback')).to.deep.equal([good]);
    });

    it('are kept aside if they came with the answer to a change', async () => {
      const [community, kind] = [newCommunityId(), newKind()];
      const { records, failures } = await pulling(community, [], {
        keep,
        carry: taker(() => json({ records: [ofKind(kind, community)] })).carry,
      });
      await affirm(records);
      await until(() => failures.length > 0, 'told');
      expect(failures).to.deep.equal([{ code: 'kept-aside', count: 1, kinds: [kind] }]);
    });

    it('are kept aside from a copy, with changes that no backend has, and copied on', async () => {
      const [community, kind] = [newCommunityId(), newKind()];
      const { records, failures } = await pulling(community, [], { keep });
      const [known, unknown] = [toMe(community), ofKind(kind, community)];
      const change = keepOf(ofKind(kind, community, { status: 'of-a-newer-version' }));
      const copy = fileOf(headOf(community), { record: unknown }, { record: known }, { record: { ...known, status: 'no-such' } }, { change });
      expect(await importRecords(records, copy)).to.deep.equal({ taken: 1, there: 0, conflicts: 0, aside: 2, invalid: 1, lines: [4] });
      const told = { code: 'kept-aside', count: 2, kinds: [kind] };
      expect(failures).to.deep.equal([{ code: 'invalid-record', id: known.id }, told]);
      expect(await importRecords(records, copy)).to.deep.include({ taken: 0, there: 3, aside: 0, invalid: 1 });
      expect(records.status).to.deep.include({ waiting: 0, refused: 0 });

      const again = await exportRecords(records);
      expect(await linesOf(again)).to.deep.equal([{ record: known }, { record: unknown }, { change }]);
      const elsewhere = await open({ community, keep: 'page' });
      expect(await importRecords(elsewhere, again)).to.deep.include({ taken: 1, aside: 2, invalid: 0 });
      expect(await (await exportRecords(elsewhere)).text().then((text) => text.split('\n').slice(1))).to.deep.equal(
        await again.text().then((text) => text.split('\n').slice(1)),
      );
    });
  });
