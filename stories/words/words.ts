import readability from 'text-readability';
import { filled } from '../../src/elements/language/strings.js';
import { csvCell } from '../../src/records/backup/csv.js';
import { withoutIsolates } from '../../src/testing/find-elements.js';
import { type Sources, usesOf, withoutCount } from './uses.js';

/** One string, as a host can replace it. */
export interface Word {
  readonly key: string;
  readonly english: string;
  /** The widget, or what all widgets share. */
  readonly widget: string;
  /** The views that show it. */
  readonly views: string;
  /** What it is there, what is filled in, and whether it is one of several forms. */
  readonly context: string;
  /** Years of school that a reader needs; undefined where the text is too short to tell. */
  readonly grade: number | undefined;
}

/** The exports of the files with strings, by path from `src/elements`. */
export type Tables = readonly (readonly [file: string, exports: Readonly<Record<string, unknown>>])[];

/** The formula says nothing about a sentence with fewer words than this. */
const leastWords = 6;
const shared = 'Every widget';
const places: Readonly<Record<string, string>> = { language: shared, parts: shared, coping: 'Coping card and deck' };

const spoken = (name: string): string => name.replace(/^milieu-/, '').replaceAll('-', ' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const folderOf = (file: string): string => file.split('/')[0] ?? '';
const widgetOf = (file: string): string => places[folderOf(file)] ?? capital(spoken(folderOf(file)));

function viewOf(file: string): string {
  const name = file.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';
  return name.startsWith('milieu-') || name === 'widget' ? 'head, pages, foot' : spoken(name);
}

const fillsOf = (english: string): readonly string[] => [...new Set(english.match(/\{[\w-]+\}/g))];

/** Replaces a name, a number or a title while a sentence is measured. */
const stands = new Proxy<Record<string, string>>(
  {},
  { get: () => 'Sam', has: () => true, getOwnPropertyDescriptor: () => ({ value: 'Sam', configurable: true }) },
);

export function gradeOf(text: string): number | undefined {
  const words = withoutIsolates(filled(text, stands));
  return words.split(/\s+/).length < leastWords ? undefined : Math.max(0, Math.round(readability.fleschKincaidGrade(words) * 10) / 10);
}

function contextOf(key: string, english: string, roles: readonly string[]): string {
  const fills = fillsOf(english);
  const telling = [...new Set(roles)].filter((role) => role !== 'Text');
  return [
    telling.join(', ') || 'Text',
    ...(fills.length > 0 ? [`fills in ${fills.join(', ')}`] : []),
    ...(withoutCount(key) === key ? [] : [`the form for “${key.split('.').at(-1) ?? ''}” of a count`]),
  ].join('; ');
}

/** A table may take in another one, as the deck takes in what it shares with the card: the smaller one is where a string stands. */
function stringsOf(tables: Tables): ReadonlyMap<string, { readonly english: string; readonly file: string }> {
  const all = tables.flatMap(([file, exports]) =>
    Object.entries(exports)
      .filter(([name]) => name.endsWith('Strings'))
      .map(([, table]) => ({ file, table: Object.entries(table as Record<string, string>) })),
  );
  const bySize = [...all].sort((a, b) => b.table.length - a.table.length);
  const owner = new Map(bySize.flatMap(({ file, table }) => table.map(([key]) => [key, file] as const)));
  return new Map(
    all.flatMap(({ file, table }) => table.filter(([key]) => owner.get(key) === file).map(([key, english]) => [key, { english, file }] as const)),
  );
}

/** Every string of the typed tables, in their order, with where the sources show it. */
export function wordsOf(tables: Tables, sources: Sources): readonly Word[] {
  const strings = stringsOf(tables);
  const uses = usesOf([...strings.keys()], sources);
  return [...strings].map(([key, { english, file }]) => {
    const own = uses.get(key) ?? [];
    const views = [
      ...new Set(own.map((use) => (widgetOf(use.file) === widgetOf(file) ? viewOf(use.file) : `${widgetOf(use.file)}: ${viewOf(use.file)}`))),
    ];
    const context = contextOf(
      key,
      english,
      own.map(({ as }) => as),
    );
    return { key, english, widget: widgetOf(file), views: views.join(', '), context, grade: gradeOf(english) };
  });
}

/** The words whose key, text or place has each of the words that are looked for. */
export function search(words: readonly Word[], text: string, own: Readonly<Record<string, string>> = {}): readonly Word[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.filter((word) => {
    const all = [word.key, word.english, word.widget, word.views, word.context, own[word.key] ?? ''].join(' ').toLowerCase();
    return wanted.every((one) => all.includes(one));
  });
}

/** A table for a spreadsheet, for those who translate or check. A text that would be read as a formula is guarded. */
export function csvOf(words: readonly Word[], own: Readonly<Record<string, string>> = {}): string {
  const head = ['key', 'english', 'widget', 'views', 'context', 'grade', 'yours'];
  const rows = words.map(({ key, english, widget, views, context, grade }) => [key, english, widget, views, context, grade, own[key]]);
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

export interface Checked {
  readonly words: Readonly<Record<string, string>>;
  /** What cannot be used, in sentences. */
  readonly faults: readonly string[];
}

function wrongWith(key: string, text: unknown, word: Word | undefined): string | undefined {
  if (!word) return `There is no string “${key}”.`;
  if (typeof text !== 'string' || !text.trim()) return `“${key}” has no text.`;
  const missing = fillsOf(word.english).filter((fill) => !text.includes(fill));
  const foreign = fillsOf(text).filter((fill) => !word.english.includes(fill));
  if (missing.length > 0) return `“${key}” leaves out ${missing.join(', ')}.`;
  return foreign.length > 0 ? `“${key}” has ${foreign.join(', ')}, which nothing fills in.` : undefined;
}

/** Reads a file of replacements: a JSON object of key and text. What cannot be used is told, and the rest is used. */
export function checkOwn(json: string, words: readonly Word[]): Checked {
  const known = new Map(words.map((word) => [word.key, word]));
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return { words: {}, faults: ['This file is not JSON.'] };
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { words: {}, faults: ['This file is not an object of keys and texts.'] };
  const entries = Object.entries(given).map(([key, text]: [string, unknown]) => ({ key, text, fault: wrongWith(key, text, known.get(key)) }));
  return {
    words: Object.fromEntries(entries.filter(({ fault }) => fault === undefined).map(({ key, text }) => [key, text as string])),
    faults: entries.flatMap(({ fault }) => fault ?? []),
  };
}
