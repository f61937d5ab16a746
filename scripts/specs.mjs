// Bundles the page tests into few files, before the whole of them runs: a browser that asks for some 200 modules a test file
// spends most of its time on that. Code that tests share stays shared, so there is one instance of each module, as without it.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './entries.mjs';

const folder = 'test/output/specs';

/** These ask the runner for files that lie beside them, so they stay where they are. */
const readsFiles = (name) => name.startsWith(join('a11y', 'keyboard')) || readFileSync(join(root, 'test', name), 'utf8').includes('import.meta.url');

/** @returns {Promise<string[]>} the files to run, as globs from the root */
export async function bundledSpecs() {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.spec.ts') && !name.startsWith('output'),
  );
  const alone = all.filter(readsFiles);
  const entries = all.filter((name) => !alone.includes(name));
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    resolve: { conditions: ['development', 'browser', 'module', 'import', 'default'] },
    build: {
      outDir: folder,
      target: 'es2022',
      minify: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((name) => [name.slice(0, -3), join(root, 'test', name)])),
        external: ['@web/test-runner-commands', /^\/test\//],
        preserveEntrySignatures: 'allow-extension',
        treeshake: false,
        checks: { pluginTimings: false },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', assetFileNames: 'parts/[name]-[hash][extname]' },
      },
    },
  });
  return [`${folder}/**/*.spec.js`, ...alone.map((name) => `test/${name}`)];
}

if (process.argv[1] === import.meta.filename) console.log(await bundledSpecs());
