import type { KeptItem, KeptOutcome, KeptPromise } from './meetings.js';
import { isParked } from './meetings.js';
import { howDecided } from './outcome.js';
import type { meetingStrings } from './strings.js';

type Say = (key: keyof typeof meetingStrings, values?: Readonly<Record<string, string | number>>) => string;

interface Held {
  readonly parts: readonly KeptItem[];
  readonly outcomes: readonly KeptOutcome[];
  readonly promises: readonly KeptPromise[];
}
interface Words {
  readonly say: Say;
  /** Who will do it, and by when. */
  readonly who: (promise: KeptPromise) => string;
}

const block = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [[title, ...lines.map((line) => `- ${line}`)].join('\n')] : [];

/** What the minutes start from: decisions and promises, and nothing of what people shared. */
export function minutesText({ parts, outcomes, promises }: Held, { say, who }: Words): string {
  const decided = parts.flatMap(({ record }) => {
    const outcome = outcomes.find((one) => one.record.about === record.id)?.record.data;
    if (!outcome) return [];
    const how = howDecided(outcome, say);
    const { title } = record.data;
    const asked = /[\p{P}]$/u.test(title);
    return [`${title}${asked ? '' : ':'} ${outcome.text}${how ? ` (${how})` : ''}`];
  });
  const here = new Set(parts.map(({ record }) => record.id));
  const made = promises.filter(({ record }) => here.has(record.about ?? '')).map((promise) => `${promise.record.data.text}: ${who(promise)}`);
  const kept = parts.filter(isParked).map(({ record }) => record.data.title);
  return [
    ...block(say('meeting.minutes.decided'), decided),
    ...block(say('meeting.minutes.promised'), made),
    ...block(say('meeting.minutes.kept'), kept),
  ].join('\n\n');
}
