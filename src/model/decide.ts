import type { Change } from './change.js';
import { admitBy, canBy, type Decided, decideBy, inputBy, leansBy, type Question, rowOf, type Stored, textBy } from './decide-by.js';
import { kinds } from './kinds/tables.js';
import type { Actor, Data, MilieuRecord } from './record.js';
import type { Refused } from './refusals.js';
import { hasWords } from './text.js';
import type { Input } from './transition.js';

export { type Decided, type Question, same, type Stored } from './decide-by.js';

/**
 * Decides whether an act is allowed, by the kind's transition table, and returns the records it makes, or a `Refused`.
 * Pure: the same question has the same answer on a device and on a server. It never throws for a refusal.
 * It does not check types and lengths; the schemas do.
 */
export function decide(action: string, question: Question): Decided | Refused {
  return decideBy(kinds, action, question);
}

/** Whether the table allows `actor` this act on `root` now. Widgets ask this before they show a control. */
export function can(action: string, question: Omit<Question, 'now'>): boolean {
  return canBy(kinds, action, question);
}

/**
 * For the host's server: decides the act again and checks that the change equals the result. Returns the records, or a `Refused`.
 * `stored.root` is the root as the server has it; `stored.others` holds the records that `leansOn(kind, root, inputOf(change))` names.
 * Take `actor` and `stored.community` from the server's own session. The change must have passed `parseChange`.
 */
export function admit(change: Change, stored: Stored, actor: Actor): Decided | Refused {
  return admitBy(kinds, change, stored, actor);
}

/** The input from which `decide` makes this change. */
export function inputOf(change: Change): Input {
  return inputBy(kinds, change);
}

/** Ids of the records that `decide` needs in `others`. */
export function leansOn(kind: string, root: MilieuRecord | undefined, input: Input): readonly string[] {
  return leansBy(kinds, kind, root, input);
}

/** The text of a record: its data without the fields that later acts may change (`moves`). */
export function textOf(record: MilieuRecord): Data {
  return textBy(kinds, record);
}

/** The free text in a record, in reading order. Choices from a list are not included. */
export const wordsOf = (record: MilieuRecord): readonly string[] =>
  (kinds[record.kind]?.words ?? []).map((field) => record.data[field]).filter(hasWords);

/** Whether the act replaces the author's text. Only then can two devices hold different texts of one record. */
export const editsText = (kind: string, action: string): boolean => Boolean(kinds[kind] && rowOf(kinds[kind], action)?.edits);
