// The report of pictures that differ: three files each, and one page that shows them side by side.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { escape, page } from './html.mjs';
import { reportFolder } from './files.mjs';

const differences = [];

export const reportPage = join(reportFolder, 'index.html');

export function emptyReport() {
  differences.length = 0;
  rmSync(reportFolder, { recursive: true, force: true });
}

const figure = (name, kind) => `<figure><figcaption>${kind}</figcaption><img src="${name}.${kind}.png" alt="${kind}"></figure>`;

function row({ name, kinds, fault }) {
  return `<section><h2>${escape(name)}</h2><p>${escape(fault)}</p><div class="row">${kinds.map((kind) => figure(escape(name), kind)).join('')}</div></section>`;
}

const style = '.row { display: flex; flex-wrap: wrap; gap: 1rem; } figure { margin: 0; } img { max-width: 480px; outline: 1px solid #8888; }';

/**
 * Stores a difference and writes the page again.
 * @param {string} file name of the baseline
 * @param {{ expected: Uint8Array, actual: Uint8Array, diff?: Uint8Array, fault: string }} difference
 */
export function keepDifference(file, { expected, actual, diff, fault }) {
  const name = basename(file, '.png');
  mkdirSync(reportFolder, { recursive: true });
  const given = Object.entries({ expected, actual, ...(diff ? { diff } : {}) });
  for (const [kind, bytes] of given) writeFileSync(join(reportFolder, `${name}.${kind}.png`), bytes);
  differences.push({ name, kinds: given.map(([kind]) => kind), fault });
  writeFileSync(reportPage, page({ title: `${differences.length} pictures differ`, style, body: differences.map(row).join('\n') }));
}
