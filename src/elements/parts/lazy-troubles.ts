import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the list of what could not be sent, which most pages never need. */
export async function loadTroubles(): Promise<void> {
  const { MilieuConflicts } = await import('./conflicts-and-rejections.js');
  defineLazy('milieu-troubles', MilieuConflicts);
}
