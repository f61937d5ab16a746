import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { people as usual } from '../../../src/testing/people.js';
import { openCommunity } from '../../testing/community.js';
import { many, offeredIn, places } from './picker-scene.js';

for (const [what, { as, widget, label }] of Object.entries(places)) {
  describe(`a person for ${what}`, () => {
    let community: MilieuCommunity;
    /** The finder of this choice: a meeting has three. */
    const finder = async (): Promise<HTMLElement> => {
      await until(() => queryByRole(community, 'searchbox', 'Find a name'));
      return byRole(byRole(community, 'radiogroup', label), 'searchbox', 'Find a name');
    };
    const offered = (): string[] => offeredIn(community, label);
    beforeEach(async () => {
      community = await openCommunity(widget, { as, person: as === 'staff' ? 's-priya' : 'p-ana' });
      community.people = many;
    });

    it('is found by what a plain keyboard has', async () => {
      const field = await finder();
      for (const [typed, name] of [
        ['soren', 'Søren'],
        ['lukasz', 'Łukasz'],
        ['dorde', 'Đorđe'],
        ['weiss', 'Weiß'],
        ['aesa', 'Æsa'],
        ['isik', 'Işık'],
        ['ana lima', 'Ana Lima'],
        ["o'brien", 'O’Brien'],
        ['ｋｉｍ', 'Kim'],
      ] as const) {
        fill(field, typed);
        await until(() => offered().join().replace(/\s/g, ' ') === name, { what: `${name} by ${typed}` });
        await findInText(community, 'One name matches.');
      }
      fill(field, 'zz');
      await findInText(community, 'No name matches.');
    });

    it('is chosen by Enter, and not by an Enter that ends what an input method composes', async () => {
      const field = await finder();
      fill(field, 'lukasz');
      await until(() => offered().length === 1);
      const chosen = (): boolean => (byRole(byRole(community, 'radiogroup', label), 'radio', 'Łukasz') as HTMLInputElement).checked;
      const enter = (more: KeyboardEventInit): boolean =>
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...more }));
      enter({ isComposing: true });
      enter({ keyCode: 229 });
      await community.updateComplete;
      expect(chosen()).to.equal(false);
      enter({});
      await until(chosen);
    });

    it('is one of eight names where there are 500, and of all of them once the person asks', async () => {
      community.people = Array.from({ length: 500 }, (_, at) => ({ id: `p-${at}`, name: `Kim ${at}`, as: 'resident' }));
      await finder();
      await until(() => offered().includes('Kim 0'));
      expect(offered()).to.have.length(8);
      byRole(byRole(community, 'radiogroup', label), 'button', 'Show all names').click();
      await until(() => offered().length === 500);
    });
  });
}

describe('a person who is chosen', () => {
  it('stays chosen when the list takes another order', async () => {
    const community = await openCommunity(html`<milieu-meeting-agenda></milieu-meeting-agenda>`);
    fill(await findByRole(community, 'combobox', 'Chair'), 'p-sam');
    community.people = [...usual].reverse();
    await community.updateComplete;
    await until(() => (byRole(community, 'combobox', 'Chair') as HTMLSelectElement).selectedOptions[0]?.text === 'Sam');
  });

  it('is told apart from another one of the same name, in the list and in the sentences', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    community.people = [
      { id: 'p-1', name: 'Ana', as: 'resident', note: 'east wing' },
      { id: 'p-2', name: 'Ana', as: 'resident' },
      { id: 'p-3', name: 'Ana', as: 'staff' },
      { id: 'p-4', name: 'Sam', as: 'resident', note: 'west wing' },
    ];
    (await findByRole(community, 'radio', 'Ana (east wing)')).click();
    await findInText(community, 'Ana (east wing) and staff can read this.');
    await findByRole(community, 'button', 'Send to Ana (east wing)');
    expect(allByRole(community, 'radio').map(nameOf)).to.include.members(['Ana (resident)', 'Ana (staff)', 'Sam']);
    expect(textOf(community)).to.not.include('west wing');
  });
});

describe('one row of people that does not fit', () => {
  it('is left out and told to the host by its index and id; the others stay, and those who read are told nothing', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    const told: unknown[][] = [];
    community.addEventListener('milieu-error', ({ code, id, property, row }) => told.push([code, id, property, row]));
    Object.assign(community, {
      people: [
        { id: 'p-1', name: 'Kim', as: 'resident' },
        { id: 'p-2', name: 'n'.repeat(81), as: 'resident' },
        { id: 'p-3', name: 'Lee', as: 'boss' },
      ],
    });
    await findByRole(community, 'radio', 'Kim');
    expect(allByRole(community, 'radio').map(nameOf)).to.not.include('Lee');
    expect(told).to.deep.equal([['bad-property', 'p-2', 'people', 1]]);
    expect(textOf(community)).to.not.include('does not fit');
  });

  it('is told in the same way where no other row fits, and where only its note is too long', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    const told: unknown[][] = [];
    community.addEventListener('milieu-error', ({ code, id, property, row }) => told.push([code, id, property, row]));
    Object.assign(community, { people: [{ id: 'p-1', name: 'n'.repeat(81), as: 'resident' }] });
    await until(() => told.length === 1);
    Object.assign(community, {
      people: [
        { id: 'p-1', name: 'Kim', as: 'resident' },
        { id: 'p-2', name: 'Lee', as: 'resident', note: 'n'.repeat(81) },
      ],
    });
    await until(() => told.length === 2);
    expect(told).to.deep.equal([
      ['bad-property', 'p-1', 'people', 0],
      ['bad-property', 'p-2', 'people', 1],
    ]);
  });
});
