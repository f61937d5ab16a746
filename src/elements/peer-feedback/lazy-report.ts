import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads what only somebody who reports feedback needs, and staff who read the report. */
export async function loadReport(): Promise<void> {
  const { MilieuFeedbackReasons } = await import('./report-reasons.js');
  defineLazy('milieu-feedback-reasons', MilieuFeedbackReasons);
}
