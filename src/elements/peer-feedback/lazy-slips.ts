import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the opened slip of somebody who got feedback. */
export async function loadReceived(): Promise<void> {
  const { MilieuFeedbackAnswer } = await import('./received-feedback.js');
  defineLazy('milieu-feedback-answer', MilieuFeedbackAnswer);
}

/** Loads and registers the page of what a person sent: the list, an opened slip, and the form for other words. */
export async function loadSent(): Promise<void> {
  const { tags } = await import('./sent-page.js');
  for (const [tag, page] of Object.entries(tags)) defineLazy(tag, page);
}
