/**
 * What counts as words, and how long a text is. Needs ask here when a person acts. Schemas do not: what is stored, pulled or waiting was
 * written under the rules of its time and stays valid.
 */

// White space, controls, combining marks without a letter, and what Unicode says to draw nothing for; then what draws nothing though Unicode
// does not say so: the blank of Braille, anchors of annotations, a note without a head, and controls of hieroglyphs.
const visible =
  /[^\s\p{Z}\p{Cc}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufff9-\ufffc\u{1d159}\u{13430}-\u{1345f}]/u;

/** Whether a value is text with at least one visible character. Letters that look like blanks, tags and fillers are none. */
export const hasWords = (value: unknown): value is string => typeof value === 'string' && visible.test(value.normalize('NFC'));

/** A text as it is saved: without blanks at both ends, and nothing at all where it has no words. */
export const trimmed = (value: string): string => (hasWords(value) ? value.trim() : '');

/** Made on first use, as it takes time. */
let segmenter: Intl.Segmenter | undefined;
/** UTF-16 units; nothing that people write as one character is longer. */
const longestGrapheme = 64;
const pieceLength = 1024;

/**
 * What people see as one character: a letter with its accents, a family of emoji. The text is segmented in pieces that begin where a
 * character begins: the time that an engine takes for a whole text grows with the square of its length.
 */
function* graphemesOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (let start = 0; start < text.length;) {
    let end = start;
    for (const { index, segment } of segmenter.segment(text.slice(start, start + pieceLength + longestGrapheme))) {
      if (index >= pieceLength) break;
      yield segment;
      end = start + index + segment.length;
    }
    start = end;
  }
}

/**
 * How many characters a person wrote, as people count them, without blanks at both ends and without what nobody sees. Least lengths are
 * meant so; most lengths count UTF-16 units, as `maxlength` and databases do.
 */
export function characterCount(value: unknown): number {
  return counted(value, Infinity);
}

/** Counts no further than `enough`. */
function counted(value: unknown, enough: number): number {
  if (!hasWords(value)) return 0;
  let [count, blanks] = [0, 0];
  for (const segment of graphemesOf(value.normalize('NFC'))) {
    if (count >= enough) break;
    if (visible.test(segment)) {
      count += blanks + 1;
      blanks = 0;
    } else if (count > 0 && /\s/.test(segment)) blanks += 1;
  }
  return count;
}

/** Whether a text is long enough: `least` characters as people count them. */
export const isAtLeast = (value: unknown, least: number): boolean => counted(value, least) >= least;

/** As much of a text as `most` UTF-16 units hold, never a part of a character: no half of a family, no letter without its accent. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const segment of graphemesOf(text.slice(0, most + longestGrapheme))) {
    if (end + segment.length > most) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
/** Ids and moments in ISO 8601 in their order, the same in every language; for `sort`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A word or phrase as it is compared with another one: ` Heavy  lifting` and `heavy lifting` are the same. */
export const folded = (value: string): string => trimmed(value).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/**
 * The digits of a number that was typed as a code, such as a PIN: blanks and dashes between them do not count, and the digits of every script are the
 * same. Undefined if there is anything else.
 */
export function digitsOf(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}]/gu, '');
  const digits = plain.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return /^\d+$/.test(digits) ? digits : undefined;
}

/** Every script has its ten digits in a row, from zero on. A script may follow another one at once, so the row is counted in tens. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
