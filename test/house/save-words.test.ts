import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { copingStrings } from '../../src/elements/coping/strings.js';
import { deckStrings } from '../../src/elements/coping-deck/strings.js';
import { meetingStrings } from '../../src/elements/meeting-agenda/all-strings.js';
import { allFeedbackStrings as feedbackStrings } from '../../src/elements/peer-feedback/all-strings.js';
import { todayStrings } from '../../src/elements/today/strings.js';
import { ladderStrings } from '../../src/elements/responsibility-ladder/strings.js';

/** Words that say where something is saved, or whether it has been sent, accepted or lost. */
const claims = /\b(sent|unsent|not saved|saved on|saved until|kept on|kept until|will go|accepted|not taken|offline|sign in|once it is)\b/i;

/** Keys whose words only look like it, with the reason. */
const others: Readonly<Record<string, string>> = {
  'feedback.page.sent': 'the name of a page',
  'feedback.sent.title': 'the name of a list',
  'feedback.sent.empty': 'the list is empty',
  'feedback.done.sent': 'the way to that page',
  'feedback.done.held-more': 'the way to that page',
  'feedback.preview.not-sent': 'before anything is saved',
};

const claimsOf = (table: Readonly<Record<string, string>>): string[] =>
  Object.entries(table).flatMap(([key, words]) => (claims.test(words) && !Object.hasOwn(others, key) ? [`${key}: ${words}`] : []));

describe('the strings of a widget have no words of their own for where something is saved or whether it was sent', () => {
  for (const [name, table] of Object.entries({ copingStrings, deckStrings, feedbackStrings, ladderStrings, meetingStrings, todayStrings })) {
    test(name, () => assert.deepEqual(claimsOf(table), []));
  }

  test('a sentence that says it is found', () => {
    assert.equal(claimsOf({ 'x.done': '{name} can read it once it is sent.', 'x.kept': 'Kept on this computer', 'x.no': 'Not sent yet' }).length, 3);
  });

  test('every exception is a key that there is', () => {
    const keys = Object.keys({ ...copingStrings, ...deckStrings, ...feedbackStrings, ...ladderStrings, ...meetingStrings });
    assert.deepEqual(
      Object.keys(others).filter((key) => !keys.includes(key)),
      [],
    );
  });
});
