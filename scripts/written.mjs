// One way for every file that a script makes: write it, or with `--check` say that it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './entries.mjs';

/**
 * @param {string} path
 * @param {string} text not yet formatted
 * @param {{ check?: boolean, command: string }} options
 */
export async function writeOrCheck(path, text, { check = process.argv.includes('--check'), command }) {
  const content = await format(text, { ...(await resolveConfig(path)), filepath: path });
  if (!check) return writeFileSync(path, content);
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  console.error(`${relative(root, path)} is stale. Run: ${command}`);
  process.exitCode = 1;
}
