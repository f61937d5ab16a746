import { css } from 'lit';
import { scaleStyles } from '../shared/scale.styles.js';
import { deckStyles } from './deck.styles.js';
import { pacerStyles } from './pacer.styles.js';
import { pairStyles } from './pair.styles.js';
import { walletStyles } from './wallet.styles.js';

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
  .list-act > [role='group'] {
    display: grid;
    gap: var(--_s2);
    grid-column: 1 / -1;
  }
  /* on a wide sheet a line of numbers and a field keep the width of something to read */
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
`;

/** The look of a coping card, its pacer, its two numbers and the deck. */
export const copingStyles = [scaleStyles, cardStyles, pairStyles, pacerStyles, deckStyles, walletStyles];
