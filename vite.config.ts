import { join } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { packageEntries, root } from './scripts/entries.mjs';
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

/** One file that needs no other on `https:`. `es` is for `<script type="module">`; `iife` for a classic script, which makes no globals. */
const singleFile = (entry: string, fileName: string, format: 'es' | 'iife' = 'es', plugins: Plugin[] = [httpCiphersApart]): UserConfig => ({
  plugins: [...plugins, squeezeTemplates()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: 'oxc',
    lib: { entry: join(root, 'src', `${entry}.ts`), formats: [format], name: 'milieu', fileName: () => fileName },
    rolldownOptions: { output: { codeSplitting: false, minify: true, exports: 'auto' }, checks: { pluginTimings: false } },
  },
});

/**
 * `vite build` is the npm package. `--mode cdn` is the single file with all widgets, `--mode cdn-<widget>` that of one widget, and `--mode
 * classic`, `--mode classic-<widget>` the same as classic scripts. `--mode cdn-records` is the store alone.
 */
export default defineConfig(({ mode }) => {
  if (mode === 'cdn-records') return singleFile('records/index', 'records.min.js');
  if (mode === 'cdn-http-ciphers') return singleFile('records/crypto/http-ciphers', 'http-ciphers.min.js', 'es', []);
  const [kind, ...rest] = mode.split('-');
  const widget = rest.join('-');
  if (kind === 'cdn') return singleFile(`define/${widget || 'index'}`, `${widget || 'milieu-elements'}.min.js`);
  if (kind === 'classic') return singleFile(`define/${widget || 'index'}`, `${widget || 'milieu-elements'}.classic.js`, 'iife');
  return npm;
});
