import { css } from 'lit';

/** A progress ring, its text, and a button to cancel. There is no animation: each step draws the ring again. */
export const workLineStyles = css`
  :host {
    gap: 0;
  }
  .work {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--_s3);
    padding-block-start: var(--_s2);
  }
  .work > .status {
    flex: 0 1 auto;
    padding-block: 0;
  }
  .status:focus {
    outline: none;
  }
  .status:focus-visible {
    outline: var(--_ring);
  }
  .track {
    opacity: 0.3;
  }
  @media (forced-colors: active) {
    .track {
      opacity: 1;
      stroke: CanvasText;
      stroke-width: 0.5;
    }
    .arc {
      stroke: CanvasText;
      stroke-width: 3;
    }
  }
  @media print {
    .work {
      display: none;
    }
  }
`;
