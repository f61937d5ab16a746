import { html, type TemplateResult } from 'lit';
import type { Person } from '../community/host-people.js';
import { compareNames } from '../language/format.js';

interface ResidentPicker {
  readonly label: string;
  /** The label of the option before the people. */
  readonly choose: string;
  readonly people: readonly Person[];
  readonly language: string;
  readonly problem: string | undefined;
  /** Binds the picker to its form. */
  readonly control: unknown;
}

/** A picker of residents and senior peers, sorted by name. */
export const residentPicker = ({ label, choose, people, language, problem, control }: ResidentPicker): TemplateResult =>
  html`<milieu-person-picker
    .label=${label}
    .others=${[{ id: '', label: choose }]}
    .people=${people.filter(({ as }) => as === 'resident' || as === 'senior-peer').sort((a, b) => compareNames(a.name, b.name, language))}
    .problem=${problem}
    ${control}
  ></milieu-person-picker>`;
