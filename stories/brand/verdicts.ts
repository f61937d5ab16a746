import { html, type TemplateResult } from 'lit';
import { icon } from '../../src/elements/parts/icons.js';
import { cssVariables } from '../../src/elements/styles/css-variables-directive.js';
import { colorsOf, type Contrast, contrastOf, type TokenName } from '../../src/tokens/index.js';
import { toOne, verdict } from '../foundations/verdict.js';
import { type Brand, hex, paint, type Scheme } from './brand.js';

export interface Looked {
  readonly colors: ReadonlyMap<TokenName, string>;
  readonly pairs: readonly Contrast[];
}
export const look = (probe: Element): Looked => ({ colors: colorsOf(probe), pairs: contrastOf(probe) });

const places: readonly (readonly [words: string, mark: TokenName, ground: TokenName])[] = [
  ['Words on the button', 'system.color.on-accent', 'system.color.accent'],
  ['Links', 'system.color.accent', 'system.color.surface'],
  ['Words on the sheet', 'system.color.ink', 'system.color.surface'],
  ['Quiet words in the foot', 'system.color.ink-quiet', 'system.color.sunken'],
  ['Edges of fields', 'system.color.line-strong', 'system.color.well'],
  ['Lines of pictures', 'system.color.accent-line', 'system.color.surface'],
  ['The ring of focus', 'system.color.focus', 'system.color.surface'],
];

/** How well each colour that people read or must see works, in words. */
export function verdicts({ pairs }: Looked): TemplateResult {
  const rows = places.flatMap(([words, mark, ground]) => {
    const pair = pairs.find((one) => one.mark === mark && one.ground === ground);
    return pair ? [{ words, ...pair }] : [];
  });
  const all = pairs.filter(({ enough }) => !enough).length;
  return html`<ul class="verdicts">
    ${rows.map(
      ({ words, ratio, least, enough }) =>
        html`<li>
          ${icon(enough ? 'check' : 'nobody')}<span>${words}: <b>${verdict(ratio, least)}</b>, ${toOne(ratio)}</span>
        </li>`,
    )}
    <li>
      ${icon(all === 0 ? 'check' : 'nobody')}<span
        >${all === 0 ? `All ${pairs.length} places in the widgets hold.` : `${all} places are too faint.`}</span
      >
    </li>
  </ul>`;
}

const colours: readonly (readonly [what: string, part: (brand: Brand, scheme: Scheme) => string, token: TokenName])[] = [
  ['accent', ({ accent }) => accent, 'system.color.accent'],
  ['ink', ({ inkLight, inkDark }, scheme) => (scheme === 'light' ? inkLight : inkDark), 'system.color.ink'],
  ['surface', ({ surfaceLight, surfaceDark }, scheme) => (scheme === 'light' ? surfaceLight : surfaceDark), 'system.color.surface'],
];
const apart = (one: string, other: string): boolean => {
  const [first, second] = [paint(one), paint(other)];
  return first.some((part, at) => Math.abs(part - (second[at] ?? 0)) > 4);
};

/** Which of the host's colours were changed to stay readable, so that nobody must guess why a button looks different. */
export function held(brand: Brand, scheme: Scheme, { colors }: Looked): readonly TemplateResult[] {
  return colours.flatMap(([what, said, token]) => {
    const used = colors.get(token) ?? '';
    if (!apart(said(brand, scheme), used)) return [];
    return [
      html`<p class="held small quiet">
        On a ${scheme} page we hold your ${what}, so that all is easy to read. There it is <i ${cssVariables({ '--_fill': used })}></i>${hex(used)}.
      </p>`,
    ];
  });
}
