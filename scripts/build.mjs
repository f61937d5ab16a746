// Builds dist: the npm modules, the single files for pages without a build and their integrity hashes, the types,
// and what frameworks and editors read.
//   node scripts/build.mjs           everything
//   node scripts/build.mjs --demo    only what `npm start` serves: the modules, the file with all widgets, and the store alone
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { writeFromManifest } from './from-manifest.mjs';
import { root, widgets } from './entries.mjs';
import { run } from './run.mjs';

const demo = process.argv.includes('--demo');
const cdn = join(root, 'dist/cdn');

/** Subresource-integrity hashes of the single files, for hosts that write `integrity=` beside `src=`. */
function writeIntegrity() {
  const hashes = readdirSync(cdn)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => [
      name,
      `sha384-${createHash('sha384')
        .update(readFileSync(join(cdn, name)))
        .digest('base64')}`,
    ]);
  writeFileSync(join(cdn, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}

/** Both kinds of single files: of all widgets, and of each. */
const all = ['cdn', 'classic'].flatMap((kind) => [kind, ...widgets().map((name) => `${kind}-${name}`)]);
const modes = ['production', 'cdn-records', 'cdn-http-ciphers', ...(demo ? ['cdn'] : all)];
for (const mode of modes) await build({ root, mode, logLevel: 'warn' });
writeIntegrity();
if (!demo) {
  const { code, output } = await run('tsc', ['-p', 'tsconfig.build.json']);
  if (code !== 0) process.stderr.write(output);
  process.exitCode = code;
  await writeFromManifest();
}
console.log(`dist: ${modes.length - 1} single files${demo ? '' : ', modules and types'}`);
