import { expect } from '@open-wc/testing';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { play, scenes } from '../a11y/scenes.js';
import { elementsOf } from '../../src/testing/find-elements.js';
import { settled } from './wait-for-draw.js';

interface Declaration {
  readonly tagName: string;
  readonly cssParts?: readonly { readonly name: string }[];
}
const partsOf = new Map(
  manifest.modules.flatMap(({ declarations }) => declarations as readonly Declaration[]).map(({ tagName, cssParts }) => [tagName, cssParts ?? []]),
);
const sheet = new CSSStyleSheet();
/** A colour that nothing else has, one for each part. */
const colorOf = (at: number): string => `rgb(1, 2, ${at + 3})`;

for (const tag of new Set(scenes.map((scene) => scene.tag))) {
  describe(`parts of <${tag}>`, () => {
    const parts = (partsOf.get(tag) ?? []).map(({ name }) => name);
    const seen = new Map<string, Set<string>>();

    before(async () => {
      sheet.replaceSync(parts.map((name, at) => `${tag}::part(${name}) { outline: 1px solid ${colorOf(at)}; }`).join('\n'));
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      for (const scene of scenes.filter((one) => one.tag === tag)) {
        const root = await play(scene);
        await settled();
        for (const element of elementsOf(root.querySelector(tag)!)) {
          const color = getComputedStyle(element).outlineColor;
          const name = parts.find((_, at) => colorOf(at) === color);
          if (name) seen.set(name, (seen.get(name) ?? new Set()).add(element.localName));
        }
        root.remove();
      }
    });
    after(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });

    it('documents its parts', () => {
      expect(parts).to.include.members(['heading', 'primary-button', 'card', 'foot']);
      expect(parts.includes('tabs')).to.equal(tag !== 'milieu-help');
    });

    it('a page can style each of them, also in the views inside', () => {
      expect([...seen.keys()].sort()).to.deep.equal([...parts].sort());
    });

    it('each part is what it is called', () => {
      const right = { heading: /^h[23]$/, tabs: /^nav$/, tab: /^button$/, 'primary-button': /^(button|a)$/, card: /^(article|li)$/, foot: /^div$/ };
      for (const [name, elements] of seen) for (const element of elements) expect(element, name).to.match(right[name as keyof typeof right]);
    });
  });
}
