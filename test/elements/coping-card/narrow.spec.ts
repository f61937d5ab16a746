import { expect, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, byText, findByRole, findByText, until } from '../../../src/testing/by-role.js';

const box = (element: Element): DOMRect => element.getBoundingClientRect();
const cell = (radio: Element): DOMRect => box(radio.closest('label') ?? radio);
const circle = (radio: Element): HTMLElement => radio.parentElement?.querySelector('span') ?? expect.fail('A number is in a circle.');
const rowsOf = (cells: readonly DOMRect[]): readonly number[] => [...new Set(cells.map(({ top }) => Math.round(top)))];

/** The width of a number as it is written, without its circle. */
function written(radio: Element): number {
  const range = document.createRange();
  range.selectNodeContents(circle(radio));
  return range.getBoundingClientRect().width;
}

/** Whether this browser knows container queries for a custom property. Others show one line in the large density too. */
function asksForStyle(): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { --probe: 1 } @container style(--probe: 1) { body { --found: 1 } }');
  document.adoptedStyleSheets.push(sheet);
  const found = getComputedStyle(document.body).getPropertyValue('--found') !== '';
  document.adoptedStyleSheets.pop();
  return found;
}

interface Given {
  readonly lang?: string;
  readonly density?: string;
}

async function openCard(width: number, { lang = 'en', density }: Given = {}): Promise<MilieuCommunity> {
  const community = await openCommunity(html`<milieu-coping-card card="c01" lang=${lang} dir="auto"></milieu-coping-card>`);
  community.style.setProperty('inline-size', `${width}px`);
  community.style.setProperty('display', 'block');
  if (density) community.setAttribute('density', density);
  return community;
}

/** The eleven radio buttons of the scale after a practice, in a card that is `width` CSS px wide. */
async function numbers(width: number, given?: Given): Promise<readonly HTMLElement[]> {
  const community = await openCard(width, given);
  (await findByRole(community, 'button', 'Start breathing')).click();
  (await findByRole(community, 'button', 'Stop')).click();
  await findByRole(community, 'group', /^And now, how strong/);
  return allByRole(community, 'radio').slice(0, 11);
}

describe('the scale from 0 to 10 on a narrow sheet', () => {
  // A page of 320 px with and without 16 px at each side, a page of 280 px without, and a phone.
  for (const width of [280, 288, 320, 390]) {
    it(`a scale of ${width} px is one line of targets that are at least 24 px wide and 44 px high`, async () => {
      const cells = (await numbers(width)).map(cell);
      expect(rowsOf(cells)).to.have.length(1);
      for (const one of cells) {
        expect(one.width).to.be.at.least(24);
        expect(one.height).to.be.at.least(44);
      }
      const sheet = box(document.querySelector('milieu-coping-card')!);
      expect(cells[0]!.left).to.be.at.least(sheet.left);
      expect(cells[10]!.right).to.be.at.most(sheet.right);
    });
  }

  for (const lang of ['ar-EG', 'fa', 'ur-u-nu-arabext']) {
    it(`the numbers of ${lang} fit into their circles at 288 px`, async () => {
      const radios = await numbers(288, { lang });
      expect(rowsOf(radios.map(cell))).to.have.length(1);
      for (const radio of radios) {
        expect(written(radio), circle(radio).textContent).to.be.at.most(circle(radio).clientWidth);
        expect(circle(radio).textContent).to.not.match(/[0-9]/);
      }
    });
  }

  it('the number before a practice is in the digits of the page, as the one after it', async () => {
    const community = await openCard(390, { lang: 'ar-EG' });
    (await findByText(community, 'Put a number on it first, if you like')).click();
    const before = await findByRole(community, 'group', 'How strong is the feeling now?');
    await until(() => allByRole(before, 'radio').length === 11);
    expect(allByRole(before, 'radio').map((radio) => circle(radio).textContent)[10]).to.equal('١٠');
  });

  it('a chosen number and the focus stay in their own place on a narrow line', async () => {
    const radios = await numbers(288);
    radios[5]!.click();
    const { boxShadow } = getComputedStyle(circle(radios[5]!));
    expect(boxShadow).to.equal('none');
  });

  for (const [width, given] of [
    [248, {}],
    [288, { density: 'large' }],
  ] as const) {
    it(`where there is no room for one line (${width} px, density ${given.density ?? 'comfortable'}), 0 is explained above two rows and 10 below them`, async function () {
      if (given.density && !asksForStyle()) this.skip();
      const radios = await numbers(width, given);
      const cells = radios.map(cell);
      const root = radios[0]!.getRootNode() as ShadowRoot;
      const host = root.host as HTMLElement;
      expect(rowsOf(cells)).to.have.length(2);
      expect(box(byText(host, '0, not at all')).bottom).to.be.at.most(cells[0]!.top + 1);
      expect(box(byText(host, '10, as strong as it gets')).top).to.be.at.least(cells[10]!.bottom - 1);
      for (const one of cells) expect(one.width).to.be.at.least(32);
    });
  }

  it('a line has both meanings below it, and a mark of before and after is under its number', async () => {
    const community = await openCard(288);
    (await findByText(community, 'Put a number on it first, if you like')).click();
    byRole(await findByRole(community, 'group', 'How strong is the feeling now?'), 'radio', '9').click();
    (await findByRole(community, 'button', 'Start breathing')).click();
    (await findByRole(community, 'button', 'Stop')).click();
    const after = byRole(await findByRole(community, 'group', /^And now, how strong/), 'radio', '2');
    after.click();
    const cells = allByRole(community, 'radio').slice(0, 11).map(cell);
    const [low, high] = [byText(community, '0, not at all'), byText(community, '10, as strong as it gets')].map(box) as [DOMRect, DOMRect];
    expect(low.top).to.be.at.least(cells[0]!.bottom - 1);
    expect(high.top).to.be.at.least(cells[10]!.bottom - 1);
    const line = await findByRole(community, 'img', 'Before 9, after 2, on a line from 0 to 10');
    const middle = (one: DOMRect): number => one.left + one.width / 2;
    for (const [mark, at] of [
      ['.mark-before', 9],
      ['.mark-after', 2],
    ] as const)
      expect(Math.abs(middle(box(line.querySelector(mark)!)) - middle(cells[at]!)), mark).to.be.at.most(1);
  });
});
