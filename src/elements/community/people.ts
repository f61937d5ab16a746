import { type As, everyAs } from '../../model/record.js';

/** Somebody whom the person on this page may address. The host has filtered the list already. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly as: As;
}

/** Where staff are, in the host's words, and whom to call. No number is ever made up here. */
export interface HelpContacts {
  /** Where staff are now, up to 200 characters. */
  readonly where?: string;
  readonly people: readonly { readonly name: string; readonly phone?: string; readonly note?: string }[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length > 0 && value.length <= most;

/** The people of a host's list, or undefined where it is not such a list. */
export function readPeople(value: unknown): readonly Person[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const people: Person[] = [];
  for (const one of value as unknown[]) {
    if (!isObject(one) || !isText(one['id'], 64) || !isText(one['name'], 80)) return undefined;
    const as = everyAs.find((known) => known === one['as']);
    if (!as) return undefined;
    people.push({ id: one['id'], name: one['name'], as });
  }
  return people;
}

/** The contacts of a host, or undefined where the value does not fit. */
export function readHelp(value: unknown): HelpContacts | undefined {
  if (!isObject(value)) return undefined;
  const list = value['people'] ?? [];
  if (!Array.isArray(list) || (value['where'] !== undefined && !isText(value['where'], 200))) return undefined;
  const people: { name: string; phone?: string; note?: string }[] = [];
  for (const one of list as unknown[]) {
    if (!isObject(one) || !isText(one['name'], 80)) return undefined;
    people.push({
      name: one['name'],
      ...(isText(one['phone'], 40) ? { phone: one['phone'] } : {}),
      ...(isText(one['note'], 120) ? { note: one['note'] } : {}),
    });
  }
  return { people, ...(isText(value['where'], 200) ? { where: value['where'] } : {}) };
}
