import { hasWords } from '../model/text.js';
import { type Moment, moments } from './hard-moments.js';

/**
 * How well a skill is tested. `strong`: several trials or reviews. `moderate`: some trials. `limited`: few or small trials.
 * `practice`: widely used, little tested.
 */
export type EvidenceWord = 'strong' | 'moderate' | 'limited' | 'practice';
const evidenceWords: readonly EvidenceWord[] = ['strong', 'moderate', 'limited', 'practice'];

export interface Evidence {
  readonly word: EvidenceWord;
  /** What studies found, in plain words, up to 280 characters. */
  readonly note: string;
  /** The source, up to 200 characters; shown to staff. Missing: the note is general knowledge, which a clinician should check. */
  readonly source?: string;
  /** Who checked the card, up to 80 characters, and on which day, `2026-11-28`. Both are shown to everybody. */
  readonly checked?: { readonly by: string; readonly on: string };
}

/** A coping card: one skill for a hard moment, with steps that need no sound and no attention to inner feelings. */
export interface Card {
  /** Up to 64 characters; stored with every practice. */
  readonly id: string;
  /** Up to 60 characters. */
  readonly title: string;
  /** The kind of skill in a word or two, up to 30 characters; the deck shows it beside the minutes. */
  readonly category?: string;
  /** Why it may help, in one line of up to 160 characters. */
  readonly why: string;
  /** The moments it may help with; may be empty. */
  readonly moments: readonly Moment[];
  /** 1 to 10 lines of up to 160 characters. */
  readonly steps: readonly string[];
  /** Duration of the timer in whole seconds, 15 to 3600. */
  readonly seconds: number;
  /** The longest duration in seconds, if it varies. */
  readonly upTo?: number;
  /** Makes the timer a breathing pacer. Whole seconds: `in` 1 to 10, `out` 1 to 15. */
  readonly breath?: { readonly in: number; readonly out: number };
  /** When not to use the card, or to ask somebody first: up to 6 lines of up to 160 characters. */
  readonly cautions: readonly string[];
  /** Steps for the same moment with eyes open and attention on the surroundings: 1 to 10 lines. Default: the widget's own lines. */
  readonly eyesOpen?: readonly string[];
  readonly evidence?: Evidence;
}

/** Limits in characters, lines and seconds. */
export const cardLimits = {
  id: 64,
  title: 60,
  category: 30,
  why: 160,
  line: 160,
  steps: 10,
  cautions: 6,
  note: 280,
  source: 200,
  checker: 80,
  least: 15,
  most: 3600,
} as const;

type Part = keyof Card;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): boolean => hasWords(value) && value.length <= most;
const isWhole = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const isLines = (value: unknown, least: number, most: number): boolean =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every((line) => isText(line, cardLimits.line));
const optional = (value: unknown, fits: (value: unknown) => boolean): boolean => value === undefined || fits(value);

const isBreath = (value: unknown): boolean => isObject(value) && isWhole(value['in'], 1, 10) && isWhole(value['out'], 1, 15);
const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const isChecked = (value: unknown): boolean => isObject(value) && isText(value['by'], cardLimits.checker) && isDay(value['on']);
const isEvidence = (value: unknown): boolean =>
  isObject(value) &&
  evidenceWords.some((word) => word === value['word']) &&
  isText(value['note'], cardLimits.note) &&
  optional(value['source'], (source) => isText(source, cardLimits.source)) &&
  optional(value['checked'], isChecked);

const fits: Record<Part, (value: unknown) => boolean> = {
  id: (value) => isText(value, cardLimits.id),
  title: (value) => isText(value, cardLimits.title),
  category: (value) => optional(value, (one) => isText(one, cardLimits.category)),
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

/** Names of the fields of `value` that are missing or not valid for a card. Empty: it is a card. */
export function cardFaults(value: unknown): readonly Part[] {
  const parts = Object.keys(fits) as Part[];
  return isObject(value) ? parts.filter((part) => !fits[part](value[part])) : parts;
}

/** Whether a value from the host is a valid card. */
export const isCard = (value: unknown): value is Card => cardFaults(value).length === 0;
