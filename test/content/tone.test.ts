import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Tone, tonesOf } from '../../src/content/tone.js';

const said = (text: string): readonly Tone[] => tonesOf(text).map(({ tone }) => tone);

const pointedOut: Readonly<Record<Tone, readonly string[]>> = {
  always: ['You always leave your plate', 'you NEVER wash up', 'Everybody knows it', 'every single time', 'Nobody likes that'],
  label: [
    'That was lazy',
    'a junkie',
    'You are a liar',
    'you’re so selfish',
    "You're crazy",
    'You are clean now',
    'He was dirty again',
    'just an addict',
  ],
  diagnosis: ['so bipolar', 'You are a narcissist', 'you are OCD about it'],
  motive: ['You just wanted attention', 'you don’t care', 'You did it on purpose', 'because you hate us'],
  threat: ['Stop it or else', 'you’ll regret it', 'You will be sorry'],
  capitals: ['WASH YOUR PLATE', 'It WAS YOURS, again'],
  but: ['Thanks for the soup, but the pot is dirty', 'Well done with the talk but you were late'],
};

for (const [tone, texts] of Object.entries(pointedOut))
  test(`points out in a reminder: ${tone}`, () => {
    for (const text of texts) assert.ok(said(text).includes(tone as Tone), text);
  });

test('leaves words alone that say what was seen', () => {
  for (const text of [
    'Your plate was on the table after lunch.',
    'Thanks for keeping the kitchen clean.',
    'The pan was dirty. Please wash it tonight.',
    'It was a crazy day for all of us.',
    'Never mind the cups.',
    'You came late to the meeting on Tuesday, and we waited.',
    'Bring a problem to the meeting.',
    'Tell me if you want help with it.',
    'The TV was on at 23:00. Ask Jo about the AA group.',
    'Nothing but the best.',
    '',
  ])
    assert.deepEqual(tonesOf(text), [], text);
});

test('names each reason once, with the words as written, what may hurt most first', () => {
  assert.deepEqual(tonesOf('You ALWAYS do that, you never stop. You are so Lazy, or else!'), [
    { tone: 'threat', words: 'or else' },
    { tone: 'label', words: 'Lazy' },
    { tone: 'always', words: 'ALWAYS' },
  ]);
});

test('takes about as long for a long text as for its parts', () => {
  // A pattern that backtracks would never end here.
  assert.deepEqual(said(`${'thanks '.repeat(2_000)}${'you are so very '.repeat(2_000)}`), []);
});
