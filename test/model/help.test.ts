import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../src/model/may-read.js';
import { actorOf, actors } from './world.js';
import { Story } from './story.js';

const ask = { data: { need: 'come' } };

describe('help', () => {
  it('is asked for by anyone, without a word; staff alone read it', () => {
    const story = new Story();
    for (const { person } of actors) {
      const asked = story.does(person, 'help', 'ask', undefined, ask);
      const readers = actors.filter((actor) => mayRead(asked, actor)).map((actor) => actor.person);
      assert.deepEqual(readers.sort(), [...new Set([person, 'sol', 'tam'])].sort());
    }
  });

  it('names nobody: a worry about a person is told in words', () => {
    assert.equal(new Story().code('ana', 'help', 'ask', undefined, { ...ask, to: ['ben'] }), 'bad-answer');
  });

  it('can be called off until somebody has seen it', () => {
    const story = new Story();
    const asked = story.does('mum', 'help', 'ask', undefined, ask);
    assert.equal(story.code('ben', 'help', 'cancel', asked), 'not-yours');
    assert.equal(story.code('sol', 'help', 'cancel', asked), 'not-yours');
    story.does('sol', 'help', 'see', asked);
    assert.equal(story.code('mum', 'help', 'cancel', asked), 'not-now');
    const cancelled = story.does('mum', 'help', 'cancel', story.does('mum', 'help', 'ask', undefined, ask));
    assert.ok(mayRead(cancelled, actorOf('sol')), 'staff still see that somebody had asked');
  });

  it('is seen by other staff than the one who asked, and the answer reaches them', () => {
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
