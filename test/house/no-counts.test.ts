import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { people } from '../../examples/synthetic/people.js';

/** What a screen reader finds in every story: texts, names and states. The runner of the stories holds that they are what is on the screen. */
const folder = 'test/stories/aria';
const outlines = readdirSync(folder)
  .filter((name) => /^(widgets|pages)-/.test(name))
  .map((name) => ({ name, lines: readFileSync(join(folder, name), 'utf8').split('\n') }));

/** Progress of a machine, a breath and an agenda, of which nothing is a person's; and the sentence that says there are no points. */
const ofNobody =
  /^(Locking what is saved here: \d+ of \d+|Checking for updates: \d+ of \d+|Opening a copy: \d+ of \d+|Breath \d+ of \d+|.* is now number \d+ of \d+\.|.* never by points\.)$/;
const first = people.map(({ name }) => name.split(' ')[0]).join('|');

/** What would make a number, an order or a row of days out of people and what they do. */
const counts: Readonly<Record<string, RegExp>> = {
  'a percentage': /\d ?%|\bper ?cent/i,
  'n of m': /\b\d+ (?:out )?of \d+\b|\b\d+\/\d+\b/,
  'an order of merit': /\b(?:ranks?|ranked|ranking|leader ?boards?|top \d|best of|first place|scores?|points|grade|badges?)\b|#\d/i,
  'a streak': /\bstreaks?\b|\bin a row\b|\bdays? (?:clean|sober|without)\b|\bclean days?\b/i,
  'a count of deeds':
    /\b\d+ (?:times|affirmations?|reminders?|thanks|thank[- ]yous?|pieces of feedback|jobs?|duties|practi[cs]es|cards? used|promises|concerns|calls|reports)\b/i,
  'a count beside a name': new RegExp(`\\b(?:${first})(?: \\p{L}+)?(?::| \\(|, ) ?\\d+\\)?$`, 'u'),
};

const saidIn = (line: string): string => /"(.*)"/.exec(line)?.[1] ?? '';
const findings = (lines: readonly string[]): readonly string[] =>
  lines
    .map(saidIn)
    .filter((said) => !ofNobody.test(said))
    .flatMap((said) => Object.entries(counts).flatMap(([what, pattern]) => (pattern.test(said) ? [`${what}: ${said}`] : [])));

describe('people are not counted', () => {
  test('no view shows a count for a person, an order of merit, “n of m”, a percentage or a streak', () => {
    assert.ok(outlines.length > 300, `${outlines.length} outlines`);
    assert.deepEqual(
      outlines.flatMap(({ name, lines }) => findings(lines).map((found) => `${name}: ${found}`)),
      [],
    );
  });

  test('each of these would be found', () => {
    const shown: Readonly<Record<string, string>> = {
      'a percentage': '80 % done',
      'n of m': '3 of 5 jobs',
      'an order of merit': 'Top 3 this week',
      'a streak': '4 days in a row',
      'a count of deeds': 'You gave 12 affirmations',
      'a count beside a name': 'Ana Ruiz: 4',
    };
    for (const [what, said] of Object.entries(shown))
      assert.ok(
        findings([`text "${said}"`]).some((found) => found.startsWith(what)),
        what,
      );
    assert.deepEqual(Object.keys(shown), Object.keys(counts));
  });
});
