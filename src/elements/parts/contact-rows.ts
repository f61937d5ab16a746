import { html, nothing, type TemplateResult } from 'lit';
import type { HelpContact } from '../community/host-people.js';
import { icon } from './icons.js';

/** The rows of a list of people to call, with the phone numbers that the host gave and no others. */
export const contactRows = (people: readonly HelpContact[]): readonly TemplateResult[] =>
  people.map(
    ({ name, phone, note }) =>
      html`<li>
        <b>${name}</b> ${phone ? html`<a href=${`tel:${phone.replace(/[^+\d]/g, '')}`}>${icon('phone')}${phone}</a>` : nothing}
        ${note ? html`<span class="quiet">${note}</span>` : nothing}
      </li>`,
  );
