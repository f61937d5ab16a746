import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import readability from 'text-readability';
import { defaultAgendas, defaultAgreements } from '../../src/content/agendas.js';
import { cards } from '../../src/content/cards.js';
import { circles, rights, starterDuties } from '../../src/content/ladder.js';
import { deckStrings } from '../../src/elements/coping-deck/strings.js';
import { concernStrings } from '../../src/elements/concern/strings.js';
import { staffConcernStrings } from '../../src/elements/concern/staff.strings.js';
import { staffHelpStrings } from '../../src/elements/help/staff.strings.js';
import { helpStrings } from '../../src/elements/help/strings.js';
import { houseStrings } from '../../src/elements/house/strings.js';
import { meetingStrings } from '../../src/elements/meeting-agenda/all-strings.js';
import { fairnessStrings } from '../../src/elements/peer-feedback/fairness.strings.js';
import { readingStrings } from '../../src/elements/peer-feedback/reading.strings.js';
import { reportStrings } from '../../src/elements/peer-feedback/report.strings.js';
import { allFeedbackStrings as feedbackStrings } from '../../src/elements/peer-feedback/all-strings.js';
import { toneStrings } from '../../src/elements/peer-feedback/tone.strings.js';
import { jobStrings } from '../../src/elements/responsibility-ladder/job.strings.js';
import { reasonStrings } from '../../src/elements/responsibility-ladder/reasons.strings.js';
import { rotaStrings } from '../../src/elements/responsibility-ladder/rota.strings.js';
import { ladderStrings } from '../../src/elements/responsibility-ladder/strings.js';
import { shiftStrings } from '../../src/elements/today/shift.strings.js';
import { todayStrings } from '../../src/elements/today/strings.js';
import { filled, sharedStrings } from '../../src/elements/language/strings.js';
import { copyStrings } from '../../src/elements/parts/copy.strings.js';
import { printStrings } from '../../src/elements/parts/print.strings.js';
import { startAnewStrings } from '../../src/elements/parts/start-anew.js';
import { taskStrings } from '../../src/elements/parts/task.strings.js';
import { type ErrorCode, MilieuError } from '../../src/records/base/errors.js';
import { withoutIsolates } from '../../src/testing/find-elements.js';

type Said = readonly (readonly [key: string, words: string])[];

/** One by one: two of them have a key of the same name. */
const interfaceWords: Said = [
  sharedStrings,
  copyStrings,
  printStrings,
  startAnewStrings,
  taskStrings,
  feedbackStrings,
  toneStrings,
  fairnessStrings,
  readingStrings,
  reportStrings,
  ladderStrings,
  jobStrings,
  reasonStrings,
  rotaStrings,
  deckStrings,
  meetingStrings,
  helpStrings,
  staffHelpStrings,
  concernStrings,
  staffConcernStrings,
  todayStrings,
  shiftStrings,
  houseStrings,
].flatMap((table) => Object.entries(table));

/** Errors that a person can see on a screen; only the developer of the page sees the others. */
const errorCodes = [
  'moved', 'invalid', 'locked', 'wrong-key', 'weak-key', 'quota', 'connection', 'blocked', 'newer', 'newer-schema', 'storage-off', 'storage-lost', 'unreadable', 'closed',
  'pull-failed', 'bad-property', 'cancelled', 'unsent', 'shared', 'removed', 'not-a-copy', 'newer-copy', 'other-copy', 'damaged-copy', 'too-big', 'vetoed', 'unknown',
] as const satisfies readonly ErrorCode[]; // prettier-ignore
const errorWords: Said = errorCodes.map((code) => [`error ${code}`, new MilieuError(code).message]);

/** Every sentence inside a piece of content of any shape, without ids, kinds and addresses. */
function sentencesIn(value: unknown, at: string): Said {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  const silent = new Set(['id', 'kind', 'moments', 'word', 'source']);
  return Object.entries(value).flatMap(([key, one]) => (silent.has(key) ? [] : sentencesIn(one, `${at}.${key}`)));
}
const contentWords: Said = [
  ...cards.flatMap((card) => sentencesIn(card, card.id)),
  ...sentencesIn(circles, 'circles'),
  ...sentencesIn(rights, 'rights'),
  ...sentencesIn(starterDuties, 'duties'),
  ...sentencesIn(defaultAgendas, 'agendas'),
  ...sentencesIn(defaultAgreements, 'agreements'),
];
/** Words that are looked for in what people type. They stand on no screen. */
const isWordList = (key: string): boolean => /^meeting\.named\.(thanks|common)-words$/.test(key);
const all: Said = [...interfaceWords.filter(([key]) => !isWordList(key)), ...errorWords, ...contentWords];

/** The formula says nothing about a sentence with fewer words than this. */
const leastWords = 6;
const hardest = 6;
/** Replaces a name, a number or a title while a sentence is measured. */
const stands = new Proxy<Record<string, string>>(
  {},
  { get: () => 'Sam', has: () => true, getOwnPropertyDescriptor: () => ({ value: 'Sam', configurable: true }) },
);

/** Words that are never shown: clinical or technical terms, and words of competition, blame or false cheer. */
const banned =
  /\b(milieu|rungs?|purge\w*|transport|outbox|payload|sync\w*|backend|server|database|levels?|scores?|points?|streaks?|ranks?|badges?|quotas?|oops|whoops|uh-oh|sorry|please wait|invalid|illegal|abort\w*|fatal|failed to|patients?|addicts?|non-?complian\w+|must|forbidden|denied)\b|!|\bclick\b/i;
/** Strings that may use one of these words to deny it. */
const allowed: Readonly<Record<string, RegExp>> = { 'ladder.purpose': /never by points/ };

/** English that no native speaker says, or that is untrue on a phone. Each was once shown on a screen. */
const odd =
  /\b(this computer|(kept|stands?|held|keep) (it )?here\b|what is new|what you ke(ep|pt)|the end of it|gave it the time|is counting|let it (rest|stand)|(or|we) let (it )?go|the line (at|below)|read a copy in|was read in|could be kept|has moved on|does not fit|no name here fits|things? of (the|that) name|hands counted|new words|written for|other words|written down|part is over|at home|nothing to carry|give out|given out|asks (staff|for|you to)|who of staff|come again|own wish|without a touch|keeps people apart)\b/i;

/** British spelling. The English of the widgets is spelled as in the United States. */
const british =
  /\b(colours?|favour\w*|behaviour\w*|programmes?|practis(e|ed|es|ing)|cancell(ed|ing)|(organ|real|recogn)is(e|ed|es|ing)|towards|rubbish)\b/i;
const findings = (list: Said, pattern: RegExp): readonly string[] =>
  list.filter(([key, words]) => pattern.test(allowed[key] ? words.replace(allowed[key], '') : words)).map(([key, words]) => `${key}: ${words}`);

describe('English on the screen', () => {
  test(`no text needs more than ${hardest} years of school`, () => {
    const hard = all
      .map(([key, words]) => ({ key, words: withoutIsolates(filled(words, stands)) }))
      .filter(({ words }) => words.split(/\s+/).length >= leastWords)
      .map(({ key, words }) => ({ key, words, grade: readability.fleschKincaidGrade(words) }))
      .filter(({ grade }) => grade > hardest)
      .map(({ key, words, grade }) => `${grade.toFixed(1)} ${key}: ${words}`);
    assert.deepEqual(hard, []);
  });

  test('no text uses clinical, technical, competitive or blaming words', () => {
    assert.deepEqual(findings(all, banned), []);
  });

  test('no text uses English that a native speaker would not say, or that is untrue on a phone', () => {
    assert.deepEqual(findings(all, odd), []);
  });

  test('no text uses British spelling', () => {
    assert.deepEqual(findings(all, british), []);
  });

  test('the reading formula tells hard text from easy text, and the lists of words find theirs', () => {
    assert.ok(readability.fleschKincaidGrade('Write what you saw. A few words will do.') < 3);
    const hardWords = 'Your submission was unsuccessful because the required evaluation criteria were not satisfied.';
    assert.ok(readability.fleschKincaidGrade(hardWords) > 12);
    assert.match('Oops! Please wait.', banned);
    assert.match('Kept on this computer.', odd);
    assert.match('Practise it.', british);
  });
});
