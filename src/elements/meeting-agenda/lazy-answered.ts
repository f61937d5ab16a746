import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the suggestions of a person that were answered outside the meeting, when there is one. */
export async function loadAnswered(): Promise<void> {
  const { MilieuMeetingAnswered } = await import('./answered-outside.js');
  defineLazy('milieu-meeting-answered', MilieuMeetingAnswered);
}
