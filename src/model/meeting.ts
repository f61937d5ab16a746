import { type Clock, clockLimits, isClock, nextItem, pauseClock, remaining, resumeClock, startClock, takeClock } from './clock.js';
import { filled, reasonGiven, toNobody, unset } from './needs.js';
import type { MilieuRecord } from './record.js';
import type { AnswerRule, Kind, Need, Scene, Transition, Who } from './transition.js';

/** A community meeting. Everybody who lives or works there reads it. */
export interface Meeting extends Readonly<Record<string, unknown>> {
  /** Up to 80. */
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly startsAt: string;
  /** Whole minutes, 10 to 120. */
  readonly minutes: number;
  /** Up to 80. */
  readonly place?: string;
  /** What it is for, in one sentence, up to 200. */
  readonly purpose: string;
  /** Person ids of those who hold an office in it. */
  readonly chair: string;
  readonly notes?: string;
  readonly timekeeper?: string;
  /** What was agreed for meetings: up to 12 of 140. */
  readonly agreements: readonly string[];
  /** Only acts write it; absent until the meeting opens. */
  readonly clock?: Clock;
}

/** Why a meeting does not take place. */
export interface MeetingNote extends Readonly<Record<string, unknown>> {
  /** Up to 300. */
  readonly note: string;
}

/** Characters and minutes. Source: the project's field study of community meetings: 20 to 30 minutes on short stays, 45 to 60 elsewhere. */
export const meetingLimits = {
  title: 80,
  minutesLeast: 10,
  minutes: 120,
  place: 80,
  purpose: 200,
  agreements: 12,
  agreement: 140,
  note: 300,
  parts: 11,
} as const;

/** Whether it is on, or over after it was held. */
export const hasBegun = (meeting: MilieuRecord | undefined): boolean =>
  meeting?.kind === 'meeting' && ['running', 'paused', 'closed'].includes(meeting.status);

/** A meeting that takes nothing on any more, or no meeting at all. */
export const isOver = (meeting: MilieuRecord | undefined): boolean =>
  meeting?.kind !== 'meeting' || meeting.status === 'closed' || meeting.status === 'cancelled';

// The screen hands in the clock as it should be. `holder`, `item` and `left` are read from it; who and when is written here.
const asked = ({ input }: Scene<Meeting>): Clock | undefined => (isClock(input.moves?.['clock']) ? input.moves['clock'] : undefined);
const stored = ({ root }: Scene<Meeting>): Clock | undefined => (isClock(root?.data.clock) ? root.data.clock : undefined);
const hand = ({ actor, now }: Scene<Meeting>): { by: string; now: number } => ({ by: actor.person, now: Date.parse(now) });

const aClock: Need<Meeting> = { code: 'bad-answer', met: (scene) => asked(scene) !== undefined };
const myClock: Need<Meeting> = { code: 'no-clock', met: (scene) => asked(scene)?.holder === stored(scene)?.holder };
const fairExtension: Need<Meeting> = {
  code: 'bad-answer',
  met: (scene) => {
    const [to, from] = [asked(scene), stored(scene)];
    const added = to && from ? to.left - remaining(from, hand(scene).now) : 0;
    // The screen reckoned with its own now, a moment before this one.
    return added > 0 && added <= clockLimits.extend * 60 + 2;
  },
};

/** A row that writes the clock: from what is asked and what is stored, by the hand of the actor. */
const clocked = (make: (asked: Clock, stored: Clock, scene: Scene<Meeting>) => Clock): Pick<Transition<Meeting>, 'moves' | 'move'> => ({
  moves: ['clock'],
  move: (scene) => {
    const [to, from] = [asked(scene), stored(scene)];
    return to ? { clock: make(to, from ?? to, scene) } : {};
  },
});

const said: readonly Need[] = [filled('title'), filled('purpose'), filled('chair')];

// The parts of the agenda it is planned from. They are its own by `about`, and nobody else's.
const parts: readonly AnswerRule[] = [{ kind: 'item', status: 'accepted', max: meetingLimits.parts, visibility: 'community', to: () => [] }];
const ownParts: Need<Meeting> = { code: 'bad-answer', met: ({ input }) => (input.answers ?? []).every(({ data }) => data['meeting'] === undefined) };

const lead: readonly Who[] = ['chair', 'staff'];
const time: readonly Who[] = ['chair', 'timekeeper', 'staff'];
const reason: readonly AnswerRule[] = [{ kind: 'meeting-note', status: 'given', visibility: 'community', to: () => [] }];

export const meeting: Kind<Meeting> = {
  kind: 'meeting',
  v: 1,
  words: ['title', 'purpose', 'place'],
  meetings: ({ root }) => [root],
  transitions: {
    plan: { from: [], to: ['planned'], who: ['member'], needs: [toNobody, ...said, unset('clock'), ownParts], shows: 'community', answers: parts },
    rewrite: { from: ['planned'], to: ['planned'], who: ['author'], edits: true, needs: said },
    cancel: { from: ['planned'], to: ['cancelled'], who: lead, needs: [reasonGiven], answers: reason },
    open: {
      from: ['planned'],
      to: ['running'],
      who: lead,
      needs: [aClock],
      ...clocked((to, _, scene) => startClock(to.holder, to.item, to.left, hand(scene))),
    },
    next: {
      from: ['running'],
      to: ['running'],
      who: time,
      needs: [aClock, myClock],
      ...clocked((to, from, scene) => nextItem(from, to.item, to.left, hand(scene))),
    },
    pause: { from: ['running'], to: ['paused'], who: time, needs: [aClock, myClock], ...clocked((_, from, scene) => pauseClock(from, hand(scene))) },
    resume: {
      from: ['paused'],
      to: ['running'],
      who: time,
      needs: [aClock, myClock],
      ...clocked((_, from, scene) => resumeClock(from, hand(scene))),
    },
    extend: {
      from: ['running', 'paused'],
      to: [],
      who: time,
      needs: [aClock, myClock, fairExtension],
      ...clocked((to, from, scene) => ({ ...startClock(from.holder, from.item, to.left, hand(scene)), ...(from.since ? {} : { since: '' }) })),
    },
    'take-clock': {
      from: ['running', 'paused'],
      to: [],
      who: time,
      needs: [aClock],
      ...clocked((to, from, scene) => takeClock(from, to.holder, hand(scene))),
    },
    close: {
      from: ['running', 'paused'],
      to: ['closed'],
      who: lead,
      moves: ['clock'],
      move: (scene) => {
        const clock = stored(scene);
        return clock ? { clock: pauseClock(clock, hand(scene)) } : {};
      },
    },
  },
};
export const meetingNote: Kind<MeetingNote> = { kind: 'meeting-note', v: 1, words: ['note'], transitions: {} };
