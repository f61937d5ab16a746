import { css } from 'lit';
import { densityStyles } from '../styles/density.styles.js';

/** The community draws nothing itself. While it is blank, nothing inside can be seen. */
export const communityStyles = [
  densityStyles,
  css`
    :host {
      display: contents;
    }
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    :host(:state(blank)) ::slotted(*) {
      visibility: hidden !important;
    }
  `,
];
