import './shared.js';
import { MilieuMeetingBoard } from '../elements/meeting-agenda/promise-board.js';
import { MilieuMeetingClock } from '../elements/meeting-agenda/meeting-clock-view.js';
import { MilieuMeetingDecide } from '../elements/meeting-agenda/decision-form.js';
import { MilieuMeetingDraft } from '../elements/meeting-agenda/minutes-form.js';
import { MilieuMeetingAgenda } from '../elements/meeting-agenda/milieu-meeting-agenda.js';
import { MilieuMeetingMinutes } from '../elements/meeting-agenda/minutes-page.js';
import { MilieuMeetingParts } from '../elements/meeting-agenda/agenda-items.js';
import { MilieuMeetingPlan } from '../elements/meeting-agenda/next-meeting.js';
import { MilieuMeetingPromises } from '../elements/meeting-agenda/promise-list.js';
import { MilieuMeetingPropose } from '../elements/meeting-agenda/propose-form.js';
import { MilieuMeetingReason } from '../elements/meeting-agenda/reason-form.js';
import { MilieuMeetingRun } from '../elements/meeting-agenda/running-meeting.js';
import { MilieuMeetingStart } from '../elements/meeting-agenda/plan-form.js';
import { MilieuMeetingWaiting } from '../elements/meeting-agenda/suggestion-list.js';
import { MilieuPersonPicker } from '../elements/parts/person-picker.js';
import { define } from './define.js';

define('milieu-person-picker', MilieuPersonPicker);
define('milieu-meeting-reason', MilieuMeetingReason);
define('milieu-meeting-promises', MilieuMeetingPromises);
define('milieu-meeting-propose', MilieuMeetingPropose);
define('milieu-meeting-parts', MilieuMeetingParts);
define('milieu-meeting-waiting', MilieuMeetingWaiting);
define('milieu-meeting-start', MilieuMeetingStart);
define('milieu-meeting-plan', MilieuMeetingPlan);
define('milieu-meeting-clock', MilieuMeetingClock);
define('milieu-meeting-decide', MilieuMeetingDecide);
define('milieu-meeting-run', MilieuMeetingRun);
define('milieu-meeting-draft', MilieuMeetingDraft);
define('milieu-meeting-minutes', MilieuMeetingMinutes);
define('milieu-meeting-board', MilieuMeetingBoard);
define('milieu-meeting-agenda', MilieuMeetingAgenda);

// Importing a registration also brings the types of its events and tags.
export type * from '../elements/community/index.js';
export type * from '../elements/meeting-agenda/index.js';
