import { css } from 'lit';

/** The buttons of a running meeting in a narrow widget: full width, with text buttons aligned to the text. */
export const wayStyles = css`
  .staff {
    display: inline-block;
  }
  .staff > svg {
    display: inline-block;
    margin-block: -0.25em;
    margin-inline-end: var(--_s2);
    vertical-align: baseline;
  }
  @container (max-width: 29.99rem) {
    .staff {
      padding-inline: var(--_s1);
    }
    .row.acts > .btn.word {
      justify-content: flex-start;
      margin-inline: calc(var(--_s2) * -1);
      text-align: start;
    }
  }
`;
