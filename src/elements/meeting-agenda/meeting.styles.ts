import { css } from 'lit';
import { runStyles } from './running-meeting.styles.js';

const agendaStyles = css`
  .agenda > li {
    display: grid;
    grid-template-columns: 3.6em minmax(0, 1fr);
    gap: 0 var(--_s3);
    align-items: start;
    padding-block: var(--_s3);
    border-block-end: var(--_hair);
  }
  .agenda > li:first-child {
    border-block-start: var(--_hair);
  }
  .agenda > li[aria-current] {
    background: var(--_accent-soft);
    box-shadow: inset 4px 0 0 var(--_accent);
    padding-inline: var(--_s3);
  }
  .agenda > li[aria-current]:dir(rtl) {
    box-shadow: inset -4px 0 0 var(--_accent);
  }
  .agenda :is(time, .min) {
    color: var(--_ink-quiet);
    white-space: nowrap;
  }
  .agenda .tools {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    align-items: center;
    margin-block-start: var(--_s2);
  }
  .agenda form {
    margin-block: var(--_s3) var(--_s2);
  }
  .opener {
    appearance: none;
    display: flex;
    justify-content: space-between;
    gap: var(--_s3);
    inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    text-align: start;
    align-items: center;
    cursor: pointer;
  }
  .opener > .chev {
    flex: none;
    transition: rotate var(--_settle) var(--_ease);
  }
  .opener[aria-expanded='true'] > .chev {
    rotate: 180deg;
  }
  /* on a phone the whole row is a button; its arrows and its form show when it is open */
  @container (max-width: 37.99rem) {
    .only-wide {
      display: none;
    }
    .agenda > li {
      position: relative;
    }
    .opener::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    .agenda > li.opened .opener::after {
      inset-block-end: auto;
      block-size: var(--_tap);
    }
    .agenda > li:not(.opened) .tools {
      display: none;
    }
  }
  /* in a sidebar the text has the whole width, below the minutes */
  @container (max-width: 20.99rem) {
    .agenda > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .agenda > li > div {
      grid-column: 1 / -1;
    }
    .agenda .tools {
      grid-column: 1;
    }
  }
  @container (min-width: 38rem) {
    .only-narrow {
      display: none;
    }
    .agenda > li {
      grid-template-columns: 4.2em minmax(0, 1fr) auto;
    }
    .agenda .tools {
      grid-column: 3;
      grid-row: 1;
      margin-block: calc((1lh - var(--_tap)) / 2);
    }
  }
  @media (forced-colors: active) {
    .agenda > li[aria-current] {
      border-inline-start: 5px solid Highlight;
    }
  }
  @media print {
    .agenda .tools,
    .only-narrow {
      display: none;
    }
    b.only-wide {
      display: inline;
    }
    .agenda > li {
      grid-template-columns: 4.2em minmax(0, 1fr) 38%;
      break-inside: avoid;
      border-color: black;
    }
    .agenda > li[aria-current] {
      background: none;
      box-shadow: none;
      padding-inline: 0;
    }
    /* two blank lines next to each item, to write down the decision by hand */
    .agenda > li::before,
    .agenda > li::after {
      content: '';
      grid-area: 1 / 3;
      block-size: 1.4em;
      border-block-end: 1px solid color-mix(in oklab, var(--_ink) 50%, var(--_surface));
    }
    .agenda > li::after {
      block-size: 2.9em;
    }
    .on-paper {
      break-inside: avoid;
      padding-block-start: var(--_s4);
    }
    .on-paper > span {
      display: block;
      block-size: 2em;
      border-block-end: 1px solid color-mix(in oklab, var(--_ink) 50%, var(--_surface));
    }
  }
`;

/** The styles of the agenda, the running meeting and its clock. */
export const meetingStyles = [agendaStyles, runStyles];
