import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the opened slip of somebody who got feedback. */
export async function loadReceived(): Promise<void> {
  const { MilieuFeedbackAnswer } = await import('./received-feedback.js');
  defineLazy('milieu-feedback-answer', MilieuFeedbackAnswer);
}

/** Loads and registers the page of what a person sent: the list, an opened slip, and the form for other words. */
export async function loadSent(): Promise<void> {
  const [{ MilieuFeedbackSent }, { MilieuFeedbackOwn }, { MilieuFeedbackRewrite }] = await Promise.all([
    import('./sent-list.js'),
    import('./sent-feedback.js'),
    import('./rewrite-form.js'),
  ]);
  defineLazy('milieu-feedback-rewrite', MilieuFeedbackRewrite);
  defineLazy('milieu-feedback-own', MilieuFeedbackOwn);
  defineLazy('milieu-feedback-sent', MilieuFeedbackSent);
}
