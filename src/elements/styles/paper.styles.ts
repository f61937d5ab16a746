import { css } from 'lit';

/** `.on-paper` is shown only in print, `.on-screen` only on the screen. An empty name in print is a line to write on. */
export const paperStyles = css`
  .on-paper {
    display: none;
  }
  @media print {
    .on-screen {
      display: none;
    }
    .on-paper {
      display: block;
      min-block-size: 1lh;
    }
    span.on-paper:empty {
      max-inline-size: 9em;
      border-block-end: 1px solid color-mix(in oklab, var(--_ink) 50%, var(--_surface));
    }
  }
`;
