// The rounds that were run, one line each, so that a run that was cut off goes on where it stopped.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Round, Scenario } from './scenario.js';
import { sum } from './scenario.js';

export interface Line extends Round {
  readonly scenario: string;
  /** Day and time, ISO 8601. */
  readonly at: string;
  readonly seconds: number;
  readonly seed: number;
  /** Hash of the product that was tried. */
  readonly product: string;
  /** The versions of the browsers. */
  readonly browsers: string;
}

/** Equal sentences once, with their number. */
const counted = (faults: readonly string[]): readonly string[] =>
  [...new Set(faults)].map((fault) => {
    const count = faults.filter((one) => one === fault).length;
    return count === 1 ? fault : `${fault} (${count} times)`;
  });

export class Results {
  constructor(private readonly file: string) {}

  clear(): void {
    rmSync(this.file, { force: true });
  }

  add(line: Line): void {
    mkdirSync(dirname(this.file), { recursive: true });
    appendFileSync(this.file, `${JSON.stringify({ ...line, faults: counted(line.faults) })}\n`);
  }

  of(scenario: string): readonly Line[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Line).filter((line) => line.scenario === scenario);
  }

  done(scenario: string): number {
    return this.of(scenario).reduce((total, { done }) => total + done, 0);
  }
}

const days = (lines: readonly Line[]): string => [...new Set(lines.map(({ at }) => at.slice(0, 10)))].join(', ');
const countsOf = (lines: readonly Line[]): string =>
  Object.entries(sum(lines.map(({ counts }) => counts)))
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ');

/** The results as a Markdown table. */
export function table(scenarios: readonly Scenario[], results: Results): string {
  const rows = scenarios.map((scenario) => {
    const { name, promise, unit, total } = scenario;
    const lines = results.of(name);
    const done = results.done(name);
    const why = scenario.unavailable?.();
    const faults = lines.flatMap((line) => line.faults);
    const builds = new Set(lines.map(({ product }) => product)).size;
    const state = lines.length === 0 ? (why ? `not run: ${why}` : 'not run') : `${faults.length} faults`;
    return `| \`${name}\` | ${promise} | ${done} of ${total.full} ${unit} | ${state} | ${countsOf(lines)} | ${days(lines)}${builds > 1 ? `, ${builds} builds` : ''} |`;
  });
  return ['| scenario | what must hold | done | result | counted | when |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
