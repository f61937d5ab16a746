import { registerLate } from '../shared/late.js';

/** Brings the view that only staff see, when a member of staff is there. */
export async function loadCalls(): Promise<void> {
  const { MilieuHelpCalls } = await import('./calls-view.js');
  registerLate('milieu-help-calls', MilieuHelpCalls);
}
