import type { Actor, Data, MilieuRecord, Policy, Visibility } from './record.js';
import type { RefusalCode } from './refusals.js';

/** What a person put in with an act. Which parts are read is said by the transition. */
export interface Input<D = Data> {
  /** Receivers, where the act makes the root. */
  readonly to?: readonly string[];
  /** The record this one answers or was made from, where the act makes the root. */
  readonly about?: string;
  readonly from?: string;
  /** The author's text: the whole data, where the act makes or edits the root. */
  readonly data?: D;
  /** Fields listed in the transition's `moves`. */
  readonly moves?: Data;
  /** Records that answer the root, in the order of the transition's `answers`. */
  readonly answers?: readonly AnswerInput[];
}

export interface AnswerInput {
  readonly id: string;
  readonly kind: string;
  readonly to?: readonly string[];
  readonly data: Data;
}

/** What a rule may look at. `root` is the record as it stands; undefined where the act makes it. */
export interface Scene<D = Data> {
  readonly root: MilieuRecord<D> | undefined;
  readonly input: Input<D>;
  readonly actor: Actor;
  readonly policy: Policy;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** The answers that the root has so far. */
  readonly answers: readonly MilieuRecord[];
  /** The other records that the kind's `leansOn` named, by id. */
  readonly others: ReadonlyMap<string, MilieuRecord>;
}

/**
 * A relation of the actor to the root. `member` is resident, senior peer or staff;
 * `chair`, `note-taker` and `timekeeper` are what the kind's `meetings` name.
 */
export type Who = 'author' | 'receiver' | 'chair' | 'note-taker' | 'timekeeper' | 'member' | 'staff' | 'senior-peer' | 'anyone';

export interface Need<D = Data> {
  readonly code: RefusalCode;
  met(scene: Scene<D>): boolean;
}

/** Which records an act may make beside the root, each by the actor and `about` the root. */
export interface AnswerRule {
  readonly kind: string;
  readonly status: string;
  readonly min?: number;
  /** 1 unless said. */
  readonly max?: number;
  readonly visibility: Visibility | ((root: MilieuRecord) => Visibility);
  /** Receivers; unless given, the input's own. */
  to?(root: MilieuRecord): readonly string[];
}

/** One row of a kind's table. */
export interface Transition<D = Data> {
  /** Statuses it may start from; empty: the act makes the root. */
  readonly from: readonly string[];
  /** Statuses it may end in; the first unless `pick` chooses. Empty: the status stays as it is. */
  readonly to: readonly string[];
  pick?(scene: Scene<D>): string;
  /** Any one of these may act. */
  readonly who: readonly Who[];
  /** Nobody who is one of these may act: other eyes are needed. */
  readonly not?: readonly Who[];
  readonly needs?: readonly Need<D>[];
  /** The author replaces the text; fields that acts move stay as they are. */
  readonly edits?: true;
  /** Fields of the data that the act writes beside the status; never anybody's text. */
  readonly moves?: readonly string[];
  /**
   * What `moves` fields become; unless given, the input's `moves`. Given its own result as the input it must make the same again,
   * for a server has nothing but the result to check it by.
   */
  move?(scene: Scene<D>): Data;
  /** Who may read the root from now on; unless given, as before. Needed where the act makes the root. */
  readonly shows?: Visibility | ((scene: Scene<D>) => Visibility);
  readonly answers?: readonly AnswerRule[];
}

/** A kind of record: one table, and what its rules lean on. */
export interface Kind<D = Data> {
  readonly kind: string;
  readonly v: number;
  /** Fields that hold somebody's own words, in the order in which they are read. */
  readonly words?: readonly string[];
  readonly transitions: Readonly<Record<string, Transition<D>>>;
  /** Its changes are sent before everything else that waits. */
  readonly urgent?: true;
  /** Ids of other records that the rules look at, such as the meeting of an agenda item. */
  leansOn?(root: MilieuRecord<D> | undefined, input: Input<D>): readonly string[];
  /** The meetings whose chair, note-taker and timekeeper count for this act. */
  meetings?(scene: Scene<D>): readonly (MilieuRecord | undefined)[];
  /** Family and guests may act too. */
  readonly forEveryone?: true;
}
