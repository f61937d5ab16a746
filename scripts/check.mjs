// What can be said of the sources without running them. Prints each part with its time; exit code 1 where one fails.
//   node scripts/check.mjs [format lint types scripts imports loads kinds manifest version publisher tokens inventory sbom folders house]
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

/** @type {Record<string, [command: string, args: string[]]>} */
const parts = {
  format: ['prettier', ['--check', '--log-level', 'warn', '.']],
  lint: ['eslint', ['.', '--max-warnings', '0']],
  types: ['tsc', ['--noEmit']],
  scripts: ['tsc', ['-p', 'tsconfig.scripts.json']],
  imports: ['depcruise', ['--config', '.dependency-cruiser.mjs', 'src']],
  loads: ['depcruise', ['--config', '.dependency-cruiser.static.mjs', 'src']],
  kinds: ['node', ['scripts/kinds.mjs', '--check']],
  manifest: ['node', ['scripts/manifest.mjs', '--check']],
  version: ['node', ['scripts/version.mjs', '--check']],
  publisher: ['node', ['scripts/publisher.mjs', '--check']],
  tokens: ['node', ['scripts/tokens.mjs', '--check']],
  inventory: ['node', ['--import', 'tsx', 'scripts/data-inventory.mjs', '--check']],
  sbom: ['node', ['scripts/sbom.mjs', '--check']],
  folders: ['node', ['scripts/architecture.mjs', '--check']],
  house: [
    'node',
    ['--import', 'tsx', '--test', '--test-reporter', 'spec', ...['dependencies', 'lint', 'mirror'].map((name) => `test/house/${name}.test.ts`)],
  ],
};

/**
 * @param {readonly string[]} [names] parts to run; default all
 * @param {number} [atOnce] how many run at the same time
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check(names = Object.keys(parts), atOnce = 2) {
  const waiting = [...names];
  let failed = 0;
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const start = performance.now();
      const [command, args] = parts[name] ?? ['', []];
      const { code, output } = await run(command, args);
      if (code !== 0) failed++;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${seconds.padStart(6)} s${code === 0 ? '' : `\n${output.trim()}`}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { passed: names.length - failed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  const { passed, failed } = await check(names.length ? names : undefined);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
