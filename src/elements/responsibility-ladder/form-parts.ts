import type { nothing, TemplateResult } from 'lit';
import { describedBy, problemLine, problemList, question } from '../shared/fields.js';

/** What has to be mended in a form: the sentence by the id of its field. */
export type Faults = Readonly<Record<string, string>>;

interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: Faults;
}
type Part = TemplateResult | typeof nothing;

/** What `aria-describedby` of a field names. */
export const describes = ({ id, hint, faults }: Omit<Field, 'label'>): string | typeof nothing => describedBy(id, { hint, problem: faults[id] });

/** A label, its hint, its fault and its control. */
export const field = ({ id, label, hint, faults }: Field, control: TemplateResult): TemplateResult =>
  question(id, label, control, { hint, problem: faults[id] });

export const faultOf = (id: string, faults: Faults): Part => problemLine(id, faults[id]);

/** All that has to be mended; also where it is one thing. */
export const summary = (title: string, faults: Faults, go: (id: string) => void): Part => problemList(title, faults, go, 1);
