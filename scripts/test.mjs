// npm test: runs all tests, except the states of widgets in Storybook (`npm run a11y`). The last line is `N passed, N failed`; exit code 1 unless all passed.
// The parts run one after the other: two cores are busy with one, and a test that waits for a browser is only worth its time limit on a quiet
// machine. A file or scenario with failures runs once more, alone. What passes then is counted as passed and named as unsteady in the last lines: a fault
// in the test or in the product that has yet to be found.
//   node scripts/test.mjs                      all
//   node scripts/test.mjs wtr stories          some, with what they need: wtr build storybook stories hosts journeys faults node coverage size
// The output of a failed part is printed, and its failures once more at the end; the output of all parts is in test/output.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure } from './browsers.mjs';
import { root } from './entries.mjs';
import { run } from './run.mjs';

const minutes = 60_000;
/** Where tests write coverage data, for the part `coverage`. */
const env = { MILIEU_COVERAGE: 'coverage/raw' };
const tool =
  (command, ...args) =>
  (...more) =>
    run(command, [...args, ...more], { env, timeout: 25 * minutes });

/** Runners that show progress move the cursor before a line. */
const plain = (output) => output.replace(/\p{Cc}\[[\d;]*[A-Z]/gu, '');

/** The files, or scenarios of the fault lab, that a runner names beside a failure. */
const filesIn = {
  wtr: (output) => [...output.matchAll(/^(test\/\S+\.spec\.js):$(?=(?:(?!^test\/\S+\.spec\.js:$)[\s\S])*?❌)/gm)].map(([, file]) => file),
  node: (output) => [...output.matchAll(/^test at (test\/[^:]+):/gm)].map(([, file]) => file),
  faults: (output) => [...output.matchAll(/^FAIL\s+([\w-]+):/gm)].map(([, scenario]) => scenario),
};

/** Journeys in these folders, or the named files. In two parts, because all of them together take longer than a part may. */
const journeysOf =
  (...some) =>
  (...files) =>
    tool('node', 'scripts/test-node.mjs', 'journey')(...(files.length ? files : some));
const folders = readdirSync(join(root, 'test')).map((name) => `test/${name}`);

/** Each part: what must run before it, its command, and what of it to run once more. In starting order. */
const parts = {
  wtr: { needs: [], run: tool('wtr', '--config', 'web-test-runner.config.mjs'), again: { files: filesIn.wtr, flag: ['--files'] } },
  build: { needs: [], run: tool('node', 'scripts/build.mjs'), counts: false },
  storybook: { needs: [], run: tool('npm', 'run', '--silent', 'storybook:build'), counts: false },
  stories: { needs: ['storybook'], run: tool('node', 'scripts/test-stories.mjs') },
  hosts: { needs: ['build'], run: journeysOf('test/hosts'), again: { files: filesIn.node, flag: [] } },
  journeys: { needs: ['build'], run: journeysOf(...folders.filter((name) => name !== 'test/hosts')), again: { files: filesIn.node, flag: [] } },
  faults: { needs: ['build'], run: tool('npm', 'run', '--silent', 'test:faults', '--'), again: { files: filesIn.faults, flag: [] } },
  node: { needs: ['build'], run: tool('node', 'scripts/test-node.mjs', 'test'), again: { files: filesIn.node, flag: [] } },
  coverage: { needs: ['wtr', 'node'], run: tool('node', 'scripts/coverage.mjs', '--report') },
  size: { needs: ['build'], run: tool('node', 'scripts/size.mjs') },
};

/** The sums that a part printed last. Without them, or with an exit code that they do not explain, it counts as one failed. */
export function countOf({ code, output }, counts = true) {
  const [, passed, failed] = [...plain(output).matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  if (!counts) return { passed: 0, failed: code === 0 ? 0 : 1 };
  if (passed === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(passed), failed: code !== 0 && failed === '0' ? 1 : Number(failed) };
}

function withNeeds(names) {
  const all = names.flatMap((name) => [...(parts[name]?.needs ?? []), name]);
  return Object.keys(parts).filter((name) => all.includes(name));
}

const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
const indent = (text) => text.trimEnd().replace(/^/gm, '    ');

/** The lines that name failures, and those of tests that passed the second time. */
const failures = [];
const unsteady = [];
const named = (output) => [...new Set(output.split('\n').filter((line) => /❌|✖|^FAIL/.test(line) && !line.includes('failing tests')))];

/** Runs the files with failures once more. Without files that can be named, the failures stand. */
async function runAgain({ run: go, again }, output, first) {
  const files = [...new Set(again?.files(plain(output)) ?? [])];
  if (files.length === 0) return { output, count: first };
  const second = await go(...again.flag, ...files);
  const { failed } = countOf(second);
  if (failed === 0) unsteady.push(...named(output));
  return {
    output: `${output}\nonce more, alone: ${files.join(' ')}\n${second.output}`,
    count: { passed: first.passed + first.failed - failed, failed },
  };
}

async function runPart(name) {
  const start = performance.now();
  const { run: go, counts } = parts[name];
  const result = await go();
  const first = countOf(result, counts);
  const { output, count } = first.failed ? await runAgain(parts[name], result.output, first) : { output: result.output, count: first };
  writeFileSync(join(root, 'test/output', `${name}.log`), output);
  const sums = counts === false ? '' : `  ${count.passed} passed, ${count.failed} failed`;
  console.log(`${count.failed ? 'FAIL' : 'ok  '} ${name.padEnd(10)}${sums}  ${seconds(start)}`);
  if (first.failed || name === 'size') console.log(indent(output));
  if (count.failed) failures.push(`${name}:`, ...named(output));
  return count;
}

async function runParts(names) {
  const total = { passed: 0, failed: 0 };
  const broken = new Set();
  for (const name of names) {
    const blocked = parts[name].needs.find((need) => broken.has(need));
    if (blocked) console.log(`FAIL ${name.padEnd(10)} could not run: ${blocked} failed`);
    const { passed, failed } = blocked ? { passed: 0, failed: 1 } : await runPart(name);
    total.passed += passed;
    total.failed += failed;
    if (failed) broken.add(name);
  }
  return total;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

const start = performance.now();
mkdirSync(join(root, 'test/output'), { recursive: true });
rmSync(join(root, env.MILIEU_COVERAGE), { recursive: true, force: true });
try {
  ensure();
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
const total = await runParts(withNeeds(asked.length ? asked : Object.keys(parts)));
if (failures.length) console.log(['what failed:', ...failures].join('\n'));
if (unsteady.length) console.log(['unsteady, passed the second time:', ...unsteady].join('\n'));
console.log(`in ${seconds(start)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
