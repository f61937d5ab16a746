import { withHolders } from '../meeting/roles.js';
import { isOpenItem } from './states.js';
import { hasBegun, isOver } from '../meeting/states.js';
import { aboutNothing, answerFilled, reasonGiven, toNobody, unset } from '../../needs.js';
import type { MilieuRecord } from '../../record.js';
import { hasWords, isAtLeast } from '../../text.js';
import type { AnswerRule, Kind, Need, Scene, Who } from '../../transition.js';

export type ItemKind = 'announcement' | 'follow-up' | 'proposal' | 'request' | 'offer' | 'topic' | 'appreciation' | 'activity';

/** An agenda item: something to bring to a community meeting. */
export interface Item extends Readonly<Record<string, unknown>> {
  /** 3 to 80 characters. */
  readonly title: string;
  readonly kind: ItemKind;
  /** Up to 500 characters. */
  readonly detail?: string;
  /** Whole minutes, 1 to 30. The author proposes them, the chair decides. */
  readonly minutes?: number;
  /** Id of the meeting it is proposed for; after it is accepted, of the meeting whose agenda it is on. */
  readonly meeting?: string;
  /** Position on the agenda, a fraction; see `orderBetween`. Only acts change it. */
  readonly order?: number;
  /** Id of the item that it was joined with. Only acts change it. */
  readonly into?: string;
}

/** A note to the author that says why the item is handled elsewhere. */
export interface ItemNote extends Readonly<Record<string, unknown>> {
  /** Up to 300 characters. */
  readonly note: string;
}

/** Limits in characters, minutes and number of promises. Source: the project's field study of community meetings. */
export const itemLimits = { title: 80, titleLeast: 3, detail: 500, minutesLeast: 1, minutes: 30, note: 300, promises: 5 } as const;

/** Id of the meeting that an item is on or proposed for. A part that was planned together with a meeting names it in `about`. */
export const meetingOf = (item: MilieuRecord<Item> | undefined): string | undefined => item?.data.meeting ?? item?.about;

const pull = ({ root, input, others }: Scene<Item>): readonly [now: MilieuRecord | undefined, next: MilieuRecord | undefined] => [
  others.get(meetingOf(root) ?? ''),
  others.get((input.moves?.['meeting'] ?? '') as string),
];

const startOf = (meeting: MilieuRecord): number => Date.parse(String(meeting.data['startsAt']));

const goesSomewhere: Need<Item> = { code: 'no-meeting', met: (scene) => (pull(scene)[1] ?? pull(scene)[0])?.kind === 'meeting' };
const stillToCome: Need<Item> = { code: 'meeting-over', met: (scene) => !isOver(pull(scene)[1] ?? pull(scene)[0]) };
// A parked item may return to the same meeting. Any other item moves only to a meeting that starts no earlier.
const goesOn: Need<Item> = {
  code: 'no-meeting',
  met: (scene) => {
    const [now, next] = pull(scene);
    if (next?.kind !== 'meeting') return false;
    if (next.id === now?.id) return scene.root?.status === 'parked';
    return !now || startOf(next) >= startOf(now);
  },
};
const proposedFor: Need<Item> = {
  code: 'meeting-over',
  met: ({ input, others }) => input.data?.meeting === undefined || !isOver(others.get(input.data.meeting)),
};
// What staff raise for somebody stays hidden. Staff put a suggestion of their own on the agenda, made from it.
const readByAll: Need<Item> = { code: 'other-eyes', met: ({ root }) => root?.visibility === 'community' };
const target = ({ input, others }: Scene<Item>): MilieuRecord<Item> | undefined =>
  others.get((input.moves?.['into'] ?? '') as string) as MilieuRecord<Item> | undefined;
// Two ideas that are one. What it is joined with is open, and everybody can read both.
const joinsAnother: Need<Item> = {
  code: 'bad-answer',
  met: (scene) => {
    const other = target(scene);
    return other?.kind === 'item' && other.id !== scene.root?.id && other.visibility === 'community' && isOpenItem(other);
  },
};
const toItsMeeting: Need<Item> = {
  code: 'bad-answer',
  met: (scene) => [undefined, scene.root?.data.meeting, meetingOf(target(scene))].includes(scene.input.moves?.['meeting'] as string | undefined),
};
const titled: Need<Item> = { code: 'words-missing', met: ({ input }) => isAtLeast(input.data?.title, itemLimits.titleLeast) };

const given = (
  { input }: Scene<Item>,
  kind: string,
): readonly { readonly to?: readonly string[]; readonly data: Readonly<Record<string, unknown>> }[] =>
  (input.answers ?? []).filter((answer) => answer.kind === kind);
const saysWhat: Need<Item> = { code: 'outcome-missing', met: (scene) => hasWords(given(scene, 'outcome')[0]?.data['text']) };
const promisesSaid: Need<Item> = { code: 'words-missing', met: (scene) => given(scene, 'promise').every(({ data }) => hasWords(data['text'])) };
const promisesOwned: Need<Item> = { code: 'owner-missing', met: (scene) => given(scene, 'promise').every(({ to }) => to?.length === 1) };
const enoughVotes: Need<Item> = {
  code: 'few-votes',
  met: (scene) => {
    const votes = given(scene, 'outcome')[0]?.data['votes'];
    return votes === undefined || votesCast(votes) >= outcomeLimits.votesLeast;
  },
};

// Residents read why staff decided for them.
const explained: Need<Item> = {
  code: 'reason-missing',
  met: (scene) => {
    const { method, why } = given(scene, 'outcome')[0]?.data ?? {};
    return method !== 'staff-decides' || hasWords(why);
  },
};

const lead: readonly Who[] = ['chair', 'staff'];
const proposing: readonly Need<Item>[] = [toNobody, aboutNothing, titled, unset('order'), unset('into'), proposedFor];
const noteToAuthor: readonly AnswerRule[] = [{ kind: 'item-note', status: 'given', min: 1, visibility: 'named-and-staff', to: (root) => [root.by] }];

export const item: Kind<Item> = {
  kind: 'item',
  v: 2,
  added: { into: 2 },
  words: ['title', 'detail'],
  leansOn: (root, input) =>
    [meetingOf(root), input.moves?.['meeting'], input.moves?.['into'], root ? undefined : input.data?.meeting].filter((id) => typeof id === 'string'),
  // The chair of the item's meeting may act. If that meeting is over, or the item is parked, the chair of the next meeting may act too.
  meetings: (scene) => {
    const [now, next] = pull(scene);
    return (scene.root?.status !== 'parked' && !isOver(now) ? [now] : [now, next]).map(withHolders);
  },
  transitions: {
    propose: {
      from: [],
      to: ['proposed'],
      who: ['member'],
      needs: proposing,
      shows: 'community',
    },
    // Only its author and staff can read it. Staff raise it with a `propose` of their own, which names it in `from`.
    'propose-via-staff': { from: [], to: ['proposed'], who: ['member'], needs: proposing, shows: 'staff' },
    rewrite: { from: ['proposed'], to: ['proposed'], who: ['author'], edits: true, needs: [titled] },
    withdraw: { from: ['proposed'], to: ['withdrawn'], who: ['author'], shows: 'staff' },
    accept: {
      from: ['proposed'],
      to: ['accepted'],
      who: lead,
      needs: [readByAll, goesSomewhere, stillToCome],
      moves: ['meeting', 'order', 'minutes'],
    },
    move: { from: ['proposed', 'accepted'], to: [], who: lead, moves: ['order', 'minutes'] },
    decide: {
      from: ['accepted'],
      to: ['decided'],
      who: lead,
      needs: [saysWhat, promisesSaid, promisesOwned, enoughVotes, explained],
      answers: [
        { kind: 'outcome', status: 'noted', min: 1, visibility: 'community', to: () => [] },
        { kind: 'promise', status: 'open', max: itemLimits.promises, visibility: 'community' },
      ],
    },
    park: { from: ['accepted'], to: ['parked'], who: lead },
    carry: { from: ['accepted', 'parked'], to: ['accepted'], who: lead, needs: [goesOn, stillToCome], moves: ['meeting', 'order', 'minutes'] },
    merge: {
      from: ['proposed', 'accepted', 'parked'],
      to: ['merged'],
      who: lead,
      needs: [readByAll, joinsAnother, toItsMeeting],
      moves: ['into', 'meeting'],
    },
    // It may be about one person, so from now on only its author and staff can read it.
    redirect: {
      from: ['proposed', 'accepted', 'parked'],
      to: ['redirected'],
      who: lead,
      needs: [reasonGiven],
      shows: 'staff',
      answers: noteToAuthor,
    },
  },
};
export const itemNote: Kind<ItemNote> = { kind: 'item-note', v: 1, words: ['note'], transitions: {} };

export type Method = 'consensus' | 'majority' | 'advisory' | 'staff-decides';

/** Numbers of votes, never names. */
export interface Votes extends Readonly<Record<string, unknown>> {
  /** Whole numbers, 0 to 999. */
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/** What a meeting decided about an item. */
export interface Outcome extends Readonly<Record<string, unknown>> {
  /** Up to 500 characters. */
  readonly text: string;
  readonly method?: Method;
  /** As counted by the chair. With fewer than five votes no count is stored, because people could tell who voted how. */
  readonly votes?: Votes;
  /** The reason, up to 300 characters; required if staff decided. Everybody in the community can read it. */
  readonly why?: string;
}
export const outcomeLimits = { text: 500, why: 300, votesLeast: 5, votes: 999 } as const;
export const outcome: Kind<Outcome> = { kind: 'outcome', v: 2, added: { why: 2 }, words: ['text', 'why'], transitions: {} };

/** How many votes were cast; 0 if the value is not a vote count. */
export function votesCast(votes: unknown): number {
  const { for: yes, against, abstain } = (typeof votes === 'object' && votes ? votes : {}) as Record<string, unknown>;
  return [yes, against, abstain].reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
}

/** A promise: something a person said they would do. It is created only when an item is decided; `to` is the person who will do it. */
export interface Promised extends Readonly<Record<string, unknown>> {
  /** Up to 160 characters. */
  readonly text: string;
  /** Calendar day, `2026-11-21`. */
  readonly due?: string;
  /** Id of the meeting that reviewed it. Only acts change it. */
  readonly meeting?: string;
}
/** What became of a promise. Everybody in the community can read it. */
export interface PromiseNote extends Readonly<Record<string, unknown>> {
  /** Up to 200 characters; required if the promise is dropped. It may be empty if it is done: then the note only says when. */
  readonly note: string;
}
/** How an open promise is going, in the words of somebody it concerns. Everybody in the community can read it. */
export interface PromiseReport extends Readonly<Record<string, unknown>> {
  /** Up to 200 characters. */
  readonly note: string;
}
export const promiseLimits = { text: 160, note: 200 } as const;

// The author is the chair or staff member who wrote the outcome. The chair of a later meeting that reviews the promises may act too.
const concerned: readonly Who[] = ['receiver', 'author', 'chair', 'staff'];
const promiseNoteRule: readonly AnswerRule[] = [{ kind: 'promise-note', status: 'given', visibility: 'community', to: (root) => [root.by] }];
export const promise: Kind<Promised> = {
  kind: 'promise',
  v: 1,
  words: ['text'],
  leansOn: (_, input) => [input.moves?.['meeting']].filter((id) => typeof id === 'string'),
  meetings: ({ input, others }) => [others.get(input.moves?.['meeting'] as string)].filter(hasBegun).map(withHolders),
  transitions: {
    report: {
      from: ['open'],
      to: [],
      who: concerned,
      needs: [answerFilled('note')],
      moves: ['meeting'],
      answers: [{ kind: 'promise-report', status: 'given', min: 1, visibility: 'community', to: (root) => [root.by] }],
    },
    finish: { from: ['open'], to: ['done'], who: concerned, moves: ['meeting'], answers: promiseNoteRule },
    drop: { from: ['open'], to: ['dropped'], who: concerned, needs: [reasonGiven], moves: ['meeting'], answers: promiseNoteRule },
    reopen: { from: ['done', 'dropped'], to: ['open'], who: concerned, moves: ['meeting'] },
  },
};
export const promiseNote: Kind<PromiseNote> = { kind: 'promise-note', v: 1, words: ['note'], transitions: {} };
export const promiseReport: Kind<PromiseReport> = { kind: 'promise-report', v: 1, words: ['note'], transitions: {} };
