import { css } from 'lit';

/** Quiet boxes and `details`: `.reads` says who can read a text, `.nudge` says what would help. */
export const noteStyles = css`
  :is(.reads, .nudge) {
    border: 1px solid transparent;
    border-radius: var(--_r);
    padding: var(--_s3);
  }
  .reads {
    display: flex;
    gap: var(--_s2);
    background: var(--_sunken);
  }
  /* on a dark page, the sunken colour is as light as the slip */
  .slip .reads {
    background: var(--_surface);
  }
  .nudge {
    display: grid;
    gap: var(--_s1);
    background: var(--_warm);
  }
  .nudge :is(b, h3) {
    color: var(--_warm-ink);
  }
  mark {
    background: none;
    color: inherit;
    text-decoration: underline dotted 2px var(--_warm-mark);
    text-underline-offset: 0.25em;
  }
  .empty {
    display: grid;
    gap: var(--_s1);
    max-inline-size: var(--_measure);
  }
  details > summary {
    display: flex;
    gap: var(--_s2);
    align-items: center;
    min-block-size: var(--_tap);
    font-weight: var(--_strong);
    list-style: none;
    cursor: pointer;
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details > summary > .chev {
    transition: rotate var(--_settle) var(--_ease);
  }
  details[open] > summary > .chev {
    rotate: 180deg;
  }
  details > summary ~ :last-child {
    margin-block-end: var(--_s2);
  }
  :is(dialog, [popover]) {
    max-inline-size: min(34rem, calc(100vi - 2rem));
    padding: var(--_s5);
    border: var(--_hair);
    border-radius: var(--_r-l);
    color: var(--_ink);
    background: var(--_surface);
    box-shadow: var(--_over-shadow);
  }
  :is(dialog[open], [popover]:popover-open) {
    display: grid;
    gap: var(--_s4);
  }
  dialog::backdrop {
    background: oklch(0.2 0.02 232 / 0.35);
  }
  @media print {
    details::details-content {
      content-visibility: visible;
    }
  }
`;
