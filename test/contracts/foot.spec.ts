import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/peer-feedback.js';
import { findByRole, reachable } from '../../src/testing/by-role.js';
import { openCommunity } from '../testing/community.js';

const sheet = new CSSStyleSheet();

describe('help and the words about sending', () => {
  before(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  for (const importance of ['', ' !important'])
    it(`a page cannot hide them with their part${importance}`, async () => {
      const root = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
      const help = await findByRole(root, 'button', 'Ask for help');
      for (const rule of ['display: none', 'visibility: hidden', 'opacity: 0']) {
        sheet.replaceSync(`milieu-peer-feedback::part(foot) { ${rule}${importance}; }`);
        expect(reachable(help), rule).to.equal(true);
        expect(help.checkVisibility({ opacityProperty: true }), rule).to.equal(true);
      }
    });

  it('can be scrolled to where the page gives the widget a height', async () => {
    sheet.replaceSync('milieu-peer-feedback { block-size: 120px; }');
    const root = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    const help = await findByRole(root, 'button', 'Ask for help');
    const widget = root.querySelector('milieu-peer-feedback')!;
    help.scrollIntoView({ behavior: 'instant' });
    const [inside, around] = [help.getBoundingClientRect(), widget.getBoundingClientRect()];
    expect(Math.round(around.height)).to.equal(120);
    expect(inside.bottom).to.be.at.most(around.bottom + 1);
    expect(inside.top).to.be.at.least(around.top - 1);
  });
});
