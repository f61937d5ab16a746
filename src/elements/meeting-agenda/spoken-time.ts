/**
 * What is said aloud about the time, four times a part and no more: at half, at five minutes, at one, and when it is up.
 * @param left seconds left
 * @param whole seconds of the whole part
 */
export function spokenTime(left: number, whole: number): 'meeting.say.up' | 'meeting.say.one' | 'meeting.say.five' | 'meeting.say.half' | undefined {
  if (left <= 0) return 'meeting.say.up';
  if (left <= 60 && whole > 60) return 'meeting.say.one';
  if (left <= 300 && whole > 300) return 'meeting.say.five';
  return left * 2 <= whole ? 'meeting.say.half' : undefined;
}
