import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/coping-deck.js';
import type { MilieuCopingDeck } from '../../../src/elements/coping-deck/index.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const titles = (root: Element): string[] => allByRole(byRole(root, 'list', 'Cards'), 'button').map((button) => button.textContent.trim());

describe('milieu-coping-deck', () => {
  it('shows people to call before the cards, whatever the moment is', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Longer out-breath');
    expect(titles(community)[0]).to.equal('A person first');
    for (const moment of ['Craving', 'Can’t sleep', 'Flat or numb']) {
      byRole(community, 'button', moment).click();
      await until(() => byRole(community, 'button', moment).getAttribute('aria-pressed') === 'true');
      expect(titles(community)[0], moment).to.equal('A person first');
      expect(titles(community).length, moment).to.be.greaterThan(2);
    }
  });

  it('shows only cards for the chosen moment, and all cards again', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Wind down, and up again');
    byRole(community, 'button', 'Craving').click();
    await until(() => !queryByRole(community, 'button', 'Wind down, and up again'));
    byRole(community, 'button', 'Ride the urge');
    byRole(community, 'button', 'Craving').click();
    await findByRole(community, 'button', 'Wind down, and up again');
  });

  it('shows the people that the host named, and offers to ask staff', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    community.help = { people: [{ name: 'Priya on staff' }, { name: 'Night team' }] };
    await findInText(community, 'Priya on staff and Night team. Go in person if you can.');
    byRole(community, 'button', 'A person first').click();
    await findByRole(community, 'button', 'Ask staff to come');
    byRole(community, 'button', 'People to call');
  });

  it('opens a card inside the deck, saves a practice, and goes back to where the person was', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    (await findByRole(community, 'button', 'Five senses')).click();
    await findByRole(community, 'heading', 'Five senses');
    (await findByRole(community, 'button', 'Start')).click();
    (await findByRole(community, 'button', 'Stop')).click();
    (await findByRole(community, 'radio', 'It helped')).click();
    byRole(community, 'button', 'Save this').click();
    await findByRole(community, 'heading', 'Saved');
    byRole(community, 'button', 'All cards').click();
    const card = await findByRole(community, 'button', 'Five senses');
    await until(() => (card.getRootNode() as ShadowRoot).activeElement === card);
    await findInText(community, /It helped you on/);
    byRole(community, 'button', 'My practice').click();
    await until(() => textOf(community).includes('It helped. Less than a minute.'));
  });

  it('every moment has a name and cards', async () => {
    const deck = await fixture<MilieuCopingDeck>(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(deck, 'button', 'Five senses');
    const words = ['Too wound up', 'Flat or numb', 'Craving', 'Thoughts racing', 'Nothing feels real', 'Flashback', 'After an argument'];
    for (const word of [...words, 'Ashamed', 'Lonely', 'Can’t sleep']) {
      byRole(deck, 'button', word).click();
      await until(() => byRole(deck, 'button', word).getAttribute('aria-pressed') === 'true');
      expect(titles(deck).length, word).to.be.greaterThan(3);
    }
  });

  it('offers cards that bring a person back to the room first when nothing feels real', async () => {
    const deck = await fixture<MilieuCopingDeck>(html`<milieu-coping-deck></milieu-coping-deck>`);
    (await findByRole(deck, 'button', 'Nothing feels real')).click();
    await until(() => titles(deck).length < 10);
    expect(titles(deck).slice(0, 3)).to.deep.equal(['A person first', 'Five senses', 'Feet and furniture']);
  });

  it('shows a host’s own deck, and says what to do if its cards are invalid', async () => {
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
    await findInText(deck, 'We can’t show these cards right now. Ask a member of staff.');
    expect(textOf(deck)).to.not.include('own-2');
    const wrong = [{ ...own, id: 'own-2', steps: 'Walk' }];
    const staff = await openCommunity(html`<milieu-coping-deck .cards=${wrong}></milieu-coping-deck>`, { person: 's-priya', as: 'staff' });
    await findInText(staff, 'They aren’t set up right: own-2.');
  });

  it('axe finds no violation in the deck', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Five senses');
    await expect(community.querySelector('milieu-coping-deck')).to.be.accessible();
  });
});
