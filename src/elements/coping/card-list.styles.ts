import { css } from 'lit';

/** The list of cards, people first. In each `li` the title `.open` (a link or button) covers the whole card. */
export const deckStyles = css`
  .deck {
    display: grid;
    gap: var(--_s3);
    grid-template-columns: minmax(0, 1fr);
  }
  .deck > li:not(.plain) {
    position: relative;
    display: grid;
    gap: var(--_s1);
    align-content: start;
    padding: var(--_s4);
    border: var(--_hair);
    border-radius: var(--_r);
    background: var(--_raised);
  }
  .deck > li:not(.plain):hover {
    border-color: var(--_line-strong);
  }
  .deck .open {
    appearance: none;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    font-size: var(--_large);
    font-weight: var(--_strong);
    line-height: var(--_tight);
    color: inherit;
    text-align: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .deck .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_r);
  }
  .deck .open:focus-visible {
    outline: none;
  }
  .deck .open:focus-visible::after {
    outline: var(--_ring);
    outline-offset: var(--_away);
  }
  .deck > :is(.people, .plain) {
    grid-column: 1 / -1;
  }
  .deck > li.people {
    background: var(--_warm);
    border-color: transparent;
  }
  .deck > li.people:hover {
    border-color: var(--_warm-mark);
  }
  .deck .meta {
    display: grid;
    margin-block-start: var(--_s1);
    font-size: var(--_small);
    color: var(--_ink-quiet);
  }
  /* two moments in a row on a phone */
  @container (max-width: 29.99rem) {
    [role='group'] > .chip {
      gap: var(--_s1);
      padding-inline: var(--_s3);
    }
  }
  @container (min-width: 38rem) {
    .deck {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 60rem) {
    .deck {
      grid-template-columns: 1fr 1fr 1fr;
    }
  }
  @media (forced-colors: active) {
    .deck > li.people {
      border: 2px solid CanvasText;
    }
  }
  @media print {
    .chips[role='group'] {
      display: none;
    }
    .deck > li {
      break-inside: avoid;
      border-color: black;
    }
  }
`;
