/**
 * The announcement of the time for screen readers, at most four per item: at half time, at 5 minutes, at 1 minute, and at the end.
 * @param left seconds left
 * @param whole seconds of the whole item
 */
export function clockAnnouncement(
  left: number,
  whole: number,
): 'meeting.say.up' | 'meeting.say.one' | 'meeting.say.five' | 'meeting.say.half' | undefined {
  if (left <= 0) return 'meeting.say.up';
  if (left <= 60 && whole > 60) return 'meeting.say.one';
  if (left <= 300 && whole > 300) return 'meeting.say.five';
  return left * 2 <= whole ? 'meeting.say.half' : undefined;
}
