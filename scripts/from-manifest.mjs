// Writes into dist what frameworks, editors and language models read of the tags, all from custom-elements.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { root } from './entries.mjs';
import { writeForEditors } from './manifest/editors.mjs';
import { frameworkTypes } from './manifest/frameworks.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** @param {string} [folder] the built package */
export async function writeFromManifest(folder = join(root, 'dist')) {
  const manifest = read('custom-elements.json');
  const tags = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  for (const [name, text] of Object.entries(frameworkTypes(tags))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await prettier.format(text, { parser: 'typescript', singleQuote: true, printWidth: 150 }));
  }
  const editors = join(folder, 'editors');
  mkdirSync(editors, { recursive: true });
  writeForEditors(manifest, read('package.json'), editors);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFromManifest();
