import type { Actor, Data, MilieuRecord, Policy, Visibility } from './record.js';
import type { RefusalCode } from './refusals.js';

/** What a person entered for an act. The transition says which parts are read. */
export interface Input<D = Data> {
  /** Receivers, if the act creates the root. */
  readonly to?: readonly string[];
  /** Id of the record that this one answers (`about`) or was created from (`from`), if the act creates the root. */
  readonly about?: string;
  readonly from?: string;
  /** The author's text: the whole data, if the act creates or edits the root. */
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

/** What a rule may read. `root` is the current record; undefined if the act creates it. */
export interface Scene<D = Data> {
  readonly root: MilieuRecord<D> | undefined;
  readonly input: Input<D>;
  readonly actor: Actor;
  readonly policy: Policy;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** The existing answers to the root. */
  readonly answers: readonly MilieuRecord[];
  /** The other records that the kind's `leansOn` named, by id. */
  readonly others: ReadonlyMap<string, MilieuRecord>;
}

/**
 * A relation of the actor to the root. `member`: resident, senior peer or staff.
 * `chair`, `note-taker`, `timekeeper`: the actor has this role in a meeting that the kind's `meetings` returns.
 */
export type Who = 'author' | 'receiver' | 'chair' | 'note-taker' | 'timekeeper' | 'member' | 'staff' | 'anyone';

export interface Need<D = Data> {
  readonly code: RefusalCode;
  met(scene: Scene<D>): boolean;
}

/** Which answers an act may create besides the root. Each has the actor as author and names the root in `about`. */
export interface AnswerRule {
  readonly kind: string;
  readonly status: string;
  readonly min?: number;
  /** Default 1. */
  readonly max?: number;
  readonly visibility: Visibility | ((root: MilieuRecord) => Visibility);
  /** Receivers; by default those of the input. */
  to?(root: MilieuRecord): readonly string[];
}

/** One row of a kind's transition table. */
export interface Transition<D = Data> {
  /** Statuses it may start from. Empty: the act creates the root. */
  readonly from: readonly string[];
  /** Statuses it may end in: the first, unless `pick` chooses another. Empty: the status does not change. */
  readonly to: readonly string[];
  pick?(scene: Scene<D>): string;
  /** The actor must be one of these. */
  readonly who: readonly Who[];
  /** The actor must be none of these, so that a second person looks at it. */
  readonly not?: readonly Who[];
  readonly needs?: readonly Need<D>[];
  /** The author replaces the text. The fields that acts may change (`moves`) stay as they are. */
  readonly edits?: true;
  /** Fields of the data that the act changes besides the status; never a person's text. */
  readonly moves?: readonly string[];
  /**
   * The new values of the `moves` fields; by default the input's `moves`. It must be idempotent: with its own result as the input it must
   * return the same result, because a server has only the result to check it.
   */
  move?(scene: Scene<D>): Data;
  /** Who may read the root from now on; by default unchanged. Required if the act creates the root. */
  readonly shows?: Visibility | ((scene: Scene<D>) => Visibility);
  readonly answers?: readonly AnswerRule[];
}

/** A kind of record: its transition table, and which other records its rules need. */
export interface Kind<D = Data> {
  readonly kind: string;
  /** The newest version of its data. */
  readonly v: number;
  /**
   * The optional fields that came after version 1, each with the version that brought it. A record has the lowest version that knows all its
   * fields, so older code goes on reading what it can. Fields never leave and never change their meaning: that is a new kind.
   */
  readonly added?: Readonly<Record<string, number>>;
  /** Names of the fields with free text, in reading order. */
  readonly words?: readonly string[];
  readonly transitions: Readonly<Record<string, Transition<D>>>;
  /** Its changes are sent before all other waiting changes. */
  readonly urgent?: true;
  /** Ids of other records that the rules read, such as the meeting of an agenda item. */
  leansOn?(root: MilieuRecord<D> | undefined, input: Input<D>): readonly string[];
  /** The meetings whose chair, note-taker and timekeeper may do this act. */
  meetings?(scene: Scene<D>): readonly (MilieuRecord | undefined)[];
  /** Family and guests may act too. */
  readonly forEveryone?: true;
}
