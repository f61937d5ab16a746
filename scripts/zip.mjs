// Writes dist/milieu-elements-<version>.zip: the classic files, and pages for a webmaster with an editor and no build. Builds first if the build is
// missing or older than the sources.
// Equal sources give equal bytes on every machine.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { root, sourceFiles } from './entries.mjs';
import { run } from './run.mjs';

const cdn = join(root, 'dist/cdn');
const pages = join(root, 'examples/intranet');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Where it is written. */
export const zipFile = join(root, `dist/milieu-elements-${version}.zip`);

/** The same fields in every time zone, because the format stores local time. It is the first day that the format knows. */
const mtime = new Date(1980, 0, 1);

function isStale() {
  const built = statSync(join(cdn, 'milieu-elements.classic.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return sourceFiles().some((file) => statSync(file).mtimeMs > built);
}

/** @param {string} name */
const ofBuild = (name) => name.endsWith('.classic.js') || name === 'http-ciphers.min.js' || name === 'integrity.json';

/** @returns {Record<string, Uint8Array>} contents by path inside the folder of the archive, in the order in which they are written */
export function zipContents() {
  const read = (/** @type {string} */ path) => new Uint8Array(readFileSync(path));
  const texts = readdirSync(pages, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  /** @type {Record<string, Uint8Array>} */
  const all = {
    LICENSE: read(join(root, 'LICENSE')),
    ...Object.fromEntries(
      readdirSync(cdn)
        .filter(ofBuild)
        .map((name) => [name, read(join(cdn, name))]),
    ),
    ...Object.fromEntries(texts.map((path) => [path.slice(pages.length + 1).replaceAll('\\', '/'), read(path)])),
  };
  const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) =>
    (all[name] = new TextEncoder().encode(change(new TextDecoder().decode(all[name]))));
  edit('READ ME FIRST.html', (text) => text.replace('{version}', version));
  edit('integrity.json', (text) => {
    const here = Object.entries(JSON.parse(text)).filter(([name]) => name in all);
    return `${JSON.stringify(Object.fromEntries(here), null, 2)}\n`;
  });
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns {Uint8Array} the archive, with one folder whose name has no version, so that links to it stay right after an update */
export const zip = () => zipSync({ 'milieu-elements': zipContents() }, { level: 9, mtime });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (isStale()) {
    const { code, output } = await run('node', ['scripts/build.mjs']);
    process.stdout.write(output);
    if (code !== 0) process.exit(code);
  }
  const bytes = zip();
  writeFileSync(zipFile, bytes);
  console.log(`${zipFile.slice(root.length + 1)}: ${Object.keys(zipContents()).length} files, ${(bytes.length / 1e6).toFixed(2)} MB`);
}
