import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/coping-deck.js';
import type { MilieuCopingDeck } from '../../../src/elements/coping-deck/index.js';
import { house } from '../../support/house.js';
import { allByRole, byRole, findByRole, findInText, queryByRole, textOf, until } from '../../support/role.js';

const titles = (root: Element): string[] => allByRole(byRole(root, 'list', 'Cards'), 'button').map((button) => button.textContent.trim());

describe('milieu-coping-deck', () => {
  it('puts a person before the cards, whatever the moment is', async () => {
    const community = await house(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Longer out-breath');
    expect(titles(community)[0]).to.equal('A person first');
    for (const moment of ['Craving', 'Can’t sleep', 'Too flat']) {
      byRole(community, 'button', moment).click();
      await until(() => byRole(community, 'button', moment).getAttribute('aria-pressed') === 'true');
      expect(titles(community)[0], moment).to.equal('A person first');
      expect(titles(community).length, moment).to.be.greaterThan(2);
    }
  });

  it('shows only cards for the moment, and all again', async () => {
    const community = await house(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Wind down, and up again');
    byRole(community, 'button', 'Craving').click();
    await until(() => !queryByRole(community, 'button', 'Wind down, and up again'));
    byRole(community, 'button', 'Ride the urge');
    byRole(community, 'button', 'Craving').click();
    await findByRole(community, 'button', 'Wind down, and up again');
  });

  it('names the people the host gave, and offers to ask staff', async () => {
    const community = await house(html`<milieu-coping-deck></milieu-coping-deck>`);
    community.help = { people: [{ name: 'Priya on staff' }, { name: 'Night team' }] };
    await findInText(community, 'Priya on staff and Night team. Go in person if you can.');
    byRole(community, 'button', 'A person first').click();
    await findByRole(community, 'button', 'Ask staff to come');
    byRole(community, 'button', 'People to call');
  });

  it('opens a card inside itself, keeps it, and comes back to where the person was', async () => {
    const community = await house(html`<milieu-coping-deck></milieu-coping-deck>`);
    (await findByRole(community, 'button', 'Five senses')).click();
    await findByRole(community, 'heading', 'Five senses');
    (await findByRole(community, 'button', 'Start')).click();
    (await findByRole(community, 'button', 'Stop')).click();
    (await findByRole(community, 'radio', 'It helped')).click();
    byRole(community, 'button', 'Keep this').click();
    await findByRole(community, 'heading', 'Kept');
    byRole(community, 'button', 'All cards').click();
    const card = await findByRole(community, 'button', 'Five senses');
    await until(() => (card.getRootNode() as ShadowRoot).activeElement === card);
    await findInText(community, /It helped you on/);
    byRole(community, 'button', 'My own times').click();
    await until(() => textOf(community).includes('It helped. Less than a minute.'));
  });

  it('takes a host’s own deck, and says what to do where cards do not fit', async () => {
    const own = {
      id: 'own-1',
      title: 'Sit by the pond',
      why: 'Water moves on.',
      moments: ['flat'],
      steps: ['Walk to the pond.'],
      seconds: 300,
      cautions: [],
    } as const;
    const deck = await fixture<MilieuCopingDeck>(html`<milieu-coping-deck .cards=${[own]}></milieu-coping-deck>`);
    await findByRole(deck, 'button', 'Sit by the pond');
    expect(titles(deck)).to.deep.equal(['A person first', 'Sit by the pond']);
    expect(queryByRole(deck, 'button', 'Craving') === undefined).to.equal(true);
    Object.assign(deck, { cards: [own, { ...own, id: 'own-2', steps: 'Walk' }] });
    await findInText(deck, 'These cards cannot be shown right now. Ask a member of staff.');
    expect(textOf(deck)).to.not.include('own-2');
    const wrong = [{ ...own, id: 'own-2', steps: 'Walk' }];
    const staff = await house(html`<milieu-coping-deck .cards=${wrong}></milieu-coping-deck>`, { person: 's-priya', as: 'staff' });
    await findInText(staff, 'They do not fit: own-2.');
  });

  it('has no fault that axe-core finds', async () => {
    const community = await house(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Five senses');
    await expect(community.querySelector('milieu-coping-deck')).to.be.accessible();
  });
});
