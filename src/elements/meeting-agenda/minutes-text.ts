import type { KeptItem, KeptOutcome } from './meetings.js';
import { isParked } from './meetings.js';
import { howDecided } from './outcome.js';
import type { meetingStrings } from './strings.js';

type Say = (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string | number>>) => string;

interface Held {
  readonly parts: readonly KeptItem[];
  readonly outcomes: readonly KeptOutcome[];
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [[title, ...lines.map((line) => `- ${line}`)].join('\n')] : [];

/** What the minutes start from: what was decided, and nothing of what people shared. Promises stand beside it in a table of their own. */
export function minutesText({ parts, outcomes }: Held, say: Say): string {
  const decided = parts.flatMap(({ record }) => {
    const outcome = outcomes.find((one) => one.record.about === record.id)?.record.data;
    if (!outcome) return [];
    const how = howDecided(outcome, say);
    const { title } = record.data;
    const asked = /[\p{P}]$/u.test(title);
    return [`${title}${asked ? '' : ':'} ${outcome.text}${how ? ` (${how})` : ''}`];
  });
  const kept = parts.filter(isParked).map(({ record }) => record.data.title);
  return [...block(say('meeting.minutes.decided'), decided), ...block(say('meeting.minutes.kept'), kept)].join('\n\n');
}

/** A stretch of minutes: lines as they were written, or a list under its heading. */
export type Stretch = { readonly lines: string } | { readonly heading: string; readonly list: readonly string[] };

const point = /^[-*•]\s+/;

/** Minutes as they are read: lines that begin with a dash are a list, and the line before them is its heading. */
export function stretchesOf(text: string): readonly Stretch[] {
  return text.split(/\n\s*\n/).flatMap((paragraph): readonly Stretch[] => {
    const lines = paragraph.split('\n').filter((line) => line.trim());
    const first = lines.findIndex((line) => point.test(line));
    if (first < 0) return lines.length > 0 ? [{ lines: lines.join('\n') }] : [];
    const end = lines.findIndex((line, at) => at > first && !point.test(line));
    const list = lines.slice(first, end < 0 ? undefined : end).map((line) => line.replace(point, ''));
    const before = lines.slice(0, Math.max(0, first - 1)).join('\n');
    return [
      ...(before ? [{ lines: before }] : []),
      { heading: lines[first - 1] ?? '', list },
      ...(end < 0 ? [] : stretchesOf(lines.slice(end).join('\n'))),
    ];
  });
}
