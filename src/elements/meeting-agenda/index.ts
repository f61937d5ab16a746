/**
 * The community meeting: planning, the running meeting, minutes and promises.
 *
 * Imports: the shared folders of elements.
 * Rule: Who spoke is never shown or stored. No agenda item ends automatically.
 */
export { MilieuMeetingAgenda } from './milieu-meeting-agenda.js';
