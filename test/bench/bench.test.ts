import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { run } from '../../scripts/run.mjs';
import { compare } from './compare.mjs';
import { judged } from './load.mjs';
import { writeResults } from './report.mjs';
import { estimate, inTurn, over } from './stats.mjs';

const home = mkdtempSync(join(tmpdir(), 'milieu-bench-test-'));
after(() => rmSync(home, { recursive: true, force: true }));

type Figures = Record<string, { figures: object }>;
type Part = Parameters<typeof writeResults>[1][number];
interface Line {
  readonly what: string;
  readonly verdict: string;
  readonly worse: boolean;
  readonly unproven?: boolean;
}
const compared = (before: Figures, now: Figures): Line[] => compare(before, now);

const exact = (value: number): object => ({ median: value, low: value, high: value });
const loads = (times: object, shift = 0.1): Figures => {
  const bag = { ...Object.fromEntries(judged.map((metric: string) => [metric, { ...exact(100), over: times }])), 'layout shift': exact(shift) };
  return { load: { figures: { 'help, CPU 1x': { 'by hand': bag, 'single file': bag } } } };
};

describe('the comparison with a baseline', () => {
  test('a load is worse only if its multiple of the floor grew by more than a tenth', () => {
    const worse = (times: number): number => compared(loads(exact(2)), loads(exact(times))).filter((line) => line.worse).length;
    assert.equal(worse(2.19), 0);
    assert.equal(worse(2.21), judged.length);
    assert.equal(worse(1), 0);
  });

  test('the comparison says where the rounds differ too much to tell', () => {
    const unclear = (times: object): boolean => compared(loads(exact(2)), loads(times)).some(({ verdict }) => verdict.includes('run more'));
    assert.equal(unclear({ median: 2.1, low: 1.9, high: 2.4 }), true);
    assert.equal(unclear({ median: 2.1, low: 2.05, high: 2.15 }), false);
    assert.equal(unclear({ median: 2.5, low: 2.4, high: 2.6 }), false);
    const verdicts = (times: object): string[] =>
      compared(loads(exact(2)), loads(times)).flatMap(({ worse, unproven }) => (worse ? 'worse' : unproven ? 'unproven' : []));
    assert.deepEqual(new Set(verdicts({ median: 2.3, low: 2.1, high: 2.5 })), new Set(['unproven']));
    assert.deepEqual(new Set(verdicts({ median: 2.5, low: 2.4, high: 2.6 })), new Set(['worse']));
  });

  test('a layout shift that grew is worse', () => {
    const worse = (shift: number): string[] => compared(loads(exact(2), 0), loads(exact(2), shift)).flatMap((line) => (line.worse ? line.what : []));
    assert.deepEqual(worse(0.005), []);
    assert.deepEqual(worse(0.05), ['help, CPU 1x, single file: layout shift']);
  });

  test('every rise in bytes needs a reason', () => {
    const bytes = (gzip: Record<string, number>): Figures => ({
      bytes: { figures: Object.fromEntries(Object.entries(gzip).map(([what, size]) => [what, { gzip: size }])) },
    });
    const verdicts = compared(bytes({ a: 10, b: 10, c: 10 }), bytes({ a: 11, b: 9, c: 10, d: 1 })).map(({ verdict }) => verdict);
    assert.deepEqual(verdicts, ['+1 bytes: say why', '-1 bytes', 'the same', 'new: say why']);
  });

  test('figures that only one side has are left out', () => {
    assert.deepEqual(compared({}, loads(exact(2))), []);
    assert.deepEqual(compared(loads(exact(2)), {}), []);
  });
});

describe('the rounds of a benchmark', () => {
  test('each round starts with another subject, and warm-up rounds are not counted', async () => {
    const order: string[] = [];
    const samples = await inTurn(['a', 'b'], { rounds: 2, warmup: 1 }, async (subject: string, round: number) => {
      order.push(subject);
      return { ms: round };
    });
    assert.equal(order.join(''), 'abbaab');
    assert.deepEqual(samples, { a: { ms: [1, 2] }, b: { ms: [1, 2] } });
  });

  test('each value is compared with the floor of the same round', () => {
    assert.deepEqual(over([2, 20, 200], [1, 10, 100]), { median: 2, low: 2, high: 2 });
  });

  test('the median and its interval do not move for one slow round', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 1000];
    assert.deepEqual(estimate(values), { median: 8, low: 4, high: 12 });
    assert.deepEqual(estimate([4, 1]), { median: 2.5, low: 1, high: 4 });
  });
});

test('the next run of a section replaces it and keeps the other sections', async () => {
  const path = join(home, 'sections.md');
  const said = { about: 'About.', command: 'run', date: 'today', machine: 'here' };
  const part = (title: string, cell: string): Part => ({ ...said, title, rows: [['what'], [cell]] });
  await writeResults(path, [part('Load', 'old'), part('Bytes', 'kept')]);
  await writeResults(path, [part('Load', 'new')]);
  const text = readFileSync(path, 'utf8');
  assert.deepEqual(text.match(/^## .*$/gm), ['## Bytes', '## Load']);
  assert.match(text, /\| kept \|/);
  assert.match(text, /\| new +\|/);
  assert.doesNotMatch(text, /old/);
});

/** Every number in the figures of a part. */
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(numbersIn) : [];

test('npm run bench measures bytes, load, one act, a backlog and people, writes its tables and compares them', async () => {
  const [out, saved, baseline] = ['results.md', 'saved.json', 'baseline.json'].map((name) => join(home, name));
  writeFileSync(baseline ?? '', '{"bytes":{"figures":{}}}');
  const once = ['--built', '--rounds=1', '--warmup=0', '--cpu=1', '--acts=2', '--rows=20', '--widget=help', '--control=button'];
  const files = [`--out=${out}`, `--save=${saved}`, `--against=${baseline}`];
  const { code, output } = await run('node', ['test/bench/run.mjs', ...once, ...files]);
  assert.equal(code, 0, output);
  assert.match(output, /help, first paint: gzip bytes .*new: say why/);

  const parts = JSON.parse(readFileSync(saved ?? '', 'utf8')) as Figures;
  assert.deepEqual(Object.keys(parts), ['bytes', 'load', 'act', 'backlog', 'people']);
  for (const [name, { figures }] of Object.entries(parts)) {
    const numbers = numbersIn(figures);
    assert.ok(numbers.length > 5, `${name} has figures`);
    assert.ok(
      numbers.every((number) => Number.isFinite(number) && number >= 0),
      name,
    );
    assert.ok(
      numbers.some((number) => number > 0),
      name,
    );
  }
  const tables = readFileSync(out ?? '', 'utf8');
  for (const words of ['help.min.js', 'help, first paint', 'from the package', 'single file', 'the store', 'changes that wait', '500 people'])
    assert.ok(tables.includes(words), words);
});

test('npm run bench refuses a part or a count that it does not have', async () => {
  for (const words of [['speed'], ['--rounds=0', 'bytes', '--built']]) {
    const { code } = await run('node', ['test/bench/run.mjs', ...words]);
    assert.equal(code, 1, words.join(' '));
  }
});
