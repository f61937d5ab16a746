import { html, svg, type TemplateResult } from 'lit';
import type { Moment } from '../../content/hard-moments.js';

/**
 * Circles on a grid of 24, as `x y radius`; `f` is filled, `d` is dashed. The order is that of `moments` in the content, repeated here so that the
 * content need not be loaded. The type requires every moment.
 */
const drawings: Readonly<Record<Moment, string>> = {
  'wound-up': '12 12 8.5,12 12 5,12 12 1.75f',
  flat: '12 12 8.25,12 17 1.75f',
  craving: '12 12 8.25,14.3 12 5.95,17 12 1.9f',
  racing: '12 12 7.5,12 4.5 2.4f,18.1 7.7 2f,7.2 17.7 2.4f',
  unreal: '9.5 12 6.25,14.5 12 6.25d',
  flashback: '12 12 8.5d,12 12 5d,12 12 1.75f',
  'after-a-fight': '6.6 9 4.6,17.4 15 4.6',
  ashamed: '10 10 6.25,15.5 15.5 5f',
  lonely: '9 14.4 1.5f,4.3 11.7 1.5f,4.3 6.3 1.5f,9 3.6 1.5f,13.7 6.3 1.5f,19 19 2',
  sleepless: '9.5 14 6,18 7.2 2.1,20.8 2.8 1f',
};

/** The moments, in the order in which the deck offers them. */
export const moments = Object.keys(drawings) as Moment[];

/** A small drawing of circles for a moment. The word beside it says what it means, so it is hidden from assistive technology. */
export const momentMotif = (moment: Moment): TemplateResult =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    ${drawings[moment].split(',').map((circle) => {
      const [x, y, radius = ''] = circle.split(' ');
      const dash = radius.endsWith('d') ? '2 2.6' : 'none';
      return svg`<circle class=${radius.endsWith('f') ? 'f' : ''} cx=${x!} cy=${y!} r=${parseFloat(radius)} stroke-dasharray=${dash} />`;
    })}
  </svg>`;
