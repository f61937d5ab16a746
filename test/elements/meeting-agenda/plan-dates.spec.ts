import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byRole, fill, findByRole, findFirst, findInText, queryByRole, until } from '../../../src/testing/by-role.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { press } from '../../../src/testing/press.js';

const label = 'When';

describe('milieu-meeting-agenda: when a meeting is', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  /** The field has no role of its own in every engine. */
  const when = async (): Promise<HTMLInputElement> => {
    const form = (await findByRole(ana, 'button', /^(Use this plan|Save)/)).closest('form');
    const field = [...(form?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent.trim() === label)?.control;
    if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${label}`);
    return field;
  };

  it('is asked about where the year is one that nobody means, and nothing is saved', async () => {
    const field = await when();
    fill(field, '0202-03-01T10:00');
    await press(ana, 'Use this plan');
    await findInText(ana, 'Choose a date between last year and five years from now.');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(all.of('meeting')).to.deep.equal([]);
  });

  it('stays as it is, to the second, where only the place is changed', async () => {
    const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const data = { title: 'Tea', startsAt, minutes: 30, purpose: 'To meet.', chair: 'p-ana', agreements: [] };
    await ana.records?.act('plan', { kind: 'meeting', id: uuidv7() }, { data });
    (await findFirst(ana, 'button', 'Change the plan')).click();
    fill(await findByRole(ana, 'textbox', 'Where'), 'Garden');
    await press(ana, 'Save the plan');
    await until(() => all.of('meeting').some(({ data: saved }) => saved['place'] === 'Garden'));
    expect(all.of('meeting').map(({ data: saved }) => saved['startsAt'])).to.deep.equal([startsAt]);
    await until(() => !queryByRole(ana, 'textbox', 'Where'));
    expect(byRole(ana, 'heading', 'Agenda')).to.exist;
  });
});
