import { css } from 'lit';

/** `.call`: one concern in a list. `.sheet`: a list that is a part of the widget of its own, not inside the call for help. */
export const oneConcern = css`
  .call {
    display: grid;
    gap: var(--_s1);
    padding-block: var(--_s3);
  }
  .call > :is(.acts, milieu-concern-answer) {
    margin-block-start: var(--_s2);
  }
  .sheet {
    display: grid;
    gap: var(--_s3);
    grid-template-columns: minmax(0, 1fr);
    padding: 0 var(--_s4) var(--_s4);
  }
  @container (min-width: 30rem) {
    .sheet {
      padding-inline: var(--_s5);
    }
  }
`;
