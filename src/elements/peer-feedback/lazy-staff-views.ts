import { defineLazy } from '../controllers/define-if-missing.js';
import { loadReport } from './lazy-report.js';

/**
 * Loads and registers the views that only staff use, when they open them. A tag that is registered already is kept: `define` has warned
 * about a second copy of this project when its public tag was registered.
 */
export async function loadStaffViews(): Promise<void> {
  const [
    { MilieuFeedbackQueue },
    { MilieuFeedbackReview },
    { MilieuFeedbackTalk },
    { MilieuFeedbackFairnessNote },
    { MilieuFeedbackShared },
    { MilieuFeedbackReading },
  ] = await Promise.all([
    import('./review-queue.js'),
    import('./review-form.js'),
    import('./talk-form.js'),
    import('./fairness-note.js'),
    import('./shared-feedback.js'),
    import('./reading-form.js'),
    loadReport(),
  ]);
  defineLazy('milieu-feedback-fairness-note', MilieuFeedbackFairnessNote);
  defineLazy('milieu-feedback-reading', MilieuFeedbackReading);
  defineLazy('milieu-feedback-shared', MilieuFeedbackShared);
  defineLazy('milieu-feedback-talk', MilieuFeedbackTalk);
  defineLazy('milieu-feedback-review', MilieuFeedbackReview);
  defineLazy('milieu-feedback-queue', MilieuFeedbackQueue);
}
