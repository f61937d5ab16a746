import { dirname, join } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { packageEntries, root, widgets } from './scripts/entries.mjs';
import { squeezeTemplates } from './scripts/minify-templates.mjs';

const target = 'es2022';

/** `vite build`: the npm package. Modules stay as they stand in src, readable; dependencies stay outside. */
const npm: UserConfig = {
  plugins: [squeezeTemplates()],
  build: {
    target,
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    lib: { entry: packageEntries(), formats: ['es'] },
    rolldownOptions: {
      checks: { pluginTimings: false },
      external: [/^lit($|\/)/, /^@lit\//, /^@noble\//, /^idb($|\/)/, /^uuidv7($|\/)/, /^dom-accessibility-api$/, /^zod($|\/)/],
      output: { preserveModules: true, preserveModulesRoot: join(root, 'src'), entryFileNames: '[name].js' },
    },
  },
};

/**
 * A page on `https:` never needs the ciphers for plain `http:`, so the single files leave them in a file of its own. The address is relative to
 * the file that imports it, also in a classic script.
 */
const httpCiphersApart: Plugin = {
  name: 'http-ciphers-apart',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('/http-ciphers.js') ? { id: './http-ciphers.min.js', external: true } : undefined),
};

const registration = join(root, 'src/define');
const singleFileEntry = join(root, 'single-file.js');

/**
 * The entry of a single file that registers tags: on top of what the npm module does it asks first whether the browser is new enough, and it also
 * upgrades divs. A bundler's page needs neither.
 */
const registering = (entry: string): Plugin => ({
  name: 'single-file',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === singleFileEntry) return source;
    return source === './define.js' && importer && dirname(importer) === registration ? join(registration, 'single-file/define.ts') : undefined;
  },
  load: (id) =>
    id === singleFileEntry
      ? `import ${JSON.stringify(join(registration, `${entry}.ts`))};
import { upgradeDivs } from ${JSON.stringify(join(registration, 'single-file/upgrade-divs.ts'))};
upgradeDivs(${JSON.stringify(['community', ...widgets()])});`
      : undefined,
});

/** One file that needs no other on `https:`. `es` is for `<script type="module">`; `iife` for a classic script, which makes no globals. */
const singleFile = (file: string, fileName: string, format: 'es' | 'iife' = 'es', plugins: Plugin[] = [httpCiphersApart]): UserConfig => ({
  plugins: [...plugins, squeezeTemplates()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: 'oxc',
    lib: { entry: join(root, file), formats: [format], name: 'milieu', fileName: () => fileName },
    rolldownOptions: { output: { codeSplitting: false, minify: true, exports: 'auto' }, checks: { pluginTimings: false } },
  },
});

/**
 * `vite build` is the npm package. `--mode cdn` is the single file with all widgets, `--mode cdn-<widget>` that of one widget, and `--mode
 * classic`, `--mode classic-<widget>` the same as classic scripts. `--mode cdn-records` is the store alone.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'cdn-records') return singleFile('src/records/index.ts', 'records.min.js');
  if (mode === 'cdn-http-ciphers') return singleFile('src/records/crypto/http-ciphers.ts', 'http-ciphers.min.js', 'es', []);
  const [kind, ...rest] = mode.split('-');
  const widget = rest.join('-');
  const plugins = [httpCiphersApart, registering(widget || 'index')];
  if (kind === 'cdn') return singleFile('single-file.js', `${widget || 'milieu-elements'}.min.js`, 'es', plugins);
  if (kind === 'classic') return singleFile('single-file.js', `${widget || 'milieu-elements'}.classic.js`, 'iife', plugins);
  return npm;
});
