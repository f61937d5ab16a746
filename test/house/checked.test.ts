import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { allFeedbackStrings as feedbackStrings } from '../../src/elements/peer-feedback/all-strings.js';
import { helpStrings } from '../../src/elements/help/strings.js';
import { staffHelpStrings } from '../../src/elements/help/staff.strings.js';
import { meetingStrings } from '../../src/elements/meeting-agenda/all-strings.js';
import { ladderStrings } from '../../src/elements/responsibility-ladder/strings.js';
import { sourceFiles } from '../../scripts/entries.mjs';

/** Sentences that look like one about an empty list but are about something else, each with its reason. */
const others: Readonly<Record<string, string>> = {
  'help.asking-more': 'a call of one’s own',
  'help.no-answer': 'a call of one’s own',
  'help.told-long': 'a call of one’s own',
  'help.unseen': 'a call that is listed',
  'help.unseen-long': 'a call that is listed',
  'help.no-contacts': 'a list of the host’s',
  'help.unclaimed': 'a call of one’s own',
  'help.calls-none-here': 'said where there is no backend, by the element itself',
  'feedback.who.none': 'a search in a list of the host’s',
  'feedback.inbox.empty': 'one’s own page',
  'feedback.sent.empty': 'one’s own page',
  'feedback.preview.not-sent': 'a form',
  'duty.empty': 'one’s own page',
  'feedback.room-none': 'the room left in a field',
  'meeting.promise.drop': 'a promise that is no longer needed',
  'meeting.promise.is-dropped': 'a promise that is no longer needed',
  'meeting.run.paused-more': 'the clock of a meeting',
  'meeting.role.nobody': 'an option of a form',
};
const tables = [feedbackStrings, helpStrings, staffHelpStrings, meetingStrings, ladderStrings];
const about = tables
  .flatMap((strings) => Object.entries<string>(strings))
  .filter(([key, words]) => /^(No|Nobody|No one|Nothing|None)\b/.test(words) && !Object.hasOwn(others, key))
  .map(([key]) => key);
const sources = sourceFiles()
  .filter((file) => file.includes('/elements/') && !file.endsWith('strings.ts'))
  .map((file) => readFileSync(file, 'utf8'));

describe('empty lists that staff rely on', () => {
  test('every sentence about an empty list goes through milieu-checked or is listed here with its reason', () => {
    assert.ok(about.length > 8);
    const known = new Set(tables.flatMap((strings) => Object.keys(strings)));
    assert.deepEqual(
      Object.keys(others).filter((key) => !known.has(key)),
      [],
    );
    const bare = about.filter((key) =>
      sources.some((source) => {
        const used = source.split(`'${key}'`).length - 1;
        const checked = [...source.matchAll(/<milieu-checked\b[^<]*/g)].filter(([tag]) => tag.includes(`'${key}'`)).length;
        return used > checked;
      }),
    );
    assert.deepEqual(bare, []);
  });
});
