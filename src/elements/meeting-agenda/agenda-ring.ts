import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const radius = 104;
const gap = 2.6;

type Point = readonly [x: number, y: number];

/** A point on the ring, in degrees clockwise from the top. It is not mirrored in right-to-left languages. */
const point = (degrees: number): Point => {
  const turn = (degrees * Math.PI) / 180;
  return [120 + radius * Math.sin(turn), 120 - radius * Math.cos(turn)];
};
const at = ([x, y]: Point): string => `${x.toFixed(2)} ${y.toFixed(2)}`;

const arc = (from: number, to: number, name: string): SVGTemplateResult =>
  svg`<path class=${name} d="M${at(point(from))}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${at(point(to))}" />`;

const nowArc = (from: number, to: number, fraction: number): readonly (SVGTemplateResult | typeof nothing)[] => {
  const hand = from + (to - from) * Math.min(1, Math.max(0, fraction));
  const [x, y] = point(hand);
  return [
    arc(from, to, 'now-bed'),
    fraction > 0.01 ? arc(from, hand, 'now') : nothing,
    svg`<circle class="hand" cx=${x.toFixed(2)} cy=${y.toFixed(2)} r="9" />`,
  ];
};

/**
 * The ring of the agenda: one arc per item, its length in proportion to the minutes. Needs `meetingStyles`; put it in `.clock` before the
 * digits.
 * @param minutes minutes of each item, in order
 * @param now index of the current item; -1 before the start, `minutes.length` after the end
 * @param fraction elapsed fraction of the current item, 0 to 1
 */
export const ring = (minutes: readonly number[], now: number, fraction: number): TemplateResult => {
  const widths = minutes.map((each) => Math.max(0.5, each));
  const total = widths.reduce((sum, each) => sum + each, 0);
  let end = 0;
  const arcs = widths.map((width, index) => {
    const from = end + gap / 2;
    end += (width / total) * 360;
    const to = Math.max(from + 0.5, end - gap / 2);
    return index === now ? nowArc(from, to, fraction) : arc(from, to, index < now ? 'done' : 'ahead');
  });
  return html`<svg class="ring-pic" viewBox="0 0 240 240" aria-hidden="true">
    ${arcs.length > 0 ? arcs : svg`<circle class="bare" cx="120" cy="120" r=${radius} />`}
  </svg>`;
};
