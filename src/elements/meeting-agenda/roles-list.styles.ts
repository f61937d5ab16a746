import { css } from 'lit';

/** The roles of a meeting: buttons below the name of who has it, in line with the text. */
export const roleStyles = css`
  .roles > div {
    display: grid;
    align-content: start;
  }
  .roles dd + dd .btn {
    margin-block: 0;
    justify-self: start;
  }
`;
