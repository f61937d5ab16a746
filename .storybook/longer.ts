import { copingStrings } from '../src/elements/coping-card/strings.js';
import { deckStrings } from '../src/elements/coping-deck/strings.js';
import { helpStrings } from '../src/elements/help/strings.js';
import { meetingStrings } from '../src/elements/meeting-agenda/strings.js';
import { feedbackStrings } from '../src/elements/peer-feedback/strings.js';
import { ladderStrings } from '../src/elements/responsibility-ladder/strings.js';
import { sharedStrings } from '../src/elements/shared/strings.js';

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', c: 'ç', n: 'ñ' };

/** About a third longer, as German and Finnish are, and with marks above the letters; what is filled in stays as it is. */
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
