import type { Person } from '../community/host-people.js';
import { namedPeople, type NamedWords } from './named-people.js';

/** The people whom minutes name. Each line is looked at alone, so that thanks in one line do not excuse a name in another. */
export const namesInMinutes = (text: string, people: readonly Person[], words: NamedWords): readonly Person[] => {
  const found = text.split('\n').flatMap((title) => namedPeople({ title, detail: '', kind: 'topic' }, people, words));
  return people.filter((person) => found.includes(person));
};
