import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardFaults, isCard, moments } from '../../src/content/card.js';
import { cards, getCard } from '../../src/content/cards.js';

test('every starter card is a card', () => {
  for (const card of cards) assert.deepEqual(cardFaults(card), [], card.id);
});

test('the deck holds at least twelve cards, each once, and opens with the longer out-breath', () => {
  assert.ok(cards.length >= 12);
  assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length);
  assert.equal(cards[0]?.id, 'c01');
});

test('a card is found by its id', () => {
  assert.equal(getCard('c03')?.title, 'Five senses');
  assert.equal(getCard('nothing'), undefined);
});

test('every moment has at least three cards', () => {
  for (const moment of moments) assert.ok(cards.filter((card) => card.moments.includes(moment)).length >= 3, moment);
});

test('every card says how well it is tested', () => {
  for (const { id, evidence } of cards) assert.ok(evidence?.note, id);
});

test('a card that asks to look inward has steps for open eyes of its own', () => {
  const inward = cards.filter(({ steps, breath }) => breath || steps.some((step) => /breathe/i.test(step)));
  for (const card of inward.filter(({ id }) => id !== 'c05')) assert.ok(card.eyesOpen, card.id);
});

test('no card uses words that are not for people to read', () => {
  const words = /\b(milieu|patient|addict|client|compliance|non-compliant|clean|dirty)\b/i;
  for (const card of cards) assert.doesNotMatch(JSON.stringify([card.title, card.why, card.steps, card.cautions, card.eyesOpen]), words, card.id);
});

test('what is no card is named by its parts', () => {
  const card = cards[0];
  assert.deepEqual(cardFaults({ ...card, title: 'x'.repeat(61) }), ['title']);
  assert.deepEqual(cardFaults({ ...card, steps: [] }), ['steps']);
  assert.deepEqual(cardFaults({ ...card, steps: ['ok', 7] }), ['steps']);
  assert.deepEqual(cardFaults({ ...card, seconds: 14 }), ['seconds']);
  assert.deepEqual(cardFaults({ ...card, breath: { in: 0, out: 6 } }), ['breath']);
  assert.deepEqual(cardFaults({ ...card, moments: ['angry'] }), ['moments']);
  assert.deepEqual(cardFaults({ ...card, evidence: { word: 'proven', note: 'It works.' } }), ['evidence']);
  for (const value of [undefined, null, 'card', [], 7]) assert.equal(isCard(value), false);
});
