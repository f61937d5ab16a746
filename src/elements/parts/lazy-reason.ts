import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the form for a reason, when somebody is asked for one. */
export async function loadReason(): Promise<void> {
  const { MilieuReason } = await import('./reason-form.js');
  defineLazy('milieu-reason', MilieuReason);
}
