import { same } from '../../../src/model/decide.js';
import type { Act, World } from '../random-walk.js';

type Law = (act: Act, world: World) => boolean;

const words = (value: unknown): boolean => typeof value === 'string' && /\S/.test(value);

/** What must never happen around a community meeting. */
export const meetingLaws: Record<string, Law> = {
  'what staff decided has a reason that everybody reads': ({ answers }) =>
    answers.every(
      ({ kind, data, visibility }) => kind !== 'outcome' || data['method'] !== 'staff-decides' || (words(data['why']) && visibility === 'community'),
    ),
  'why a meeting is paused has words, and is said while it is paused': ({ kind, action, before, answers }) =>
    kind !== 'meeting' || action !== 'say-why' || (before?.status === 'paused' && words(answers[0]?.data['note'])),
  'an item is joined by who leads, with an open one; everybody reads both, and its words stay': ({ kind, action, before, after }, world) => {
    if (kind !== 'item' || action !== 'merge') return true;
    const other = world.stored.get(String(after.data['into']));
    const open = ['proposed', 'accepted', 'parked'].includes(other?.status ?? '');
    return (
      open &&
      other?.id !== after.id &&
      [before, after, other].every((item) => item?.visibility === 'community') &&
      before?.data['title'] === after.data['title']
    );
  },
  'who was at a meeting is noted and read by staff alone': ({ kind, after, actor, answers }) =>
    [after, ...answers].every((record) => record.kind !== 'attendance' || (record.visibility === 'staff' && record.to.length === 0)) &&
    (kind !== 'attendance' || actor.as === 'staff'),
  'what is kept of a round is read by its author alone': ({ after, answers }) =>
    [after, ...answers].every(({ kind, visibility, to }) => kind !== 'round-entry' || (visibility === 'self' && to.length === 0)),
  'words about how a promise is going have an author whom it concerns or who leads, and change nothing else': ({
    kind,
    action,
    before,
    after,
    answers,
  }) =>
    kind !== 'promise' || action !== 'report' || (words(answers[0]?.data['note']) && before?.status === after.status && same(before?.to, after.to)),
};
