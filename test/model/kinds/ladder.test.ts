import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf } from '../dice.js';
import { Story } from '../act-by-name.js';

const place = { to: ['ana'], data: { circle: 'kitchen', since: '2026-11-21' } };
const offer = { to: ['ana'], data: { title: 'Set the table', steps: ['Plates'] } };
const offered = (story: Story): MilieuRecord => story.does('sol', 'duty', 'offer', undefined, offer);

describe('placement', () => {
  it('a placement is given by staff to one other person', () => {
    const story = new Story();
    assert.equal(story.code('cy', 'placement', 'place', undefined, place), 'not-yours');
    assert.equal(story.code('sol', 'placement', 'place', undefined, { ...place, to: [] }), 'one-person');
    assert.equal(story.code('sol', 'placement', 'place', undefined, { ...place, to: ['ana', 'ben'] }), 'one-person');
    assert.equal(story.code('sol', 'placement', 'place', undefined, { ...place, to: ['sol'] }), 'to-yourself');
    const placed = story.does('sol', 'placement', 'place', undefined, place);
    assert.ok(mayRead(placed, actorOf('ana')));
    assert.ok(!mayRead(placed, actorOf('ben')));
  });

  it('a person pauses their placement without a reason; staff give a reason that the person reads', () => {
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

  it('staff cannot end their own placement', () => {
    const story = new Story();
    const placed = story.does('sol', 'placement', 'place', undefined, { ...place, to: ['tam'] });
    assert.equal(story.code('tam', 'placement', 'end', placed, story.say('placement-note', 'x')), 'other-eyes');
  });
});

describe('duty', () => {
  it('a duty is done with one act and undone with one', () => {
    const story = new Story();
    const duty = offered(story);
    assert.equal(story.does('ana', 'duty', 'finish', duty).status, 'done');
    assert.equal(story.does('ana', 'duty', 'undo', duty).status, 'accepted');
  });

  it('a duty can be declined at any time without a reason, and only its status shows it', () => {
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

  it('only the person who has a duty can do it', () => {
    const story = new Story();
    const duty = offered(story);
    for (const action of ['accept', 'finish', 'decline', 'ask-help', 'swap'])
      for (const person of ['ben', 'sol', 'cy', 'mum']) assert.equal(story.code(person, 'duty', action, duty), 'not-yours');
  });

  it('a person can add a note and how it felt, for staff', () => {
    const story = new Story();
    const { answers } = story.act('ana', 'duty', 'finish', offered(story), story.say('duty-note', 'It went well', { comfort: 7 }));
    assert.ok(mayRead(answers[0]!, actorOf('sol')));
    assert.ok(!mayRead(answers[0]!, actorOf('ben')));
  });

  it('a done duty can be spoken of and stays done', () => {
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

  it('staff close a duty, with a reason if somebody still has it', () => {
    const story = new Story();
    const duty = offered(story);
    assert.equal(story.code('sol', 'duty', 'close', duty), 'reason-missing');
    story.does('ana', 'duty', 'ask-help', duty);
    assert.equal(story.code('sol', 'duty', 'close', duty, story.say('duty-note', 'x')), 'not-now');
    story.does('sol', 'duty', 'helped', duty);
    story.does('ana', 'duty', 'finish', duty);
    assert.equal(story.does('sol', 'duty', 'close', duty).status, 'closed');
  });

  it('a duty that was declined or up for a swap can be offered again, but not by the person who has it', () => {
    const story = new Story();
    const duty = story.does('sol', 'duty', 'offer', undefined, { ...offer, to: ['tam'] });
    story.does('tam', 'duty', 'swap', duty);
    assert.equal(story.code('tam', 'duty', 'offer-again', duty), 'other-eyes');
    assert.equal(story.does('sol', 'duty', 'offer-again', duty).status, 'offered');
  });
});
