import { expect, fixture, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import type { Records } from '../../../src/records/base/types.js';
import { openRecords } from '../../../src/records/index.js';
import { allByRole, byRole, fill, findByRole, findInText, nameOf, queryByRole, until } from '../../../src/testing/by-role.js';
import { deepActive } from '../../../src/testing/press.js';
import { openCommunity } from '../../testing/community.js';
import { affirm, affirmation, idOf, many, offeredIn, places, shown } from './picker-scene.js';

for (const [what, { as, widget, label }] of Object.entries(places)) {
  describe(`those for ${what} whom the person addressed before`, () => {
    it('come first, the last one first and at most five, after the page was left too', async () => {
      const shared = { as, person: as === 'staff' ? 's-priya' : 'p-ana', keep: 'house', community: crypto.randomUUID() } as const;
      const before = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, shared);
      for (const name of ['Weiß', 'Æsa', 'Lee', 'Søren', 'Kim', 'Işık', 'O’Brien', 'Lee']) await affirm(before, idOf(name));
      before.remove();
      const community = await openCommunity(widget, shared);
      // One of them has left since.
      community.people = many.filter(({ name }) => name !== 'Kim');
      await until(() => offeredIn(community, label)[0] === 'Lee');
      expect(offeredIn(community, label).slice(0, 5)).to.deep.equal(['Lee', 'O’Brien', 'Işık', 'Søren', 'Æsa']);
    });
  });
}

describe('those whom a person addressed before', () => {
  const widget = html`<milieu-peer-feedback></milieu-peer-feedback>`;
  const label = 'Who is it for?';
  const startingWith = (...first: readonly string[]): string[] => [...new Set([...first, ...shown])].slice(0, 8);

  it('are not shown to the next person at the same computer', async () => {
    const house = crypto.randomUUID();
    for (const [person, to] of [
      ['p-sam', 'Lee'],
      ['p-ana', 'Işık'],
    ] as const) {
      const community = await openCommunity(widget, { keep: 'house', community: house, person });
      await affirm(community, idOf(to));
      community.remove();
    }
    const community = await openCommunity(widget, { keep: 'house', community: house });
    community.people = many;
    await until(() => offeredIn(community, label)[0] === 'Işık');
    expect(offeredIn(community, label)).to.deep.equal(startingWith('Işık'));
    community.person = 'p-sam';
    await until(() => offeredIn(community, label)[0] === 'Lee');
    expect(offeredIn(community, label)).to.deep.equal(startingWith('Lee'));
  });

  it('are known before a name is shown; if that takes too long, no name moves later', async () => {
    const store = await openRecords({ community: 'north', person: 'p-ana', as: 'resident', keep: 'page' });
    await store.act('send', { kind: 'feedback', id: uuidv7() }, affirmation(idOf('Lee')));
    let go = (): void => undefined;
    const slow = new Promise<void>((resolve) => (go = resolve));
    let [asked, answered] = [0, 0];
    const list: Records['list'] = async (query) => {
      asked += 1;
      await slow;
      return store.list(query).finally(() => (answered += 1));
    };
    const records = new Proxy(store, {
      get: (_store, name) => {
        if (name === 'list') return list;
        const value: unknown = Reflect.get(store, name);
        return typeof value === 'function' ? (value.bind(store) as unknown) : value;
      },
    });
    const community = await fixture<MilieuCommunity>(
      html`<milieu-community community="north" person="p-ana" as="resident" .people=${many} .records=${records}>${widget}</milieu-community>`,
    );
    await until(() => asked > 0);
    expect(queryByRole(community, 'radio', 'Søren')).to.equal(undefined);
    await findByRole(community, 'radio', 'Søren');
    go();
    await until(() => answered === asked);
    await nextFrame();
    expect(offeredIn(community, label)).to.deep.equal(startingWith());
  });
});

describe('a person among others of the same name', () => {
  it('is found by what tells them apart', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    community.people = [...many, { id: 'p-e', name: 'Ana', as: 'resident', note: 'east wing' }, { id: 'p-s', name: 'Ana', as: 'staff' }];
    const field = await findByRole(community, 'searchbox', 'Find a name');
    const offered = (): string => offeredIn(community, 'Who is it for?').join();
    fill(field, 'ana east');
    await until(() => offered() === 'Ana (east wing)');
    fill(field, 'ana staff');
    await until(() => offered() === 'Ana (staff)');
    fill(field, 'ana');
    await findInText(community, '3 names match.');
  });
});

describe('several people', () => {
  const label = 'Who does it?';
  const ticked = (community: Element): string[] =>
    allByRole(byRole(community, 'group', label), 'checkbox')
      .filter((box) => (box as HTMLInputElement).checked)
      .map(nameOf);
  const enter = (): KeyboardEvent => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true });
  const open = async (): Promise<MilieuCommunity> => {
    const community = await openCommunity(html`<milieu-responsibility-ladder view="rota"></milieu-responsibility-ladder>`, {
      as: 'staff',
      person: 's-priya',
    });
    community.people = many;
    await findByRole(community, 'group', label);
    return community;
  };
  const field = (community: Element): HTMLElement => byRole(byRole(community, 'group', label), 'searchbox', 'Find a name');

  it('are found one after the other, and stay in sight while the next is looked for', async () => {
    const community = await open();
    for (const name of ['Lee', 'Işık']) {
      fill(field(community), name);
      await findInText(community, 'One name matches.');
      field(community).dispatchEvent(enter());
      await until(() => (field(community) as HTMLInputElement).value === '' && ticked(community).includes(name));
    }
    fill(field(community), 'kim');
    await findInText(community, 'One name matches.');
    expect(ticked(community)).to.have.members(['Lee', 'Işık']);
    await findInText(community, /Turns go in this order: Lee.* and .*Işık/);
  });

  it('stay where they are when one is taken out again, so that the focus stays on a name', async () => {
    const community = await open();
    fill(field(community), 'weiss');
    await findInText(community, 'One name matches.');
    field(community).dispatchEvent(enter());
    await until(() => ticked(community).join() === 'Weiß' && (field(community) as HTMLInputElement).value === '');
    const box = byRole(community, 'checkbox', 'Weiß');
    box.focus();
    box.click();
    await until(() => ticked(community).length === 0);
    expect(nameOf(deepActive() as HTMLElement)).to.equal('Weiß');
  });

  it('can be taken out again', async () => {
    const community = await open();
    for (const name of ['Æsa', 'Kim']) (await findByRole(community, 'checkbox', name)).click();
    await until(() => ticked(community).length === 2);
    byRole(community, 'checkbox', 'Æsa').click();
    await until(() => ticked(community).join() === 'Kim');
  });

  it('are missed by name, and the first press on what is missing leads to them', async () => {
    const community = await open();
    byRole(community, 'button', 'Save this job').click();
    (await findByRole(community, 'button', 'Choose at least one person.')).click();
    await until(() => deepActive() === field(community));
  });
});
