import { css } from 'lit';

/** The running meeting: its clock, the current item and the next ones. */
export const runStyles = css`
  .now-grid {
    display: grid;
    gap: var(--_s5);
    justify-items: center;
    grid-template-columns: minmax(0, 1fr);
  }
  .clock {
    position: relative;
    display: grid;
    place-content: center;
    inline-size: min(100%, 15em);
    aspect-ratio: 1;
    text-align: center;
  }
  .clock > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .clock > :is(b, [role='timer']) {
    font-size: var(--_figure);
    font-weight: var(--_strong);
    line-height: 1.1;
    letter-spacing: -0.02em;
  }
  .clock > span {
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .ring-pic :is(path, .bare) {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 3;
  }
  .ring-pic .done {
    stroke: var(--_ink);
  }
  .ring-pic :is(.ahead, .bare) {
    stroke-width: 1.5;
  }
  .ring-pic .now-bed {
    stroke: light-dark(var(--_accent-soft), color-mix(in oklab, var(--_accent) 50%, var(--_surface)));
    stroke-width: 14;
  }
  .ring-pic .now {
    stroke: var(--_accent);
    stroke-width: 14;
  }
  .ring-pic .hand {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 4;
  }
  .now-words {
    display: grid;
    gap: var(--_s4);
    inline-size: 100%;
  }
  .now-words .next {
    margin-block-start: var(--_s2);
  }
  .now-item {
    font-size: var(--_phase);
    font-weight: var(--_strong);
    line-height: var(--_tight);
    text-wrap: balance;
  }
  .now-item:lang(ar, fa, ur) {
    line-height: 1.45;
  }
  @container (min-width: 38rem) {
    .now-grid:has(.clock) {
      grid-template-columns: 15em minmax(0, 1fr);
      align-items: center;
      justify-items: stretch;
      gap: var(--_s6);
    }
  }
  @media (forced-colors: active) {
    .ring-pic :is(path, .bare) {
      stroke: CanvasText;
    }
    .ring-pic .now-bed {
      stroke: CanvasText;
      stroke-width: 1.5;
    }
    .ring-pic .now {
      stroke: Highlight;
      forced-color-adjust: none;
    }
    .ring-pic .hand {
      fill: Canvas;
      stroke: Highlight;
    }
  }
`;
