import { html, type TemplateResult } from 'lit';

/** The person on this page: "you" on the screen, the name or a line to write on in print, which others read. Needs `paperStyles`. */
export const oneself = (you: string, name: string | undefined): TemplateResult =>
  html`<span class="on-screen">${you}</span><span class="on-paper">${name}</span>`;
