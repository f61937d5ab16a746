import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as item from '../../../src/model/kinds/agenda-item/states.js';
import * as feedback from '../../../src/model/kinds/feedback/states.js';
import * as concern from '../../../src/model/kinds/concern/states.js';
import * as help from '../../../src/model/kinds/help/states.js';
import * as ladder from '../../../src/model/kinds/ladder/states.js';
import * as meeting from '../../../src/model/kinds/meeting/states.js';
import * as member from '../../../src/model/kinds/member/states.js';
import * as minutes from '../../../src/model/kinds/minutes/states.js';
import { statusesOf } from '../../../src/model/statuses.js';
import type { MilieuRecord } from '../../../src/model/record.js';

type Predicate = (record: MilieuRecord) => boolean;

/** By kind and predicate, the statuses for which it holds. */
const holds: Readonly<Record<string, readonly (readonly [name: string, predicate: Predicate, statuses: readonly string[]])[]>> = {
  feedback: [
    ['isUnread', feedback.isUnread, ['delivered']],
    ['isHeld', feedback.isHeld, ['held']],
    ['isStopped', feedback.isStopped, ['returned', 'withheld', 'retracted']],
    ['stands', feedback.stands, ['stands']],
    ['isClosed', feedback.isClosed, ['thanked', 'taken', 'withdrawn', 'said']],
    ['isWithdrawn', feedback.isWithdrawn, ['withdrawn']],
    ['isDelivered', feedback.isDelivered, ['delivered', 'put-by', 'thanked', 'taken', 'talk-asked', 'reported', 'stands']],
    ['mayHaveTalk', feedback.mayHaveTalk, ['talk-asked', 'reported', 'stands', 'retracted']],
  ],
  'feedback-reply': [
    ['isTalk', feedback.isTalk, ['asked', 'arranged', 'settled']],
    ['isTalkAsked', feedback.isTalkAsked, ['asked']],
    ['isTalkSettled', feedback.isTalkSettled, ['settled']],
  ],
  concern: [
    ['isRaised', concern.isRaised, ['raised']],
    ['isAnswered', concern.isAnswered, ['answered']],
    ['isClosed', concern.isClosed, ['closed']],
    ['isRead', concern.isRead, ['read']],
    ['isSettled', concern.isSettled, ['settled']],
    ['isWithdrawn', concern.isWithdrawn, ['withdrawn']],
    ['isOpen', concern.isOpen, ['raised', 'read', 'answered']],
  ],
  'feedback-reading': [['isReadingAsked', feedback.isReadingAsked, ['asked']]],
  help: [
    ['isSeen', help.isSeen, ['seen']],
    ['isClosed', help.isClosed, ['closed']],
  ],
  meeting: [
    ['isPlanned', meeting.isPlanned, ['planned']],
    ['isOn', meeting.isOn, ['running', 'paused']],
    ['isPaused', meeting.isPaused, ['paused']],
    ['isClosed', meeting.isClosed, ['closed']],
    ['isCancelled', meeting.isCancelled, ['cancelled']],
    ['hasBegun', meeting.hasBegun, ['running', 'paused', 'closed']],
    ['isOver', meeting.isOver, ['closed', 'cancelled']],
  ],
  item: [
    ['isProposed', item.isProposed, ['proposed']],
    ['isAccepted', item.isAccepted, ['accepted']],
    ['isDecided', item.isDecided, ['decided']],
    ['isParked', item.isParked, ['parked']],
    ['isRedirected', item.isRedirected, ['redirected']],
  ],
  promise: [
    ['isOpen', item.isOpen, ['open']],
    ['isDone', item.isDone, ['done']],
  ],
  minutes: [
    ['isDraft', minutes.isDraft, ['draft']],
    ['isChecked', minutes.isChecked, ['checked']],
    ['isPublished', minutes.isPublished, ['published']],
  ],
  member: [
    ['isHere', member.isHere, ['here']],
    ['isAway', member.isAway, ['away']],
    ['hasLeft', member.hasLeft, ['left']],
  ],
  duty: [
    ['isOffered', ladder.isOffered, ['offered']],
    ['isCarried', ladder.isCarried, ['accepted', 'offered']],
    ['isClosed', ladder.isClosed, ['closed']],
  ],
  placement: [
    ['isCurrent', ladder.isCurrent, ['current']],
    ['isResting', ladder.isResting, ['resting']],
    ['stands', ladder.stands, ['current', 'resting']],
    ['isPast', ladder.isPast, ['past']],
  ],
};

describe('where a record stands', () => {
  for (const [kind, predicates] of Object.entries(holds)) {
    for (const [name, predicate, statuses] of predicates) {
      test(`${name} of a ${kind} holds for ${statuses.join(', ')} and for no other status`, () => {
        const every = statusesOf(kind);
        for (const status of statuses) assert.ok(every.includes(status), `no ${kind} is ever ${status}`);
        assert.deepEqual(every.filter((status) => predicate({ kind, status } as MilieuRecord)).sort(), [...statuses].sort());
      });
    }
  }

  test('no meeting at all takes nothing on, and has not begun', () => {
    assert.equal(meeting.isOver(undefined), true);
    assert.equal(meeting.hasBegun(undefined), false);
  });
});
