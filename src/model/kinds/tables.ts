// Written by scripts/kinds.mjs from the folders beside it; edit those.
import {
  item,
  type Item,
  itemNote,
  type ItemNote,
  outcome,
  type Outcome,
  promise,
  type Promised,
  promiseNote,
  type PromiseNote,
  promiseReport,
  type PromiseReport,
} from './agenda-item/table.js';
import { attendance, type Attendance } from './attendance/table.js';
import { concern, type Concern, concernReply, type ConcernReply } from './concern/table.js';
import {
  feedback,
  type Feedback,
  feedbackReview,
  type FeedbackNote,
  feedbackReply,
  type FeedbackReply,
  feedbackTalk,
  type FeedbackTalk,
  feedbackReading,
} from './feedback/table.js';
import { help, type Help, helpReply, type HelpReply } from './help/table.js';
import { job, type Job, jobDay, type JobDay, restriction, type Restriction } from './job/table.js';
import { placement, type Placement, placementNote, type PlacementNote, duty, type Duty, dutyNote, type DutyNote } from './ladder/table.js';
import { meeting, type Meeting, meetingNote, type MeetingNote } from './meeting/table.js';
import { member, type Member } from './member/table.js';
import { minutes, type Minutes, minutesNote, type MinutesNote } from './minutes/table.js';
import { practice, type Practice } from './practice/table.js';
import { roundEntry, type RoundEntry } from './round/table.js';
import {
  step,
  type Step,
  stepAsk,
  type StepAsk,
  stepView,
  type StepView,
  stepDecision,
  type StepDecision,
  stepLines,
  type StepLines,
} from './step/table.js';
import type { Kind } from '../transition.js';

/** The data of every kind by its name. */
export interface DataByKind {
  readonly item: Item;
  readonly 'item-note': ItemNote;
  readonly outcome: Outcome;
  readonly promise: Promised;
  readonly 'promise-note': PromiseNote;
  readonly 'promise-report': PromiseReport;
  readonly attendance: Attendance;
  readonly concern: Concern;
  readonly 'concern-reply': ConcernReply;
  readonly feedback: Feedback;
  readonly 'feedback-review': FeedbackNote;
  readonly 'feedback-reply': FeedbackReply;
  readonly 'feedback-talk': FeedbackTalk;
  readonly 'feedback-reading': FeedbackNote;
  readonly help: Help;
  readonly 'help-reply': HelpReply;
  readonly job: Job;
  readonly 'job-day': JobDay;
  readonly restriction: Restriction;
  readonly placement: Placement;
  readonly 'placement-note': PlacementNote;
  readonly duty: Duty;
  readonly 'duty-note': DutyNote;
  readonly meeting: Meeting;
  readonly 'meeting-note': MeetingNote;
  readonly member: Member;
  readonly minutes: Minutes;
  readonly 'minutes-note': MinutesNote;
  readonly practice: Practice;
  readonly 'round-entry': RoundEntry;
  readonly step: Step;
  readonly 'step-ask': StepAsk;
  readonly 'step-view': StepView;
  readonly 'step-decision': StepDecision;
  readonly 'step-lines': StepLines;
}
export type KindName = keyof DataByKind;

const every: { readonly [K in KindName]: Kind<DataByKind[K]> } = {
  item,
  'item-note': itemNote,
  outcome,
  promise,
  'promise-note': promiseNote,
  'promise-report': promiseReport,
  attendance,
  concern,
  'concern-reply': concernReply,
  feedback,
  'feedback-review': feedbackReview,
  'feedback-reply': feedbackReply,
  'feedback-talk': feedbackTalk,
  'feedback-reading': feedbackReading,
  help,
  'help-reply': helpReply,
  job,
  'job-day': jobDay,
  restriction,
  placement,
  'placement-note': placementNote,
  duty,
  'duty-note': dutyNote,
  meeting,
  'meeting-note': meetingNote,
  member,
  minutes,
  'minutes-note': minutesNote,
  practice,
  'round-entry': roundEntry,
  step,
  'step-ask': stepAsk,
  'step-view': stepView,
  'step-decision': stepDecision,
  'step-lines': stepLines,
};

/** Every kind's table by its name. No prototype: `constructor` is no kind. */
export const kinds: Readonly<Record<string, Kind>> = Object.assign(Object.create(null) as Record<string, Kind>, every);
