// npm run storybook:build: builds the Storybook, unless the existing one was built from the same files. `--anew` builds it in any case.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../entries.mjs';
import { run } from '../run.mjs';
import { built } from './files.mjs';

/** Folders that no story reads. Stories may read any other file. For packages the lock file counts. */
const apart = new Set([
  ...['.git', 'node_modules', 'dist', 'coverage', 'storybook-static', 'examples/portal/data', 'test/output'],
  ...['test/stories/aria', 'test/stories/pictures'],
]);
const stampFile = join(built, 'made-of.txt');

/**
 * @param {string} folder
 * @param {string} [within] a folder in it
 * @returns {string[]} the files that stories may read, from `folder`
 */
function filesIn(folder, within = '') {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const name = posix.join(within, entry.name);
    if (apart.has(name)) return [];
    if (entry.isDirectory()) return filesIn(folder, name);
    return entry.isFile() ? [name] : [];
  });
}

/** @returns {string} equal for equal files with equal content */
export function stampOf(folder = root) {
  const hash = createHash('sha256').update(process.version);
  for (const name of filesIn(folder).sort()) hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

const isThere = (stamp) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;

async function step(command, args) {
  const { code, output } = await run(command, args);
  process.stdout.write(output);
  if (code !== 0) process.exit(code);
}

if (process.argv[1] === import.meta.filename) {
  const stamp = stampOf();
  if (isThere(stamp) && !process.argv.includes('--anew')) {
    console.log('The Storybook that is there was made of these files.');
  } else {
    rmSync(stampFile, { force: true });
    await step('storybook', ['build', '--quiet', '--disable-telemetry', '-o', built]);
    writeFileSync(stampFile, stamp);
  }
  await step('node', ['scripts/stories/sheet.mjs']);
}
