import { css } from 'lit';

/** A feedback slip: `.top` (kind and day), `.in` (from whom, `dl.said`), `.tear` (the reader's answer starts below it). */
export const slipStyles = css`
  .slip {
    border: var(--_hair);
    border-radius: var(--_r);
    background: var(--_raised);
    box-shadow: var(--_slip-shadow);
  }
  .slip > .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s3);
    align-items: center;
    justify-content: space-between;
    padding: var(--_s4) var(--_s4) 0;
  }
  .tag {
    display: inline-flex;
    gap: var(--_s1);
    align-items: center;
    font-weight: var(--_strong);
  }
  .slip > .top .tag {
    gap: var(--_s2);
    font-size: var(--_large);
  }
  .slip > .in {
    display: grid;
    gap: var(--_s4);
    padding: var(--_s2) var(--_s4) var(--_s4);
  }
  .slip > .in:first-child {
    padding-block-start: var(--_s4);
  }
  .slip > .tear {
    display: grid;
    gap: var(--_s3);
    padding: var(--_s4);
    border-block-start: var(--_tear);
  }
  .said {
    display: grid;
    gap: var(--_s3);
  }
  .said dt {
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .said > p,
  .said dd {
    max-inline-size: 32em;
    font-size: var(--_large);
    line-height: var(--_leading);
    white-space: pre-line;
    overflow-wrap: anywhere;
    /* text in another direction is aligned with the page */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .said dd:lang(ar, fa, ur) {
    line-height: var(--_leading-tall);
  }
  .versions {
    display: grid;
    gap: var(--_s3);
    grid-template-columns: minmax(0, 1fr);
  }
  .versions > section {
    display: grid;
    gap: var(--_s3);
    align-content: space-between;
    padding: var(--_s4);
    border: var(--_edge);
    border-radius: var(--_r);
    background: var(--_well);
  }
  .quote {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    max-inline-size: 30em;
    font-size: var(--_large);
  }
  .quote + .quote {
    margin-block-start: var(--_s3);
  }
  .quote cite {
    display: block;
    font-size: 0.7778em;
    font-style: normal;
    color: var(--_ink-quiet);
  }
  @container (min-width: 34rem) {
    .versions {
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    .slip {
      break-inside: avoid;
      border-color: black;
      box-shadow: none;
    }
  }
`;
