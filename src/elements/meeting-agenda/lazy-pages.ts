import { defineLazy } from '../controllers/define-if-missing.js';

/**
 * Loads and registers the pages other than the plan. A tag that is registered already is kept: `define` has warned about a second copy of
 * this project when its public tag was registered.
 */
export async function loadPages(): Promise<void> {
  const pages = await import('./pages.js');
  for (const [tag, page] of Object.entries(pages.tags)) defineLazy(tag, page);
}
