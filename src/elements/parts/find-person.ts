/** Finds people by name with the letters of any keyboard. */
import type { Person } from '../community/host-people.js';

/** Letters that Unicode decomposition does not change, and their replacements on a plain keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'e', ɓ: 'b', ɗ: 'd', ƙ: 'k' },
  ...{ ς: 'σ', ك: 'ک', ي: 'ی', ى: 'ی', ـ: '' },
};
const unfolded = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Letters spelled out with two others, as people write them whose keyboard lacks them. */
const spelledLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', đ: 'dj' };

// Removed before NFKC, because NFKC turns some of them into a space and an accent.
const apostrophes = /['’‘ʼʻʹʾʿ`´′＇\u00b7\u0387\u2027\u2219\u22c5\u30fb\uff65]/gu;
// The vowels of Indic scripts are marks too, but they are kept.
const accents = /(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/gu;

/**
 * A name without what a keyboard may lack: case, width, accents, letters such as ø and ł, apostrophes, middle dots. White space, dashes,
 * full stops and commas become one space. The result is the same in every language: the four letters i of `tr` are one letter too.
 */
export function foldName(name: string): string {
  return name
    .replace(apostrophes, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(unfolded, (letter) => plainLetters[letter] ?? letter)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(apostrophes, '')
    .replace(/[\s\p{Pd}.,]+/gu, ' ')
    .replace(/^ | $/g, '');
}

/** The folded name, and, where that is another one, the folded name with letters spelled out: `jur` and `juer` both find Jürgen. */
const foldings = (name: string): readonly [string, ...string[]] => {
  const plain = name.normalize('NFC').toLowerCase();
  const spelled = plain.replace(/[äöüåøđ]/gu, (letter) => spelledLetters[letter] ?? letter);
  const folded = foldName(name);
  return spelled === plain ? [folded] : [folded, foldName(spelled)];
};

/**
 * What each person is found by, so that a name is folded once and not at every key. It goes with the list of people, because no name may stay
 * in memory without it.
 */
const known = new WeakMap<object, { readonly shown: string; readonly folded: ReturnType<typeof foldings> }>();

function foldingsOf(person: object, shown: string): ReturnType<typeof foldings> {
  const before = known.get(person);
  if (before?.shown === shown) return before.folded;
  const folded = foldings(shown);
  known.set(person, { shown, folded });
  return folded;
}

/** The folded name of a person. */
export const foldedName = (person: Pick<Person, 'name'>): string => foldingsOf(person, person.name)[0];

/**
 * The people whose name contains every typed part; all people if nothing was typed.
 * @param shown the name as the screen has it: what tells two people of one name apart finds them too
 */
export function findPeople<P extends Pick<Person, 'name'>>(
  people: readonly P[],
  typed: string,
  shown: (person: P) => string = ({ name }) => name,
): readonly P[] {
  if (typed === '') return people;
  const parts = foldName(typed).split(' ').filter(Boolean);
  if (parts.length === 0) return people;
  return people.filter((person) => foldingsOf(person, shown(person)).some((folded) => parts.every((part) => folded.includes(part))));
}
