import { html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../community/people.js';
import { describes, type Faults, field } from './form-parts.js';

interface PersonField {
  readonly label: string;
  readonly choose: string;
  readonly people: readonly Person[];
  readonly value: string;
  readonly faults: Faults;
  readonly picked: (person: string) => void;
}

/** Residents and senior peers to choose from, by name. */
export const personField = ({ label, choose, people, value, faults, picked }: PersonField): TemplateResult => {
  const id = 'person';
  const chosen = people.filter((person) => person.as === 'resident' || person.as === 'senior-peer').sort((a, b) => a.name.localeCompare(b.name));
  return field(
    { id, label, faults },
    html`<select
      class="narrow"
      id=${id}
      autocomplete="off"
      aria-describedby=${describes({ id, faults })}
      aria-invalid=${faults[id] ? 'true' : nothing}
      @change=${(event: Event): void => picked((event.target as HTMLSelectElement).value)}
    >
      <option value="" .selected=${value === ''}>${choose}</option>
      ${chosen.map((person) => html`<option value=${person.id} .selected=${person.id === value}>${person.name}</option>`)}
    </select>`,
  );
};
