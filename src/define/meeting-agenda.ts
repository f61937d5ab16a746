import './shared.js';
import { MilieuMeetingAgenda } from '../elements/meeting-agenda/milieu-meeting-agenda.js';
import { MilieuMeetingNamed } from '../elements/meeting-agenda/named-question.js';
import { MilieuMeetingParts } from '../elements/meeting-agenda/agenda-items.js';
import { MilieuMeetingPlan } from '../elements/meeting-agenda/next-meeting.js';
import { MilieuMeetingPropose } from '../elements/meeting-agenda/propose-form.js';
import { MilieuMeetingRoles } from '../elements/meeting-agenda/roles-list.js';
import { define } from './define.js';

define('milieu-meeting-named', MilieuMeetingNamed);
define('milieu-meeting-propose', MilieuMeetingPropose);
define('milieu-meeting-parts', MilieuMeetingParts);
define('milieu-meeting-roles', MilieuMeetingRoles);
define('milieu-meeting-plan', MilieuMeetingPlan);
define('milieu-meeting-agenda', MilieuMeetingAgenda);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/meeting-agenda/index.js';
