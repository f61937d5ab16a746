import type { ItemKind } from '../../model/kinds/agenda-item/table.js';
import type { Person } from '../community/host-people.js';
import { foldedName, foldName } from '../parts/find-person.js';

/** Words of one language, as a translation lists them: separated by commas. */
export interface NamedWords {
  /** Words of thanks. */
  readonly thanks: string;
  /** Everyday words that are also names. */
  readonly common: string;
}

/** Parts of a name that say what a person is, not who. */
const titles = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'prof', 'sr', 'jr', 'von', 'van', 'de', 'der', 'la', 'el', 'al']);

interface Word {
  readonly folded: string;
  /** Written without a capital letter, in a script that has them. */
  readonly lower: boolean;
  /** It begins a question. */
  readonly asks: boolean;
}

const possessive = /['’]s(?![\p{L}\p{M}])/giu;

const listed = (words: string): ReadonlySet<string> => new Set(words.split(',').map(foldName).filter(Boolean));

const wordsIn = (text: string): readonly Word[] =>
  (text.match(/[^.!?\n]+[.!?\n]*/gu) ?? []).flatMap((sentence) =>
    (sentence.replace(possessive, '').match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).map((word, at) => ({
      folded: foldName(word),
      lower: word === word.toLowerCase() && word !== word.toUpperCase(),
      asks: at === 0 && sentence.includes('?'),
    })),
  );

/**
 * The people whom a suggestion names, so that its author can be asked before everybody reads it. Words of thanks, and items of the kind
 * thank-you, may name anybody. A part of a name counts if it stands alone as a word, in any spelling that finds the person. An everyday word
 * that is also a name counts only with a capital letter, and not as the first word of a question.
 */
export function namedPeople(
  { title, detail, kind }: { readonly title: string; readonly detail: string; readonly kind: ItemKind },
  people: readonly Person[],
  words: NamedWords,
): readonly Person[] {
  const found = wordsIn(`${title}\n${detail}`);
  const thanks = listed(words.thanks);
  if (kind === 'appreciation' || found.some(({ folded }) => thanks.has(folded))) return [];
  const common = listed(words.common);
  const names = (part: string): boolean =>
    part.length > 1 && !titles.has(part) && found.some(({ folded, lower, asks }) => folded === part && !(common.has(part) && (lower || asks)));
  return people.filter((person) => foldedName(person).split(' ').some(names));
}
