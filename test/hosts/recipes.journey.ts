import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { engines, Visit } from '../testing/visit.js';
import { Backend, names } from './backend.js';
import { bundle, recipes } from './recipes.js';

const elements = readFileSync(join(import.meta.dirname, '../../dist/cdn/milieu-elements.min.js'));
const html =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="/elements.js"></script><script type="module" src="/recipe.js"></script></head><body></body></html>';

type End = 'sent' | 'waiting' | 'unclear' | 'refused' | 'conflict' | 'paused';

const ends: Readonly<Record<string, End>> = {
  '200 with JSON': 'sent',
  '200 with the text OK': 'sent',
  '204': 'sent',
  '500 with JSON': 'waiting',
  '413': 'refused',
  '409 with records': 'conflict',
  '401': 'paused',
  'a sign-in page': 'paused',
  '200 with errors': 'unclear',
  '200 with ok: false': 'unclear',
};

/** Clients that reject without the status of the answer. */
const others: Readonly<Record<string, Readonly<Record<string, End>>>> = {
  GraphQL: { '200 with the text OK': 'waiting', '204': 'waiting', 'a sign-in page': 'waiting' },
};

/** A host's own queue answers only for its backend. */
const queued: Readonly<Record<string, End>> = { '200 with JSON': 'sent', '204': 'sent', '500 with JSON': 'waiting', '401': 'waiting' };

interface State {
  readonly sent: string;
  readonly paused: boolean;
  readonly errors: readonly string[];
  readonly reasons: readonly string[];
  readonly theirs: boolean;
  readonly said: string;
}

/** Creates a new community and a change whose text names the answer. */
const begin = (page: Page, words: string): Promise<void> =>
  page.evaluate(async (words) => {
    const community = document.createElement('milieu-community');
    Object.assign(community, { community: crypto.randomUUID(), person: 'p-1', as: 'resident', keep: 'page' });
    const errors: string[] = [];
    community.addEventListener('milieu-error', ({ code }) => errors.push(code));
    community.append(document.createElement('milieu-peer-feedback'));
    document.body.replaceChildren(community);
    const opened = new Promise<void>((resolve) => {
      community.addEventListener('milieu-status', ({ status }) => status.store === 'memory' && resolve());
    });
    await opened;
    const id = crypto.randomUUID();
    await community.records!.act('send', { kind: 'feedback', id }, { to: ['p-2'], data: { mode: 'affirm', saw: words } });
    Object.assign(community, { look: { id, errors } });
  }, words);

const look = (page: Page): Promise<State> =>
  page.evaluate(async () => {
    const community = document.querySelector('milieu-community') as HTMLElementTagNameMap['milieu-community'] & {
      look: { id: string; errors: string[] };
    };
    const { id, errors } = community.look;
    const troubles = await community.records!.troubles();
    return {
      sent: (await community.records!.get(id))?.sent ?? 'gone',
      paused: community.status.paused,
      errors,
      reasons: troubles.map(({ reason }) => reason),
      theirs: troubles.some(({ theirs }) => theirs !== undefined),
      said: document.body.textContent,
    };
  });

function endOf({ sent, paused, errors, reasons, theirs }: State): End | undefined {
  if (paused) return 'paused';
  if (reasons.includes('refused')) return 'refused';
  if (theirs) return 'conflict';
  if (errors.includes('unclear-answer')) return 'unclear';
  return sent === 'sent' || sent === 'waiting' ? sent : undefined;
}

describe('the recipes of the README', { concurrency: 1 }, () => {
  test('the README has a recipe for each client', () =>
    assert.deepEqual([...recipes.keys()], ['fetch', 'axios', 'ky', 'Angular', 'jQuery', 'GraphQL', 'A queue of your own']));

  for (const engine of engines)
    for (const name of recipes.keys())
      describe(`the recipe for ${name} (${engine})`, () => {
        const backend = new Backend();
        let tab: Tab;
        let close = async (): Promise<void> => undefined;
        before(async () => {
          const files: Record<string, string | Buffer> = { '/elements.js': elements, '/recipe.js': await bundle(name) };
          const server = await serve({
            pages: { '/': html },
            csp: '', // Angular without its own build creates functions from text
            handle: async (request: IncomingMessage, response: ServerResponse) => {
              const file = files[request.url ?? ''];
              if (file) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(file);
              else if (request.method === 'POST') await backend.answer(request, response);
              else return false;
              return true;
            },
          });
          const visit = await Visit.start({ engine });
          close = async () => {
            await visit.close();
            await server.close();
          };
          tab = await visit.open(`${server.url}/`);
        });
        after(() => close());

        const expected = name === 'A queue of your own' ? queued : { ...ends, ...others[name] };
        for (const answer of names.filter((one) => one in expected))
          test(`${name}: the answer ${answer} is read as ${expected[answer]} (${engine})`, { timeout: 60_000 }, async () => {
            const end = expected[answer];
            await begin(tab.page, answer);
            const again = end === 'waiting' || end === 'unclear' ? 2 : 1;
            await tab.until(
              async () => endOf(await look(tab.page)) === end && (backend.asked.get(answer) ?? 0) >= again,
              async () => `Asked ${backend.asked.get(answer) ?? 0} times. ${JSON.stringify(await look(tab.page))}`,
              20_000,
            );
            if (end !== 'sent') assert.doesNotMatch((await look(tab.page)).said, /Sent at/);
            if (name !== 'A queue of your own') assert.ok(backend.keys.has(answer), 'the key is in the headers');
          });
      });
});
