import { defineLazy } from '../controllers/define-if-missing.js';
import { loadReason } from '../parts/lazy-reason.js';

/** Loads and registers the lists of suggestions with what answers them, when there is a suggestion. */
export async function loadSuggestions(): Promise<void> {
  const [{ MilieuMeetingWaiting }] = await Promise.all([import('./suggestion-list.js'), loadReason()]);
  defineLazy('milieu-meeting-waiting', MilieuMeetingWaiting);
}
