/** How a hard moment may feel. Cards are picked by it. */
export type Moment = 'wound-up' | 'flat' | 'craving' | 'racing' | 'after-a-fight' | 'sleepless';
export const moments: readonly Moment[] = ['wound-up', 'flat', 'craving', 'racing', 'after-a-fight', 'sleepless'];

/** How well a skill has been tested: several trials or reviews · some trials · a few or small ones · widely used, little tested. */
export type EvidenceWord = 'strong' | 'moderate' | 'limited' | 'practice';
const evidenceWords: readonly EvidenceWord[] = ['strong', 'moderate', 'limited', 'practice'];

export interface Evidence {
  readonly word: EvidenceWord;
  /** What studies found, in plain words, up to 280 characters. */
  readonly note: string;
  /** Where that can be read. Absent: general knowledge, which a clinician should check before it is relied on. */
  readonly source?: string;
}

/** One skill for a hard moment, as data: steps a person can follow without sound and without looking inward. */
export interface Card {
  /** Up to 64 characters; written on every practice. */
  readonly id: string;
  /** Up to 60 characters. */
  readonly title: string;
  /** Why it may help, in one line of up to 160 characters. */
  readonly why: string;
  /** When it is worth a try; may be empty. */
  readonly moments: readonly Moment[];
  /** 1 to 10 lines of up to 160 characters. */
  readonly steps: readonly string[];
  /** How long the timer runs, 15 to 3600. */
  readonly seconds: number;
  /** Where it may take longer: at most so many seconds. */
  readonly upTo?: number;
  /** Seconds in and out of one breath: the timer is then a breathing pacer. 1 to 10 in, 1 to 15 out. */
  readonly breath?: { readonly in: number; readonly out: number };
  /** When to leave it, or to ask first: up to 6 lines of up to 160 characters. */
  readonly cautions: readonly string[];
  /** The same moment with eyes open and attention outside; 1 to 10 lines. Absent: the widget's own lines. */
  readonly eyesOpen?: readonly string[];
  readonly evidence?: Evidence;
}

/** Characters, lines and seconds. */
export const cardLimits = { id: 64, title: 60, why: 160, line: 160, steps: 10, cautions: 6, note: 280, source: 200, least: 15, most: 3600 } as const;

type Part = keyof Card;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.trim().length > 0 && value.length <= most;
const isWhole = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const isLines = (value: unknown, least: number, most: number): boolean =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every((line) => isText(line, cardLimits.line));
const optional = (value: unknown, fits: (value: unknown) => boolean): boolean => value === undefined || fits(value);

const isBreath = (value: unknown): boolean => isObject(value) && isWhole(value['in'], 1, 10) && isWhole(value['out'], 1, 15);
const isEvidence = (value: unknown): boolean =>
  isObject(value) &&
  evidenceWords.some((word) => word === value['word']) &&
  isText(value['note'], cardLimits.note) &&
  optional(value['source'], (source) => isText(source, cardLimits.source));

const fits: Record<Part, (value: unknown) => boolean> = {
  id: (value) => isText(value, cardLimits.id),
  title: (value) => isText(value, cardLimits.title),
  why: (value) => isText(value, cardLimits.why),
  moments: (value) => Array.isArray(value) && value.every((one) => moments.some((moment) => moment === one)),
  steps: (value) => isLines(value, 1, cardLimits.steps),
  seconds: (value) => isWhole(value, cardLimits.least, cardLimits.most),
  upTo: (value) => optional(value, (most) => isWhole(most, cardLimits.least, cardLimits.most)),
  breath: (value) => optional(value, isBreath),
  cautions: (value) => isLines(value, 0, cardLimits.cautions),
  eyesOpen: (value) => optional(value, (lines) => isLines(lines, 1, cardLimits.steps)),
  evidence: (value) => optional(value, isEvidence),
};

/** The parts of `value` that are not as a card needs them, by name; none: it is a card. */
export function cardFaults(value: unknown): readonly Part[] {
  const parts = Object.keys(fits) as Part[];
  return isObject(value) ? parts.filter((part) => !fits[part](value[part])) : parts;
}

/** Whether a host's value is a card. */
export const isCard = (value: unknown): value is Card => cardFaults(value).length === 0;
