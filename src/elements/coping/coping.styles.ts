import { css } from 'lit';
import { scaleStyles } from '../styles/scale.styles.js';
import { deckStyles } from './card-list.styles.js';
import { pacerStyles } from './pacer.styles.js';
import { pairStyles } from './before-after-chart.styles.js';
import { walletStyles } from './wallet-card.styles.js';

const cardStyles = css`
  .lead,
  .pacer > div:not(.beats) {
    display: grid;
    gap: var(--_s1);
    max-inline-size: var(--_measure);
  }
  .pacer > div:not(.beats) {
    justify-items: center;
  }
  h3[tabindex='-1']:not(.phase) {
    justify-self: start;
  }
  /* one practice: the remove button shares the first line, the rest has the whole width */
  .time {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_s1) var(--_s3);
    align-items: center;
    padding-block: var(--_s3);
  }
  .time > * {
    grid-column: 1 / -1;
  }
  .time > :first-child {
    grid-column: 1;
    grid-row: 1;
  }
  .time > .btn {
    grid-column: 2;
    grid-row: 1;
    margin-block: calc(var(--_s2) * -1);
    margin-inline-end: 0;
    padding-inline-end: 0;
  }
  .time > [role='group'] {
    display: grid;
    gap: var(--_s2);
  }
  /* a number stays on one line with its word if there is room */
  .whole {
    display: inline-block;
  }
  /* an icon and its text are centred together, also if the text wraps */
  .row.acts > .btn:has(> svg.i) {
    display: inline-block;
  }
  .row.acts > .btn > svg.i {
    margin-inline-end: var(--_s2);
  }
  /* in a wide widget a rating and a field keep a readable width */
  :is(fieldset.q, div.q, figure.q, .reads, .nudge) {
    max-inline-size: calc(var(--_measure) * 1.25);
  }
  .steps {
    display: grid;
    gap: var(--_s3);
    max-inline-size: var(--_measure);
  }
  .steps > li {
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr);
    align-items: baseline;
  }
  .steps > li::before {
    content: attr(data-at);
    font-weight: var(--_strong);
    color: var(--_accent);
  }
  .shift > b {
    font-weight: var(--_strong);
  }
  @container (max-width: 22.99rem) {
    .row.acts.pairs > .btn:not(.word) {
      flex-basis: 100%;
    }
  }
`;

/** The styles of a coping card, its pacer, its ratings and the deck. */
export const copingStyles = [scaleStyles, cardStyles, pairStyles, pacerStyles, deckStyles, walletStyles];
