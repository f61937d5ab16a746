import { defineLazy } from '../controllers/define-if-missing.js';
import { MilieuPersonPicker } from '../parts/person-picker.js';
import { MilieuAnotherLook } from './another-look.js';
import { MilieuConcernForm } from './concern-form.js';

/** Registers the form for a concern, and the button that opens it beside a reason. */
export function defineConcernForm(): void {
  defineLazy('milieu-person-picker', MilieuPersonPicker);
  defineLazy('milieu-concern-form', MilieuConcernForm);
  defineLazy('milieu-another-look', MilieuAnotherLook);
}
