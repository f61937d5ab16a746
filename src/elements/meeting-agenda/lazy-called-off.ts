import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers what says why a meeting was called off, when one was. A tag that is registered already is kept. */
export async function loadCalledOff(): Promise<void> {
  const { MilieuMeetingOff } = await import('./called-off.js');
  defineLazy('milieu-meeting-off', MilieuMeetingOff);
}
