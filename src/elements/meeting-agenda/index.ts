export { MilieuMeetingAgenda } from './milieu-meeting-agenda.js';
