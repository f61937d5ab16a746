import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads what only somebody with a reminder needs. */
export async function loadReadingChoice(): Promise<void> {
  const { MilieuFeedbackReadingChoice } = await import('./reading-choice.js');
  defineLazy('milieu-feedback-reading-choice', MilieuFeedbackReadingChoice);
}
