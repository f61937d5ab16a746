import { registerLate } from '../shared/late.js';

/**
 * Brings and registers the views that only staff open, once they open them. A tag that is taken stays as it is: another copy
 * of this project on the page has said so when its public tag was registered.
 */
export async function loadStaffViews(): Promise<void> {
  const [{ MilieuFeedbackQueue }, { MilieuFeedbackReview }] = await Promise.all([import('./queue-view.js'), import('./review-view.js')]);
  registerLate('milieu-feedback-review', MilieuFeedbackReview);
  registerLate('milieu-feedback-queue', MilieuFeedbackQueue);
}
