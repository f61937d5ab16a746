import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/**
 * Text that changes while it is shown and must stay true. It is set as `textContent`, because a translation tool may have replaced the text
 * nodes of the page, and then Lit could no longer update a text that is bound as a child.
 */
export const changingText = (words: string): TemplateResult => html`<span .textContent=${words}></span>`;

/** Says who can read what is written here. */
export const readsLine = (words: string): TemplateResult => html`<p class="reads" id="reads">${icon('eye')}${changingText(words)}</p>`;
