import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers what joins two items. */
export async function loadJoin(): Promise<void> {
  const { MilieuMeetingJoin } = await import('./join-form.js');
  defineLazy('milieu-meeting-join', MilieuMeetingJoin);
}
