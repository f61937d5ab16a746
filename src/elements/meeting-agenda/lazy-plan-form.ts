import { defineLazy } from '../controllers/define-if-missing.js';

/** Loads and registers the form that plans or changes a meeting, when somebody opens it. */
export async function loadPlanForm(): Promise<void> {
  const [{ MilieuMeetingStart }, { MilieuPersonPicker }] = await Promise.all([import('./plan-form.js'), import('../parts/person-picker.js')]);
  defineLazy('milieu-person-picker', MilieuPersonPicker);
  defineLazy('milieu-meeting-start', MilieuMeetingStart);
}
