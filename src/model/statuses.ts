import { kinds } from './kinds/tables.js';

/** Every status that a record of this kind can have, by its own table or as an answer in another's. */
export function statusesOf(name: string): string[] {
  const own = Object.values(kinds[name]?.transitions ?? {}).flatMap((row) => [...row.from, ...row.to]);
  const rules = Object.values(kinds).flatMap((kind) => Object.values(kind.transitions).flatMap((row) => row.answers ?? []));
  return [...new Set([...own, ...rules.filter((rule) => rule.kind === name).map((rule) => rule.status)])];
}
