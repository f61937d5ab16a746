import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import { affirmation, held, reminder, told as sends } from '../a11y/scene-records.js';
import { show } from '../a11y/show-scene.js';
import { openCommunity } from '../testing/community.js';
import { allByRole, byRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../src/testing/by-role.js';
import type { Fixtures } from '../../src/testing/fixtures.js';
import { drawn, settled } from './wait-for-draw.js';

/** Each widget with its pages for a resident: their names and their labels. */
const pages = {
  'milieu-peer-feedback': { write: 'Write', inbox: 'For you', sent: 'Sent' },
  'milieu-responsibility-ladder': { part: 'My part here', carry: 'My jobs', step: 'A next step' },
  'milieu-coping-card': { card: 'This card', mine: 'What I kept' },
  'milieu-coping-deck': { cards: 'Cards', mine: 'What I kept' },
  'milieu-meeting-agenda': { plan: 'Plan', run: 'Run', minutes: 'Minutes', board: 'Promises', said: 'You said, we did' },
} as const;

const tabsOf = (root: Element): readonly string[] =>
  allByRole(root, 'navigation').flatMap((nav) => allByRole(nav, 'button').map((tab) => textOf(tab).trim()));
const give = (root: Element, tag: string, given: Readonly<Record<string, string>>): HTMLElement => {
  const element = root.querySelector<HTMLElement>(tag)!;
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  return element;
};
const errorsOf = (root: HTMLElement): string[] => {
  const told: string[] = [];
  root.addEventListener('milieu-error', ({ code, property }) => told.push(`${code} ${property}`));
  return told;
};

for (const [tag, names] of Object.entries(pages)) {
  describe(`pages that a host leaves out of <${tag}>`, () => {
    let root: MilieuCommunity;
    beforeEach(async () => {
      root = await show({ tag: tag as keyof typeof pages });
      await until(() => tabsOf(root).length === Object.keys(names).length);
    });

    it('shows only the pages in `views`', async () => {
      const told = errorsOf(root);
      const [first = '', second = ''] = Object.keys(names);
      const all = tabsOf(root);
      give(root, tag, { views: `${second}  ${first}` });
      await settled();
      expect(tabsOf(root)).to.deep.equal(all.slice(0, 2));
      give(root, tag, { views: second });
      await until(() => tabsOf(root).length === 0);
      expect(told).to.deep.equal([]);
    });

    it('a page that is left out cannot be opened with `view` either', async () => {
      const [first = '', second = ''] = Object.keys(names);
      give(root, tag, { views: first, view: second });
      await findInText(root, 'There is no page with that name here.');
    });

    it('a `view` that is not known is told to the host, and all pages are there', async () => {
      const told = errorsOf(root);
      const all = tabsOf(root);
      const [first = '', second = ''] = Object.keys(names);
      give(root, tag, { view: `${first} ${second}` });
      await until(() => told.length === 1);
      expect(tabsOf(root)).to.deep.equal(all);
      give(root, tag, { view: second });
      await until(() => tabsOf(root).length === 0);
      give(root, tag, { view: '' });
      await until(() => tabsOf(root).length === all.length);
      Object.assign(root.querySelector(tag)!, { view: { a: 1 } });
      await until(() => told.length === 2);
      expect(tabsOf(root)).to.deep.equal(all);
      expect(told).to.deep.equal(['bad-property view', 'bad-property view']);
    });

    it('words that are not known are told to the host, and do not count', async () => {
      const told = errorsOf(root);
      const all = tabsOf(root);
      give(root, tag, { views: 'wrte', features: 'keep-a-copi' });
      await until(() => told.length === 2);
      expect([...told].sort()).to.deep.equal(['bad-property features', 'bad-property views']);
      expect(tabsOf(root)).to.deep.equal(all);
      byRole(root, 'button', 'Keep a copy');
      give(root, tag, { views: `${Object.keys(names)[0]} wrte` });
      await until(() => told.length === 3);
      expect(tabsOf(root)).to.deep.equal([]);
      Object.assign(root.querySelector(tag)!, { views: { a: 1 } });
      await until(() => told.length === 4);
      expect(tabsOf(root)).to.deep.equal(all);
    });

    it('`features` without words leaves out *Keep a copy*, never help', async () => {
      const told = errorsOf(root);
      give(root, tag, { features: '' });
      await until(() => queryByRole(root, 'button', 'Keep a copy') === undefined);
      byRole(root, 'button', 'Ask for help');
      give(root, tag, { features: 'keep-a-copy' });
      await findByRole(root, 'button', 'Keep a copy');
      expect(told).to.deep.equal([]);
    });
  });
}

describe('what waits for a person is never left out', () => {
  const feedback = 'milieu-peer-feedback';

  it('a letter', async () => {
    const root = await show({ tag: feedback, past: (history) => sends(history, 'p-sam', 'p-ana', affirmation) });
    give(root, feedback, { views: 'write', modes: 'affirm' });
    await until(() => tabsOf(root).length === 2);
    expect(tabsOf(root)[1]).to.match(/^For you/);
  });

  it('a reminder that staff have to look at, and one that its author can still change', async () => {
    const waits = (history: Fixtures): unknown => sends(history, 'p-ana', 'p-sam', reminder);
    const staff = await show({ tag: feedback, person: 's-priya', past: waits });
    give(staff, feedback, { views: 'write' });
    await until(() => tabsOf(staff).length === 2);
    staff.remove();
    const author = await show({ tag: feedback, past: waits });
    give(author, feedback, { views: 'write' });
    await until(() => tabsOf(author).join() === 'Write,Sent');
  });

  it('a duty that staff offer, and the answer of a resident', async () => {
    const ladder = 'milieu-responsibility-ladder';
    const id = uuidv7();
    const offered = (history: Fixtures): unknown =>
      history.act('s-priya', 'offer', 'duty', id, { to: ['p-ana'], data: { title: 'Water', steps: [] } });
    const resident = await show({ tag: ladder, past: offered });
    give(resident, ladder, { views: 'part' });
    await settled();
    await until(() => tabsOf(resident).length === 2);
    resident.remove();
    const staff = await show({
      tag: ladder,
      person: 's-priya',
      past: (history) => {
        offered(history);
        history.act('p-ana', 'decline', 'duty', id);
      },
    });
    give(staff, ladder, { views: 'place' });
    await settled();
    await until(() => tabsOf(staff).length === 2);
  });

  it('minutes that their author can still change', async () => {
    const agenda = 'milieu-meeting-agenda';
    const shown = async (person: 'p-jo' | 'p-sam'): Promise<MilieuCommunity> => {
      const root = await show({ tag: agenda, person, past: (history) => held(history, 'draft') });
      give(root, agenda, { views: 'plan' });
      return root;
    };
    const author = await shown('p-jo');
    await until(() => tabsOf(author).join() === 'Plan,Minutes');
    author.remove();
    const other = await shown('p-sam');
    await until(() => tabsOf(other).length === 0);
  });

  it('calls, for staff without the sound', async () => {
    const past = (history: Fixtures): unknown => history.act('p-ana', 'ask', 'help', uuidv7(), { data: { need: 'come' } });
    const root = await show({ tag: 'milieu-help', person: 's-priya', past });
    await findByRole(root, 'button', 'Turn on sound');
    give(root, 'milieu-help', { features: '' });
    await until(() => queryByRole(root, 'button', 'Turn on sound') === undefined);
    await findInText(root, 'Ana');
  });
});

describe('the modes of the form for feedback', () => {
  const widget = (modes: string): Promise<MilieuCommunity> => openCommunity(html`<milieu-peer-feedback modes=${modes}></milieu-peer-feedback>`);

  it('with `affirm` alone it does not ask, and sends', async () => {
    const root = await widget('affirm');
    const told = errorsOf(root);
    (await findByRole(root, 'radio', 'Sam')).click();
    expect(textOf(root)).to.not.match(/reminder/i);
    fill(byRole(root, 'textbox', 'What did you see?'), 'You held the door.');
    (await findByRole(root, 'button', 'Send to Sam')).click();
    const [kept] = await until(async () => {
      const list = await root.records!.list({ kind: 'feedback' });
      return list.length > 0 && list;
    });
    expect(kept?.record.data).to.deep.include({ mode: 'affirm' });
    expect(told).to.deep.equal([]);
  });

  it('with `remind` alone it is a reminder', async () => {
    const root = await widget('remind');
    await findByRole(root, 'radio', 'Sam');
    expect(queryByRole(root, 'radio', /^A reminder/)).to.equal(undefined);
    await findByRole(root, 'button', 'Send to staff');
  });

  it('a reminder that was begun keeps its words and its mode', async () => {
    const root = await widget('affirm remind');
    (await findByRole(root, 'radio', /^A reminder/)).click();
    await drawn();
    fill(byRole(root, 'textbox', 'What did you see?'), 'The radio was on.');
    give(root, 'milieu-peer-feedback', { modes: 'affirm' });
    await settled();
    expect((byRole(root, 'textbox', 'What did you see?') as HTMLTextAreaElement).value).to.equal('The radio was on.');
    expect((byRole(root, 'radio', /^A reminder/) as HTMLInputElement).checked).to.equal(true);
    fill(byRole(root, 'textbox', 'What did you see?'), '');
    await settled();
  });

  it('an unknown mode is told to the host', async () => {
    const told: string[] = [];
    const hear = ({ property }: { property?: string | undefined }): void => void told.push(String(property));
    document.addEventListener('milieu-error', hear);
    const root = await widget('praise');
    await findByRole(root, 'radio', /^A reminder/);
    document.removeEventListener('milieu-error', hear);
    expect(told).to.deep.equal(['modes']);
  });
});
