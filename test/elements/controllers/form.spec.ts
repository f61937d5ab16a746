import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/meeting-agenda.js';
import '../../../src/define/responsibility-ladder.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { people } from '../../../src/testing/people.js';
import { press } from '../../../src/testing/press.js';
import { byRole, fill, findByRole, findInText, queryByRole, until } from '../../../src/testing/by-role.js';
import { choose } from '../peer-feedback/feedback-scene.js';
import { feedback, field, find } from './form-scene.js';

async function offer(): Promise<{ one: MilieuCommunity; root: ShadowRoot; details: HTMLDetailsElement; drawn: () => Promise<unknown> }> {
  const one = await openCommunity(html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`, { person: 's-priya', as: 'staff' });
  await findByRole(one, 'combobox', 'Who is it for?');
  const root = await until(() => find(one, 'milieu-ladder-offer')?.shadowRoot);
  const details = root.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  const view = root.host as HTMLElement & { updateComplete: Promise<unknown> };
  return { one, root, details, drawn: () => view.updateComplete };
}

describe('A native control in a form', () => {
  it('does not give back a text that was sent while the caret stood in its field', async () => {
    const one = await feedback();
    await choose(one, 'Sam');
    (await field(one)).focus();
    await sendKeys({ type: 'You held the door.' });
    byRole(one, 'button', 'Send to Sam').click(); // without a press, as a voice command does
    (await findByRole(one, 'button', 'Write another')).click();
    expect((await field(one)).value).to.equal('');
  });

  it('keeps the other parts of a date when one is deleted, and is named on submit', async () => {
    const { one, root, drawn, details } = await offer();
    const due = root.querySelector('#due') as HTMLInputElement;
    fill(due, '2027-12-05');
    await drawn();
    due.focus();
    await sendKeys({ press: 'Backspace' });
    await drawn();
    expect(details.open).to.equal(true);
    expect(due.value).to.equal('');
    if (due.validity.badInput) {
      await press(one, 'Offer it');
      await findInText(one, 'Finish this, or leave it empty.');
    }
    due.focus();
    await sendKeys({ press: '1' });
    await sendKeys({ press: '1' });
    await until(() => due.value !== '', { what: 'a date that is whole again' });
    expect(due.value).to.match(/2027/);
  });

  it('leaves its group open and keeps the focus when its number is deleted', async () => {
    const { root, drawn, details } = await offer();
    const minutes = root.querySelector('#minutes') as HTMLInputElement;
    fill(minutes, '5');
    await drawn();
    await sendKeys({ press: 'Backspace' });
    await drawn();
    expect([minutes.value, details.open, root.activeElement === minutes]).to.deep.equal(['', true, true]);
  });

  it('shows the chosen person after the host has changed the order of its people', async () => {
    const { one, root } = await offer();
    const person = await until(() => root.querySelector('#person')?.shadowRoot?.querySelector('select'));
    fill(person, 'p-sam');
    one.people = [
      { id: 'p-zoe', name: 'Aaron', as: 'resident' },
      { id: 'p-bea', name: 'Bea', as: 'resident' },
      { id: 'p-jo', name: 'Jo', as: 'resident' },
      { id: 'p-sam', name: 'Sam', as: 'resident' },
      { id: 'p-ana', name: 'Zed', as: 'resident' },
    ];
    await until(() => person.options.length === 6);
    expect([person.value, person.selectedOptions[0]?.textContent]).to.deep.equal(['p-sam', 'Sam']);
  });

  it('shows the chosen chair after the host has changed the order of its people', async () => {
    const one = await openCommunity(html`<milieu-meeting-agenda></milieu-meeting-agenda>`, { person: 's-priya', as: 'staff' });
    const chair = (await findByRole(one, 'combobox', 'Chair')) as HTMLSelectElement;
    fill(chair, 'p-sam');
    one.people = [{ id: 'p-zoe', name: 'Aaron', as: 'resident' }, ...people];
    await until(() => [...chair.options].some(({ value }) => value === 'p-zoe'));
    expect([chair.value, chair.selectedOptions[0]?.textContent?.trim()]).to.deep.equal(['p-sam', 'Sam']);
  });

  it('takes the focus at once when its line in the summary is pressed', async () => {
    const { one, root } = await offer();
    await press(one, 'Offer it');
    const [link] = await until(() => {
      const links = root.querySelectorAll<HTMLElement>('.problems .link');
      return links.length > 0 && [...links];
    });
    link?.click();
    expect(root.activeElement?.id).to.equal('person');
  });
});

describe('An Enter that ends a composition', () => {
  const many = ['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gil', 'Hal', 'José', 'Kim'].map((name) => ({ id: name, name, as: 'resident' as const }));

  it('chooses no person', async () => {
    const one = await feedback();
    one.people = many;
    const search = await findByRole(one, 'searchbox', 'Find a name');
    fill(search, 'jos');
    await findByRole(one, 'radio', 'José');
    expect(queryByRole(one, 'radio', 'Bo')).to.equal(undefined);
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
    await aTimeout(0);
    expect((byRole(one, 'radio', 'José') as HTMLInputElement).checked).to.equal(false);
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until(() => (byRole(one, 'radio', 'José') as HTMLInputElement).checked);
  });

  it('is not left to the browser, which would send the form', async () => {
    const { root } = await offer();
    const title = root.querySelector('#title') as HTMLInputElement;
    const pressed = (init: KeyboardEventInit): boolean =>
      title.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...init }));
    expect([pressed({ isComposing: true }), pressed({ keyCode: 229 }), pressed({})]).to.deep.equal([false, false, true]);
  });
});

describe('A page that a translator has rewritten', () => {
  it('shows who reads it, and to whom it goes, after the person was chosen', async () => {
    const one = await feedback();
    await field(one);
    const root = find(one, 'milieu-feedback-write')?.shadowRoot as ShadowRoot;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const all: Text[] = [];
    while (texts.nextNode()) all.push(texts.currentNode as Text);
    for (const text of all.filter(({ data }) => data.trim())) {
      const font = document.createElement('font');
      font.textContent = 'übersetzt';
      text.replaceWith(font);
    }
    await choose(one, 'Sam');
    await findInText(one, 'Sam and staff can read this.');
    await findByRole(one, 'button', 'Send to Sam');
  });
});
