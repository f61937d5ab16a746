import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ItemKind } from '../../../src/model/kinds/agenda-item/table.js';
import { namedPeople } from '../../../src/elements/meeting-agenda/named-people.js';
import { planStrings } from '../../../src/elements/meeting-agenda/strings.js';

const names = ['Sam Okoro', 'Will Park', 'Hope', 'Dr Priya Shah', 'Łukasz', 'Zoë O’Brien', '小林', 'Mary-Jo'];
const people = names.map((name, at) => ({ id: `p-${at}`, name, as: 'resident' as const }));
const words = { thanks: planStrings['meeting.named.thanks-words'], common: planStrings['meeting.named.common-words'] };
const named = (title: string, kind: ItemKind = 'topic', detail = ''): string[] =>
  namedPeople({ title, detail, kind }, people, words).map(({ name }) => name);

describe('people whom a suggestion names', () => {
  it('finds a name as a word of its own, in any spelling that finds the person', () => {
    for (const title of ['Sam stole my food', 'sam took it', 'It is SAM’S turn', "Talk about sam's music", 'Okoro is loud'])
      assert.deepEqual(named(title), ['Sam Okoro'], title);
    assert.deepEqual(named('lukasz never cleans'), ['Łukasz']);
    assert.deepEqual(named('obrien and zoe'), ['Zoë O’Brien']);
    assert.deepEqual(named('小林 さん'), ['小林']);
    assert.deepEqual(named('mary is late'), ['Mary-Jo']);
    assert.deepEqual(named('Noise', 'topic', 'It is Sam, at night.'), ['Sam Okoro']);
  });

  it('leaves words of thanks alone, and items of the kind thank-you', () => {
    for (const title of ['Thank Hope for the garden', 'Thanks to Sam', 'I am grateful to Łukasz']) assert.deepEqual(named(title), [], title);
    assert.deepEqual(named('Sam cooked for all of us', 'appreciation'), []);
  });

  it('takes an everyday word that is also a name for a word, unless it is written as a name', () => {
    for (const title of ['Will we get new cups?', 'I hope we get new cups', 'We will mend the gate', 'Can we go to the park?'])
      assert.deepEqual(named(title), [], title);
    assert.deepEqual(named('Will took my food'), ['Will Park']);
    assert.deepEqual(named('Can Hope stop the music?'), ['Hope']);
  });

  it('does not find a name inside other words, nor by a title', () => {
    for (const title of ['The same samples', 'Can a dr visit us?', 'A new lamp']) assert.deepEqual(named(title), [], title);
  });
});
