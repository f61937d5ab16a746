import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the reasons that staff gave, for a person who may have some. A tag that is registered already is kept. */
export async function loadReasons(): Promise<void> {
  const { MilieuLadderReasons } = await import('./given-reasons.js');
  defineLazy('milieu-ladder-reasons', MilieuLadderReasons);
}
