import { css } from 'lit';
import { scaleStyles } from '../shared/scale.styles.js';
import { deckStyles } from './deck.styles.js';
import { pacerStyles } from './pacer.styles.js';
import { pairStyles } from './pair.styles.js';

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
  .steps {
    counter-reset: step;
    display: grid;
    gap: var(--_s3);
    max-inline-size: var(--_measure);
  }
  .steps > li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr);
    align-items: baseline;
  }
  .steps > li::before {
    content: counter(step);
    font-weight: 600;
    color: var(--_accent);
  }
  .steps:lang(ar) > li::before {
    content: counter(step, arabic-indic);
  }
  .shift > b {
    font-weight: 600;
  }
  .spark {
    max-inline-size: 20em;
  }
  .spark-ends {
    display: flex;
    justify-content: space-between;
    max-inline-size: 20em;
    font-size: var(--_small);
    font-weight: 400;
    color: var(--_ink-quiet);
  }
`;

/** The look of a coping card, its pacer, its two numbers and the deck. */
export const copingStyles = [scaleStyles, cardStyles, pairStyles, pacerStyles, deckStyles];
