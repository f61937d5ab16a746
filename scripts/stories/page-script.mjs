// Bundles test/stories/page.ts into one script, for a page that was built without it.
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../entries.mjs';

/** @returns {Promise<string>} JavaScript that gives a page its `storyPage` */
export async function pageScript() {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    root,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: { entry: join(root, 'test/stories/page.ts'), formats: ['iife'], name: 'storyPageScript' },
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
  const [one] = [made].flat();
  if (!one || !('output' in one)) throw new Error('Vite watches, and gave no script');
  return one.output[0].code;
}
