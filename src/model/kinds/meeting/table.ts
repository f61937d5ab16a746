import { type Clock, clockLimits, isClock, nextItem, pauseClock, remaining, resumeClock, startClock, takeClock } from './clock.js';
import { filled, reasonGiven, toNobody, unset } from '../../needs.js';
import { everyRole, handedBack, type Taken, taken, withHolders } from './roles.js';
import type { AnswerRule, Kind, Need, Scene, Transition, Who } from '../../transition.js';

/** A community meeting. All residents, senior peers and staff can read it. */
export interface Meeting extends Readonly<Record<string, unknown>> {
  /** Up to 80 characters. */
  readonly title: string;
  /** Start, ISO 8601 in UTC. */
  readonly startsAt: string;
  /** Whole minutes, 10 to 120. */
  readonly minutes: number;
  /** Up to 80 characters. */
  readonly place?: string;
  /** Its purpose in one sentence, up to 200 characters. */
  readonly purpose: string;
  /** Ids of the people who were asked to have a role in it: chair, note-taker, timekeeper, and the host who welcomes new people. */
  readonly chair: string;
  readonly notes?: string;
  readonly timekeeper?: string;
  readonly welcome?: string;
  /** Who has agreed to a role; see `roleTaker`. Only acts change it. */
  readonly taken?: Taken;
  /** The agreements for meetings: up to 12, each up to 140 characters. */
  readonly agreements: readonly string[];
  /** What kind of meeting it is: the id of the default agenda that it was planned from, or a word of the host's, up to 30 characters. */
  readonly type?: string;
  /** Only acts change it; missing until the meeting starts. */
  readonly clock?: Clock;
}

/** A note that says why a meeting is cancelled or paused. Everybody in the community can read it. */
export interface MeetingNote extends Readonly<Record<string, unknown>> {
  /** Up to 300 characters. It may be empty at a pause: then nobody said why, and what was said at an earlier pause is over. */
  readonly note: string;
}

/**
 * Limits in characters, minutes and numbers of entries. Source: the project's field study of community meetings, which last 20 to 30
 * minutes on short stays and 45 to 60 elsewhere.
 */
export const meetingLimits = {
  title: 80,
  type: 30,
  minutesLeast: 10,
  minutes: 120,
  place: 80,
  purpose: 200,
  agreements: 12,
  agreement: 140,
  note: 300,
  parts: 11,
} as const;

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
    // The screen computed `left` a moment before `now`.
    return added > 0 && added <= clockLimits.extend * 60 + 2;
  },
};

/** The part of a transition that changes the clock: computed from the requested and the stored clock, and the actor. */
const clocked = (make: (asked: Clock, stored: Clock, scene: Scene<Meeting>) => Clock): Pick<Transition<Meeting>, 'moves' | 'move'> => ({
  moves: ['clock'],
  move: (scene) => {
    const [to, from] = [asked(scene), stored(scene)];
    return to ? { clock: make(to, from ?? to, scene) } : {};
  },
});

const changes = (before: Taken | undefined, after: Taken): boolean =>
  everyRole.some((role) => before?.[role]?.by !== after[role]?.by || before?.[role]?.asked !== after[role]?.asked);

/** A role that changes hands: what the actor takes or hands back, and nothing of others. */
const roleOf = (next: (scene: Scene<Meeting>) => Taken): Pick<Transition<Meeting>, 'from' | 'to' | 'who' | 'moves' | 'needs' | 'move'> => ({
  from: ['planned', 'running', 'paused'],
  to: [],
  who: ['member'],
  moves: ['taken'],
  needs: [{ code: 'not-now', met: (scene) => changes(scene.root?.data.taken, next(scene)) }],
  move: (scene) => ({ taken: next(scene) }),
});

const said: readonly Need[] = [filled('title'), filled('purpose'), filled('chair')];

// The fixed parts of the agenda, created together with the meeting. They name it in `about`, so they belong to no other meeting.
const parts: readonly AnswerRule[] = [{ kind: 'item', status: 'accepted', max: meetingLimits.parts, visibility: 'community', to: () => [] }];
const ownParts: Need<Meeting> = { code: 'bad-answer', met: ({ input }) => (input.answers ?? []).every(({ data }) => data['meeting'] === undefined) };

const lead: readonly Who[] = ['chair', 'staff'];
const time: readonly Who[] = ['chair', 'timekeeper', 'staff'];
const reason: readonly AnswerRule[] = [{ kind: 'meeting-note', status: 'given', visibility: 'community', to: () => [] }];

export const meeting: Kind<Meeting> = {
  kind: 'meeting',
  v: 2,
  added: { type: 2 },
  words: ['title', 'purpose', 'place'],
  meetings: ({ root }) => [withHolders(root)],
  transitions: {
    plan: {
      from: [],
      to: ['planned'],
      who: ['member'],
      needs: [toNobody, ...said, unset('clock'), unset('taken'), ownParts],
      shows: 'community',
      answers: parts,
    },
    rewrite: { from: ['planned'], to: ['planned'], who: ['author'], edits: true, needs: said },
    'take-role': roleOf(taken),
    'hand-back': roleOf(handedBack),
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
    pause: {
      from: ['running'],
      to: ['paused'],
      who: time,
      needs: [aClock, myClock],
      ...clocked((_, from, scene) => pauseClock(from, hand(scene))),
      answers: reason,
    },
    'say-why': { from: ['paused'], to: [], who: time, needs: [reasonGiven], answers: reason },
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
