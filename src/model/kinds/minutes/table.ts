import { filled, reasonGiven } from '../../needs.js';
import { chairOf, roleTaker, withHolders } from '../meeting/roles.js';
import type { Meeting } from '../meeting/table.js';
import type { MilieuRecord } from '../../record.js';
import type { AnswerRule, Kind, Need, Scene } from '../../transition.js';

/** The minutes of a meeting: decisions, nothing confidential. `about` is the meeting, `to` its chair and its note-taker if it has one. */
export interface Minutes extends Readonly<Record<string, unknown>> {
  /** Up to 5,000 characters. */
  readonly text: string;
}

/** A note that says why the minutes are returned to their author. */
export interface MinutesNote extends Readonly<Record<string, unknown>> {
  /** Up to 300 characters. */
  readonly note: string;
}

/** Limits in characters. Source: the project's field study of community meetings. */
export const minutesLimits = { text: 5000, note: 300 } as const;

const isMeeting = (record: MilieuRecord | undefined): record is MilieuRecord<Meeting> => record?.kind === 'meeting';
const meetingOf = ({ root, input, others }: Scene<Minutes>): MilieuRecord | undefined => others.get(root?.about ?? input.about ?? '');

const ofAMeeting: Need<Minutes> = { code: 'no-meeting', met: (scene) => isMeeting(meetingOf(scene)) };
// Until the minutes are published, only the people who are responsible for them can read them.
const toItsChair: Need<Minutes> = {
  code: 'bad-answer',
  met: (scene) => {
    const meeting = meetingOf(scene);
    const [chair, notes] = isMeeting(meeting) ? [chairOf(meeting.data), roleTaker(meeting.data, 'notes')] : [];
    const to = scene.input.to ?? [];
    return to.some((id) => id === chair) && to.every((id) => id === chair || id === notes);
  },
};
const noteToAuthor: readonly AnswerRule[] = [{ kind: 'minutes-note', status: 'given', visibility: 'named-and-staff', to: (root) => [root.by] }];

/** Nobody approves their own minutes, and staff read them before they are published to everybody. */
export const minutes: Kind<Minutes> = {
  kind: 'minutes',
  v: 1,
  words: ['text'],
  leansOn: (root, input) => [root?.about ?? input.about].filter((id) => typeof id === 'string'),
  meetings: (scene) => [withHolders(meetingOf(scene))],
  transitions: {
    draft: {
      from: [],
      to: ['draft'],
      who: ['chair', 'note-taker', 'staff'],
      needs: [ofAMeeting, toItsChair, filled('text')],
      shows: 'named-and-staff',
    },
    rewrite: { from: ['draft'], to: ['draft'], who: ['author'], edits: true, needs: [filled('text')] },
    check: { from: ['draft'], to: ['checked'], who: ['chair', 'staff'], not: ['author'] },
    'send-back': { from: ['draft', 'checked'], to: ['draft'], who: ['chair', 'staff'], not: ['author'], needs: [reasonGiven], answers: noteToAuthor },
    publish: { from: ['checked'], to: ['published'], who: ['staff'], shows: 'community' },
    'take-back': { from: ['published'], to: ['draft'], who: ['staff'], needs: [reasonGiven], shows: 'named-and-staff', answers: noteToAuthor },
  },
};
export const minutesNote: Kind<MinutesNote> = { kind: 'minutes-note', v: 1, words: ['note'], transitions: {} };
