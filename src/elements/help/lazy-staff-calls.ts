import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the view that only staff see. */
export async function loadCalls(): Promise<void> {
  const { MilieuHelpCalls } = await import('./staff-call-list.js');
  defineLazy('milieu-help-calls', MilieuHelpCalls);
}
