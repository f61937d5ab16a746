import { css } from 'lit';

/** A view inside a public tag: it lies in the tag's body and keeps the same beat. Tokens come to it by inheritance. */
export const viewHostStyles = css`
  :host {
    display: grid;
    gap: var(--_s5);
    grid-template-columns: minmax(0, 1fr);
  }
`;
