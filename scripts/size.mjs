// Weighs what a page loads, as gzip -9 and brotli 11, against size-budget.json (kB of 1000 bytes, gzip). Needs a build.
// A budget is what may not grow; a goal is where it is to go.
//   one file      dist/cdn/*.min.js, as they stand
//   first paint   the npm build of one widget, bundled as a host's own build would; what import() brings comes later and is not counted
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root, widgets } from './entries.mjs';

const { budget: budgets, goal: goals } = JSON.parse(readFileSync(join(root, 'size-budget.json'), 'utf8'));

const weigh = (code) => {
  const bytes = Buffer.from(code);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { plain: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
};

const sum = (weights) => weights.reduce((all, one) => ({ plain: all.plain + one.plain, gzip: all.gzip + one.gzip, brotli: all.brotli + one.brotli }));

function singleFile(name) {
  const path = join(root, 'dist/cdn', `${name}.min.js`);
  return existsSync(path) ? weigh(readFileSync(path)) : undefined;
}

async function firstPaint(widget) {
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
  const chunks = new Map(result[0].output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const now = new Set([...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of now) for (const imported of chunks.get(name)?.imports ?? []) now.add(imported);
  return sum([...now].map((name) => weigh(chunks.get(name).code)));
}

const rows = [{ what: 'milieu-elements.min.js', budget: 'all widgets, one file', weight: singleFile('milieu-elements') }];
rows.push({ what: 'records.min.js', budget: 'the store alone, one file', weight: singleFile('records') });
for (const widget of widgets()) rows.push({ what: `${widget}.min.js`, budget: 'one widget, one file', weight: singleFile(widget) });
for (const widget of widgets()) rows.push({ what: `${widget}, first paint`, budget: 'first paint of one widget', weight: await firstPaint(widget) });

const kB = (bytes) => (bytes / 1000).toFixed(2).padStart(8);
let failed = 0;
console.log(`     ${'what'.padEnd(40)}${['plain', 'gzip', 'brotli', 'budget', 'goal'].map((head) => head.padStart(8)).join('')}   (kB)`);
for (const { what, budget, weight } of rows) {
  const fits = weight !== undefined && weight.gzip <= budgets[budget] * 1000;
  if (!fits) failed++;
  const figures = weight ? `${kB(weight.plain)}${kB(weight.gzip)}${kB(weight.brotli)}` : '  is not built: run npm run build'.padEnd(24);
  console.log(`${fits ? 'ok   ' : 'FAIL '}${what.padEnd(40)}${figures}${kB(budgets[budget] * 1000)}${kB(goals[budget] * 1000)}`);
}
console.log(`${rows.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
