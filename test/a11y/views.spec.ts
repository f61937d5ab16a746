import { assert } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { elementsOf } from '../../src/testing/find-elements.js';
import { astray, clipped, disordered, misnamed, sideways, small } from './measure.js';
import { play, scenes } from './scenes.js';

/** The spacing of WCAG 1.4.12, forced on every element of every shadow root: more than a page can do to a widget. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`);

function spaced(widget: Element, on: boolean): void {
  for (const { shadowRoot } of [widget, ...elementsOf(widget)]) {
    if (!shadowRoot) continue;
    const sheets = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
    shadowRoot.adoptedStyleSheets = on ? [...sheets, spacing] : sheets;
  }
}

const phone = { width: 320, height: 900 };
const { documentElement: page, body } = document;
const setting = (changes: { readonly width?: string; readonly text?: string; readonly dir?: 'rtl' }): void => {
  body.style.inlineSize = changes.width ?? '';
  page.style.fontSize = changes.text ?? '';
  page.dir = changes.dir ?? '';
  page.lang = changes.dir ? 'ar' : 'en';
};

describe('accessibility of every view', () => {
  before(async () => {
    await setViewport(phone);
    body.style.margin = '0';
  });
  after(async () => {
    setting({});
    body.style.margin = '';
    await setViewport({ width: 800, height: 600 });
  });
  afterEach(() => setting({}));

  for (const scene of scenes)
    it(`${scene.name}: layout, targets, names and states are accessible`, async () => {
      const root = await play(scene);
      const widget = root.querySelector(scene.tag);
      if (!widget) throw new Error('There is no widget');
      const found: Record<string, string[]> = {};
      const look = (where: string, faults: string[]): void => {
        if (faults.length > 0) found[where] = faults;
      };

      look('names', misnamed(widget));
      look('references', astray(widget));
      look('320 px: sideways', sideways(widget));
      look('320 px: clipped', clipped(widget));
      look('320 px: targets of 44 px', small(widget, 44, 44, '.link, summary, a, .scale input'));
      look('320 px: a scale in one row, 24 px wide and 44 px high', small(widget, 24, 44, ':not(.scale input)'));
      look('320 px: order', disordered(widget, 'ltr'));
      setting({ width: '280px' });
      look('280 px: sideways', sideways(widget));
      look('280 px: targets of 24 px', small(widget, 24, 24));
      setting({});
      root.setAttribute('density', 'compact');
      look('compact: targets of 24 px', small(widget, 24, 24));
      root.removeAttribute('density');
      spaced(widget, true);
      look('more space in the text: sideways', sideways(widget));
      look('more space in the text: clipped', clipped(widget));
      spaced(widget, false);
      await setViewport({ width: 640, height: 900 });
      setting({ text: '200%' });
      look('text of 200 %: sideways', sideways(widget));
      look('text of 200 %: clipped', clipped(widget));
      await setViewport(phone);
      setting({ dir: 'rtl' });
      assert.equal(getComputedStyle(widget).direction, 'rtl');
      look('right to left: sideways', sideways(widget));
      look('right to left: order', disordered(widget, 'rtl'));
      assert.deepEqual(found, {});
    });
});
