import { minutesLimits } from '../../model/kinds/minutes/table.js';
import { cut, hasWords } from '../../model/text.js';
import { closed } from '../language/isolate.js';
import type { KeptItem, KeptOutcome } from './meeting-lists.js';
import { isParked } from './meeting-lists.js';
import { howDecided } from './outcome-line.js';
import type { meetingStrings } from './all-strings.js';

type Say = (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string | number>>) => string;

interface Held {
  readonly parts: readonly KeptItem[];
  readonly outcomes: readonly KeptOutcome[];
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [[title, ...lines.map((line) => `- ${line}`)].join('\n')] : [];

/** The initial text of the minutes: the decisions, nothing that people shared. Promises are in a separate table. */
export function minutesText({ parts, outcomes }: Held, say: Say): string {
  const decided = parts.flatMap(({ record }) => {
    const outcome = outcomes.find((one) => one.record.about === record.id)?.record.data;
    if (!outcome) return [];
    const how = howDecided(outcome, say);
    const { title } = record.data;
    const asked = /[\p{P}]$/u.test(title);
    const why = outcome.why ? ` ${say('meeting.decide.because')} ${closed(outcome.why)}` : '';
    return [`${closed(title)}${asked ? '' : ':'} ${outcome.text}${how ? ` (${how})` : ''}${why}`];
  });
  const kept = parts.filter(isParked).map(({ record }) => record.data.title);
  // Many long decisions can exceed the limit of the minutes. Without the cut, the text could not be edited or saved.
  return cut([...block(say('meeting.minutes.decided'), decided), ...block(say('meeting.minutes.kept'), kept)].join('\n\n'), minutesLimits.text);
}

/** A section of minutes: lines as typed, or a list with its heading. */
export type MinutesSection = { readonly lines: string } | { readonly heading: string; readonly list: readonly string[] };

const point = /^[-*•]\s+/;

/** The sections of the minutes. Lines that start with a dash are a list; the line before them is its heading. */
export function sectionsOf(text: string): readonly MinutesSection[] {
  return text.split(/\n\s*\n/).flatMap((paragraph): readonly MinutesSection[] => {
    const lines = paragraph.split('\n').filter(hasWords);
    const first = lines.findIndex((line) => point.test(line));
    if (first < 0) return lines.length > 0 ? [{ lines: lines.join('\n') }] : [];
    const end = lines.findIndex((line, at) => at > first && !point.test(line));
    const list = lines.slice(first, end < 0 ? undefined : end).map((line) => line.replace(point, ''));
    const before = lines.slice(0, Math.max(0, first - 1)).join('\n');
    return [
      ...(before ? [{ lines: before }] : []),
      { heading: lines[first - 1] ?? '', list },
      ...(end < 0 ? [] : sectionsOf(lines.slice(end).join('\n'))),
    ];
  });
}
