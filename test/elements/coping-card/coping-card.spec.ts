import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { Card, MilieuCopingCard } from '../../../src/elements/coping-card/index.js';
import type { MilieuErrorEvent } from '../../../src/elements/community/index.js';
import { house } from '../../support/house.js';
import { byRole, findByRole, findInText, queryByRole, textOf, until } from '../../support/role.js';

const own: Card = {
  id: 'own-1',
  title: 'Sit by the pond',
  why: 'Water moves on, and so will this.',
  moments: ['flat'],
  steps: ['Walk to the pond.', 'Sit down.', 'Watch the water for a while.'],
  seconds: 300,
  cautions: ['Tell someone where you go.'],
};

const wrong = { ...own, title: '', steps: [], seconds: 3 };

describe('milieu-coping-card: which card', () => {
  let errors: MilieuErrorEvent[] = [];
  const heard = (event: MilieuErrorEvent): void => void errors.push(event);
  const hear = (): readonly MilieuErrorEvent[] => {
    document.addEventListener('milieu-error', heard);
    return (errors = []);
  };
  afterEach(() => document.removeEventListener('milieu-error', heard));

  it('shows the first of the deck when nothing is said', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card></milieu-coping-card>`);
    await findByRole(card, 'heading', 'Longer out-breath');
    await findInText(card, 'A slow breath out tells the body it can come down.');
    await findInText(card, '3 to 5 minutes');
  });

  it('shows a starter card by its id, and another when that changes', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card card="c03"></milieu-coping-card>`);
    await findByRole(card, 'heading', 'Five senses');
    byRole(card, 'button', 'Start');
    card.card = 'c08';
    await findByRole(card, 'heading', 'Ride the urge');
    await findInText(card, 'Call a nurse.');
    expect(textOf(card)).to.not.include('Five senses');
  });

  it('says what to do where a card is not known, and tells the host', async () => {
    const errors = hear();
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card card="c99"></milieu-coping-card>`);
    await findInText(card, 'This card cannot be shown right now. Ask a member of staff.');
    expect(textOf(card)).to.not.include('c99');
    expect(queryByRole(card, 'button', 'Start') === undefined).to.equal(true);
    await until(() => errors.some(({ code }) => code === 'bad-property'));
  });

  it('shows a card of the host’s own, with open eyes one tap away', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card .content=${own}></milieu-coping-card>`);
    await findByRole(card, 'heading', 'Sit by the pond');
    await findInText(card, 'Tell someone where you go.');
    byRole(card, 'button', 'Use my eyes instead').click();
    await findInText(card, 'Pick one thing across the room.');
    expect(textOf(card)).to.not.include('Walk to the pond');
    byRole(card, 'button', 'Back to the card’s own steps').click();
    await findInText(card, 'Walk to the pond.');
  });

  it('says what to do where a host’s card does not fit, and tells the host', async () => {
    const errors = hear();
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card .content=${wrong}></milieu-coping-card>`);
    await findInText(card, 'This card cannot be shown right now. Ask a member of staff.');
    expect(textOf(card)).to.not.include('do not fit');
    await until(() => errors.some(({ code }) => code === 'bad-property'));
  });

  it('says to staff which card and which parts it is', async () => {
    const as = { person: 's-priya', as: 'staff' } as const;
    const misfit = await house(html`<milieu-coping-card .content=${wrong}></milieu-coping-card>`, as);
    await findInText(misfit, 'These parts do not fit: title, steps, seconds.');
    const unknown = await house(html`<milieu-coping-card card="c99"></milieu-coping-card>`, as);
    await findInText(unknown, 'There is no card called “c99” here.');
  });

  it('says how well it is tested, and where that is our own knowledge', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card card="c04"></milieu-coping-card>`);
    (await until(() => card.shadowRoot?.querySelector('milieu-coping-practice')?.shadowRoot?.querySelector('milieu-coping-front')))?.shadowRoot
      ?.querySelectorAll<HTMLElement>('summary')
      .forEach((summary) => summary.click());
    await findInText(card, 'Many people use it. It has not been tested much.');
    await findInText(card, 'Ask a clinician before you rely on it.');
  });

  it('says on a page of nobody’s who could see it', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card></milieu-coping-card>`);
    await findInText(card, 'Nobody is named on this page.');
  });
});

describe('milieu-coping-card: what was kept', () => {
  const keepOne = async (root: Element): Promise<void> => {
    (await findByRole(root, 'button', 'Start')).click();
    (await findByRole(root, 'button', 'Stop')).click();
    (await findByRole(root, 'button', 'Keep this')).click();
    await findByRole(root, 'heading', 'Kept');
  };

  it('stands in the person’s own list, and can be removed', async () => {
    const community = await house(html`<milieu-coping-card card="c03"></milieu-coping-card>`);
    await keepOne(community);
    byRole(community, 'button', 'My own times').click();
    const row = await findByRole(community, 'listitem');
    expect(textOf(row)).to.match(/Less than a minute/);
    expect(textOf(row), 'what the head says is not said again').to.not.include('Five senses');
    byRole(community, 'button', /^Remove Five senses/).click();
    (await findByRole(community, 'button', 'Yes, remove it')).click();
    await findByRole(community, 'heading', 'Nothing kept yet');
    expect(await community.records?.list({ kind: 'practice', by: 'p-ana', status: 'kept' })).to.deep.equal([]);
  });

  it('is nobody else’s', async () => {
    const community = await house(html`<milieu-coping-card card="c03"></milieu-coping-card>`, { person: 's-priya', as: 'staff' });
    await keepOne(community);
    const [record] = (await community.records?.list({ kind: 'practice', by: 's-priya' })) ?? [];
    expect(record?.record.visibility).to.equal('self');
    expect(record?.record.to).to.deep.equal([]);
  });

  it('works and keeps on an empty page, and is still there for the next card', async () => {
    const first = await fixture(html`<milieu-coping-card card="c03"></milieu-coping-card>`);
    await keepOne(first);
    await findInText(first, 'Saved on this computer');
    first.remove();
    const second = await fixture(html`<milieu-coping-card card="c03" view="mine"></milieu-coping-card>`);
    await findByRole(second, 'listitem');
    await findInText(second, 'Anyone who uses this computer could read it');
  });
});
