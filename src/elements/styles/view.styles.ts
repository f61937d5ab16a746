import { css } from 'lit';

/** A view in the body of a public tag, with the same vertical spacing. It inherits the tokens. */
export const viewHostStyles = css`
  :host {
    display: grid;
    gap: var(--_s5);
    grid-template-columns: minmax(0, 1fr);
  }
`;
