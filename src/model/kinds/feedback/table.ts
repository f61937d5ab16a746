import { answerFilled, notToMyself, reasonGiven } from '../../needs.js';
import type { MilieuRecord } from '../../record.js';
import { hasWords, isAtLeast } from '../../text.js';
import type { AnswerRule, Kind, Need, Transition } from '../../transition.js';

export type FeedbackMode = 'affirm' | 'remind' | 'self';

/** Feedback from one person to another. `affirm` needs `saw`; `remind` needs `saw`, `next` and `strength`, unless it is given in person. */
export interface Feedback extends Readonly<Record<string, unknown>> {
  readonly mode: FeedbackMode;
  /** What the author saw. 3 to 600 characters; empty if a reminder is given in person. */
  readonly saw: string;
  /** Where and when, up to 300 characters. */
  readonly where?: string;
  /** What effect it had on the author or others, up to 400 characters. */
  readonly effect?: string;
  /** A strength that the author sees in the receiver, up to 300 characters. */
  readonly strength?: string;
  /** What would help next time, up to 300 characters. */
  readonly next?: string;
  /** How the author could help, up to 200 characters. */
  readonly offer?: string;
  /** The reminder is given face to face: its text is neither stored nor sent. */
  readonly inPerson?: boolean;
}

/** Limits in characters. Source: the project's field study of written peer feedback, adapted from paper slips. */
export const feedbackLimits = {
  saw: 600,
  sawLeast: 3,
  where: 300,
  effect: 400,
  strength: 300,
  next: 300,
  offer: 200,
  note: 500,
  place: 80,
  who: 80,
} as const;

type Row = Transition<Feedback>;
const modes: readonly unknown[] = ['affirm', 'remind', 'self'] satisfies FeedbackMode[];
const isReminder = (mode: FeedbackMode | undefined): boolean => mode === 'remind';

const oneReceiver: Need<Feedback> = {
  code: 'no-receiver',
  met: ({ input }) => input.data?.mode === 'self' || (input.to?.length ?? 0) > 0,
};
const reminderToOne: Need<Feedback> = { code: 'one-receiver', met: ({ input }) => !isReminder(input.data?.mode) || input.to?.length === 1 };
const sawSomething: Need<Feedback> = {
  code: 'words-missing',
  met: ({ input }) => Boolean(input.data?.inPerson && isReminder(input.data.mode)) || isAtLeast(input.data?.saw, feedbackLimits.sawLeast),
};
const reminderSays = (field: 'strength' | 'next', code: Need['code']): Need<Feedback> => ({
  code,
  met: ({ input }) => !isReminder(input.data?.mode) || Boolean(input.data?.inPerson) || hasWords(input.data?.[field]),
});
// Staff do not read an affirmation before it is delivered. So an edit must not turn a held reminder into an affirmation.
const sameMode: Need<Feedback> = {
  code: 'bad-answer',
  met: ({ root, input }) => input.data?.mode === root?.data.mode && Boolean(input.data?.inPerson) === Boolean(root?.data.inPerson),
};
const inPerson: Need<Feedback> = { code: 'not-now', met: ({ root }) => root?.data.inPerson === true };
const knownMode: Need<Feedback> = { code: 'bad-answer', met: ({ input }) => modes.includes(input.data?.mode) };
const written = [sawSomething, reminderSays('next', 'next-missing'), reminderSays('strength', 'strength-missing')];

const review: Row['answers'] = [{ kind: 'feedback-review', status: 'given', min: 1, visibility: 'named-and-staff', to: (root) => [root.by] }];
const replyAs = (status: string): Row['answers'] => [
  { kind: 'feedback-reply', status, min: 1, visibility: 'named-and-staff', to: (root) => [root.by] },
];
const toReceivers: Row['answers'] = [{ kind: 'feedback-review', status: 'given', min: 1, visibility: 'named-and-staff', to: (root) => root.to }];
// A report is about the author. Staff can read it, except the author if they are staff.
const toStaff: Row['answers'] = [{ kind: 'feedback-reply', status: 'given', min: 1, visibility: 'staff', to: (root) => [root.by] }];
const unread = ['delivered', 'put-by'];
const heard = ['thanked', 'taken', 'talk-asked'];
const toMany = (root: MilieuRecord<Feedback> | undefined): boolean => (root?.to.length ?? 0) > 1;
// Feedback to several people stays open for each of them. Each may answer once.
const onceEach: Need<Feedback> = {
  code: 'not-now',
  met: ({ answers, actor }) => !answers.some((answer) => answer.kind === 'feedback-reply' && answer.by === actor.person),
};
// The author reads these answers. What somebody reports is only for staff.
const noReasons: Need<Feedback> = {
  code: 'bad-answer',
  met: ({ input }) => input.answers?.every(({ data }) => data['reasons'] === undefined) ?? true,
};
// To read a reminder with staff there is no answer to it. Its author is not told.
const toReadWithStaff: Row['answers'] = [{ kind: 'feedback-reading', status: 'asked', min: 1, visibility: 'staff', to: (root) => [root.by] }];
const ofReminder: Need<Feedback> = { code: 'not-now', met: ({ root }) => isReminder(root?.data.mode) };
const notAskedYet: Need<Feedback> = {
  code: 'not-now',
  met: ({ answers }) => !answers.some(({ kind, status }) => kind === 'feedback-reading' && status === 'asked'),
};
const answered = (to: string, replyStatus = 'given'): Row => ({
  from: unread,
  to: [to, ...unread],
  pick: ({ root }) => (root && toMany(root) ? root.status : to),
  who: ['receiver'],
  needs: [onceEach, noReasons],
  answers: replyAs(replyStatus),
});

/** Affirmations are delivered at once. A reminder is held until staff pass it on; until then only its author and staff can read it. */
export const feedback: Kind<Feedback> = {
  kind: 'feedback',
  v: 1,
  words: ['saw', 'where', 'effect', 'strength', 'next', 'offer'],
  transitions: {
    send: {
      from: [],
      to: ['delivered', 'held', 'kept'],
      pick: ({ input, policy }) =>
        input.data?.mode === 'self' || input.data?.inPerson
          ? 'kept'
          : isReminder(input.data?.mode) && policy.reminders === 'held'
            ? 'held'
            : 'delivered',
      who: ['member'],
      needs: [knownMode, oneReceiver, reminderToOne, notToMyself, ...written],
      shows: ({ input, policy }) =>
        input.data?.mode === 'self' || input.data?.inPerson
          ? 'self'
          : isReminder(input.data?.mode) && policy.reminders === 'held'
            ? 'staff'
            : 'named-and-staff',
    },
    rewrite: { from: ['held', 'returned'], to: ['held'], who: ['author'], edits: true, needs: [sameMode, ...written] },
    // What was said is known to nobody but its author: the person to whom it was said was there.
    said: { from: ['kept'], to: ['said'], who: ['author'], needs: [inPerson] },
    withdraw: { from: ['held', 'returned'], to: ['withdrawn'], who: ['author'] },
    release: { from: ['held'], to: ['delivered'], who: ['staff'], not: ['author', 'receiver'], shows: 'named-and-staff', answers: review },
    return: { from: ['held'], to: ['returned'], who: ['staff'], not: ['author', 'receiver'], needs: [reasonGiven], answers: review },
    withhold: { from: ['held'], to: ['withheld'], who: ['staff'], not: ['author', 'receiver'], needs: [reasonGiven], answers: review },
    thank: answered('thanked'),
    'take-care': answered('taken'),
    // The talk asked for is the reply itself, so that it stands until staff settle it, whatever becomes of the feedback.
    differ: answered('talk-asked', 'asked'),
    'put-by': { from: ['delivered'], to: unread, pick: ({ root }) => (toMany(root) ? 'delivered' : 'put-by'), who: ['receiver'] },
    'with-staff': { from: unread, to: ['put-by'], who: ['receiver'], needs: [ofReminder, notAskedYet], answers: toReadWithStaff },
    report: { from: [...unread, ...heard], to: ['reported'], who: ['receiver'], answers: toStaff },
    'let-stand': { from: ['reported'], to: ['stands'], who: ['staff'], not: ['author', 'receiver'], needs: [reasonGiven], answers: toReceivers },
    retract: {
      from: [...unread, ...heard, 'reported', 'stands'],
      to: ['retracted'],
      who: ['staff'],
      not: ['author', 'receiver'],
      shows: 'staff',
      needs: [reasonGiven],
      answers: review,
    },
  },
};

/** A note of staff to the author of a held reminder (`feedback-review`), or the receiver's answer (`feedback-reply`). */
export interface FeedbackNote extends Readonly<Record<string, unknown>> {
  /** Up to 500 characters; required to return or withhold. */
  readonly note: string;
}
export const feedbackReview: Kind<FeedbackNote> = { kind: 'feedback-review', v: 1, words: ['note'], transitions: {} };

/** What staff plan for a talk between the author and the receiver of feedback. */
export interface FeedbackTalk extends Readonly<Record<string, unknown>> {
  /** When, ISO 8601 in UTC. */
  readonly startsAt: string;
  /** Where, up to 80 characters. */
  readonly place: string;
  /** Who of staff is there, in their own words, up to 80 characters. */
  readonly who: string;
}
const plan: readonly AnswerRule[] = [
  { kind: 'feedback-talk', status: 'given', min: 1, visibility: 'named-and-staff', to: (asked) => [asked.by, ...asked.to] },
];

/** Why feedback does not feel OK. */
export type ReportReason = 'safety' | 'romantic' | 'forced' | 'hurtful' | 'other';
export const reportReasons: readonly ReportReason[] = ['safety', 'romantic', 'forced', 'hurtful', 'other'];

export interface FeedbackReply extends FeedbackNote {
  /** Only in a report, each once. Empty is not stored. */
  readonly reasons?: readonly ReportReason[];
}

/** The receiver's answer. The note may be empty. If it asks for a talk, staff plan the talk and settle it; there is no verdict. */
export const feedbackReply: Kind<FeedbackReply> = {
  kind: 'feedback-reply',
  v: 2,
  added: { reasons: 2 },
  words: ['note'],
  transitions: {
    arrange: {
      from: ['asked', 'arranged'],
      to: ['arranged'],
      who: ['staff'],
      not: ['author', 'receiver'],
      needs: [answerFilled('place'), answerFilled('who')],
      answers: plan,
    },
    settle: { from: ['asked', 'arranged'], to: ['settled'], who: ['staff'], not: ['author', 'receiver'] },
  },
};
export const feedbackTalk: Kind<FeedbackTalk> = { kind: 'feedback-talk', v: 1, words: ['place', 'who'], transitions: {} };

/** Its receiver would like to read a reminder with staff there. The note for staff may be empty. */
export const feedbackReading: Kind<FeedbackNote> = {
  kind: 'feedback-reading',
  v: 1,
  words: ['note'],
  transitions: {
    'read-alone': { from: ['asked'], to: ['taken-back'], who: ['author'] },
    'have-read': { from: ['asked'], to: ['read'], who: ['staff'], not: ['author', 'receiver'] },
  },
};
