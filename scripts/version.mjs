// Writes the version from package.json, its one source, into the module that exports it: src may not import JSON, which browsers do not load without
// a bundler. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

const path = 'src/define/version.ts';
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const text = `/** The version of this build. Written by scripts/version.mjs from package.json. */
export const version = '${version}';
`;

if (process.argv.includes('--check')) {
  if (readFileSync(join(root, path), 'utf8') !== text) {
    console.error(`${path} does not say ${version}, the version of package.json: run node scripts/version.mjs`);
    process.exitCode = 1;
  }
} else writeFileSync(join(root, path), text);
