import { html, nothing, svg, type TemplateResult } from 'lit';

const empty = 46;
const full = 108;

/** The disc's radius for `fullness` (0 empty to 1 full). It changes slowly at both ends and faster in between, like a lung. */
export const radiusOf = (fullness: number): number => empty + ((full - empty) * (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, fullness))))) / 2;

const ripple = (radius: number, share: number) => svg`<circle class="rip" cx="120" cy="120" r=${(empty + (radius - empty) * share).toFixed(2)} />`;

/**
 * A circle that grows and shrinks with the breath. Only the disc moves, not the number. Needs `copingStyles`.
 * @param radius radius of the disc, from `radiusOf`
 * @param number the second of this phase, formatted in the page's language; empty for none
 */
export const pacerPicture = (radius: number, number = ''): TemplateResult => html`
  <svg class="pacer-pic" viewBox="0 0 240 240" aria-hidden="true">
    <circle class="still out" cx="120" cy="120" r="112" />
    <circle class="disc" cx="120" cy="120" r=${radius.toFixed(2)} />
    ${radius > 60 ? [ripple(radius, 0.36), ripple(radius, 0.7)] : nothing}
    <circle class="still" cx="120" cy="120" r=${empty} />
    ${number === '' ? nothing : svg`<text x="120" y="121" text-anchor="middle" dominant-baseline="central">${number}</text>`}
  </svg>
`;

/** One breath as dots, one per second. */
export interface Beats {
  /** Whole seconds in. */
  readonly in: number;
  /** Whole seconds out. */
  readonly out: number;
  /** Seconds of this breath that have started, 0 to `in` + `out`. */
  readonly begun: number;
  readonly words: { readonly in: string; readonly out: string };
}

const dots = (count: number, on: number): TemplateResult => html`
  <ol>
    ${Array.from({ length: count }, (_, at) => html`<li class=${at < on ? 'on' : ''}></li>`)}
  </ol>
`;

/** The pacer for people who prefer reduced motion: one dot is filled per second. Needs `copingStyles`. */
export const pacerBeats = (beats: Beats): TemplateResult => html`
  <div class="beats" aria-hidden="true">
    <b>${beats.words.in}</b>${dots(beats.in, beats.begun)} <b>${beats.words.out}</b>${dots(beats.out, beats.begun - beats.in)}
  </div>
`;
