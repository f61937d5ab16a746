import { LitElement } from 'lit';
import { densityStyles } from '../../src/elements/shared/density.styles.js';
import { tokenStyles } from '../../src/elements/shared/tokens.styles.js';
import { contrastOf } from '../../src/tokens/index.js';

export type Scheme = 'light' | 'dark';
export type Brand = Readonly<Record<string, string>>;

class BrandedForTest extends LitElement {
  static override styles = [tokenStyles, densityStyles];
}
customElements.define('branded-for-test', BrandedForTest);

/** The same tokens with one media query answered by yes, as on the device of a person who asks for it. */
export function whereAsked(tag: string, query: string): string {
  class Asked extends LitElement {}
  customElements.define(tag, Asked);
  const text = tokenStyles.cssText.replaceAll(query, 'all');
  if (text === tokenStyles.cssText) throw new Error(`The tokens do not ask for ${query}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  Asked.elementStyles = [sheet];
  return tag;
}

/** An element with the tokens in the page, as long as `look` takes. */
export function wear<T>(scheme: Scheme, set: Brand, look: (host: HTMLElement) => T, tag = 'branded-for-test'): T {
  const host = document.createElement(tag);
  host.style.colorScheme = scheme;
  for (const [property, value] of Object.entries(set)) host.style.setProperty(property, value);
  document.body.append(host);
  try {
    return look(host);
  } finally {
    host.remove();
  }
}

/** The pairs of the look that are hard to read with that brand, with their ratio; `more` asks for that many times the least. */
export const hard = (scheme: Scheme, set: Brand, tag?: string, more = 1): readonly string[] =>
  wear(
    scheme,
    set,
    (host) =>
      contrastOf(host)
        .filter(({ ratio, least }) => ratio < least * more)
        .map(({ mark, ground, ratio }) => `${scheme} ${JSON.stringify(set)} ${mark} on ${ground}: ${ratio.toFixed(2)}`),
    tag,
  );

/** Colours from all over oklch, those outside of what a screen can show among them. */
export function* grid(lights: readonly number[], chromas: readonly number[], hues: readonly number[]): Generator<string> {
  for (const light of lights) for (const chroma of chromas) for (const hue of chroma === 0 ? [0] : hues) yield `oklch(${light} ${chroma} ${hue})`;
}
