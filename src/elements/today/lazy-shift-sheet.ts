import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the shift sheet, when staff open it. */
export async function loadShiftSheet(): Promise<void> {
  const { MilieuShiftSheet } = await import('./shift-sheet.js');
  defineLazy('milieu-shift-sheet', MilieuShiftSheet);
}
