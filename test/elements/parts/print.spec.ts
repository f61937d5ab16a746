import { expect, html } from '@open-wc/testing';
import '../../../src/define/index.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { openCommunity } from '../../testing/community.js';
import { FakeDay, press } from '../today/today-scene.js';

/** What would come out of the printer. */
interface Paper {
  readonly document: Document;
  readonly words: string;
  readonly size: string;
}

/** All text of a tree of another window, shadow trees too. */
const wordsOf = (node: Node): string => {
  const tree = (node as Partial<Element>).shadowRoot;
  const own = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : ((node as Partial<HTMLInputElement>).value ?? '');
  return [own, ...(tree ? [wordsOf(tree)] : []), ...[...node.childNodes].map(wordsOf)].join(' ');
};

/** Catches each frame before it prints. */
function watchPaper(): { readonly sheets: Paper[]; stop(): void } {
  const sheets: Paper[] = [];
  const watch = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLIFrameElement) || !node.contentWindow) continue;
      const { document } = node.contentWindow;
      node.contentWindow.print = (): void => {
        sheets.push({ document, words: wordsOf(document.body), size: document.documentElement.style.fontSize });
        node.contentWindow?.dispatchEvent(new Event('afterprint'));
      };
    }
  });
  watch.observe(document.body, { childList: true });
  return { sheets, stop: () => watch.disconnect() };
}

describe('printing a widget', () => {
  let paper: ReturnType<typeof watchPaper>;
  beforeEach(() => (paper = watchPaper()));
  afterEach(() => paper.stop());

  async function withPrint(inside = html`<milieu-peer-feedback></milieu-peer-feedback>`): Promise<MilieuCommunity> {
    const community = await openCommunity(
      html`<p>The page of the clinic</p>
        ${inside}`,
      { community: 'north' },
    );
    await press(community, 'Print');
    await findByRole(community, 'heading', 'Print this page');
    return community;
  }
  const choose = async (community: Element, name: string): Promise<Paper> => {
    (await findByRole(community, 'button', name)).click();
    return until(() => paper.sheets[0]);
  };
  /** The first of the two buttons with this name is in the foot. */
  const plain = async (community: Element): Promise<Paper> => {
    allByRole(community, 'button', 'Print')
      .find((button) => button.id !== 'open-print')
      ?.click();
    return until(() => paper.sheets[0]);
  };

  it('prints the widget alone, with what was typed, and leaves nothing behind', async () => {
    const community = await withPrint();
    fill(byRole(community, 'textbox', 'What did you see?'), 'You set all the tables.');
    const sheet = await plain(community);
    expect(sheet.words).to.contain('You set all the tables.');
    expect(sheet.words).not.to.contain('The page of the clinic');
    expect(sheet.document.title).to.equal('');
    expect(document.querySelector('iframe')).to.equal(null);
  });

  it('prints a blank form, without what was typed', async () => {
    const community = await withPrint();
    fill(byRole(community, 'textbox', 'What did you see?'), 'You set all the tables.');
    const sheet = await choose(community, 'Blank form');
    expect(sheet.words).to.contain('What did you see?');
    expect(sheet.words).not.to.contain('You set all the tables.');
  });

  it('prints in large letters', async () => {
    expect((await choose(await withPrint(), 'Large print')).size).to.equal('150%');
  });

  it('offers no blank form where there is nothing to fill in', async () => {
    const community = await withPrint(html`<milieu-today></milieu-today>`);
    expect(queryByRole(community, 'button', 'Blank form')).to.equal(undefined);
  });

  it('prints what the widget shows now, with the styles of its shadow trees', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    const community = await withPrint(html`<milieu-today></milieu-today>`);
    await community.records?.apply(day.records);
    await until(() => textOf(community).includes('New for you'));
    const { document: printed, words } = await plain(community);
    expect(words).to.contain('New for you from');
    const list = printed.querySelector('milieu-today')?.shadowRoot?.querySelector('milieu-day-list');
    expect(list?.shadowRoot?.adoptedStyleSheets.length).to.be.greaterThan(0);
  });
});
