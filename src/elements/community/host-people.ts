import { type As, everyAs } from '../../model/record.js';
import { hasWords } from '../../model/text.js';

/** A person whom the user of this page may address. Do not list people this user must not contact. */
export interface Person {
  readonly id: string;
  /** Up to 80 characters. */
  readonly name: string;
  readonly as: As;
  /**
   * Distinguishes two people with the same name, such as `east wing`, up to 80 characters. It is shown only if it is needed; of staff also
   * where they answer a call, so it may say what they are here, such as `nurse`.
   */
  readonly note?: string;
}

/** Whom to call. */
export interface HelpContact {
  /** Up to 80 characters. */
  readonly name: string;
  /** Up to 40 characters. A whole number becomes its digits. */
  readonly phone?: string;
  /** Such as `at night`, up to 120 characters. */
  readonly note?: string;
}

/** Where staff are, and whom to call, as the host says: at least one of both. The widgets contain no phone numbers of their own. */
export interface HelpContacts {
  /** Where staff are now, up to 200 characters. */
  readonly where?: string;
  readonly people?: readonly HelpContact[];
}

/** The contacts as the widgets show them. */
export interface ShownHelp extends HelpContacts {
  readonly people: readonly HelpContact[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => hasWords(value) && value.length <= most;
/** Most characters of each field, in UTF-16 code units. */
const room = { id: 64, name: 80, note: 80, where: 200, phone: 40, contactNote: 120 } as const;

/** The valid part of a host's value, and what was left out. */
export interface Usable<T> {
  /** Undefined if nothing of it is valid. */
  readonly value?: T;
  /** True if something was left out. */
  readonly left?: true;
  /** Index in the list of the first row that was left out, or of which something was. */
  readonly row?: number;
  /** Id of that row, if it is a valid id. */
  readonly id?: string;
}

/** The result of `read` for each entry of a list; undefined for an entry that is not valid or throws when it is read. */
const eachOf = <T>(list: readonly unknown[], read: (one: Record<string, unknown>) => T | undefined): readonly (T | undefined)[] =>
  list.map((one) => {
    try {
      return isObject(one) ? read(one) : undefined;
    } catch {
      return undefined;
    }
  });

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/**
 * The people of a host's list. A row is left out if its id or name is empty or too long, its `as` is unknown, or its id was used before. A
 * note that is not valid is left out too. There is no value if the list has rows but none is valid; undefined if it is not a list.
 */
export function readPeople(value: unknown): Usable<readonly Person[]> | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows: readonly unknown[] = value;
  const ids = new Set<string>();
  const read = eachOf(rows, ({ id, name, as: given, note }): Read<Person> | undefined => {
    const as = everyAs.find((known) => known === given);
    if (!isText(id, room.id) || !isText(name, room.name) || !as || ids.has(id)) return undefined;
    ids.add(id);
    return isText(note, room.note) ? { value: { id, name, as, note } } : { value: { id, name, as }, lacks: !isNone(note) };
  });
  const people = read.filter(isThere).map((one) => one.value);
  const row = faultIn(read);
  if (row === undefined) return { value: people };
  const id = eachOf(rows, (one) => (isText(one['id'], room.id) ? one['id'] : undefined))[row];
  return { ...(people.length > 0 ? { value: people } : {}), left: true, row, ...(id === undefined ? {} : { id }) };
}

/** A row as it is used; `lacks`: a text of it was left out. */
interface Read<T> {
  readonly value: T;
  readonly lacks?: boolean;
}
/** Index of the first row that was left out, or of which something was. */
function faultIn(read: readonly (Read<unknown> | undefined)[]): number | undefined {
  const row = read.findIndex((one) => !one || one.lacks);
  return row < 0 ? undefined : row;
}
const isNone = (text: unknown): boolean => text === undefined || text === null || text === '';

/**
 * The contacts of a host. A contact without a name is left out, and so is a text that is too long. There is no value if there are contacts but
 * none is valid, or no contact and `where` is not valid; undefined if it is not an object or has neither `where` nor `people`.
 */
export function readHelp(value: unknown): Usable<ShownHelp> | undefined {
  if (!isObject(value) || !('where' in value || 'people' in value)) return undefined;
  const list = value['people'] ?? [];
  const where = value['where'] ?? undefined;
  if (!Array.isArray(list)) return undefined;
  const rows: readonly unknown[] = list;
  const isFit = where === undefined || isText(where, room.where);
  const read = eachOf(rows, ({ name, phone: given, note }): Read<HelpContact> | undefined => {
    if (!isText(name, room.name)) return undefined;
    const phone = isDigits(given) ? String(given) : given;
    const kept = { ...(isText(phone, room.phone) ? { phone } : {}), ...(isText(note, room.contactNote) ? { note } : {}) };
    const lacks = (!isNone(phone) && !('phone' in kept)) || (!isNone(note) && !('note' in kept));
    return { value: { name, ...kept }, lacks };
  });
  const people = read.filter(isThere).map((one) => one.value);
  const row = faultIn(read);
  const left = isFit && row === undefined ? {} : ({ left: true, ...(row === undefined ? {} : { row }) } as const);
  if (people.length === 0 && (rows.length > 0 || !isFit)) return left;
  return { value: { people, ...(isText(where, room.where) ? { where } : {}) }, ...left };
}
const isDigits = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
