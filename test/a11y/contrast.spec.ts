import { assert } from '@open-wc/testing';
import { LitElement } from 'lit';
import { tokenStyles } from '../../src/elements/shared/tokens.styles.js';

class TokensForTest extends LitElement {
  static override styles = tokenStyles;
}
customElements.define('tokens-for-test', TokensForTest);

/** What stands on what, and the least contrast WCAG 2.2 asks of it: 4.5 for words, 3 for edges and marks. */
const pairs: readonly (readonly [mark: string, ground: string, least: number])[] = [
  ...['surface', 'well', 'sunken', 'raised', 'accent-soft', 'warm', 'care'].map((ground) => ['ink', ground, 4.5] as const),
  ...['surface', 'well', 'sunken', 'raised', 'accent-soft', 'warm'].map((ground) => ['ink-quiet', ground, 4.5] as const),
  ['accent', 'surface', 4.5],
  ['accent', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['warm-ink', 'surface', 4.5],
  ['warm-ink', 'warm', 4.5],
  ['care-ink', 'surface', 4.5],
  ['care-ink', 'care', 4.5],
  ...['surface', 'well', 'sunken'].map((ground) => ['line-strong', ground, 3] as const),
  ['accent-line', 'surface', 3],
  ['warm-mark', 'surface', 3],
  ...['surface', 'accent-soft', 'sunken'].map((ground) => ['focus', ground, 3] as const),
];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** Relative luminance of any CSS colour, by letting the browser paint it. */
function luminance(color: string): number {
  if (!canvas) throw new Error('no canvas');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(host: HTMLElement, mark: string, ground: string): number {
  host.style.color = `var(--_${mark})`;
  const first = luminance(getComputedStyle(host).color);
  host.style.color = `var(--_${ground})`;
  const second = luminance(getComputedStyle(host).color);
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const hosts: readonly (readonly [name: string, set: Readonly<Record<string, string>>])[] = [
  ['the default', {}],
  ['a yellow accent', { '--milieu-accent': '#ffd400' }],
  ['a neon accent', { '--milieu-accent': '#39ff14' }],
  ['a pale accent', { '--milieu-accent': '#f4f4ff' }],
  ['a black accent', { '--milieu-accent': '#000' }],
  ["a host's own ink and surface", { '--milieu-ink': 'light-dark(#2b1d3a, #f1e9ff)', '--milieu-surface': 'light-dark(#fff, #141018)' }],
];

describe('contrast', () => {
  for (const scheme of ['light', 'dark'])
    for (const [name, set] of hosts)
      it(`${scheme}, ${name}`, () => {
        const host = document.createElement('tokens-for-test');
        host.style.colorScheme = scheme;
        for (const [property, value] of Object.entries(set)) host.style.setProperty(property, value);
        document.body.append(host);
        const low = pairs
          .map(([mark, ground, least]) => ({ mark, ground, least, is: contrast(host, mark, ground) }))
          .filter(({ is, least }) => is < least)
          .map(({ mark, ground, is }) => `${mark} on ${ground}: ${is.toFixed(2)}`);
        host.remove();
        assert.deepEqual(low, []);
      });
});
