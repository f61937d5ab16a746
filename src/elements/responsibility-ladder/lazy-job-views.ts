import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the views of jobs that come again, for a person who has some. A tag that is registered already is kept. */
export async function loadJobViews(): Promise<void> {
  const [{ MilieuPersonPicker }, { MilieuLadderDays, MilieuLadderJob, MilieuLadderSay, MilieuLadderSwap, MilieuLadderAsked }] = await Promise.all([
    import('../parts/person-picker.js'),
    import('./job-views.js'),
  ]);
  defineLazy('milieu-person-picker', MilieuPersonPicker);
  defineLazy('milieu-ladder-say', MilieuLadderSay);
  defineLazy('milieu-ladder-swap', MilieuLadderSwap);
  defineLazy('milieu-ladder-asked', MilieuLadderAsked);
  defineLazy('milieu-ladder-job', MilieuLadderJob);
  defineLazy('milieu-ladder-days', MilieuLadderDays);
}
