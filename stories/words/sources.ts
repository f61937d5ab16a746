import type { Sources } from './uses.js';
import type { Tables } from './words.js';

const exports = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../src/elements/**/strings.ts', '../../src/elements/**/*.strings.ts', '../../src/elements/parts/start-anew.ts'],
  { eager: true },
);
const texts = import.meta.glob<string>(['../../src/elements/**/*.ts', '!../../src/elements/**/*strings.ts', '!../../src/elements/**/*.styles.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const short = (path: string): string => path.replace('../../src/elements/', '');
const from = <T>(files: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(files).map(([path, one]) => [short(path), one]);

/** Strings that all widgets share come last: who looks for words looks for a widget's. */
export const tables: Tables = [...from(exports)].sort(([a], [b]) => Number(/^(language|parts)/.test(a)) - Number(/^(language|parts)/.test(b)));
export const sources: Sources = from(texts);
