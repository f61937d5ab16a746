import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actors } from '../dice.js';
import { Story } from '../act-by-name.js';

const data = { card: 'breathe', title: 'Slow breathing', seconds: 90 };

describe('practice', () => {
  it('anyone can save a practice, and only for themselves', () => {
    const story = new Story();
    for (const { person } of actors) assert.equal(story.does(person, 'practice', 'keep', undefined, { data }).visibility, 'self');
    assert.equal(story.code('ana', 'practice', 'keep', undefined, { data, to: ['sol'] }), 'bad-answer');
  });

  it('only its author can correct or remove a practice', () => {
    const story = new Story();
    const kept = story.does('ana', 'practice', 'keep', undefined, { data });
    assert.equal(story.code('sol', 'practice', 'rewrite', kept, { data }), 'not-yours');
    assert.equal(story.code('sol', 'practice', 'remove', kept), 'not-yours');
    assert.equal(story.does('ana', 'practice', 'rewrite', kept, { data: { ...data, note: 'It got quieter' } }).data['note'], 'It got quieter');
    assert.equal(story.does('ana', 'practice', 'remove', kept).status, 'removed');
    assert.equal(story.code('ana', 'practice', 'rewrite', kept, { data }), 'not-now');
  });
});
