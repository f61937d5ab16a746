import { defineLazy } from '../controllers/define-if-missing.js';
import { MilieuPersonPicker } from '../parts/person-picker.js';
import { MilieuAnotherLook } from './another-look.js';
import { MilieuConcernAnswer } from './concern-answer.js';
import { MilieuConcernForm } from './concern-form.js';
import { MilieuConcernSubject } from './concern-subject.js';
import { MilieuConcerns } from './concerns.js';
import { MilieuOwnConcerns } from './own-concerns.js';
import { MilieuStaffConcerns } from './staff-concerns.js';

/** Registers the views of concerns. They come in one file: with several, a bundler splits what they share with the widgets into many small files. */
export function defineConcerns(): void {
  defineLazy('milieu-person-picker', MilieuPersonPicker);
  defineLazy('milieu-concern-form', MilieuConcernForm);
  defineLazy('milieu-another-look', MilieuAnotherLook);
  defineLazy('milieu-own-concerns', MilieuOwnConcerns);
  defineLazy('milieu-concerns', MilieuConcerns);
  defineLazy('milieu-concern-subject', MilieuConcernSubject);
  defineLazy('milieu-concern-answer', MilieuConcernAnswer);
  defineLazy('milieu-staff-concerns', MilieuStaffConcerns);
}
