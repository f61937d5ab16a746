import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the views that only staff see. */
export async function loadCalls(): Promise<void> {
  const [{ MilieuHelpCalls }, { MilieuCallAnswer }] = await Promise.all([import('./staff-call-list.js'), import('./staff-call-answer.js')]);
  defineLazy('milieu-call-answer', MilieuCallAnswer);
  defineLazy('milieu-help-calls', MilieuHelpCalls);
}
