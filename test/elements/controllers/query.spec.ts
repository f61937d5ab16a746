import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { RecordPages } from '../../../src/elements/controllers/record-pages.js';
import type { Kept } from '../../../src/records/base/types.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, findByRole, queryByRole, until } from '../../../src/testing/by-role.js';

const idOf = (number: number): string => `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const noteOf = (community: string, number: number, status = 'delivered'): MilieuRecord => ({
  id: idOf(number),
  kind: 'feedback',
  v: 1,
  community,
  by: 'p-ana',
  to: ['p-sam'],
  visibility: 'named-and-staff',
  at: '2026-03-02T09:00:00.000Z',
  status,
  rev: 1,
  data: { mode: 'affirm', saw: `Number ${number}` },
});
const written = async (from: number, to: number): Promise<MilieuCommunity> => {
  const community = crypto.randomUUID();
  const element = await openCommunity(html`<milieu-peer-feedback view="sent"></milieu-peer-feedback>`, { community });
  await element.records!.apply(Array.from({ length: to - from + 1 }, (_, at) => noteOf(community, from + at)));
  return element;
};

describe('a list of records', () => {
  it('has all that fit, more than a store gives at once, and what comes later in its place', async () => {
    const element = await written(2, 451);
    let shown: readonly Kept[] = [];
    const pages = new RecordPages(element.records!, { kind: 'feedback', by: 'p-ana' }, Infinity, {
      took: (kept) => (shown = kept),
      failed: (error) => {
        throw error;
      },
    });
    await until(() => shown.length === 450, { what: 'all of them' });
    await element.records!.apply([noteOf(element.community, 1), noteOf(element.community, 452)]);
    await until(() => shown.length === 452, { what: 'the two that came' });
    expect(shown.map(({ record }) => record.id)).to.deep.equal(Array.from({ length: 452 }, (_, at) => idOf(452 - at)));
    pages.stop();
  });

  it('says with "Show more" that there are more, and with its absence that there are none', async () => {
    const element = await written(1, 41);
    const rows = (): number => allByRole(byRole(element, 'list', 'What you sent'), 'listitem').length;
    (await findByRole(element, 'button', 'Show more')).click();
    await until(() => rows() === 40, { what: 'forty rows' });
    byRole(element, 'button', 'Show more').click();
    await until(() => rows() === 41, { what: 'all rows' });
    expect(queryByRole(element, 'button', 'Show more')).to.equal(undefined);
  });

  it('has no "Show more" where exactly one page is there', async () => {
    const element = await written(1, 20);
    await until(() => allByRole(element, 'listitem').length >= 20, { what: 'twenty rows' });
    expect(queryByRole(element, 'button', 'Show more')).to.equal(undefined);
  });

  it('goes beyond 200 rows with "Show more"', async () => {
    const element = await written(1, 225);
    for (let shown = 20; shown < 225; shown += 20) {
      (await findByRole(element, 'button', 'Show more')).click();
      await until(() => allByRole(byRole(element, 'list', 'What you sent'), 'listitem').length === Math.min(225, shown + 20));
    }
    expect(queryByRole(element, 'button', 'Show more')).to.equal(undefined);
  }).timeout(60_000);
});
