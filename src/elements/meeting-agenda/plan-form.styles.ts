import { css } from 'lit';

/** The planning form: day and time do not wrap in a sidebar. */
export const startStyles = css`
  #purpose {
    min-block-size: 4em;
  }
  @container (max-width: 20.99rem) {
    #when {
      padding-inline: var(--_s2);
      letter-spacing: -0.02em;
    }
    #when::-webkit-datetime-edit,
    #when::-webkit-calendar-picker-indicator {
      margin: 0;
      padding: 0;
    }
  }
`;
