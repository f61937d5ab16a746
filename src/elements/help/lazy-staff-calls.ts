import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the views that only staff see. */
export async function loadCalls(): Promise<void> {
  const { MilieuCallAnswer, MilieuCallStrip, MilieuHelpCalls, MilieuSoundSwitch } = await import('./staff-views.js');
  defineLazy('milieu-call-answer', MilieuCallAnswer);
  defineLazy('milieu-sound-switch', MilieuSoundSwitch);
  defineLazy('milieu-call-strip', MilieuCallStrip);
  defineLazy('milieu-help-calls', MilieuHelpCalls);
}
