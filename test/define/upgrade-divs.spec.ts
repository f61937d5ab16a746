import { expect } from '@open-wc/testing';
import '../../src/define/index.js';
import { upgradeDivs } from '../../src/define/single-file/upgrade-divs.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import { textOf, until } from '../../src/testing/by-role.js';
import { described } from '../contracts/read-manifest.js';

const names = described.map(({ tag }) => tag.replace('milieu-', ''));
const warnings: unknown[] = [];
const { warn } = console;

let place: HTMLElement;
/** Divs as an editor leaves them. Built by hand, because the policy of the tests allows no markup from text. */
function div(data: Record<string, string>, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement('div');
  for (const [name, value] of Object.entries(data)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}
/** Observers of mutations run before this continues. */
const upgraded = (): Promise<void> => Promise.resolve();

describe('divs for editors that remove tags they do not know', () => {
  before(() => {
    Object.assign(console, { warn: (words: unknown) => warnings.push(words) });
    upgradeDivs(names);
  });
  after(() => Object.assign(console, { warn }));
  beforeEach(() => document.body.append((place = document.createElement('main'))));
  afterEach(() => place.remove());

  it('a div gets the tag that it names, with its data attributes as attributes', async () => {
    const card = div({ 'data-milieu': 'coping-card', 'data-card': 'c04', 'data-heading': 'Feet first', class: 'box' }, 'Put both feet on the floor.');
    place.append(card);
    await upgraded();
    const tag = card.querySelector('milieu-coping-card')!;
    expect([tag.card, tag.heading]).to.deep.equal(['c04', 'Feet first']);
    expect(tag.className).to.equal('');
    expect(tag.textContent).to.equal('Put both feet on the floor.');
    await until(() => textOf(tag).includes('Feet first'), { what: 'the widget' });
  });

  it('a community div holds its widgets, and gives them its people and contacts', async () => {
    const help = { where: 'In the day room' };
    const people = [{ id: 'p-2', name: 'Ana', as: 'resident' }];
    const data = { community: 'divs', person: 'p-1', keep: 'page', 'lock-after': '9', help: JSON.stringify(help), people: JSON.stringify(people) };
    const attributes = Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
    place.append(
      div({ 'data-milieu': 'community', ...attributes }, div({}, div({ 'data-milieu': 'help' })), div({ 'data-milieu': 'peer-feedback' })),
    );
    await upgraded();
    const community = place.querySelector<MilieuCommunity>('milieu-community')!;
    expect([community.community, community.person, community.keep, community.lockAfter]).to.deep.equal(['divs', 'p-1', 'page', 9]);
    expect([community.help, community.people]).to.deep.equal([help, people]);
    expect([...community.querySelectorAll('milieu-help, milieu-peer-feedback')].length).to.equal(2);
    await until(() => textOf(community).includes('Ana'), { what: 'the people' });
  });

  it('no div is upgraded twice, also if it is moved or copied, or a second file does the same', async () => {
    const first = div({ 'data-milieu': 'help' }, 'Call the office.');
    place.append(first);
    await upgraded();
    const copy = first.cloneNode(true);
    place.append(copy, first);
    await upgraded();
    upgradeDivs(names);
    expect([...place.querySelectorAll('milieu-help')].map(({ textContent }) => textContent)).to.deep.equal(['Call the office.', 'Call the office.']);
    expect(place.querySelectorAll('milieu-help milieu-help').length).to.equal(0);
  });

  it('a div whose content is replaced gets its tag again, with the new content', async () => {
    const inner = div({ 'data-milieu': 'coping-card', 'data-card': 'c04' }, 'Old words.');
    const outer = div({ 'data-milieu': 'community', 'data-community': 'replaced', 'data-keep': 'page' }, inner);
    place.append(outer);
    await upgraded();
    const first = inner.querySelector('milieu-coping-card')!;
    inner.replaceChildren('New words.');
    await upgraded();
    const second = inner.querySelector('milieu-coping-card')!;
    expect([second.card, second.textContent, first.isConnected]).to.deep.equal(['c04', 'New words.', false]);
    outer.replaceChildren(div({ 'data-milieu': 'help' }));
    await upgraded();
    expect(outer.querySelector<MilieuCommunity>('milieu-community')!.community).to.equal('replaced');
    expect(outer.querySelectorAll('milieu-community milieu-help').length).to.equal(1);
    outer.querySelector('milieu-community')!.remove();
    await upgraded();
    expect(outer.childElementCount).to.equal(0); // a page that takes the tag away means it
  });

  it('an attribute that the tag does not know is not taken over, so that no script comes in', async () => {
    const card = div({ 'data-milieu': 'coping-card', 'data-onclick': 'alert(1)', 'data-style': 'color: red', 'data-id': 'x' });
    place.append(card);
    await upgraded();
    const tag = card.querySelector('milieu-coping-card')!;
    expect(tag.getAttributeNames().filter((name) => ['onclick', 'style', 'id'].includes(name))).to.deep.equal([]);
  });

  it('contacts that are not JSON are told to the host', async () => {
    const codes: string[] = [];
    place.addEventListener('milieu-error', ({ code, property }) => codes.push(`${code} ${property}`));
    place.append(
      div({ 'data-milieu': 'community', 'data-community': 'broken', 'data-keep': 'page', 'data-help': '{ where' }, div({ 'data-milieu': 'help' })),
    );
    await until(() => codes.length > 0, { what: 'an error for the host' });
    expect(codes).to.deep.equal(['bad-property help']);
  });

  it('a name that is not known keeps its content and is told to the host once', async () => {
    warnings.length = 0;
    place.append(div({ 'data-milieu': 'coping-cards' }, 'One.'), div({ 'data-milieu': 'help-call' }, 'Two.'), div({ 'data-milieu': '' }, 'Three.'));
    await upgraded();
    expect(textOf(place).match(/\w+\./g)).to.deep.equal(['One.', 'Two.', 'Three.']);
    expect(place.querySelectorAll('[data-milieu] *').length).to.equal(0);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.match(/Known are: community, coping-card, .*responsibility-ladder, today\./);
  });
});
