import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** One script of a host, bundled with what it imports from the `node_modules` of its folder, as a host's own build does it. */
export async function bundleFile(folder: string, file: string): Promise<string> {
  const made = (await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      lib: { entry: join(folder, file), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return made[0]!.output[0].code;
}
