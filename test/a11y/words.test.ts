import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import readability from 'text-readability';
import { deckStrings } from '../../src/elements/coping-deck/strings.js';
import { helpStrings } from '../../src/elements/help/strings.js';
import { meetingStrings } from '../../src/elements/meeting-agenda/strings.js';
import { feedbackStrings } from '../../src/elements/peer-feedback/strings.js';
import { ladderStrings } from '../../src/elements/responsibility-ladder/strings.js';
import { filled, sharedStrings } from '../../src/elements/shared/strings.js';

const all: readonly (readonly [key: string, words: string])[] = Object.entries({
  ...sharedStrings,
  ...feedbackStrings,
  ...ladderStrings,
  ...deckStrings,
  ...meetingStrings,
  ...helpStrings,
});

/** Fewer words than these say nothing about how hard a sentence is. */
const leastWords = 6;
const hardest = 6;
/** What stands for a name, a number or a title while a sentence is measured. */
const stands = new Proxy<Record<string, string>>(
  {},
  { get: () => 'Sam', has: () => true, getOwnPropertyDescriptor: () => ({ value: 'Sam', configurable: true }) },
);

/** Words that never stand on a screen: of the trade, of machines, of contests, of blame, of false cheer. */
const banned =
  /\b(milieu|rungs?|purge\w*|transport|outbox|payload|sync\w*|backend|server|database|levels?|scores?|points?|streaks?|ranks?|badges?|quotas?|oops|whoops|uh-oh|sorry|please wait|invalid|illegal|abort\w*|fatal|failed to|patients?|addicts?|non-?complian\w+|must|forbidden|denied)\b|!|\bclick\b/i;
/** Where one of these words says what is not so. */
const allowed: Readonly<Record<string, RegExp>> = { 'ladder.purpose': /never on points/ };

describe('English on the screen', () => {
  test(`needs no more than ${hardest} years of school`, () => {
    const hard = all
      .map(([key, words]) => ({ key, words: filled(words, stands) }))
      .filter(({ words }) => words.split(/\s+/).length >= leastWords)
      .map(({ key, words }) => ({ key, words, grade: readability.fleschKincaidGrade(words) }))
      .filter(({ grade }) => grade > hardest)
      .map(({ key, words, grade }) => `${grade.toFixed(1)} ${key}: ${words}`);
    assert.deepEqual(hard, []);
  });

  test('has no word of the trade, of machines, of contests or of blame', () => {
    const found = all
      .filter(([key, words]) => banned.test(allowed[key] ? words.replace(allowed[key], '') : words))
      .map(([key, words]) => `${key}: ${words}`);
    assert.deepEqual(found, []);
  });

  test('is measured by a formula that knows hard from easy', () => {
    assert.ok(readability.fleschKincaidGrade('Write what you saw. A few words will do.') < 3);
    const hardWords = 'Your submission was unsuccessful because the required evaluation criteria were not satisfied.';
    assert.ok(readability.fleschKincaidGrade(hardWords) > 12);
    assert.match('Oops! Please wait.', banned);
  });
});
