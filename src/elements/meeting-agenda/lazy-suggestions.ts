import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the lists of suggestions with what answers them, when there is a suggestion, and the form for a reason. */
export async function loadSuggestions(): Promise<void> {
  const [{ MilieuMeetingReason }, { MilieuMeetingWaiting }] = await Promise.all([import('./reason-form.js'), import('./suggestion-list.js')]);
  defineLazy('milieu-meeting-reason', MilieuMeetingReason);
  defineLazy('milieu-meeting-waiting', MilieuMeetingWaiting);
}
