import { defineConcernForm } from '../concern/define.js';
import { defineLazy } from '../controllers/define-if-missing.js';
import { MilieuConcernAnswer } from './concern-answer.js';
import { MilieuConcernSubject } from './concern-subject.js';
import { MilieuConcerns } from './concerns.js';
import { MilieuOwnConcerns } from './own-concerns.js';
import { MilieuStaffConcerns } from './staff-concerns.js';

/** Registers the views of concerns. They come in one file: with several, a bundler splits what they share with the widgets into many small files. */
export function defineConcerns(): void {
  defineConcernForm();
  defineLazy('milieu-own-concerns', MilieuOwnConcerns);
  defineLazy('milieu-concerns', MilieuConcerns);
  defineLazy('milieu-concern-subject', MilieuConcernSubject);
  defineLazy('milieu-concern-answer', MilieuConcernAnswer);
  defineLazy('milieu-staff-concerns', MilieuStaffConcerns);
}
