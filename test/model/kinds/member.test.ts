import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasLeft, isAway, isHere } from '../../../src/model/kinds/member/states.js';
import { dataSchemas } from '../../../src/model/kinds/all.schema.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { As, MilieuRecord } from '../../../src/model/record.js';
import { actorOf } from '../dice.js';
import { Story } from '../act-by-name.js';

const pinOf = (digits: number) => ({ salt: 'a1'.repeat(16), hash: 'b2'.repeat(32), rounds: 100_000, digits });
const named = (name: string, as: As, digits?: number) => ({ name, as, ...(digits ? { pin: pinOf(digits) } : {}) });

const add = (story: Story, person: string, as: As, digits?: number): MilieuRecord =>
  story.does('sol', 'member', 'add', undefined, { to: [person], data: named(person, as, digits) });

describe('a member', () => {
  it('is added by staff, and everyone in the house reads the name', () => {
    const story = new Story();
    assert.equal(story.code('ana', 'member', 'add', undefined, { to: ['ana'], data: named('Ana', 'resident') }), 'not-yours');
    const ana = add(story, 'ana', 'resident');
    assert.ok(isHere(ana));
    assert.ok(mayRead(ana, actorOf('ben')));
    assert.ok(!mayRead(ana, actorOf('mum')));
  });

  it('has a name with words, and is one person', () => {
    const story = new Story();
    assert.equal(story.code('sol', 'member', 'add', undefined, { to: ['ana'], data: named('\u2800', 'resident') }), 'words-missing');
    assert.equal(story.code('sol', 'member', 'add', undefined, { to: ['ana', 'ben'], data: named('Ana', 'resident') }), 'one-person');
  });

  it('of staff has a PIN of six digits or more, also after a rename and a new PIN', () => {
    const story = new Story();
    for (const digits of [undefined, 4, 5])
      assert.equal(story.code('sol', 'member', 'add', undefined, { to: ['tam'], data: named('Tam', 'staff', digits) }), 'pin-short');
    const tam = add(story, 'tam', 'staff', 6);
    assert.equal(story.code('tam', 'member', 'set-pin', tam, { moves: { pin: pinOf(5) } }), 'pin-short');
    assert.equal(story.code('sol', 'member', 'clear-pin', tam), 'pin-short');
    const ben = add(story, 'ben', 'resident', 4);
    assert.equal(story.code('sol', 'member', 'rename', ben, { moves: { as: 'staff' } }), 'pin-short');
    assert.equal(story.does('sol', 'member', 'rename', ben, { moves: { as: 'staff', pin: pinOf(6) } }).data['as'], 'staff');
  });

  it('sets and clears their own PIN, and nobody else does but staff', () => {
    const story = new Story();
    const ana = add(story, 'ana', 'resident');
    assert.equal(story.code('ben', 'member', 'set-pin', ana, { moves: { pin: pinOf(4) } }), 'not-yours');
    assert.equal(story.code('ana', 'member', 'set-pin', ana, { moves: { pin: pinOf(3) } }), 'pin-short');
    assert.equal(story.code('ana', 'member', 'set-pin', ana), 'pin-short');
    const own = story.does('ana', 'member', 'set-pin', ana, { moves: { pin: pinOf(4) } });
    assert.deepEqual(own.data['pin'], pinOf(4));
    assert.equal(story.does('ana', 'member', 'clear-pin', own).data['pin'], undefined);
    assert.equal(story.code('ana', 'member', 'rename', ana, { moves: { name: 'Anna' } }), 'not-yours');
  });

  it('is marked as away or left by other staff, and comes back', () => {
    const story = new Story();
    const ana = add(story, 'ana', 'resident');
    assert.equal(story.code('ana', 'member', 'mark-left', ana), 'not-yours');
    assert.ok(isAway(story.does('sol', 'member', 'mark-away', ana)));
    assert.ok(hasLeft(story.does('sol', 'member', 'mark-left', ana)));
    assert.equal(story.code('sol', 'member', 'rename', ana, { moves: { name: 'Anna' } }), 'not-now');
    assert.ok(isHere(story.does('sol', 'member', 'come-back', ana)));
  });

  it('of staff cannot take themselves out of the house or out of staff', () => {
    const story = new Story();
    const tam = add(story, 'tam', 'staff', 6);
    for (const action of ['mark-away', 'mark-left']) assert.equal(story.code('tam', 'member', action, tam), 'other-eyes');
    assert.equal(story.code('tam', 'member', 'rename', tam, { moves: { as: 'resident' } }), 'other-eyes');
    assert.equal(story.does('tam', 'member', 'rename', tam, { moves: { name: 'Tamsin' } }).data['name'], 'Tamsin');
    assert.ok(hasLeft(story.does('sol', 'member', 'mark-left', tam)));
  });

  it('has a PIN only in the form that a device can check', () => {
    const takes = (pin: object): boolean => dataSchemas.get('member')!.safeParse({ ...named('Ana', 'resident'), pin }).success;
    assert.ok(takes(pinOf(4)));
    for (const wrong of [{ salt: 'a1' }, { hash: 'B2'.repeat(32) }, { rounds: 1 }, { rounds: 1e9 }, { digits: 3 }, { pin: '1234' }])
      assert.ok(!takes({ ...pinOf(4), ...wrong }), JSON.stringify(wrong));
  });
});
