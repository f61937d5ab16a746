// Measures what a page loads: each single file of dist/cdn, and the first paint of each widget from the npm modules in dist. Needs a build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root, widgets } from './entries.mjs';

/**
 * Bytes uncompressed, after gzip -9 and after brotli 11.
 * @typedef {{ plain: number, gzip: number, brotli: number }} Weight
 */

/** @returns {Weight} */
function weigh(code) {
  const bytes = Buffer.from(code);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

const sum = (weights) => weights.reduce((all, one) => ({ plain: all.plain + one.plain, gzip: all.gzip + one.gzip, brotli: all.brotli + one.brotli }));

/** The path of a single file for pages without a build, such as `help` or `records`. */
export const singleFile = (name) => join(root, 'dist/cdn', `${name}.min.js`);

/** @param {string} what the name of a file in dist/cdn */
function weighSingleFile(what, budget) {
  const path = join(root, 'dist/cdn', what);
  return { what, budget, weight: existsSync(path) ? weigh(readFileSync(path)) : undefined };
}

/**
 * The npm modules of one widget, bundled as a host's build would do it. What `import()` loads is a separate chunk.
 * @returns {Promise<{ entry: string, chunks: Map<string, { code: string, imports: readonly string[] }> } | undefined>} undefined without a build
 */
export function bundleWidget(widget) {
  if (!bundles.has(widget)) bundles.set(widget, bundle(widget));
  return bundles.get(widget);
}

const bundles = new Map();

async function bundle(widget) {
  const entry = join(root, 'dist/define', `${widget}.js`);
  if (!existsSync(entry)) return undefined;
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: 'oxc',
      lib: { entry, formats: ['es'], fileName: 'entry' },
      rolldownOptions: { output: { minify: true, chunkFileNames: '[name]-[hash].js' } },
    },
  });
  const chunks = result[0].output.filter(({ type }) => type === 'chunk');
  return {
    entry: chunks.find(({ isEntry }) => isEntry).fileName,
    chunks: new Map(chunks.map((chunk) => [chunk.fileName, chunk])),
  };
}

/** What a browser loads before the widget paints: the entry and what it imports. What `import()` loads comes later and is not counted. */
async function weighFirstPaint(widget) {
  const bundled = await bundleWidget(widget);
  if (!bundled) return undefined;
  const { entry, chunks } = bundled;
  const now = new Set([entry]);
  for (const name of now) for (const imported of chunks.get(name)?.imports ?? []) now.add(imported);
  return sum([...now].flatMap((name) => chunks.get(name) ?? []).map(({ code }) => weigh(code)));
}

/** A module, and a classic script. */
const kinds = ['min', 'classic'];

/**
 * All weights that have a budget. `weight` is missing if the file is not built.
 * @param {readonly string[]} [names] the widgets to measure; default all
 * @returns {Promise<{ what: string, budget: string, weight: Weight | undefined }[]>}
 */
export async function weights(names = widgets()) {
  const rows = [
    ...kinds.map((kind) => weighSingleFile(`milieu-elements.${kind}.js`, 'all widgets, one file')),
    weighSingleFile('records.min.js', 'the store alone, one file'),
    weighSingleFile('http-ciphers.min.js', 'the ciphers for plain http'),
  ];
  for (const widget of names) rows.push(...kinds.map((kind) => weighSingleFile(`${widget}.${kind}.js`, 'one widget, one file')));
  for (const widget of names)
    rows.push({ what: `${widget}, first paint`, budget: 'first paint of one widget', weight: await weighFirstPaint(widget) });
  return rows;
}
