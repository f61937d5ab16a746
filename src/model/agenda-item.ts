import { hasBegun, isOver } from './meeting.js';
import { aboutNothing, reasonGiven, toNobody, unset, words } from './needs.js';
import type { MilieuRecord } from './record.js';
import type { AnswerRule, Kind, Need, Scene, Who } from './transition.js';

export type ItemKind = 'announcement' | 'follow-up' | 'proposal' | 'request' | 'offer' | 'topic' | 'appreciation' | 'activity';

/** Something to bring to a meeting. */
export interface Item extends Readonly<Record<string, unknown>> {
  /** 3 to 80. */
  readonly title: string;
  readonly kind: ItemKind;
  /** Up to 500. */
  readonly detail?: string;
  /** Whole minutes, 1 to 30. Proposed by the author, settled by the chair. */
  readonly minutes?: number;
  /** Id of the meeting: the one it is proposed for, then the one it is on. */
  readonly meeting?: string;
  /** Place on the agenda, a fraction; see `order.ts`. Only acts write it. */
  readonly order?: number;
}

/** Why an item is taken elsewhere, for its author. */
export interface ItemNote extends Readonly<Record<string, unknown>> {
  /** Up to 300. */
  readonly note: string;
}

/** Characters and minutes. Source: the project's field study of community meetings. */
export const itemLimits = { title: 80, titleLeast: 3, detail: 500, minutesLeast: 1, minutes: 30, note: 300, promises: 5 } as const;

/** Id of the meeting that an item is on or proposed for; a part that was planned with a meeting belongs to that one. */
export const meetingOf = (item: MilieuRecord<Item> | undefined): string | undefined => item?.data.meeting ?? item?.about;

const pull = ({ root, input, others }: Scene<Item>): readonly [now: MilieuRecord | undefined, next: MilieuRecord | undefined] => [
  others.get(meetingOf(root) ?? ''),
  others.get((input.moves?.['meeting'] ?? '') as string),
];

const startOf = (meeting: MilieuRecord): number => Date.parse(String(meeting.data['startsAt']));

const goesSomewhere: Need<Item> = { code: 'no-meeting', met: (scene) => (pull(scene)[1] ?? pull(scene)[0])?.kind === 'meeting' };
const stillToCome: Need<Item> = { code: 'meeting-over', met: (scene) => !isOver(pull(scene)[1] ?? pull(scene)[0]) };
// An item that was parked may come back to the same meeting; any other goes to one that starts no earlier.
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
const titled: Need<Item> = { code: 'words-missing', met: ({ input }) => words(input.data?.title).length >= itemLimits.titleLeast };

const given = (
  { input }: Scene<Item>,
  kind: string,
): readonly { readonly to?: readonly string[]; readonly data: Readonly<Record<string, unknown>> }[] =>
  (input.answers ?? []).filter((answer) => answer.kind === kind);
const saysWhat: Need<Item> = { code: 'outcome-missing', met: (scene) => Boolean(words(given(scene, 'outcome')[0]?.data['text'])) };
const promisesSaid: Need<Item> = { code: 'words-missing', met: (scene) => given(scene, 'promise').every(({ data }) => words(data['text'])) };
const promisesOwned: Need<Item> = { code: 'owner-missing', met: (scene) => given(scene, 'promise').every(({ to }) => to?.length === 1) };
const enoughVotes: Need<Item> = {
  code: 'few-votes',
  met: (scene) => {
    const votes = given(scene, 'outcome')[0]?.data['votes'];
    return votes === undefined || votesCast(votes) >= outcomeLimits.votesLeast;
  },
};

const lead: readonly Who[] = ['chair', 'staff'];
const noteToAuthor: readonly AnswerRule[] = [{ kind: 'item-note', status: 'given', min: 1, visibility: 'named-and-staff', to: (root) => [root.by] }];

export const item: Kind<Item> = {
  kind: 'item',
  v: 1,
  words: ['title', 'detail'],
  leansOn: (root, input) =>
    [meetingOf(root), input.moves?.['meeting'], root ? undefined : input.data?.meeting].filter((id) => typeof id === 'string'),
  // What stands on an agenda is its chair's. Once that meeting is over, or the item is parked, the chair who takes it on may act.
  meetings: (scene) => {
    const [now, next] = pull(scene);
    return scene.root?.status !== 'parked' && !isOver(now) ? [now] : [now, next];
  },
  transitions: {
    propose: {
      from: [],
      to: ['proposed'],
      who: ['member'],
      needs: [toNobody, aboutNothing, titled, unset('order'), proposedFor],
      shows: 'community',
    },
    rewrite: { from: ['proposed'], to: ['proposed'], who: ['author'], edits: true, needs: [titled] },
    withdraw: { from: ['proposed'], to: ['withdrawn'], who: ['author'], shows: 'staff' },
    accept: { from: ['proposed'], to: ['accepted'], who: lead, needs: [goesSomewhere, stillToCome], moves: ['meeting', 'order', 'minutes'] },
    move: { from: ['proposed', 'accepted'], to: [], who: lead, moves: ['order', 'minutes'] },
    decide: {
      from: ['accepted'],
      to: ['decided'],
      who: lead,
      needs: [saysWhat, promisesSaid, promisesOwned, enoughVotes],
      answers: [
        { kind: 'outcome', status: 'noted', min: 1, visibility: 'community', to: () => [] },
        { kind: 'promise', status: 'open', max: itemLimits.promises, visibility: 'community' },
      ],
    },
    park: { from: ['accepted'], to: ['parked'], who: lead },
    carry: { from: ['accepted', 'parked'], to: ['accepted'], who: lead, needs: [goesOn, stillToCome], moves: ['meeting', 'order', 'minutes'] },
    // It may be about one person: from here on only its author and staff read it.
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

/** How many, never who. */
export interface Votes extends Readonly<Record<string, unknown>> {
  /** Whole numbers, 0 to 999. */
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/** What a meeting decided about an item. */
export interface Outcome extends Readonly<Record<string, unknown>> {
  /** Up to 500. */
  readonly text: string;
  readonly method?: Method;
  /** The chair's count. Of fewer than five votes none is kept: they could be guessed. */
  readonly votes?: Votes;
}
export const outcomeLimits = { text: 500, votesLeast: 5, votes: 999 } as const;
export const outcome: Kind<Outcome> = { kind: 'outcome', v: 1, words: ['text'], transitions: {} };

/** How many votes were cast; 0 for what is no count. */
export function votesCast(votes: unknown): number {
  const { for: yes, against, abstain } = (typeof votes === 'object' && votes ? votes : {}) as Record<string, unknown>;
  return [yes, against, abstain].reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
}

/** What somebody said they would do. Made only when an item is decided; `to` is the one who will do it. */
export interface Promised extends Readonly<Record<string, unknown>> {
  /** Up to 160. */
  readonly text: string;
  /** Day. */
  readonly due?: string;
  /** Id of the meeting that looked at it again; only acts write it. */
  readonly meeting?: string;
}
/** What became of a promise; everybody reads it. */
export interface PromiseNote extends Readonly<Record<string, unknown>> {
  /** Up to 200; required where it is dropped. */
  readonly note: string;
}
export const promiseLimits = { text: 160, note: 200 } as const;

// Its author is the chair, or staff, who wrote the outcome. The chair of a later meeting that goes through the promises may act too.
const concerned: readonly Who[] = ['receiver', 'author', 'chair', 'staff'];
const promiseNoteRule: readonly AnswerRule[] = [{ kind: 'promise-note', status: 'given', visibility: 'community', to: (root) => [root.by] }];
export const promise: Kind<Promised> = {
  kind: 'promise',
  v: 1,
  words: ['text'],
  leansOn: (_, input) => [input.moves?.['meeting']].filter((id) => typeof id === 'string'),
  meetings: ({ input, others }) => [others.get(input.moves?.['meeting'] as string)].filter(hasBegun),
  transitions: {
    finish: { from: ['open'], to: ['done'], who: concerned, moves: ['meeting'], answers: promiseNoteRule },
    drop: { from: ['open'], to: ['dropped'], who: concerned, needs: [reasonGiven], moves: ['meeting'], answers: promiseNoteRule },
    reopen: { from: ['done', 'dropped'], to: ['open'], who: concerned, moves: ['meeting'] },
  },
};
export const promiseNote: Kind<PromiseNote> = { kind: 'promise-note', v: 1, words: ['note'], transitions: {} };
