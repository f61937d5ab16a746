import { css } from 'lit';

/** Rows between thin lines, facts with a small label above the value, tables. */
export const listStyles = css`
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .rows > * {
    border-block-start: var(--_hair);
  }
  .rows > :last-child {
    border-block-end: var(--_hair);
  }
  .list-act {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_s1) var(--_s3);
    align-items: center;
    padding-block: var(--_s3);
  }
  .list-act > .btn.word:last-child {
    margin-inline-end: 0;
    padding-inline-end: 0;
  }
  .list-act .status {
    padding-block-end: 0;
  }
  .dot {
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--_accent);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    color: var(--_ink-quiet);
  }
  .roles {
    display: grid;
    gap: 0 var(--_s4);
    grid-template-columns: 1fr 1fr;
  }
  .roles > div {
    padding-block: var(--_s2);
  }
  .roles dt {
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  .roles .btn {
    margin-block: calc((1lh - var(--_tap)) / 2);
    padding-block: 0;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: start;
  }
  :is(td, th) {
    padding-block: var(--_s2);
    padding-inline: 0 var(--_s3);
    border-block-end: var(--_hair);
    text-align: start;
    vertical-align: middle;
  }
  th {
    font-weight: var(--_strong);
  }
  tbody th {
    font-weight: var(--_regular);
  }
  @container (max-width: 23.99rem) {
    .list-act {
      align-items: baseline;
    }
  }
  @container (max-width: 37.99rem) {
    .list-act:has(> .row) {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (min-width: 34rem) {
    .roles {
      grid-template-columns: repeat(auto-fit, minmax(7em, 1fr));
    }
  }
  @media (forced-colors: active) {
    .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    tr,
    .rows > * {
      break-inside: avoid;
      border-color: black;
    }
  }
`;
