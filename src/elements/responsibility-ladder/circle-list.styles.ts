import { css } from 'lit';

/** Widening circles. Rows are the list; each row's line bends into its own circle, so each circle holds all before it. */
export const circlesStyles = css`
  .circles {
    --_bend: 24cqi;
    display: grid;
    grid-template-columns: minmax(0, 1fr) var(--_bend);
    grid-template-rows: repeat(var(--_steps), auto);
  }
  .circles > ol {
    z-index: 1;
    grid-column: 1;
    grid-row: 1 / -1;
    display: grid;
    grid-template-rows: subgrid;
  }
  .circles li {
    display: grid;
    align-content: center;
    min-block-size: 3.5em;
    margin-block-end: -0.75px;
    padding-block: var(--_s3);
    padding-inline: var(--_s3) var(--_s2);
    border-block-end: var(--_drawn);
  }
  .circles li + li.now {
    border-block-start: var(--_drawn);
  }
  .circles li.later {
    border-block-end: 1px dashed var(--_line-strong);
  }
  .circles .note {
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .circles li.now {
    background: var(--_accent-soft);
    border-block-end: var(--_drawn-now);
  }
  .circles li.now .name {
    font-size: var(--_large);
    font-weight: var(--_strong);
  }
  .circles li.now .note {
    color: var(--_ink);
  }
  .circles .arc {
    grid-column: 2;
    grid-row: 1 / span var(--_step);
    justify-self: start;
    inline-size: calc(100% * var(--_step) / var(--_steps));
    margin-block-end: -0.75px;
    margin-inline-start: -1px;
    border: var(--_drawn);
    border-block-start: 0;
    border-inline-start: 0;
    border-end-end-radius: calc(var(--_bend) * var(--_step) / var(--_steps));
    background: var(--_surface);
  }
  .circles .arc.later {
    border-style: dashed;
    border-color: var(--_line-strong);
    border-width: 0;
    border-block-end-width: 1px;
    border-inline-end-width: 1px;
  }
  .circles .arc.now {
    background: var(--_accent-soft);
    border-block-end: var(--_drawn-now);
    border-inline-end: var(--_drawn-now);
  }
  .circles.resting :is(li.now, .arc.now) {
    background: var(--_warm);
    border-color: var(--_warm-mark);
  }
  .circles.resting li.now {
    border-block-end-style: dotted;
  }
  .circles.resting .arc.now {
    border-block-end-style: dotted;
    border-inline-end-style: dotted;
  }
  @container (min-width: 30rem) {
    .circles {
      --_bend: min(40cqi, 19em);
    }
    .circles .arc {
      border-end-end-radius: 100%;
    }
  }
  @media (forced-colors: active) {
    .circles li {
      row-gap: 2px;
    }
    .circles .arc {
      border-color: CanvasText;
    }
    .circles .arc.now {
      border-block-end: 5px solid Highlight;
      border-inline-end: 5px solid Highlight;
    }
    .circles li.now {
      border-block-end: 5px solid Highlight;
    }
    .circles.resting :is(li.now, .arc.now) {
      border-block-end-style: dotted;
    }
    .circles.resting .arc.now {
      border-inline-end-style: dotted;
    }
  }
`;
