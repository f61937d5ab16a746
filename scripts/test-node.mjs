// Runs the tests that need no page of their own. `node scripts/test-node.mjs` those ending .test.ts, `… journey` those that drive browsers.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { run } from './run.mjs';

/** These say of the sources what `npm run check` says, and are run by it. */
const ofCheck = ['house/graph.test.ts', 'house/lint.test.ts'];

const kind = process.argv[2] ?? 'test';
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith(`.${kind}.ts`) && !ofCheck.includes(name))
  .map((name) => join('test', name))
  .sort();

/** Browsers beside browsers only make each other late. */
const atOnce = kind === 'journey' ? 1 : 2;

const { code, output } = await run('node', ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`, '--test-reporter=spec', ...files]);
// What a runner says before its list of failures is where a crash tells why.
mkdirSync(join(root, 'test/output'), { recursive: true });
writeFileSync(join(root, 'test/output', `${kind}-whole.log`), output);

const count = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? NaN);
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
