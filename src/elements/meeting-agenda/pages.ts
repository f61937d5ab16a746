import { MilieuMeetingAttendance } from './attendance.js';
import { MilieuMeetingAway } from './step-out.js';
import { MilieuMeetingBefore } from './meeting-before.js';
import { MilieuMeetingBoard } from './promise-board.js';
import { MilieuMeetingClock } from './meeting-clock-view.js';
import { MilieuMeetingDecide } from './decision-form.js';
import { MilieuMeetingDraft } from './minutes-form.js';
import { MilieuMeetingJoin } from './join-form.js';
import { MilieuMeetingMinutes } from './minutes-page.js';
import { MilieuMeetingOpening } from './meeting-opening.js';
import { MilieuMeetingPause } from './pause-reason.js';
import { MilieuMeetingPromised } from './promised-on-paper.js';
import { MilieuMeetingPromises } from './promise-list.js';
import { MilieuMeetingReport } from './promise-report-form.js';
import { MilieuMeetingRoom } from './meeting-room.js';
import { MilieuMeetingRound } from './round-form.js';
import { MilieuMeetingKept } from './round-kept.js';
import { MilieuMeetingRun } from './running-meeting.js';
import { MilieuMeetingSaid } from './said-and-done.js';
import { MilieuMeetingThanks } from './meeting-thanks.js';
import { MilieuReason } from '../parts/reason-form.js';
import { MilieuPersonPicker } from '../parts/person-picker.js';

/** The pages other than the plan, and the views inside them, each before the one that contains it. */
export const tags: Readonly<Record<string, CustomElementConstructor>> = {
  'milieu-person-picker': MilieuPersonPicker,
  'milieu-reason': MilieuReason,
  'milieu-meeting-join': MilieuMeetingJoin,
  'milieu-meeting-report': MilieuMeetingReport,
  'milieu-meeting-promises': MilieuMeetingPromises,
  'milieu-meeting-promised': MilieuMeetingPromised,
  'milieu-meeting-said': MilieuMeetingSaid,
  'milieu-meeting-opening': MilieuMeetingOpening,
  'milieu-meeting-pause': MilieuMeetingPause,
  'milieu-meeting-clock': MilieuMeetingClock,
  'milieu-meeting-decide': MilieuMeetingDecide,
  'milieu-meeting-away': MilieuMeetingAway,
  'milieu-meeting-before': MilieuMeetingBefore,
  'milieu-meeting-thanks': MilieuMeetingThanks,
  'milieu-meeting-round': MilieuMeetingRound,
  'milieu-meeting-kept': MilieuMeetingKept,
  'milieu-meeting-run': MilieuMeetingRun,
  'milieu-meeting-draft': MilieuMeetingDraft,
  'milieu-meeting-attendance': MilieuMeetingAttendance,
  'milieu-meeting-minutes': MilieuMeetingMinutes,
  'milieu-meeting-board': MilieuMeetingBoard,
  'milieu-meeting-room': MilieuMeetingRoom,
};
