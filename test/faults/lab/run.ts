// The fault lab: the real product in real browsers, killed, starved, filled up, corrupted, raced and lied to.
//   npm run test:faults                              the short run, every scenario
//   npm run test:faults -- kills-leveldb             one scenario
//   npm run test:faults -- --size=full --minutes=20  goes on with the full run for 20 minutes; without --minutes to its end
//   npm run test:faults -- --size=full --again       begins the full run anew
//   npm run test:faults -- --mutant=relaxed          tries a product that is broken on purpose; fails unless the lab notices
//   npm run test:faults -- --report                  writes test/faults/RESULTS.md from the full run
// `--seed=N` gives a round the same random choices; when the browser answers is still up to the machine.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensure } from '../../../scripts/browsers.mjs';
import { root } from '../../../scripts/entries.mjs';
import { Chance } from '../../records/simulation/seeded-random.js';
import { goalTable } from './goals.js';
import { buildMutant, mutants } from './mutants.js';
import { Results, table } from './results.js';
import type { Scenario } from './scenario.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'short' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    mutant: { type: 'string' },
    again: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
if (values.size !== 'short' && values.size !== 'full') throw new Error('--size is short or full');
const { size } = values;

async function allScenarios(): Promise<readonly Scenario[]> {
  const folder = join(import.meta.dirname, '../scenarios');
  const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const loaded = await Promise.all(modules.sort().map((name) => import(join(folder, name)) as Promise<{ scenarios: readonly Scenario[] }>));
  return loaded.flatMap(({ scenarios }) => scenarios);
}

function productHash(folder: string): string {
  const hash = createHash('sha256');
  for (const name of ['records.min.js', 'milieu-elements.min.js']) hash.update(readFileSync(join(root, folder, name)));
  return hash.digest('hex').slice(0, 12);
}

const versionOf = (program: string): string => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim().split('built on')[0]!.trim();
const browsers = Object.values(ensure()).map(versionOf).join(', ');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs what is left of a scenario. Returns the faults; undefined where it cannot run here. */
async function run(scenario: Scenario, results: Results, product: string, until: number): Promise<readonly string[] | undefined> {
  const why = scenario.unavailable?.();
  if (why) return void say(`not run  ${scenario.name}: ${why}`);
  const hash = productHash(product);
  for (let left = scenario.total[size] - results.done(scenario.name); left > 0 && Date.now() < until;) {
    const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
    const start = performance.now();
    const round = await scenario.round({ size: Math.min(left, scenario.perRound), chance: new Chance(seed), product });
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    results.add({ scenario: scenario.name, at: new Date().toISOString(), seconds, seed, product: hash, browsers, ...round });
    const faults = round.faults.slice(0, 5).map((fault) => `         ${fault}`);
    say(
      [`${round.faults.length ? 'FAIL' : 'ok  '}     ${scenario.name}: ${round.done} ${scenario.unit} in ${seconds} s, seed ${seed}`, ...faults].join(
        '\n',
      ),
    );
    if (round.done === 0) break; // it would never end
    left -= round.done;
  }
  return results.of(scenario.name).flatMap(({ faults }) => faults);
}

function writeReport(scenarios: readonly Scenario[]): void {
  const results = new Results(fullFile);
  const lines = scenarios.flatMap(({ name }) => results.of(name));
  const faulty = lines.filter(({ faults }) => faults.length > 0);
  const text = [
    '# Results of the fault lab',
    '',
    'Written by `npm run test:faults -- --report` from `test/faults/full.jsonl`, which has one line for each round: its date, seed, product, browsers, counts and faults. A round is added by `npm run test:faults -- NAME --size=full --minutes=20`, and repeated with the same choices by `--seed=N`; when the browser answers is up to the machine.',
    '',
    `Machine: ${cpus().length} cores, Node ${process.versions.node}, ${process.platform}. ${[...new Set(lines.map((line) => line.browsers))].join('; ')}. Products: ${[...new Set(lines.map(({ product }) => product))].map((hash) => `\`${hash}\``).join(', ')}.`,
    '',
    '## Scenarios',
    '',
    table(scenarios, results),
    '',
    '## Rounds with faults',
    '',
    ...(faulty.length
      ? faulty.map(
          ({ scenario, at, seed, product, faults }) =>
            `- \`${scenario}\`, ${at}, seed ${seed}, product \`${product}\`: ${faults.slice(0, 5).join('; ')}`,
        )
      : ['None.']),
    '',
    readFileSync(join(root, 'test/faults/findings.md'), 'utf8').trim(),
    '',
    '## Goals',
    '',
    goalTable(scenarios, results),
    '',
    '## Mutants',
    '',
    'Products that are broken on purpose, which the lab must notice: `npm run test:faults -- --mutant=NAME`.',
    '',
    '| mutant | what is wrong | noticed by |',
    '|---|---|---|',
    ...mutants.map(({ name, what, noticedBy }) => `| \`${name}\` | ${what} | ${noticedBy.map((one) => `\`${one}\``).join(', ')} |`),
  ];
  writeFileSync(join(root, 'test/faults/RESULTS.md'), `${text.join('\n')}\n`);
  const { status } = spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', 'test/faults/RESULTS.md'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('prettier failed');
}

const fullFile = join(root, 'test/faults/full.jsonl');

async function main(): Promise<void> {
  const all = await allScenarios();
  if (values.report) return writeReport(all);
  const names = positionals.length ? positionals : undefined;
  const unknown = names?.filter((name) => !all.some((scenario) => scenario.name === name)) ?? [];
  if (unknown.length) throw new Error(`There is no ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}`);
  const mutant = values.mutant === undefined ? undefined : mutants.find(({ name }) => name === values.mutant);
  if (values.mutant !== undefined && !mutant)
    throw new Error(`There is no ${values.mutant}; there are ${mutants.map(({ name }) => name).join(', ')}`);
  if (!mutant && !existsSync(join(root, 'dist/cdn/records.min.js'))) throw new Error('Build first: npm run build');
  const product = mutant ? await buildMutant(mutant) : 'dist/cdn';
  const results = new Results(size === 'full' && !mutant ? fullFile : join(root, `test/output/faults-${mutant?.name ?? 'short'}.jsonl`));
  if (size === 'short' || mutant || values.again) results.clear();
  const until = Date.now() + Number(values.minutes ?? Infinity) * 60_000;
  const chosen = all.filter(({ name, total }) => total[size] > 0 && (mutant ? mutant.noticedBy.includes(name) : (names?.includes(name) ?? true)));
  let [passed, failed] = [0, 0];
  for (const scenario of chosen) {
    const faults = await run(scenario, results, product, until);
    if (!faults) continue; // neither passed nor failed
    if (mutant ? faults.some((fault) => fault.includes(mutant.fault)) : faults.length === 0) passed += 1;
    else failed += 1;
  }
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

await main();
