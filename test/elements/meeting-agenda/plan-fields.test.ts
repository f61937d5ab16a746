import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meetingFrom, planFrom } from '../../../src/elements/meeting-agenda/plan-fields.js';
import type { Meeting } from '../../../src/model/kinds/meeting/table.js';

process.env['TZ'] = 'Europe/Berlin';

/** Half past two for the second time: on this night the hour comes twice. */
const second = '2026-10-25T01:30:00.000Z';
const meeting: Meeting = { title: 'House', startsAt: second, minutes: 30, purpose: 'Talk', chair: 'p-1', agreements: [] };
const plan = planFrom(meeting);

describe('a plan that is changed', () => {
  test('leaves the start of a meeting in an hour that comes twice, where only its place was edited', () => {
    assert.equal(plan.when, '2026-10-25T02:30');
    const changed = meetingFrom({ ...plan, place: 'Attic' }, 30, [], meeting);
    assert.deepEqual([changed?.startsAt, changed?.place], [second, 'Attic']);
  });

  test('moves the start where it was edited', () => {
    assert.equal(meetingFrom({ ...plan, when: '2026-10-25T09:00' }, 30, [], meeting)?.startsAt, '2026-10-25T08:00:00.000Z');
  });
});
