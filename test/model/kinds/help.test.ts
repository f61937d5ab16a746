import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import { actorOf, actors } from '../dice.js';
import { Story } from '../act-by-name.js';

const ask = { data: { need: 'come' } };

describe('help', () => {
  it('anyone can call for help without words, and only staff read it', () => {
    const story = new Story();
    for (const { person } of actors) {
      const asked = story.does(person, 'help', 'ask', undefined, ask);
      const readers = actors.filter((actor) => mayRead(asked, actor)).map((actor) => actor.person);
      assert.deepEqual(readers.sort(), [...new Set([person, 'sol', 'tam'])].sort());
    }
  });

  it('a call names no person: a worry about somebody is told in words', () => {
    assert.equal(new Story().code('ana', 'help', 'ask', undefined, { ...ask, to: ['ben'] }), 'bad-answer');
  });

  it('a call can be cancelled until somebody has seen it', () => {
    const story = new Story();
    const asked = story.does('mum', 'help', 'ask', undefined, ask);
    assert.equal(story.code('ben', 'help', 'cancel', asked), 'not-yours');
    assert.equal(story.code('sol', 'help', 'cancel', asked), 'not-yours');
    story.does('sol', 'help', 'see', asked);
    assert.equal(story.code('mum', 'help', 'cancel', asked), 'not-now');
    const cancelled = story.does('mum', 'help', 'cancel', story.does('mum', 'help', 'ask', undefined, ask));
    assert.ok(mayRead(cancelled, actorOf('sol')), 'staff still see that somebody had asked');
  });

  it('a call is seen by staff other than its author, and their answer reaches the author', () => {
    const story = new Story();
    const own = story.does('sol', 'help', 'ask', undefined, ask);
    assert.equal(story.code('sol', 'help', 'see', own), 'other-eyes');
    assert.equal(story.code('cy', 'help', 'see', own), 'not-yours');
    const asked = story.does('gus', 'help', 'ask', undefined, ask);
    const { after, answers } = story.act('sol', 'help', 'see', asked, story.say('help-reply', 'I am on my way'));
    assert.equal(after.status, 'seen');
    assert.ok(mayRead(answers[0]!, actorOf('gus')));
    assert.ok(!mayRead(answers[0]!, actorOf('ana')));
    assert.equal(story.code('gus', 'help', 'close', asked), 'not-yours');
    assert.equal(story.does('tam', 'help', 'close', asked).status, 'closed');
  });
});
