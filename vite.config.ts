import { join } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
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
      external: [/^lit($|\/)/, /^@lit\//, /^@noble\//, /^idb($|\/)/, /^uuidv7($|\/)/, /^zod($|\/)/],
      output: { preserveModules: true, preserveModulesRoot: join(root, 'src'), entryFileNames: '[name].js' },
    },
  },
};

/** `vite build --mode cdn` (all widgets) and `--mode cdn-<widget>`: one file that needs no other and registers its tags; `--mode cdn-records`: the store alone. */
const singleFile = (entry: string, name: string): UserConfig => ({
  plugins: [squeezeTemplates()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: 'oxc',
    lib: { entry: join(root, 'src', `${entry}.ts`), formats: ['es'], fileName: () => `${name}.min.js` },
    rolldownOptions: { output: { codeSplitting: false, minify: true }, checks: { pluginTimings: false } },
  },
});

export default defineConfig(({ mode }) => {
  if (mode === 'cdn') return singleFile('define/index', 'milieu-elements');
  if (mode === 'cdn-records') return singleFile('records/index', 'records');
  if (mode.startsWith('cdn-')) return singleFile(`define/${mode.slice(4)}`, mode.slice(4));
  return npm;
});
