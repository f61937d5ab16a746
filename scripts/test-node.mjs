// Runs the tests in Node. `node scripts/test-node.mjs` runs *.test.ts; `… journey` runs *.journey.ts, which drive browsers; files and folders
// may follow.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { run } from './run.mjs';

/** These say of the sources what `npm run check` says, and are run by it. */
const ofCheck = ['house/dependencies.test.ts', 'house/lint.test.ts', 'house/mirror.test.ts'];

const kind = process.argv[2] ?? 'test';
const asked = process.argv.slice(3);
const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith(`.${kind}.ts`) && !ofCheck.includes(name))
  .map((name) => join('test', name))
  .sort();
const files = asked.length ? all.filter((name) => asked.some((one) => name === one || name.startsWith(`${one}/`))) : all;

/** Several browsers at the same time only slow each other down. */
const atOnce = kind === 'journey' ? 1 : 2;

/** The tests that are measured for coverage. Others start tools that would write coverage data too. */
const covered = /^test.(model|records)\b/;
const raw = process.env.MILIEU_COVERAGE;
/** @type {{ names: string[], env: Record<string, string> }[]} */
const runs = [
  { names: files.filter((name) => covered.test(name)), env: raw ? { NODE_V8_COVERAGE: join(root, raw) } : {} },
  { names: files.filter((name) => !covered.test(name)), env: {} },
];
const results = [];
for (const { names, env } of runs.filter(({ names }) => names.length)) {
  results.push(await run('node', ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`, '--test-reporter=spec', ...names], { env }));
}
const output = results.map((result) => result.output).join('');
const code = Math.max(...results.map((result) => result.code));
// A crash is explained in the output before the list of failures.
mkdirSync(join(root, 'test/output'), { recursive: true });
writeFileSync(join(root, 'test/output', `${kind}-whole.log`), output);

/** The sum over the runners; NaN if one of them has no figure. */
const count = (name) => results.reduce((sum, result) => sum + Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(result.output)?.[1] ?? NaN), 0);
const passed = count('pass');
const failed = count('fail') + count('cancelled');

if (Number.isNaN(passed + failed)) {
  process.stdout.write(output);
  process.exitCode = 1;
} else {
  if (failed) process.stdout.write(output.slice(Math.max(0, output.indexOf('✖ failing tests:'))));
  console.log(`${files.length} files`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || code ? 1 : 0;
}
