import { css } from 'lit';

/** The text of minutes, as it was written. */
export const minutesStyles = css`
  .minutes {
    max-inline-size: var(--_measure);
    margin-block-start: var(--_s3);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;
