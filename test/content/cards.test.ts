import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardFaults, isCard } from '../../src/content/card.js';
import { cards, getCard } from '../../src/content/cards.js';
import { copingStrings } from '../../src/elements/coping/strings.js';
import { moments } from '../../src/content/hard-moments.js';

test('every starter card is a valid card', () => {
  for (const card of cards) assert.deepEqual(cardFaults(card), [], card.id);
});

test('the deck has 24 cards, c01 to c24, and starts with the longer out-breath', () => {
  const all = Array.from({ length: 24 }, (_, at) => `c${String(at + 1).padStart(2, '0')}`);
  assert.deepEqual(cards.map(({ id }) => id).sort(), all);
  assert.equal(cards[0]?.id, 'c01');
});

test('every card says what kind of skill it is, with few different words', () => {
  for (const { id, category } of cards) assert.ok(category, id);
  assert.ok(new Set(cards.map(({ category }) => category)).size <= 14);
});

test('every card has the minutes that its skill takes', () => {
  const minutes = Object.fromEntries(cards.map(({ id, seconds, upTo = seconds }) => [id, [seconds / 60, upTo / 60]]));
  assert.deepEqual(minutes, {
    c01: [3, 5], c02: [1, 3], c03: [2, 5], c04: [1, 3], c05: [0.5, 2], c06: [8, 15], c07: [5, 20], c08: [5, 15],
    c09: [15, 15], c10: [2, 2], c11: [3, 5], c12: [5, 5], c13: [5, 10], c14: [5, 20], c15: [5, 10], c16: [1, 3],
    c17: [3, 5], c18: [5, 10], c19: [10, 30], c20: [2, 10], c21: [10, 30], c22: [10, 20], c23: [5, 10], c24: [20, 40],
  }); // prettier-ignore
});

test('a card is found by its id', () => {
  assert.equal(getCard('c03')?.title, 'Five senses');
  assert.equal(getCard('nothing'), undefined);
});

test('every moment has at least three cards', () => {
  for (const moment of moments) assert.ok(cards.filter((card) => card.moments.includes(moment)).length >= 3, moment);
});

test('the first starter cards for dissociation and flashbacks bring a person back to the room', () => {
  for (const moment of ['unreal', 'flashback'] as const)
    assert.deepEqual(
      cards
        .filter((card) => card.moments.includes(moment))
        .slice(0, 2)
        .map(({ id }) => id),
      ['c03', 'c04'],
      moment,
    );
});

test('a card for urges or inner pictures says when to stop and go to a person', () => {
  for (const id of ['c08', 'c09']) assert.match(getCard(id)?.cautions.join(' ') ?? '', /coming off something\? Call a nurse\./, id);
  for (const id of ['c11', 'c13']) assert.match(getCard(id)?.cautions.join(' ') ?? '', /want it more, stop and go to a person\./, id);
});

test('every card says how well it is tested', () => {
  for (const { id, evidence } of cards) assert.ok(evidence?.note, id);
});

test('a card with steps of its own for open eyes does not repeat those of the widget', () => {
  const widget = [copingStrings['coping.eyes.1'], copingStrings['coping.eyes.2'], copingStrings['coping.eyes.3'], copingStrings['coping.eyes.4']];
  const own = cards.filter(({ eyesOpen }) => eyesOpen);
  assert.deepEqual(
    own.map(({ id }) => id),
    ['c08', 'c17'],
  );
  for (const { id, eyesOpen } of own) assert.notDeepEqual(eyesOpen, widget, id);
});

test('no card uses clinical or technical words', () => {
  const words = /\b(milieu|patient|addict|client|compliance|non-compliant|clean|dirty)\b/i;
  for (const card of cards) assert.doesNotMatch(JSON.stringify([card.title, card.why, card.steps, card.cautions, card.eyesOpen]), words, card.id);
});

test('a card that is not valid is described by the names of its wrong fields', () => {
  const card = cards[0];
  assert.deepEqual(cardFaults({ ...card, title: 'x'.repeat(61) }), ['title']);
  assert.deepEqual(cardFaults({ ...card, steps: [] }), ['steps']);
  assert.deepEqual(cardFaults({ ...card, steps: ['ok', 7] }), ['steps']);
  assert.deepEqual(cardFaults({ ...card, seconds: 14 }), ['seconds']);
  assert.deepEqual(cardFaults({ ...card, breath: { in: 0, out: 6 } }), ['breath']);
  assert.deepEqual(cardFaults({ ...card, moments: ['angry'] }), ['moments']);
  assert.deepEqual(cardFaults({ ...card, category: 'x'.repeat(31) }), ['category']);
  assert.deepEqual(cardFaults({ ...card, category: undefined }), []);
  assert.deepEqual(cardFaults({ ...card, evidence: { word: 'proven', note: 'It works.' } }), ['evidence']);
  const noted = { word: 'moderate', note: 'It helped some people.' };
  const by = 'Dr Ruth Hale';
  assert.deepEqual(cardFaults({ ...card, evidence: { ...noted, checked: { by, on: '2026-11-12' } } }), []);
  for (const checked of [true, { by }, { by, on: 'last week' }, { by, on: '2026-13-40' }, { by: '', on: '2026-11-12' }])
    assert.deepEqual(cardFaults({ ...card, evidence: { ...noted, checked } }), ['evidence'], JSON.stringify(checked));
  for (const value of [undefined, null, 'card', [], 7]) assert.equal(isCard(value), false);
});
