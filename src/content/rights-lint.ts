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

/** What everyone has, whatever their part is, with the words by which a line speaks of it. */
const basic = {
  food: /\b(foods?|meals?|snacks?|breakfasts?|lunch(es)?|dinners?|suppers?|desserts?|seconds|drinks?)\b/i,
  sleep: /\b(sleep|bedtimes?|lie[- ]ins?|naps?)\b/i,
  'contact with family': /\b(visits?|visitors?|visiting|famil(y|ies)|parents?|partners?|children)\b/i,
  'phone and letters': /\b(tele)?phones?\b|\bphone[- ]calls?\b|\bcalls? home\b|\bletters?\b|\bmobiles?\b/i,
  'fresh air': /\b(outdoors?|outside|fresh air|walks?|garden time|yard)\b/i,
  medicine: /\b(medications?|medicines?|meds|pain relief|doctors?|nurses?|treatments?)\b/i,
  privacy: /\b(privacy|private (room|space|bathroom|time)|own (room|key|bathroom)|lock(ed)? doors?|showers?)\b/i,
  faith: /\b(worship|pray(er|ers|ing)?|religio(n|us)|faith|church|mosque|synagogue|temple)\b/i,
  'the right to complain': /\b(complain(ts?)?|lawyers?|solicitors?|advocates?)\b/i,
} as const;
export type BasicRight = keyof typeof basic;

/** A job, or something done for others, is no reward: what such a line begins with. */
const job =
  /^\s*(help|cook|serve|prepare|make|lead|set|clear|wash|clean|tidy|water|teach|show|share|bring|plan|run|chair|come back|welcome|host|speak|suggest)\b/i;

/** A line that speaks of a basic right, with the right. */
export interface RightInLine {
  readonly line: string;
  readonly right: BasicRight;
}

/**
 * The lines that would give a basic right as if it were a reward, with the right that each speaks of. A line that begins with something to do,
 * such as *Cook a meal*, is a job and passes. It knows English only; for other languages it finds nothing.
 */
export const rightsIn = (lines: readonly string[]): readonly RightInLine[] =>
  lines.flatMap((line) => {
    const right = job.test(line) ? undefined : (Object.keys(basic) as BasicRight[]).find((name) => basic[name].test(line));
    return right ? [{ line, right }] : [];
  });

/** The lines in `opens` that would turn a basic right into a reward. */
export const rightsAsRewards = (list: readonly Circle[]): readonly RightInLine[] => list.flatMap(({ opens }) => rightsIn(opens));

/** The circles without the lines that would turn a basic right into a reward. */
export const withoutRewards = (list: readonly Circle[]): readonly Circle[] => {
  const found = rightsAsRewards(list).map(({ line }) => line);
  return list.map((circle) => ({ ...circle, opens: circle.opens.filter((line) => !found.includes(line)) }));
};
