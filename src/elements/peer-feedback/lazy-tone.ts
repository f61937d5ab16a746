import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers what points out words, when somebody writes a reminder. */
export async function loadTone(): Promise<void> {
  const [{ MilieuFeedbackTone }, { tonesOf }] = await Promise.all([import('./tone-hints.js'), import('../../content/tone.js')]);
  MilieuFeedbackTone.find = tonesOf;
  defineLazy('milieu-feedback-tone', MilieuFeedbackTone);
}
