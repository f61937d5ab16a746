import { expect } from '@open-wc/testing';
import '../../src/define/index.js';
import { contrastOf, ratioOf } from '../../src/tokens/contrast.js';
import { elementsOf } from '../../src/testing/find-elements.js';
import { findByRole } from '../../src/testing/by-role.js';
import { inside, type Tag } from './element.contract.js';
import { widgets } from './read-manifest.js';
import { settled } from './wait-for-draw.js';

const measured = [
  'color',
  'backgroundColor',
  'textTransform',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'wordBreak',
  'overflowWrap',
  'hyphens',
  'whiteSpace',
  'textAlign',
  'textIndent',
  'textShadow',
  'textDecorationLine',
  'fontWeight',
  'fontStyle',
  'fontSize',
  'fontVariant',
  'cursor',
  'direction',
  'display',
  'visibility',
  'webkitTextFillColor',
] as const;

/** What pages do to every element, or to all of a kind. */
const rules: Readonly<Record<string, string>> = {
  'colours, case and space of texts': `* { color: #e8e8e8; text-transform: uppercase; line-height: 1; letter-spacing: 0.2em; word-spacing: 0.3em;
    text-indent: 2em; text-align: center; white-space: pre; text-shadow: 1px 1px red; -webkit-text-fill-color: #e8e8e8; }`,
  'the same, with !important': '* { color: #e8e8e8 !important; line-height: 1 !important; text-transform: uppercase !important; }',
  'fonts that are light, slanted or in small capitals':
    '* { font-weight: 200; font-style: italic; font-variant: small-caps; word-break: break-all; hyphens: auto; }',
  'a background': '* { background: #fff !important; } html { color-scheme: dark; }',
  'cursor and direction': '* { cursor: none; direction: rtl; }',
  'a reset': '* { margin: 0; padding: 0; border: 0; box-sizing: content-box; font: inherit; list-style: none; vertical-align: baseline; }',
  'div, button, input and headings': `div { display: none; } button, input, textarea { all: unset; } h2, h3, p { display: none; }
    [class] { position: absolute; } label { visibility: hidden; } svg { display: none; }`,
  'things that are hidden': '[hidden] { display: block !important; }',
  'blocks everywhere': '* { display: block; }',
  transitions: '* { transition: all 2s; }',
};

/** The styles of everything inside a widget that has a text of its own. */
function textStyles(widget: Tag): readonly string[] {
  return [...elementsOf(widget)]
    .filter((element) => element.getRootNode() instanceof ShadowRoot)
    .filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
    .map((element) => {
      const style = getComputedStyle(element);
      return `${element.localName} “${element.textContent.trim().slice(0, 30)}”: ${measured.map((name) => `${name} ${style[name]}`).join(', ')}`;
    });
}

const sheet = new CSSStyleSheet();

for (const { tag } of widgets) {
  describe(`<${tag}> in a page with rules for every element`, () => {
    let element: Tag;
    beforeEach(async () => {
      ({ element } = await inside(tag));
      await findByRole(element, 'button', tag === 'milieu-help' ? 'Ask staff to come' : 'Ask for help');
      await settled();
    });
    afterEach(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });

    for (const [what, rule] of Object.entries(rules)) {
      it(`its texts look the same: ${what}`, () => {
        const scheme = rule.includes('color-scheme') ? 'html { color-scheme: dark; }' : '';
        sheet.replaceSync(scheme);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        const before = textStyles(element);
        expect(before.length).to.be.greaterThan(2);
        sheet.replaceSync(rule);
        expect(textStyles(element)).to.deep.equal(before);
      });
    }

    it('keeps the font of the page, and its own transition of opacity', () => {
      sheet.replaceSync('* { font-family: monospace; transition: all 2s; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      expect(getComputedStyle(element.shadowRoot!.querySelector('.foot')!).fontFamily).to.equal('monospace');
      expect(getComputedStyle(element).transitionProperty).to.include('opacity');
    });

    it('contrastOf says what a person sees', () => {
      sheet.replaceSync('* { color: #e8e8e8; background: #fff; --milieu-ink: #e8e8e8; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const body = contrastOf(element).find(({ where }) => where === 'body text')!;
      const { color, backgroundColor } = getComputedStyle(element);
      expect(ratioOf(color, backgroundColor)).to.be.closeTo(body.ratio, 0.01);
      expect(body.enough).to.equal(true);
    });
  });
}

describe('<milieu-community> in a page with rules for every element', () => {
  it('is not shown while it is hidden, and never shows the names in its scripts', async () => {
    sheet.replaceSync('* { display: block; } [hidden] { display: block !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const { community } = await inside('milieu-help');
    const names = document.createElement('b');
    names.slot = 'people';
    names.append('[{ "name": "Sam" }]');
    community.append(names);
    await settled();
    expect(names.getBoundingClientRect().height).to.equal(0);
    community.hidden = true;
    expect(getComputedStyle(community).display).to.equal('none');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });
});
