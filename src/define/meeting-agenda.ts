import './shared.js';
import { MilieuMeetingBoard } from '../elements/meeting-agenda/board-view.js';
import { MilieuMeetingClock } from '../elements/meeting-agenda/clock-view.js';
import { MilieuMeetingDecide } from '../elements/meeting-agenda/decide-view.js';
import { MilieuMeetingDraft } from '../elements/meeting-agenda/draft-view.js';
import { MilieuMeetingAgenda } from '../elements/meeting-agenda/milieu-meeting-agenda.js';
import { MilieuMeetingMinutes } from '../elements/meeting-agenda/minutes-view.js';
import { MilieuMeetingParts } from '../elements/meeting-agenda/parts-view.js';
import { MilieuMeetingPlan } from '../elements/meeting-agenda/plan-view.js';
import { MilieuMeetingPromises } from '../elements/meeting-agenda/promises-view.js';
import { MilieuMeetingPropose } from '../elements/meeting-agenda/propose-view.js';
import { MilieuMeetingReason } from '../elements/meeting-agenda/reason-view.js';
import { MilieuMeetingRun } from '../elements/meeting-agenda/run-view.js';
import { MilieuMeetingStart } from '../elements/meeting-agenda/start-view.js';
import { MilieuMeetingWaiting } from '../elements/meeting-agenda/waiting-view.js';
import { define } from './define.js';

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

// The types of the events and tags come with the registration.
export type * from '../elements/community/index.js';
export type * from '../elements/meeting-agenda/index.js';
