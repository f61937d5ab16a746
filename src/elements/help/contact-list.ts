import { html, nothing, type TemplateResult } from 'lit';
import type { HelpContact } from '../community/host-people.js';
import { icon } from '../parts/icons.js';

/** The people to call, with the phone numbers that the host gave and no others. `none`: what stands there if there are none. */
export const contactList = (people: readonly HelpContact[], none: string): TemplateResult =>
  people.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="calls">
        ${people.map(
          ({ name, phone, note }) =>
            html`<li>
              <b>${name}</b> ${phone ? html`<a href=${`tel:${phone.replace(/[^+\d]/g, '')}`}>${icon('phone')}${phone}</a>` : nothing}
              ${note ? html`<span class="quiet">${note}</span>` : nothing}
            </li>`,
        )}
      </ul>`;
