import { css, html, type TemplateResult } from 'lit';

/** What is on paper only (`.on-paper`), and on the screen only (`.on-screen`). An empty name on paper is a line to write it on. */
export const paperStyles = css`
  .on-paper {
    display: none;
  }
  @media print {
    .on-screen {
      display: none;
    }
    .on-paper {
      display: block;
      min-block-size: 1lh;
    }
    span.on-paper:empty {
      max-inline-size: 9em;
      border-block-end: 1px solid color-mix(in oklab, var(--_ink) 50%, var(--_surface));
    }
  }
`;

/** The person whose screen it is: paper is read by others, and has the name, or a line to write it on. Needs `paperStyles`. */
export const oneself = (you: string, name: string | undefined): TemplateResult =>
  html`<span class="on-screen">${you}</span><span class="on-paper">${name}</span>`;
