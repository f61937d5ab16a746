import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Data } from '../../../src/model/record.js';
import type { RandomData } from '../random-walk.js';

/** What `<family>.samples.ts` exports, for the kinds of that family. */
interface Samples {
  readonly samples: Record<string, Data>;
  readonly limits: Record<string, Record<string, number>>;
  readonly inputs: Record<string, RandomData>;
  readonly answers?: Record<string, Record<string, string>>;
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.samples.ts'));
const families = await Promise.all(files.map((name) => import(pathToFileURL(join(import.meta.dirname, name)).href) as Promise<Samples>));
const all = <K extends keyof Samples>(part: K): NonNullable<Samples[K]> =>
  Object.assign({}, ...families.map((family) => family[part])) as NonNullable<Samples[K]>;

/** Of every kind, found by folder. */
export const [samples, limits, inputs, answers] = [all('samples'), all('limits'), all('inputs'), all('answers')];
