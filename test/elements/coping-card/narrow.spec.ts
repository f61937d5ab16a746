import { expect, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byText, findByRole } from '../../../src/testing/by-role.js';

const box = (element: Element): DOMRect => element.getBoundingClientRect();
const cell = (radio: Element): DOMRect => box(radio.closest('label') ?? radio);

/** The numbers of a card that is `width` CSS px wide. */
async function numbers(width: number): Promise<{ community: MilieuCommunity; cells: readonly DOMRect[]; low: DOMRect; high: DOMRect }> {
  const community = await openCommunity(html`<milieu-coping-card card="c01"></milieu-coping-card>`);
  community.style.setProperty('inline-size', `${width}px`);
  community.style.setProperty('display', 'block');
  (await findByRole(community, 'button', 'Start breathing')).click();
  (await findByRole(community, 'button', 'Stop')).click();
  await findByRole(community, 'radio', '0');
  const cells = allByRole(community, 'radio').slice(0, 11).map(cell);
  return { community, cells, low: box(byText(community, '0, not at all')), high: box(byText(community, '10, as strong as it gets')) };
}

describe('the scale from 0 to 10 on a narrow sheet', () => {
  for (const width of [248, 288, 420]) {
    it(`a scale of ${width} px says what 0 means above it and what 10 means below it`, async () => {
      const { cells, low, high } = await numbers(width);
      expect(low.bottom).to.be.at.most(cells[0]!.top + 1);
      expect(high.top).to.be.at.least(cells[10]!.bottom - 1);
      for (const { width, height } of cells) {
        expect(height).to.be.at.least(44);
        expect(width).to.be.at.least(44);
      }
    });
  }

  it('a wide scale is one line with both meanings below it', async () => {
    const { cells, low, high } = await numbers(700);
    expect(new Set(cells.map(({ top }) => Math.round(top))).size).to.equal(1);
    expect(Math.round(low.top)).to.equal(Math.round(high.top));
    expect(low.top).to.be.at.least(cells[0]!.bottom - 1);
  });
});
