// npm test: runs all tests, except the states of widgets in Storybook (`npm run a11y`). The last line is `N passed, N failed`; exit code 1 unless all passed.
// Three parts run at the same time: each waits for browsers and disks part of its time, and four were slower on two cores.
//   node scripts/test.mjs                      all
//   node scripts/test.mjs wtr stories          some, with what they need: wtr build storybook stories journeys node coverage size
// The output of a failed part is printed, and its failures once more at the end; the output of all parts is in test/output.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure } from './browsers.mjs';
import { root } from './entries.mjs';
import { run } from './run.mjs';

const minutes = 60_000;
/** Where tests write coverage data, for the part `coverage`. */
const env = { MILIEU_COVERAGE: 'coverage/raw' };
const tool =
  (command, ...args) =>
  () =>
    run(command, args, { env, timeout: 25 * minutes });

/** Each part: what must run before it, and its command. In starting order. */
const parts = {
  wtr: { needs: [], run: tool('wtr', '--config', 'web-test-runner.config.mjs') },
  build: { needs: [], run: tool('node', 'scripts/build.mjs'), counts: false },
  storybook: { needs: [], run: tool('npm', 'run', '--silent', 'storybook:build'), counts: false },
  stories: { needs: ['storybook'], run: tool('node', 'scripts/test-stories.mjs') },
  journeys: { needs: ['build'], run: tool('node', 'scripts/test-node.mjs', 'journey') },
  node: { needs: ['build'], run: tool('node', 'scripts/test-node.mjs') },
  coverage: { needs: ['wtr', 'node'], run: tool('node', 'scripts/coverage.mjs', '--report') },
  size: { needs: ['build'], run: tool('node', 'scripts/size.mjs') },
};

/** The sums that a part printed last. Without them, or with an exit code that they do not explain, it counts as one failed. */
export function countOf({ code, output }, counts = true) {
  // Runners that show progress move the cursor before their last line.
  const [, passed, failed] = [...output.replace(/\p{Cc}\[[\d;]*[A-Z]/gu, '').matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
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

/** The lines that name failures. */
const failures = [];

async function runPart(name) {
  const start = performance.now();
  const { run: go, counts } = parts[name];
  const result = await go();
  writeFileSync(join(root, 'test/output', `${name}.log`), result.output);
  const count = countOf(result, counts);
  const sums = counts === false ? '' : `  ${count.passed} passed, ${count.failed} failed`;
  console.log(`${count.failed ? 'FAIL' : 'ok  '} ${name.padEnd(10)}${sums}  ${seconds(start)}`);
  if (count.failed || name === 'size') console.log(indent(result.output));
  if (count.failed) failures.push(`${name}:`, ...new Set(result.output.split('\n').filter((line) => /❌|✖|^FAIL/.test(line))));
  return count;
}

async function runParts(names, atOnce) {
  const total = { passed: 0, failed: 0 };
  const done = new Map();
  const waiting = new Set(names);
  const asleep = [];
  const step = async (name) => {
    const blocked = parts[name].needs.find((need) => done.get(need));
    if (blocked) console.log(`FAIL ${name.padEnd(10)} could not run: ${blocked} failed`);
    const { passed, failed } = blocked ? { passed: 0, failed: 1 } : await runPart(name);
    total.passed += passed;
    total.failed += failed;
    done.set(name, failed > 0);
    for (const wake of asleep.splice(0)) wake();
  };
  const worker = async () => {
    while (waiting.size) {
      const name = [...waiting].find((candidate) => parts[candidate].needs.every((need) => done.has(need)));
      if (name) {
        waiting.delete(name);
        await step(name);
      } else {
        await new Promise((resolve) => asleep.push(resolve));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
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
const total = await runParts(withNeeds(asked.length ? asked : Object.keys(parts)), 3);
if (failures.length) console.log(['what failed:', ...failures].join('\n'));
console.log(`in ${seconds(start)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
