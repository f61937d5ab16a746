import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wouldBeOver } from '../../../src/model/kinds/ladder/load.js';
import { mayBeAsked } from '../../../src/model/kinds/job/restrictions.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { Story } from '../act-by-name.js';

const monday = '2026-11-23';
const wash = { title: 'Wash the dishes', steps: [], weekdays: [1], first: monday, minutes: 40 };

describe('the load of a day', () => {
  const house = (): { readonly story: Story; readonly records: () => readonly MilieuRecord[] } => {
    const story = new Story();
    return { story, records: () => [...story.world.stored.values()] };
  };

  it('a new job that goes beyond the limit on one day names those people alone', () => {
    const { story, records } = house();
    story.does('sol', 'job', 'plan', undefined, { to: ['ana'], data: wash });
    const job = { to: ['ana', 'ben'], data: { ...wash, title: 'Sweep', minutes: 21 } };
    assert.deepEqual(wouldBeOver(job, records(), 60, monday), ['ana']);
    assert.deepEqual(wouldBeOver({ ...job, data: { ...job.data, minutes: 20 } }, records(), 60, monday), []);
    assert.deepEqual(wouldBeOver({ ...job, data: { ...job.data, weekdays: [2] } }, records(), 60, monday), []);
  });

  it('turns count only for the one whose turn it is, also some weeks ahead', () => {
    const { story, records } = house();
    story.does('sol', 'job', 'plan', undefined, { to: ['ben', 'cy', 'ana'], data: { ...wash, turns: 'week' } });
    const job = { to: ['ana'], data: { ...wash, title: 'Sweep' } };
    assert.deepEqual(wouldBeOver(job, records(), 60, monday), ['ana']);
    assert.deepEqual(wouldBeOver({ ...job, data: { ...job.data, last: '2026-12-06' } }, records(), 60, monday), []);
  });

  it('duties count on their day, and the job that is replaced does not', () => {
    const { story, records } = house();
    story.does('sol', 'duty', 'offer', undefined, { to: ['ana'], data: { title: 'Bins', steps: [], minutes: 30, due: monday } });
    assert.deepEqual(wouldBeOver({ to: ['ana'], data: wash }, records(), 60, monday), ['ana']);
    assert.deepEqual(wouldBeOver({ to: ['ana'], data: wash }, records(), 60, '2026-11-24'), []);
    const before = story.does('sol', 'job', 'plan', undefined, { to: ['ana'], data: { ...wash, weekdays: [2] } });
    assert.deepEqual(wouldBeOver({ to: ['ana'], data: { ...wash, weekdays: [2] }, instead: before.id }, records(), 60, monday), []);
  });

  it('a job without minutes does not count', () => {
    const { minutes: _, ...short } = wash;
    assert.deepEqual(wouldBeOver({ to: ['ana'], data: short }, [], 5, monday), []);
  });
});

describe('restrictions', () => {
  it('a person is not asked for what they should avoid, however it is spelled, until the restriction ends', () => {
    const story = new Story();
    const records = (): readonly MilieuRecord[] => [...story.world.stored.values()];
    const note = story.does('sol', 'restriction', 'keep', undefined, { to: ['ana'], data: { avoid: [' Heavy  lifting '] } });
    assert.ok(!mayBeAsked('ana', ['stairs', 'heavy lifting'], records()));
    assert.ok(mayBeAsked('ana', ['stairs'], records()));
    assert.ok(mayBeAsked('ana', [], records()));
    assert.ok(mayBeAsked('ben', ['heavy lifting'], records()));
    story.does('sol', 'restriction', 'end', note);
    assert.ok(mayBeAsked('ana', ['heavy lifting'], records()));
  });

  it('a person’s own restriction is about them', () => {
    const story = new Story();
    const own = story.does('ben', 'restriction', 'keep', undefined, { to: [], data: { avoid: ['lifting'] } });
    assert.ok(!mayBeAsked('ben', ['lifting'], [own]));
    assert.ok(mayBeAsked('sol', ['lifting'], [own]));
  });
});
