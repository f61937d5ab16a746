import { css } from 'lit';

/** The circle that grows and shrinks with the breath, and the row of dots for reduced motion. */
export const pacerStyles = css`
  .pacer {
    display: grid;
    justify-items: center;
    gap: var(--_s4);
    padding-block: var(--_s2);
    text-align: center;
  }
  .pacer-pic {
    inline-size: min(100%, 15em);
    aspect-ratio: 1;
    color: var(--_ink);
    overflow: visible;
  }
  .pacer-pic .still {
    fill: none;
    stroke: var(--_accent-line);
    stroke-width: 1.25;
  }
  .pacer-pic .still.out {
    stroke-dasharray: 1 7;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .pacer-pic .disc {
    fill: var(--_accent-soft);
    stroke: var(--_accent);
    stroke-width: 2.5;
  }
  .pacer-pic .rip {
    fill: none;
    stroke: var(--_accent-line);
    stroke-width: 1;
    opacity: 0.55;
  }
  .pacer-pic text {
    font-family: inherit;
    font-size: 40px;
    font-variant-numeric: tabular-nums;
    fill: currentColor;
  }
  .phase {
    font-size: var(--_phase);
    font-weight: var(--_strong);
    line-height: var(--_tight);
  }
  .count {
    font-size: var(--_figure);
    font-weight: var(--_strong);
    line-height: 1;
  }
  .beats {
    display: grid;
    grid-template-columns: auto auto;
    gap: var(--_s3);
    align-items: center;
    justify-content: center;
    text-align: start;
  }
  .beats b {
    min-inline-size: 2.2em;
  }
  .beats ol {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .beats li {
    inline-size: min(1.75em, 9cqi);
    aspect-ratio: 1;
    border: var(--_edge);
    border-radius: 50%;
    background: var(--_well);
  }
  .beats li.on {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .pacer-pic .disc {
      fill: Canvas;
      stroke: Highlight;
    }
    .pacer-pic :is(.still, .rip) {
      stroke: CanvasText;
    }
    .pacer-pic text {
      fill: CanvasText;
    }
    .beats li.on {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
