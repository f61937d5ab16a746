import { css } from 'lit';

/** A row with text and its buttons (`.thing`), side by side if they fit; short fields in a row (`.beside`). */
export const thingStyles = css`
  .thing {
    display: grid;
    gap: var(--_s2) var(--_s4);
    grid-template-columns: minmax(0, 1fr);
    align-items: center;
    padding-block: var(--_s3);
  }
  .thing + milieu-reason,
  .thing + milieu-meeting-report {
    padding-block-end: var(--_s4);
  }
  .thing > .row {
    column-gap: var(--_s4);
  }
  .thing .status {
    padding-inline-end: var(--_s2);
  }
  .beside {
    display: grid;
    gap: var(--_s3) var(--_s4);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
    align-items: end;
  }
  .beside .narrow {
    max-inline-size: none;
  }
  @container (min-width: 38rem) {
    .thing:not(.long) {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
`;
