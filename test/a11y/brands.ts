import { LitElement } from 'lit';
import { densityStyles } from '../../src/elements/styles/density.styles.js';
import { tokenStyles } from '../../src/elements/styles/tokens.styles.js';
import { contrastOf } from '../../src/tokens/index.js';

export type Scheme = 'light' | 'dark';
export type Brand = Readonly<Record<string, string>>;

class BrandedForTest extends LitElement {
  static override styles = [tokenStyles, densityStyles];
}
customElements.define('branded-for-test', BrandedForTest);

/** The tokens with one media query set to true, as on the device of a person with that setting. */
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

/** Adds an element with the tokens to the page while `look` runs. */
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

/** The colour pairs that are hard to read with that brand, with their ratio; `more` multiplies the minimum. */
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

/** Colours from all of oklch, also some that a screen cannot show. */
export function* grid(lights: readonly number[], chromas: readonly number[], hues: readonly number[]): Generator<string> {
  for (const light of lights) for (const chroma of chromas) for (const hue of chroma === 0 ? [0] : hues) yield `oklch(${light} ${chroma} ${hue})`;
}
