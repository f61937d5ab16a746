import { copingStrings } from '../src/elements/coping/strings.js';
import { deckStrings } from '../src/elements/coping-deck/strings.js';
import { helpStrings } from '../src/elements/help/strings.js';
import { meetingStrings } from '../src/elements/meeting-agenda/all-strings.js';
import { feedbackStrings } from '../src/elements/peer-feedback/strings.js';
import { ladderStrings } from '../src/elements/responsibility-ladder/strings.js';
import { sharedStrings } from '../src/elements/language/strings.js';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ' };

/** Makes text about a third longer, as in German and Finnish, and adds accents. Filled-in values stay unchanged. */
const longer = (text: string): string =>
  text
    .split(/(\{[^}]*\})/)
    .map((part) =>
      part.startsWith('{')
        ? part
        : part
            .replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter)
            .replace(/[áëïöü]/g, (vowel, at: number) => (at % 2 ? vowel : vowel + vowel)),
    )
    .join('');

const english = { ...copingStrings, ...deckStrings, ...helpStrings, ...meetingStrings, ...feedbackStrings, ...ladderStrings, ...sharedStrings };
export const longerWords: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, longer(text)]));
