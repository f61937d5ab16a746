import { html, type TemplateResult } from 'lit';
import type { HelpContact } from '../community/host-people.js';
import { contactRows } from '../parts/contact-rows.js';

/** The people to call. `none`: what stands there if there are none. */
export const contactList = (people: readonly HelpContact[], none: string): TemplateResult =>
  people.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="calls">
        ${contactRows(people)}
      </ul>`;
