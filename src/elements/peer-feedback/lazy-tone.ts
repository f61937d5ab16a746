import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers what points out words, when somebody writes a reminder. */
export async function loadTone(): Promise<void> {
  const { MilieuFeedbackTone } = await import('./tone-hints.js');
  defineLazy('milieu-feedback-tone', MilieuFeedbackTone);
}
