import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the page that saves and opens copies, which few people open. */
export async function loadCopy(): Promise<void> {
  const { MilieuCopy } = await import('./copy.js');
  defineLazy('milieu-copy', MilieuCopy);
}
