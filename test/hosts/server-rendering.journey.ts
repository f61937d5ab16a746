import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { Change } from '../../src/model/change.js';
import { policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import { engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const [server = '', client = ''] = [...readFileSync(join(root, 'docs/server-rendering.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(
  ([, code]) => code ?? '',
);
const people = [{ id: 'p-sam', name: 'Sam & <b>Jo</b>', as: 'resident' }];
const fallback = 'To write feedback on paper, ask for a form in the office.';

/** The snippet for the page, bundled as a host does it. */
async function bundled(source: string): Promise<string> {
  const entry = join(root, 'page.js');
  const made = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'snippet',
        enforce: 'pre',
        resolveId: (id: string) =>
          id === 'virtual:page'
            ? entry
            : id.replace(/^milieu-elements\//, join(root, 'dist/')) === id
              ? undefined
              : id.replace(/^milieu-elements\//, join(root, 'dist/')),
        load: (id: string) => (id === entry ? source : undefined),
      },
    ],
    build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input: 'virtual:page', output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  return made.output[0].code;
}

describe('a page that a server has rendered', { concurrency: 1 }, () => {
  let html: string;
  let scripts: Readonly<Record<string, string>>;
  before(async () => {
    const folder = join(root, 'test/output');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'server-rendering.mjs');
    writeFileSync(file, server);
    const { page } = (await import(pathToFileURL(file).href)) as { page: (person: string, given: typeof people) => Promise<string> };
    html = await page('p-ana', people);
    scripts = { 'with hydration': await bundled(client), 'without hydration': await bundled(client.replace(/^import '@lit-labs.*\n/m, '')) };
  });

  test('the markup has the heading, the purpose and the text of the host, in declarative shadow roots', () => {
    assert.match(html, /<template shadowroot="open" shadowrootmode="open">/);
    assert.match(html, /<h2 part="heading">(<!--.*?-->)?Feedback for each other/);
    assert.match(html, /Say what you saw\./);
    assert.ok(html.includes(fallback));
    assert.doesNotMatch(html.replace(/<style>[\s\S]*?<\/style>/g, ''), /<button|<b>Jo/);
  });

  for (const engine of engines)
    for (const how of ['with hydration', 'without hydration'])
      describe(`${how} (${engine})`, () => {
        const changes: Change[] = [];
        let close = async (): Promise<void> => undefined;
        let visit: Visit;
        let url: string;
        let isHeld = true;
        before(async () => {
          const host = await serve({
            pages: { '/': html },
            csp: policy({ 'connect-src': "'self'", 'style-src': "'unsafe-inline'" }),
            handle: async (request, response) => {
              if (request.url === '/page.js' && isHeld) response.writeHead(404).end();
              else if (request.url === '/page.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(scripts[how]);
              else if (request.method === 'POST') {
                const parts: Buffer[] = [];
                for await (const part of request) parts.push(part as Buffer);
                changes.push(JSON.parse(Buffer.concat(parts).toString()) as Change);
                response.writeHead(200, { 'content-type': 'application/json' }).end('{"records":[]}');
              } else return false;
              return true;
            },
          });
          url = `${host.url}/`;
          visit = await Visit.start({ engine });
          close = async () => {
            await visit.close();
            await host.close();
          };
        });
        after(() => close());

        test(`can be read without its script ${how} (${engine})`, async () => {
          const tab = await visit.open(url);
          await tab.sees('Feedback for each other');
          await tab.sees(fallback);
          assert.equal((await tab.allByRole('button')).length, 0);
          await tab.page.close();
        });

        test(`becomes the widget, which sends a thank-you, without a complaint ${how} (${engine})`, { timeout: 60_000 }, async () => {
          isHeld = false;
          const tab = await visit.open(url);
          await tab.click('radio', 'Sam & <b>Jo</b>');
          await tab.type('textbox', 'What did you see?', 'You held the door.');
          await tab.click('button', /^Send/);
          await tab.sees(/Sent at/);
          assert.deepEqual(
            changes.map(({ by, records: [record] }) => [by, record?.to[0]]),
            [['p-ana', 'p-sam']],
          );
          assert.equal((await tab.allByRole('heading', 'Feedback for each other')).length, 1);
          assert.deepEqual(tab.complaints, []);
        });
      });
});
