import { css } from 'lit';

/** Before and after on one line. It uses boxes, not SVG, so that text keeps its size on a phone and the line is mirrored in Arabic. */
export const pairStyles = css`
  .pair {
    position: relative;
    display: grid;
    grid-template-columns: repeat(11, minmax(0, 1fr));
    grid-template-rows: auto 1.75em auto;
    align-items: center;
  }
  .pair > * {
    position: relative;
  }
  .pair > i {
    grid-row: 2;
  }
  .pair .base {
    grid-column: 1 / -1;
    justify-self: center;
    inline-size: calc(100% * 10 / 11);
    block-size: 9px;
    border-inline: var(--_edge);
    background:
      linear-gradient(var(--_line-strong) 0 0) center / 100% 1px no-repeat,
      linear-gradient(to right, var(--_line-strong) 1px, transparent 1px) 0 0 / 10% 100%;
  }
  .pair .run {
    grid-column: calc(var(--_low) + 1) / calc(var(--_high) + 2);
    justify-self: center;
    inline-size: calc(100% * (var(--_high) - var(--_low)) / (var(--_high) - var(--_low) + 1));
    block-size: 5px;
    background: var(--_accent);
    animation: run var(--_slow) var(--_ease);
  }
  .pair.lower .run {
    transform-origin: right;
  }
  .pair:not(.lower) .run {
    transform-origin: left;
  }
  .pair.lower .run:dir(rtl) {
    transform-origin: left;
  }
  .pair:not(.lower) .run:dir(rtl) {
    transform-origin: right;
  }
  @keyframes run {
    from {
      transform: scaleX(0);
    }
  }
  .pair :is(.mark-before, .mark-after) {
    justify-self: center;
    inline-size: 1.375em;
    block-size: 1.375em;
    border-radius: 50%;
  }
  .pair .mark-before {
    grid-column: calc(var(--_before) + 1);
    border: 2.5px solid var(--_ink);
    background: var(--_surface);
  }
  .pair .mark-after {
    grid-column: calc(var(--_after) + 1);
    background: var(--_accent);
  }
  .pair.same .mark-after {
    inline-size: 0.75em;
    block-size: 0.75em;
  }
  .pair span {
    display: flex;
    justify-content: center;
    justify-self: center;
    gap: 0.3em;
    inline-size: 0;
    white-space: nowrap;
  }
  .pair .at-start {
    justify-content: start;
    justify-self: start;
  }
  .pair .at-end {
    justify-content: end;
    justify-self: end;
  }
  .pair .word-before {
    grid-row: 1;
    grid-column: calc(var(--_before) + 1);
  }
  .pair .word-after {
    grid-row: 3;
    grid-column: calc(var(--_after) + 1);
  }
  .pair :is(.zero, .ten) {
    grid-row: 1;
    color: var(--_ink-quiet);
    font-size: var(--_small);
  }
  .pair .zero {
    grid-column: 1;
  }
  .pair .ten {
    grid-column: 11;
  }
  /* as wide as the scale above it, so that each mark is under its number */
  @container (max-width: 18.99rem) {
    .pair:not(.bare) {
      margin-inline: calc(var(--_pad, 0px) * -0.75);
    }
  }
  .pair.bare {
    grid-template-rows: 1.25em;
    max-inline-size: 16em;
  }
  .pair.bare > i {
    grid-row: 1;
  }
  .pair.bare .run {
    animation: none;
  }
  .pair.bare :is(.mark-before, .mark-after) {
    inline-size: 0.875em;
    block-size: 0.875em;
  }
  .pair.bare.same .mark-after {
    inline-size: 0.375em;
    block-size: 0.375em;
  }
  .pair.bare .mark-before {
    border-width: 2px;
  }
  @media (forced-colors: active) {
    .pair :is(.run, .mark-after) {
      background: Highlight;
      forced-color-adjust: none;
    }
    .pair .base {
      background: linear-gradient(CanvasText 0 0) center / 100% 1px no-repeat;
      forced-color-adjust: none;
    }
  }
`;
