import { expect } from '@open-wc/testing';
import type { MilieuRecord } from '../../../src/model/record.js';
import { asideLimits } from '../../../src/records/commits/keep-aside.js';
import { exportRecords, importRecords } from '../../../src/records/index.js';
import { toAnother, toMe } from '../../contracts/foreign-records.js';
import { fileOf, headOf } from '../backup/copy-files.js';
import { newCommunityId, open } from '../store-setup.js';
import { kept, linesOf, newKind, ofKind, pulling } from './unknown-kinds.js';

describe('the limit of what is kept aside', () => {
  const full = async (community: string, kind: string): Promise<Awaited<ReturnType<typeof pulling>>> => {
    const many = Array.from({ length: asideLimits.rows }, () => ofKind(kind, community));
    return pulling(community, [many], { keep: 'page' });
  };

  it('is 2,000 records: the rest is told to the host, and the pull asks for it again after the next load', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const more = [ofKind(kind, community), ofKind(kind, community)];
    const many = Array.from({ length: asideLimits.rows - 1 }, () => ofKind(kind, community));
    const pages = [[...many], [...more, toAnother(community)]];
    const { records, failures, cursors } = await pulling(community, pages, { as: 'staff' });
    expect(failures).to.deep.equal([
      { code: 'kept-aside', count: asideLimits.rows, kinds: [kind] },
      { code: 'aside-full', count: 1, kinds: [kind] },
    ]);
    expect(await kept(records, 'feedback')).to.have.length(1);
    expect(cursors.at(-1)).to.equal('2');
    await records.close();
    const again = await pulling(community, pages, { as: 'staff' });
    expect(again.cursors[0]).to.equal('1');
    expect(again.failures.map(({ code: told, count }) => [told, count])).to.deep.equal([['aside-full', 1]]);
  });

  it('is 256 KiB for one record and 4 MiB for all; a line of a copy over it is invalid', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const records = await open({ community, keep: 'page' });
    const sized = (bytes: number): object => ({ record: ofKind(kind, community, { data: { text: 'x'.repeat(bytes) } }) });
    const big = asideLimits.row - 1000;
    const fits = Math.floor(asideLimits.bytes / big);
    const lines = Array.from({ length: fits + 1 }, () => sized(big));
    const result = await importRecords(records, fileOf(headOf(community), sized(asideLimits.row), ...lines, { record: toMe(community) }));
    expect(result).to.deep.equal({ taken: 1, there: 0, conflicts: 0, aside: fits, invalid: 2, lines: [2, fits + 3] });
  });

  it('names at most 20 kinds to the host', async () => {
    const community = newCommunityId();
    const { failures } = await pulling(community, [Array.from({ length: 30 }, () => ofKind(newKind(), community))], { keep: 'page' });
    expect(failures.map(({ count, kinds }) => [count, kinds?.length])).to.deep.equal([[30, 20]]);
  });

  it('is not passed by a copy either, and what is there may still be replaced', async () => {
    const [community, kind] = [newCommunityId(), newKind()];
    const { records, failures } = await full(community, kind);
    const [first] = await linesOf(await exportRecords(records));
    const record = first!['record'] as MilieuRecord;
    const copy = fileOf(headOf(community), { record: { ...record, rev: 2 } }, { record: ofKind(kind, community) });
    expect(await importRecords(records, copy)).to.deep.include({ aside: 1, invalid: 1, lines: [3] });
    expect(failures.slice(1).map(({ code: told, count }) => [told, count])).to.deep.equal([
      ['kept-aside', 1],
      ['aside-full', 1],
    ]);
  });
});
