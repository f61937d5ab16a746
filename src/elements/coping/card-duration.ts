import type { Card } from '../../content/card.js';
import type { Values } from '../language/strings.js';

type Key = 'coping.half-minute-range' | 'coping.minutes-range' | 'coping.half-minute' | 'coping.minutes';
const minutes = (seconds: number): number => Math.max(1, Math.round(seconds / 60));

/** The duration of a card as text. `say` is the view's `t`. */
export function minutesOf({ seconds, upTo }: Pick<Card, 'seconds' | 'upTo'>, say: (key: Key, values?: Values) => string): string {
  const least = minutes(seconds);
  const most = upTo === undefined ? least : minutes(upTo);
  if (most > least && seconds < 45) return say('coping.half-minute-range', { most });
  if (most > least) return say('coping.minutes-range', { least, most });
  return seconds < 45 ? say('coping.half-minute') : say('coping.minutes', { count: least });
}
