// Bundles the page tests into one file for each folder, before all of them run. Without this, a browser loads some 200 modules and a new page
// for each test file, which takes most of the time. Shared code stays shared, so there is one instance of each module.
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { root } from './entries.mjs';

const folder = 'test/output/specs';

/** The tests of one widget, or of one part of records, share a page; tests about the whole page have a page to themselves. */
const pageOf = (name) => (/^(elements|records)\b/.test(name) ? dirname(name) : name.slice(0, -'.spec.ts'.length));

/** Files of page tests by the page they run in, both from `test`. @returns {Map<string, string[]>} */
function specsByPage() {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.spec.ts') && !name.startsWith('output'))
    .sort();
  const found = new Map();
  for (const name of all) found.set(pageOf(name), [...(found.get(pageOf(name)) ?? []), name]);
  return found;
}

/** A module for each page that only imports its tests. */
const modules = (specs) => ({
  name: 'tests-of-a-page',
  resolveId: (id) => (id.startsWith('tests of ') ? id : undefined),
  load: (id) =>
    id.startsWith('tests of ')
      ? specs
          .get(id.slice(9))
          .map((name) => `import ${JSON.stringify(join(root, 'test', name))};`)
          .join('\n')
      : undefined,
});

/** @returns {Promise<string[]>} the files to run, as globs from the root */
export async function bundledSpecs() {
  const specs = specsByPage();
  rmSync(join(root, folder), { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    plugins: [modules(specs)],
    resolve: { conditions: ['development', 'browser', 'module', 'import', 'default'] },
    build: {
      outDir: folder,
      target: 'es2022',
      minify: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries([...specs.keys()].map((name) => [`${name}.spec`, `tests of ${name}`])),
        external: ['@web/test-runner-commands', /^\/test\//],
        preserveEntrySignatures: 'allow-extension',
        treeshake: false,
        checks: { pluginTimings: false },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', assetFileNames: 'parts/[name]-[hash][extname]' },
      },
    },
  });
  return [`${folder}/**/*.spec.js`];
}

if (process.argv[1] === import.meta.filename) console.log(await bundledSpecs());
