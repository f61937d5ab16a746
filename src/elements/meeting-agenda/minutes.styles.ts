import { css } from 'lit';
import { paperStyles } from '../styles/paper.styles.js';

const textStyles = css`
  .minutes {
    display: grid;
    gap: var(--_s4);
    max-inline-size: var(--_measure);
    margin-block-start: var(--_s3);
    overflow-wrap: anywhere;
  }
  .minutes > p {
    white-space: pre-line;
  }
  .minutes h4 + ul {
    margin-block-start: var(--_s1);
  }
  tr > * {
    vertical-align: baseline;
  }
  tr > :first-child {
    inline-size: 45%;
  }
  .day {
    white-space: nowrap;
  }
  .does {
    display: none;
  }
  .does > li {
    display: grid;
    padding-block: var(--_s3);
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  /* short words do not wrap if there is room */
  @container (min-width: 34rem) {
    tr > :first-child {
      inline-size: auto;
    }
    :is(td, th) + :is(td, th) {
      inline-size: 11em;
    }
  }
  /* three columns would have one word per line */
  @container (max-width: 23.99rem) {
    table {
      display: none;
    }
    .does {
      display: grid;
    }
  }
  @media print {
    .minutes {
      max-inline-size: none;
    }
  }
`;

/** The text of the minutes and the table of promises. */
export const minutesStyles = [paperStyles, textStyles];
