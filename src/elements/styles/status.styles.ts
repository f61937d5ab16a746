import { css } from 'lit';

/** A status line with its icon, and the alert in inverted colours (`.loud`), used only for "nobody has been told". */
export const statusStyles = css`
  .status {
    display: flex;
    gap: var(--_s2);
    align-items: flex-start;
    padding-block: var(--_s2);
    color: var(--_ink-quiet);
    font-size: var(--_small);
    text-wrap: balance;
  }
  .status.bare,
  .status:empty {
    padding-block: 0;
  }
  .status.warm {
    color: var(--_warm-ink);
  }
  .status.care {
    color: var(--_care-ink);
  }
  .status :is(a, button.link) {
    color: inherit;
  }
  :is(.status, .reads, .err) > svg.i {
    margin-block-start: calc((1lh - 1.25em) / 2);
  }
  .loud {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s2) var(--_s3);
    padding: var(--_s4);
    color: var(--_on-loud);
    background: var(--_loud);
  }
  .loud > * {
    grid-column: 2;
  }
  .loud > svg {
    grid-column: 1;
    inline-size: 1.75em;
    block-size: 1.75em;
  }
  .loud :is(h2, h3) {
    font-size: 1.25em;
    line-height: 1.35;
  }
  .loud .row {
    margin-block-start: var(--_s2);
  }
  .loud a {
    color: inherit;
  }
  .loud :focus-visible {
    outline-color: currentColor;
  }
  .loud .btn {
    color: inherit;
    border-color: currentColor;
  }
  .loud .btn:hover {
    background: color-mix(in oklab, var(--_on-loud) 14%, transparent);
  }
  .loud .btn.go,
  .loud .btn.go:hover {
    background: var(--_on-loud);
    color: var(--_loud);
    border-color: var(--_on-loud);
  }
  .loud .btn.go:focus-visible {
    outline-color: var(--_on-loud);
  }
  .loud .btn.word {
    border-color: transparent;
  }
  @container (min-width: 30rem) {
    .loud {
      padding: var(--_s5);
    }
  }
  @container (max-width: 24rem) {
    .loud > .row {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .loud {
      background: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
    .loud :is(.btn, .link, a),
    .loud .btn.word.plain {
      border-color: Canvas;
      color: Canvas;
    }
    .loud .btn.go:not(:disabled, [aria-disabled='true']) {
      background: Canvas;
      color: CanvasText;
      border-color: Canvas;
    }
    .loud :focus-visible,
    .loud .btn.go:focus-visible {
      outline-color: Canvas;
    }
  }
  @media print {
    .loud {
      border: 3px solid black;
    }
  }
`;
