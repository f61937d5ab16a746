import { expect } from '@open-wc/testing';
import type { MilieuCommunity, MilieuErrorEvent } from '../../src/elements/community/index.js';
import { openRecords } from '../../src/records/index.js';
import type { Card } from '../../src/content/card.js';
import { findInText, textOf, until } from '../../src/testing/by-role.js';
import { described } from './read-manifest.js';
import { settled } from './wait-for-draw.js';

const card: Card = {
  id: 'pond',
  title: 'Sit by the pond',
  why: 'Water helps.',
  moments: [],
  steps: ['Walk to the pond.'],
  seconds: 60,
  cautions: [],
  evidence: { word: 'practice', note: 'Many people do this.' },
};
const circle = { id: 'a', title: 'Arriving', purpose: 'Land here.', looksAfter: ['Your room.'], support: ['A buddy.'], talkAbout: [], opens: [] };

/** A value for each property that a host may set; a new property needs one too. */
const values: Readonly<Record<string, unknown>> = {
  community: 'north-house',
  person: 's-ana',
  as: 'staff',
  keep: 'page',
  lockAfter: 30,
  askWho: true,
  leaveAfter: 5,
  afterSignOut: 'remove',
  density: 'large',
  people: [{ id: 'p-sam', name: 'Sam', as: 'resident' }],
  help: { where: 'In the office.' },
  policy: { pullEvery: 45 },
  strings: { 'feedback.title': 'Words for each other' },
  transport: { pull: () => Promise.resolve({ records: [] }) },
  features: 'sound',
  modes: 'affirm',
  fold: 'narrow',
  heading: 'Our own heading',
  about: 'p-sam',
  circles: [circle],
  cards: [card],
  card: 'c03',
  content: card,
};

/** The names of pages differ from tag to tag. */
const views: Readonly<Record<string, string>> = {
  'milieu-peer-feedback': 'write',
  'milieu-responsibility-ladder': 'give place',
  'milieu-coping-card': 'card',
  'milieu-coping-deck': 'cards',
  'milieu-meeting-agenda': 'plan',
  'milieu-today': 'mine',
};
const valueOf = (tag: string, name: string): unknown => (name === 'views' ? views[tag] : name === 'view' ? views[tag]?.split(' ')[0] : values[name]);

/** What React 19 and Vue 3 write if the tag is not registered yet. */
const byFrameworks = {
  'milieu-community': ['people', 'help', 'policy', 'strings', 'transport'],
  'milieu-coping-card': ['content'],
  'milieu-coping-deck': ['cards'],
  'milieu-responsibility-ladder': ['circles'],
} as const;

/** The tests run in this order, because a tag is defined only once on a page. */
describe('what a host gives before the tags are registered', () => {
  const set = new Map<string, HTMLElement>();
  const lost = new Map<string, HTMLElement>();
  const told: string[] = [];
  const warned: string[] = [];
  const opened: string[] = [];

  const community = (attributes: Readonly<Record<string, string>>): HTMLElement => {
    const element = document.createElement('milieu-community');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  before(async () => {
    document.addEventListener('milieu-error', ({ code, property }: MilieuErrorEvent) => told.push(`${code} ${property}`));
    const { warn } = console;
    Object.assign(console, { warn: (line: string) => warned.push(line) });
    const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!.value as (this: IDBFactory, name: string) => IDBOpenDBRequest;
    IDBFactory.prototype.open = function (name) {
      opened.push(name);
      return open.call(this, name);
    };

    const owner = community({});
    document.body.append(owner);
    for (const { tag, properties } of described) {
      const element = tag === 'milieu-community' ? owner : document.createElement(tag);
      for (const name of properties) if (name !== 'records') Object.assign(element, { [name]: valueOf(tag, name) });
      if (element !== owner) owner.append(element);
      set.set(tag, element);
    }
    Object.assign(set.get('milieu-coping-card')!, { card: undefined }); // `content` stands in its place

    const unlucky = community({ community: 'south-house', keep: 'page' });
    document.body.append(unlucky);
    for (const [tag, names] of Object.entries(byFrameworks)) {
      const element = tag === 'milieu-community' ? unlucky : document.createElement(tag);
      for (const name of names) element.setAttribute(name, '[object Object]');
      if (element !== unlucky) unlucky.append(element);
      lost.set(tag, element);
    }
    unlucky.append(document.createElement('milieu-peer-feedback'));

    await import('../../src/define/index.js');
    await settled();
    await until(() => told.length >= 8, { within: 8000 }).catch(() => undefined);
    Object.assign(console, { warn });
    IDBFactory.prototype.open = open;
  });
  after(() => {
    for (const map of [set, lost]) map.get('milieu-community')!.remove();
  });

  it('keeps every property of every tag', () => {
    for (const { tag, properties } of described)
      for (const name of properties.filter((one) => one !== 'records')) {
        if (!['views', 'view'].includes(name)) expect(Object.keys(values), `a value for ${tag}.${name}`).to.include(name);
        const element = set.get(tag) as unknown as Record<string, unknown>;
        const expected = tag === 'milieu-coping-card' && name === 'card' ? undefined : valueOf(tag, name);
        expect(element[name], `${tag}.${name}`).to.equal(expected);
        expect(Object.hasOwn(element, name), `${tag}.${name} is hidden by a value of the element`).to.equal(false);
      }
  });

  it('uses them, and opens no store of somebody else meanwhile', async () => {
    const owner = set.get('milieu-community') as MilieuCommunity;
    await until(() => owner.status.store === 'memory', { within: 8000 });
    expect(opened).to.deep.equal([]);
    await findInText(set.get('milieu-coping-deck')!, 'Our own heading');
    await findInText(set.get('milieu-peer-feedback')!, 'Sam');
  });

  it('takes a store of the host', async () => {
    const records = await openRecords({ community: 'west-house', person: 'p-ana', keep: 'page' });
    const element = document.createElement('milieu-community');
    element.records = records;
    element.append(document.createElement('milieu-help'));
    document.body.append(element);
    await until(() => element.records === records);
    element.remove();
  });

  it('tells the host of each object that became an attribute, by event, with the name of the property', () => {
    const names = Object.values(byFrameworks).flat();
    expect([...told].sort()).to.deep.equal(names.map((name) => `bad-property ${name}`).sort());
  });

  it('writes one fixed line to the console for each of these properties, without the value', () => {
    const lines = warned.filter((line) => line.startsWith('milieu-elements:'));
    expect(lines.map((line) => line.split(' ').at(-1)).sort()).to.deep.equal(Object.values(byFrameworks).flat().sort());
    expect(new Set(lines.map((line) => line.slice(0, line.lastIndexOf(' ')))).size).to.equal(1);
    expect(lines.join()).to.include('Register the tags first');
  });

  it('tells residents only that something is not set up right', async () => {
    const owner = lost.get('milieu-community')!;
    await findInText(owner, 'This isn’t set up right. Tell staff');
    await findInText(owner, 'We can’t show this card right now. Ask a member of staff.');
    expect(textOf(owner)).to.not.match(/object Object|JSON|attribute/);
  });

  it('works again when the host sets the properties', async () => {
    const owner = lost.get('milieu-community') as MilieuCommunity;
    Object.assign(owner, { people: values['people'], help: undefined, policy: {}, strings: {}, transport: undefined });
    Object.assign(lost.get('milieu-coping-card')!, { content: undefined });
    await until(() => !/set up right|this card right now/.test(textOf(owner)));
  });
});

describe('JSON in attributes', () => {
  const inPage = (attributes: Readonly<Record<string, string>>, inside: string): MilieuCommunity => {
    const element = document.createElement('milieu-community');
    for (const [name, value] of Object.entries({ community: crypto.randomUUID(), keep: 'page', ...attributes })) element.setAttribute(name, value);
    element.append(document.createElement(inside));
    document.body.append(element);
    return element;
  };
  let element: MilieuCommunity | undefined;
  afterEach(() => element?.remove());

  it('reads people, help, policy and strings from it, and writes no name into an attribute', async () => {
    element = inPage(
      {
        person: 'p-ana',
        people: '[{ "id": "p-sam", "name": "Sam", "as": "resident" }]',
        help: '{ "where": "In the office." }',
        policy: '{ "pullEvery": 45 }',
        strings: '{ "feedback.title": "Words for each other" }',
      },
      'milieu-peer-feedback',
    );
    await findInText(element, 'Words for each other');
    await findInText(element, 'Sam');
    expect(element.help).to.deep.equal({ where: 'In the office.' });
    expect(element.policy).to.deep.equal({ pullEvery: 45 });
    element.people = [{ id: 'p-kim', name: 'Kim', as: 'resident' }];
    await findInText(element, 'Kim');
    expect(element.getAttribute('people')).to.not.include('Kim');
  });

  it('validates it like the property, and an attribute that is taken away or empty counts as none', async () => {
    const told: string[] = [];
    element = inPage({ people: '' }, 'milieu-peer-feedback');
    element.addEventListener('milieu-error', ({ code, property }) => told.push(`${code} ${property}`));
    await until(() => element?.status.store === 'memory', { within: 8000 });
    expect(told).to.deep.equal([]);
    element.setAttribute('people', '[{ "id": "p-sam" }]');
    await findInText(element, 'This isn’t set up right. Tell staff, and show them this: people');
    expect(told).to.deep.equal(['bad-property people']);
    element.removeAttribute('people');
    await until(() => !textOf(element!).includes('set up right'));
  });

  it('reads cards, a card and circles from it', async () => {
    element = inPage({}, 'milieu-responsibility-ladder');
    element.firstElementChild!.setAttribute('circles', JSON.stringify([circle]));
    await findInText(element, 'Arriving');
  });
});
