import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../src/model/may-read.js';
import type { MilieuRecord } from '../../src/model/record.js';
import { actorOf } from './world.js';
import { Story } from './story.js';

const place = { to: ['ana'], data: { circle: 'kitchen', since: '2026-11-21' } };
const offer = { to: ['ana'], data: { title: 'Set the table', steps: ['Plates'] } };
const offered = (story: Story): MilieuRecord => story.does('sol', 'duty', 'offer', undefined, offer);

describe('placement', () => {
  it('is given by staff to one other person', () => {
    const story = new Story();
    assert.equal(story.code('cy', 'placement', 'place', undefined, place), 'not-yours');
    assert.equal(story.code('sol', 'placement', 'place', undefined, { ...place, to: [] }), 'one-person');
    assert.equal(story.code('sol', 'placement', 'place', undefined, { ...place, to: ['ana', 'ben'] }), 'one-person');
    assert.equal(story.code('sol', 'placement', 'place', undefined, { ...place, to: ['sol'] }), 'to-yourself');
    const placed = story.does('sol', 'placement', 'place', undefined, place);
    assert.ok(mayRead(placed, actorOf('ana')));
    assert.ok(!mayRead(placed, actorOf('ben')));
  });

  it('rests when its person says so; staff give a reason that this person reads', () => {
    const story = new Story();
    const placed = story.does('sol', 'placement', 'place', undefined, place);
    story.does('ana', 'placement', 'rest', placed);
    story.does('ana', 'placement', 'resume', placed);
    assert.equal(story.code('tam', 'placement', 'rest', placed), 'reason-missing');
    const { answers } = story.act('tam', 'placement', 'rest', placed, story.say('placement-note', 'Your wrist needs to heal'));
    assert.ok(mayRead(answers[0]!, actorOf('ana')));
    assert.equal(story.code('tam', 'placement', 'end', placed), 'reason-missing');
    assert.equal(story.code('ana', 'placement', 'end', placed, story.say('placement-note', 'x')), 'not-yours');
    assert.equal(story.does('tam', 'placement', 'end', placed, story.say('placement-note', 'You moved on')).status, 'past');
  });

  it('of staff is not ended by themselves', () => {
    const story = new Story();
    const placed = story.does('sol', 'placement', 'place', undefined, { ...place, to: ['tam'] });
    assert.equal(story.code('tam', 'placement', 'end', placed, story.say('placement-note', 'x')), 'other-eyes');
  });
});

describe('duty', () => {
  it('is done with one tap, and undone with one', () => {
    const story = new Story();
    const duty = offered(story);
    assert.equal(story.does('ana', 'duty', 'finish', duty).status, 'done');
    assert.equal(story.does('ana', 'duty', 'undo', duty).status, 'accepted');
  });

  it('is declined without a word, at any time, and the only trace is its status', () => {
    for (const first of [[], ['accept'], ['ask-help'], ['swap']]) {
      const story = new Story();
      const duty = offered(story);
      for (const action of first) story.does('ana', 'duty', action, duty);
      const before = story.world.stored.get(duty.id)!;
      const after = story.does('ana', 'duty', 'decline', duty);
      assert.deepEqual({ ...after, status: '', rev: 0 }, { ...before, status: '', rev: 0 });
      assert.equal(story.does('ana', 'duty', 'undo', duty).status, 'accepted');
    }
  });

  it('belongs to the one who has it', () => {
    const story = new Story();
    const duty = offered(story);
    for (const action of ['accept', 'finish', 'decline', 'ask-help', 'swap'])
      for (const person of ['ben', 'sol', 'cy', 'mum']) assert.equal(story.code(person, 'duty', action, duty), 'not-yours');
  });

  it('takes a note and how it felt, for staff', () => {
    const story = new Story();
    const { answers } = story.act('ana', 'duty', 'finish', offered(story), story.say('duty-note', 'It went well', { comfort: 7 }));
    assert.ok(mayRead(answers[0]!, actorOf('sol')));
    assert.ok(!mayRead(answers[0]!, actorOf('ben')));
  });

  it('can be spoken of after it is done, and stays done', () => {
    const story = new Story();
    const duty = offered(story);
    assert.equal(story.code('ana', 'duty', 'tell', duty, story.say('duty-note', 'Too early')), 'not-now');
    story.does('ana', 'duty', 'finish', duty);
    assert.equal(story.code('ana', 'duty', 'tell', duty), 'words-missing');
    assert.equal(story.code('sol', 'duty', 'tell', duty, story.say('duty-note', 'x')), 'not-yours');
    const { after, answers } = story.act('ana', 'duty', 'tell', duty, story.say('duty-note', '', { comfort: 6 }));
    assert.equal(after.status, 'done');
    assert.ok(mayRead(answers[0]!, actorOf('sol')));
  });

  it('is closed by staff; with a reason where it is still somebody’s', () => {
    const story = new Story();
    const duty = offered(story);
    assert.equal(story.code('sol', 'duty', 'close', duty), 'reason-missing');
    story.does('ana', 'duty', 'ask-help', duty);
    assert.equal(story.code('sol', 'duty', 'close', duty, story.say('duty-note', 'x')), 'not-now');
    story.does('sol', 'duty', 'helped', duty);
    story.does('ana', 'duty', 'finish', duty);
    assert.equal(story.does('sol', 'duty', 'close', duty).status, 'closed');
  });

  it('that was declined or to be swapped can be offered again, but not by the one who has it', () => {
    const story = new Story();
    const duty = story.does('sol', 'duty', 'offer', undefined, { ...offer, to: ['tam'] });
    story.does('tam', 'duty', 'swap', duty);
    assert.equal(story.code('tam', 'duty', 'offer-again', duty), 'other-eyes');
    assert.equal(story.does('sol', 'duty', 'offer-again', duty).status, 'offered');
  });
});
