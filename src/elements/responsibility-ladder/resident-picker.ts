import { html, type TemplateResult } from 'lit';
import type { Person } from '../community/host-people.js';
import { compareNames } from '../language/format.js';

/** The residents of each list, so that it is sorted once and not at every key. */
const sorted = new WeakMap<readonly Person[], { readonly language: string; readonly residents: readonly Person[] }>();

/** Residents and senior peers, sorted by name. */
export function residentsOf(people: readonly Person[], language: string): readonly Person[] {
  const before = sorted.get(people);
  if (before?.language === language) return before.residents;
  const residents = people.filter(({ as }) => as === 'resident' || as === 'senior-peer').sort((a, b) => compareNames(a.name, b.name, language));
  sorted.set(people, { language, residents });
  return residents;
}

interface ResidentPicker {
  readonly label: string;
  /** What the list says before anybody is chosen. */
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
    .placeholder=${choose}
    .people=${residentsOf(people, language)}
    .problem=${problem}
    ${control}
  ></milieu-person-picker>`;
