import { expect, fixture, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/coping-deck.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { MilieuCopingDeck } from '../../../src/elements/coping-deck/index.js';
import type { Helped, Practice } from '../../../src/model/kinds/practice/table.js';
import { moments } from '../../../src/content/hard-moments.js';
import { deckStrings } from '../../../src/elements/coping-deck/strings.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, byText, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const titles = (root: Element): string[] => allByRole(byRole(root, 'list', 'Cards'), 'button').map((button) => button.textContent.trim());

const firstLine = 'Cards that helped you before come first.';

/** The attributes of an element with their values. */
const marksOf = ({ attributes }: Element): readonly string[] => [...attributes].map(({ name, value }) => `${name}=${value}`);

/** Saves that somebody practised a card, as their form does. Returns the id of the record. */
async function practised(community: MilieuCommunity, card: string, helped: Helped): Promise<string> {
  const id = uuidv7();
  const data: Practice = { card, title: card, seconds: 60, helped };
  await community.records?.act('keep', { kind: 'practice', id }, { data });
  return id;
}

describe('milieu-coping-deck', () => {
  it('shows people to call before the cards, whatever the moment is', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Longer out-breath');
    expect(titles(community)[0]).to.equal('Talk to someone first');
    for (const moment of ['Craving', 'Can’t sleep', 'Flat or numb']) {
      byRole(community, 'button', moment).click();
      await until(() => byRole(community, 'button', moment).getAttribute('aria-pressed') === 'true');
      expect(titles(community)[0], moment).to.equal('Talk to someone first');
      expect(titles(community).length, moment).to.be.greaterThan(2);
    }
  });

  it('shows only cards for the chosen moment, and all cards again', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(community, 'button', 'Wind down for sleep');
    byRole(community, 'button', 'Craving').click();
    await until(() => !queryByRole(community, 'button', 'Wind down for sleep'));
    byRole(community, 'button', 'Ride the urge');
    byRole(community, 'button', 'Craving').click();
    await findByRole(community, 'button', 'Wind down for sleep');
  });

  it('shows the people that the host named, and offers to ask staff', async () => {
    const community = await openCommunity(html`<milieu-coping-deck></milieu-coping-deck>`);
    community.help = { people: [{ name: 'Priya on staff' }, { name: 'Night team' }] };
    await findInText(community, 'Priya on staff and Night team. Go in person if you can.');
    byRole(community, 'button', 'Talk to someone first').click();
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
    expect(titles(deck).slice(0, 3)).to.deep.equal(['Talk to someone first', 'Five senses', 'Feet and furniture']);
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
    expect(titles(deck)).to.deep.equal(['Talk to someone first', 'Sit by the pond']);
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

describe('milieu-coping-deck: cards that helped this person before', () => {
  /** A store opens for the first widget: here the list of what was saved. */
  const openStore = (): Promise<MilieuCommunity> => openCommunity(html`<milieu-coping-deck view="mine"></milieu-coping-deck>`);
  const openDeck = async (community: MilieuCommunity): Promise<MilieuCopingDeck> => {
    const deck = document.createElement('milieu-coping-deck');
    community.append(deck);
    await findByRole(deck, 'button', 'Longer out-breath');
    return deck;
  };

  it('they come after a person and before the other cards, in the order of the deck, and one line says so', async () => {
    const community = await openStore();
    for (const card of ['c21', 'c21', 'c07']) await practised(community, card, 'helped');
    await practised(community, 'c06', 'a-bit');
    await practised(community, 'c05', 'not-now');
    const deck = await openDeck(community);
    await findInText(deck, firstLine);
    expect(titles(deck).slice(0, 4)).to.deep.equal(['Talk to someone first', 'Walk it down', 'Hands busy', 'Longer out-breath']);
    expect(titles(deck)).to.have.length(25);
    const line = byText(deck, firstLine);
    const follows = Node.DOCUMENT_POSITION_FOLLOWING;
    expect(byRole(deck, 'button', 'Talk to someone first').compareDocumentPosition(line) & follows).to.be.greaterThan(0);
    expect(textOf(deck)).to.not.match(/\b(twice|two times|\d+ times)\b/i);
  });

  it('a moment without such a card has no line about it', async () => {
    const community = await openStore();
    await practised(community, 'c21', 'helped');
    const deck = await openDeck(community);
    await findInText(deck, firstLine);
    byRole(deck, 'button', 'Can’t sleep').click();
    await until(() => !textOf(deck).includes(firstLine));
    byRole(deck, 'button', 'Craving').click();
    await findInText(deck, firstLine);
    expect(titles(deck).slice(0, 2)).to.deep.equal(['Talk to someone first', 'Hands busy']);
  });

  it('the line goes with the last practice that helped', async () => {
    const community = await openStore();
    const id = await practised(community, 'c21', 'helped');
    const deck = await openDeck(community);
    await findInText(deck, firstLine);
    await community.records?.act('remove', { kind: 'practice', id, rev: 1 }, {});
    await until(() => !textOf(deck).includes(firstLine));
    expect(titles(deck)[1]).to.equal('Longer out-breath');
  });

  it('no card moves while the focus is on the list; the next choice of a moment has the new order', async () => {
    const community = await openStore();
    const deck = await openDeck(community);
    const before = titles(deck);
    byRole(deck, 'button', 'Five senses').focus();
    await practised(community, 'c21', 'helped');
    await findInText(deck, /It helped you on/);
    expect(titles(deck)).to.deep.equal(before);
    byRole(deck, 'button', 'Craving').click();
    await findInText(deck, firstLine);
    expect(titles(deck)[1]).to.equal('Hands busy');
  });

  it('the next person on this page has the order of the deck', async () => {
    const community = await openStore();
    await practised(community, 'c21', 'helped');
    const deck = await openDeck(community);
    await findInText(deck, firstLine);
    community.person = 'p-sam';
    await until(() => !textOf(deck).includes(firstLine));
    await until(() => titles(deck)[1] === 'Longer out-breath');
    expect(textOf(deck)).to.not.include('It helped you');
  });

  it('where nobody is signed in, the deck says of no card that it helped “you”', async () => {
    const deck = await fixture<MilieuCopingDeck>(html`<milieu-coping-deck></milieu-coping-deck>`);
    (await findByRole(deck, 'button', 'Hands busy')).click();
    (await findByRole(deck, 'button', 'Start')).click();
    (await findByRole(deck, 'button', 'Stop')).click();
    (await findByRole(deck, 'radio', 'It helped')).click();
    byRole(deck, 'button', 'Save this').click();
    await findByRole(deck, 'heading', 'Saved');
    byRole(deck, 'button', 'All cards').click();
    await findByRole(deck, 'button', 'Hands busy');
    byRole(deck, 'button', 'Craving').click();
    await until(() => titles(deck).length < 20);
    expect(titles(deck)[1]).to.not.equal('Hands busy');
    expect(textOf(deck)).to.not.include('helped you');
  });

  it('the order makes no record, no event and no attribute', async () => {
    const community = await openStore();
    await practised(community, 'c21', 'helped');
    const heard: string[] = [];
    for (const name of ['milieu-saved', 'milieu-error', 'chosen', 'picked']) community.addEventListener(name, () => heard.push(name));
    const sent = new Set<unknown>();
    community.addEventListener('milieu-deliver', ({ change }) => sent.add(change.records[0]?.data['card']));
    const deck = await openDeck(community);
    const before = marksOf(deck);
    await findInText(deck, firstLine);
    expect(marksOf(deck)).to.deep.equal(before);
    expect(heard).to.deep.equal([]);
    expect([...sent].filter((card) => card !== 'c21')).to.deep.equal([]);
    expect(await community.records?.list({ kind: 'practice', by: 'p-ana' })).to.have.length(1);
  });
});

describe('milieu-coping-deck: the drawings of the moments', () => {
  it('every moment has a drawing of its own, made of circles, which a screen reader leaves out', async () => {
    const deck = await fixture<MilieuCopingDeck>(html`<milieu-coping-deck></milieu-coping-deck>`);
    await findByRole(deck, 'button', 'Five senses');
    const chips = allByRole(byRole(deck, 'group', 'What is it like right now?'), 'button');
    expect(chips.map((chip) => chip.textContent.trim())).to.deep.equal(moments.map((moment) => deckStrings[`deck.${moment}`]));
    const drawn = chips.map((chip) => chip.querySelector('svg')!);
    for (const drawing of drawn) {
      expect(drawing.getAttribute('aria-hidden')).to.equal('true');
      expect([...new Set([...drawing.children].map(({ localName }) => localName))]).to.deep.equal(['circle']);
      const { stroke, color } = getComputedStyle(drawing);
      expect(stroke).to.equal(color);
    }
    expect(new Set(drawn.map(({ children }) => [...children].flatMap(marksOf).join())).size).to.equal(moments.length);
  });
});

describe('milieu-coping-deck: where there is little room', () => {
  const openAt = async (width: number, dir = 'ltr'): Promise<MilieuCopingDeck> => {
    const deck = await fixture<MilieuCopingDeck>(html`<milieu-coping-deck dir=${dir}></milieu-coping-deck>`);
    deck.style.setProperty('inline-size', `${width}px`);
    await findByRole(deck, 'button', 'Five senses');
    return deck;
  };

  it('on a page from right to left the English title of a card is on the right, as its other lines', async () => {
    const deck = await openAt(390, 'rtl');
    const title = byRole(deck, 'button', 'Five senses');
    const range = document.createRange();
    range.selectNodeContents(title);
    const box = title.getBoundingClientRect();
    expect(Math.abs(range.getBoundingClientRect().right - box.right)).to.be.at.most(1);
  });

  it('on a phone of 390 px moments share rows, in targets of 44 px', async () => {
    const deck = await openAt(358);
    const chips = allByRole(byRole(deck, 'group', 'What is it like right now?'), 'button').map((chip) => chip.getBoundingClientRect());
    expect(new Set(chips.map(({ top }) => Math.round(top))).size).to.be.below(chips.length); // how many share one, the fonts of the machine decide
    for (const { height } of chips) expect(height).to.be.at.least(44);
  });
});
