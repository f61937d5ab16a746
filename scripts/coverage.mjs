// npm run coverage: how much of src/model and src/records the tests of Node and of Chromium run together, compared with coverage.json.
//   node scripts/coverage.mjs            runs the tests first
//   node scripts/coverage.mjs --report   uses the data of `npm test` in coverage/raw
//   … --update                           writes the figures to coverage.json; use it when they rose
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoverageReport } from 'monocart-coverage-reports';
import prettier from 'prettier';
import { root } from './entries.mjs';
import { run } from './run.mjs';

const kinds = /** @type {const} */ (['lines', 'branches', 'functions']);
const raw = 'coverage/raw';
const thresholds = join(root, 'coverage.json');

/** @typedef {Record<string, Record<string, number>>} Shares percent by part of the sources and kind */

/** @returns {Record<string, Record<string, number>>} by part, as coverage.json has them */
const wanted = () => JSON.parse(readFileSync(thresholds, 'utf8'));

const percent = (covered, total) => (total ? Math.floor((1000 * covered) / total) / 10 : 100);

/**
 * @param {{ sourcePath: string, summary: Record<string, any> }[]} files
 * @param {readonly string[]} parts
 * @returns {Shares}
 */
export function sharesOf(files, parts) {
  const of = (part, kind) => {
    const sums = files.filter(({ sourcePath }) => sourcePath.startsWith(`${part}/`)).map(({ summary }) => summary[kind]);
    const add = (key) => sums.reduce((sum, one) => sum + one[key], 0);
    return percent(add('covered'), add('total'));
  };
  return Object.fromEntries(parts.map((part) => [part, Object.fromEntries(kinds.map((kind) => [kind, of(part, kind)]))]));
}

/**
 * @param {Shares} reached
 * @param {Shares} floor
 * @returns {string[]} a sentence for each share that fell
 */
export const fallen = (reached, floor) =>
  Object.entries(floor).flatMap(([part, shares]) =>
    Object.entries(shares)
      .filter(([kind, share]) => !((reached[part]?.[kind] ?? 0) >= share))
      .map(([kind, share]) => `${part}: ${reached[part]?.[kind] ?? 0} % of ${kind} ran, ${share} % did before`),
  );

async function runTests() {
  rmSync(join(root, raw), { recursive: true, force: true });
  const env = { MILIEU_COVERAGE: raw };
  const results = [
    await run('wtr', ['--config', 'web-test-runner.config.mjs'], { env: { ...env, ENGINES: 'chromium' } }),
    await run('node', ['scripts/test-node.mjs'], { env }),
  ];
  for (const { code, output } of results.filter(({ code }) => code !== 0)) console.log(`${output}\nThe tests ended with ${code}.`);
}

async function report() {
  const parts = Object.keys(wanted());
  const ours = (path) => parts.some((part) => path.includes(`${part}/`));
  const result = new CoverageReport({
    name: 'model and records',
    outputDir: join(root, 'coverage/report'),
    reports: ['v8', 'lcovonly'],
    logging: 'error',
    all: { dir: parts, filter: (path) => path.endsWith('.ts') },
    entryFilter: ({ url }) => url.includes('/test/output/specs/') || ours(url),
    sourceFilter: (path) => ours(path),
    sourcePath: (path) => path.replace(/^.*?(src\/(?:model|records)\/)/, '$1'),
  });
  await result.addFromDir(join(root, raw));
  return (await result.generate())?.files ?? [];
}

if (process.argv[1] === import.meta.filename) {
  if (!process.argv.includes('--report')) await runTests();
  if (!readdirSync(join(root, raw)).some((name) => name.startsWith('coverage-page-'))) throw new Error('What ran in Chromium was not kept');
  const reached = sharesOf(await report(), Object.keys(wanted()));
  console.log(JSON.stringify(reached));
  const faults = fallen(reached, wanted());
  if (process.argv.includes('--update'))
    writeFileSync(thresholds, await prettier.format(JSON.stringify(reached), { ...(await prettier.resolveConfig(thresholds)), parser: 'json' }));
  else for (const fault of faults) console.log(`FAIL ${fault}`);
  console.log(`coverage: ${Object.keys(reached).length} parts; every line is in coverage/report/index.html`);
  const failed = process.argv.includes('--update') ? 0 : faults.length;
  console.log(`${Object.values(reached).flatMap(Object.values).length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
