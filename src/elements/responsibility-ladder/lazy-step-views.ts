import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the views of a request about a next step, when they are opened. A tag that is registered already is kept. */
export async function loadStepViews(): Promise<void> {
  const [{ MilieuPersonPicker }, views] = await Promise.all([import('../parts/person-picker.js'), import('./step-views.js')]);
  defineLazy('milieu-person-picker', MilieuPersonPicker);
  defineLazy('milieu-ladder-peer', views.MilieuLadderPeer);
  defineLazy('milieu-ladder-invite', views.MilieuLadderInvite);
  defineLazy('milieu-ladder-own-step', views.MilieuLadderOwnStep);
  defineLazy('milieu-ladder-ask-step', views.MilieuLadderAskStep);
  defineLazy('milieu-ladder-step', views.MilieuLadderStep);
  defineLazy('milieu-ladder-decide', views.MilieuLadderDecide);
  defineLazy('milieu-ladder-request', views.MilieuLadderRequest);
  defineLazy('milieu-ladder-steps', views.MilieuLadderSteps);
}
