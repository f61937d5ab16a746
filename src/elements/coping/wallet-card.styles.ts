import { css } from 'lit';

/** A printed card, small enough for a pocket, with a line to fold. */
export const walletStyles = css`
  .wallet {
    display: none;
  }
  @media print {
    :host(milieu-coping-card) {
      max-inline-size: 27em;
      border: 1px dashed black;
    }
    :host(milieu-coping-card) .foot {
      display: none;
    }
    .off-paper {
      display: none;
    }
    .wallet {
      display: grid;
      gap: var(--_s2);
      break-inside: avoid;
    }
    .wallet .rings {
      fill: none;
      stroke: black;
      stroke-width: 3;
      justify-self: end;
      inline-size: 6em;
      margin-block-end: var(--_s3);
    }
    .wallet h3 {
      margin-inline: calc(var(--_s5) * -1);
      padding: var(--_s4) var(--_s5) 0;
      border-block-start: var(--_tear);
    }
    .wallet ol {
      display: grid;
      counter-reset: place;
    }
    .wallet li {
      counter-increment: place;
      display: grid;
      grid-template-columns: 1.5em minmax(0, 1fr);
      align-items: end;
      min-block-size: 2.5em;
      border-block-end: 1px solid black;
    }
    .wallet li::before {
      content: counter(place);
    }
  }
`;
