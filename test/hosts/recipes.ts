import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const root = join(import.meta.dirname, '../..');

/** The recipes of the README by the name of the client, exactly as they are there. */
export const recipes: ReadonlyMap<string, string> = new Map(
  [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^#### (.+)\n(?:(?!^#|^```)[^\n]*\n)*```js\n([\s\S]*?)```/gm)].map(
    ([, name = '', code = '']) => [name, code],
  ),
);

/** What a recipe expects the host to have. */
const given: Readonly<Record<string, string>> = {
  Angular: `
    import '@angular/compiler';
    import { createEnvironmentInjector, runInInjectionContext } from '@angular/core';
    import { HttpClient, HttpXhrBackend } from '@angular/common/http';
    const injector = createEnvironmentInjector([], { get: (_, absent) => absent });
    const http = runInInjectionContext(injector, () => new HttpClient(new HttpXhrBackend({ build: () => new XMLHttpRequest() })));
  `,
  'A queue of your own': `
    const stored = new Set();
    const queue = {
      put: async (key, body) => {
        const response = await fetch('/api/milieu', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        if (response.ok) stored.add(key);
      },
      isStored: async (key) => stored.has(key),
    };
  `,
};

/** A recipe bundled with the client that it imports, as a host's bundler does it. */
export async function bundle(name: string): Promise<string> {
  const entry = 'virtual:recipe';
  const source = `${given[name] ?? ''}\n${recipes.get(name) ?? ''}`;
  const made = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'recipe',
        resolveId: (id: string) => (id === entry ? join(root, 'recipe.js') : undefined),
        load: (id: string) => (id === join(root, 'recipe.js') ? source : undefined),
      },
    ],
    build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input: entry, output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  return made.output[0].code;
}
