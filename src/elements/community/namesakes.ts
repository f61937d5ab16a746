import type { Person } from './host-people.js';

/** The visible form of a name. Two names with the same form look the same on the screen. */
const seenName = (name: string): string => (isPlain.test(name) ? name : shown(name)).toLowerCase();

/** Letters of ASCII with single spaces: nothing in it is invisible, and it has no other form. */
const isPlain = /^[!-~]+(?: [!-~]+)*$/;
const shown = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^ | $/g, '');

const byName = new WeakMap<readonly Person[], ReadonlyMap<string, readonly Person[]>>();
function namesakesOf(person: Person, people: readonly Person[]): readonly Person[] {
  let names = byName.get(people);
  if (!names) {
    const found = new Map<string, Person[]>();
    for (const one of people) found.set(seenName(one.name), [...(found.get(seenName(one.name)) ?? []), one]);
    names = found;
    byName.set(people, found);
  }
  return names.get(seenName(person.name)) ?? [];
}

/** What distinguishes a person from others with the same name: the host's note, or the role if another of them has another role. */
export function apart(person: Person, people: readonly Person[]): { readonly note: string } | { readonly as: Person['as'] } | undefined {
  const namesakes = namesakesOf(person, people);
  if (namesakes.length < 2) return undefined;
  if (person.note) return { note: person.note };
  return namesakes.some(({ as }) => as !== person.as) ? { as: person.as } : undefined;
}
