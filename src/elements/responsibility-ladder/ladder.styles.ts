import { css } from 'lit';
import { scaleStyles } from '../styles/scale.styles.js';
import { circlesStyles } from './circle-list.styles.js';

const dutyStyles = css`
  /* the rights line under the circles; it is not optional */
  .same-for-all {
    padding: var(--_s3) var(--_s4);
    border: 1px solid transparent;
    border-radius: var(--_r);
    background: var(--_sunken);
  }
  .lead {
    display: grid;
    gap: var(--_s1);
    max-inline-size: var(--_measure);
  }
  .after {
    margin-block-start: var(--_s2);
  }
  .voices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: var(--_s4);
    align-items: start;
  }
  /* the status of a duty, in heavier type than its facts */
  .stand {
    display: flex;
    gap: var(--_s1);
    align-items: center;
    margin-block-start: var(--_s1);
    font-size: var(--_small);
    font-weight: var(--_strong);
  }
  /* in a wide widget, pictures, boxes and fields keep a readable width */
  :is(.circles, .same-for-all, .nudge) {
    max-inline-size: calc(var(--_measure) * 1.5);
  }
  :is(form, .tear-off) {
    max-inline-size: var(--_measure);
  }
  h3[tabindex='-1'] {
    justify-self: start;
  }
  .quote cite::first-letter {
    text-transform: uppercase;
  }
  .duty-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_s2) var(--_s4);
    align-items: start;
  }
  .care {
    margin-block-start: var(--_s2);
  }
  .todo {
    justify-content: end;
  }
  .ways {
    column-gap: var(--_s5);
  }
  /* if a summary has two lines, its icon stays on the first, and the space above and below stays the same */
  details > summary {
    align-items: start;
    padding-block: calc((var(--_tap) - 1lh) / 2);
  }
  details > summary > .chev {
    margin-block-start: calc((1lh - 1.25em) / 2);
  }
  .folds > details {
    border-block-start: var(--_hair);
  }
  .folds > details:last-child {
    border-block-end: var(--_hair);
  }
  .folds > details > summary {
    padding-block: max(var(--_s3), calc((var(--_tap) - 1lh) / 2));
  }
  .folds > details > .stack {
    padding-block: var(--_s2) var(--_s3);
  }
  .how {
    display: grid;
    gap: var(--_s2);
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  .tear-off {
    display: grid;
    gap: var(--_s4);
    margin-block-start: var(--_s3);
    padding-block: var(--_s4);
    border-block-start: var(--_tear);
  }
  .rows > li {
    padding-block: var(--_s4);
  }
  @container (max-width: 29.99rem) {
    .duty-row {
      row-gap: var(--_s3);
      grid-template-columns: minmax(0, 1fr);
    }
    .todo {
      justify-content: start;
    }
  }
`;

/** For one row of a list: less space than between the parts of a page. */
export const rowStyles = css`
  :host {
    gap: var(--_s1);
  }
`;

/** The styles of circles, duties and placements. */
export const ladderStyles = [scaleStyles, circlesStyles, dutyStyles];
