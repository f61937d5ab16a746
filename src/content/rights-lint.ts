import { type Circle, circleLimits as limits } from './ladder.js';
import { hasWords } from '../model/text.js';

const isText = (value: unknown, most: number): boolean => hasWords(value) && value.length <= most;
const isLines = (value: unknown, least: number, most: number, long: number): boolean =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every((line) => isText(line, long));

function isCircle(value: unknown): value is Circle {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, purpose, looksAfter, support, talkAbout, opens } = value as Partial<Record<keyof Circle, unknown>>;
  return (
    isText(id, limits.id) &&
    isText(title, limits.title) &&
    isText(purpose, limits.purpose) &&
    isLines(looksAfter, 1, 10, limits.line) &&
    isLines(support, 1, 6, limits.line) &&
    isLines(talkAbout, 0, 8, limits.talk) &&
    isLines(opens, 0, 6, limits.line)
  );
}

/** Whether a value from the host is a valid list of circles: 1 to 8, with different ids. */
export const areCircles = (value: unknown): value is readonly Circle[] =>
  Array.isArray(value) &&
  value.length >= limits.least &&
  value.length <= limits.most &&
  value.every(isCircle) &&
  new Set(value.map(({ id }) => id)).size === value.length;

const basic =
  /\b(food|meals?|phone|visits?|visitors?|family contact|lawyer|solicitor|outdoors?|fresh air|medication|medicines?|sleep|bedtime|worship|prayer|religion|complaints?)\b/i;

/** The lines in `opens` that would turn a basic right into a reward. */
export const rightsAsRewards = (list: readonly Circle[]): readonly string[] => list.flatMap(({ opens }) => opens.filter((line) => basic.test(line)));
