import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers what prints a widget alone. */
export async function loadPrint(): Promise<void> {
  const { MilieuPrint } = await import('./print-choices.js');
  defineLazy('milieu-print', MilieuPrint);
}
