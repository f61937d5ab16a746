import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { Backend } from '../../examples/portal/backend.js';
import { memoryJournal } from '../../examples/portal/journal.js';
import { decide } from '../../src/model/decide.js';
import type { Change } from '../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';
import { jsonOf, serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const community = 'north-house';
const ana: Actor = { person: 'p-ana', as: 'resident' };
const priya: Actor = { person: 's-priya', as: 'staff' };

const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="elements.js"></script><script type="module" src="host.js"></script></head><body><h1>Home</h1>
<milieu-community community="${community}" person="${ana.person}" as="${ana.as}"><milieu-peer-feedback></milieu-peer-feedback></milieu-community></body></html>`;

/** The host's own script: where to send, where to ask. */
const host = `const community = document.querySelector('milieu-community');
community.people = [{ id: 'p-sam', name: 'Sam', as: 'resident' }, { id: 's-priya', name: 'Priya', as: 'staff' }];
community.transport = {
  send: (change, { signal }) => fetch('/api/milieu', { method: 'POST', body: JSON.stringify(change), headers: { 'content-type': 'application/json' }, signal }),
  pull: async (cursor, { signal }) => (await fetch('/api/milieu?after=' + (cursor ?? ''), { signal })).json(),
};`;

const first = { mode: 'remind', saw: 'The pans stood in the sink.', next: 'Shall we do them together?', strength: 'You are quick.' };

/** Sends an act to the backend, as another device would. */
function put(backend: Backend, actor: Actor, action: string, before: MilieuRecord | undefined, input: Input): MilieuRecord {
  const at = new Date().toISOString();
  const decided = decide(action, { kind: 'feedback', id: before?.id ?? uuidv7(), community, root: before, input, actor, now: at });
  if (decided instanceof Refused) throw new Error(decided.code);
  const change: Change = { key: uuidv7(), action, by: actor.person, as: actor.as, at, community, records: decided.records };
  const answer = backend.accept(change, actor);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return decided.records[0]!;
}

/** A page whose connection to the backend can be cut: then every request is dropped, as without a network. */
async function device(backend: Backend, engine: (typeof engines)[number]) {
  let cut = false;
  const files: Record<string, string | Buffer> = { '/host.js': host, '/elements.js': readFileSync(join(root, 'dist/cdn/milieu-elements.min.js')) };
  const server = await serve({
    pages: { '/': html },
    handle: async (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const file = files[url.pathname];
      if (file) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(file);
      else if (url.pathname !== '/api/milieu') return false;
      else if (cut) request.socket.destroy();
      else {
        const { status, body } =
          request.method === 'POST'
            ? backend.accept(await jsonOf(request), ana)
            : { status: 200, body: backend.pull(ana, url.searchParams.get('after') ?? '') };
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      }
      return true;
    },
  });
  after(() => server.close());
  const visit = await Visit.start({ engine });
  after(() => visit.kill());
  const tab = await visit.open(`${server.url}/`);
  return {
    tab,
    cut: () => (cut = true),
    mend: async () => {
      cut = false;
      await tab.page.evaluate(() => document.querySelector('milieu-community')?.records?.wake());
    },
  };
}

async function rewrite(tab: Tab, words: string): Promise<void> {
  await tab.click('button', 'Sent');
  await tab.click('button', /^Open/);
  await tab.click('button', 'Change the words');
  const field = await tab.byRole('textbox', 'What did you see?');
  await field.click({ count: 3 });
  await field.type(words);
  await tab.click('button', 'Send it to staff again');
  await tab.sees('Not sent to anyone yet.');
}

for (const engine of engines) {
  test(
    `two devices of one person rewrite the same reminder offline: both texts are kept and the person chooses one (${engine})`,
    { timeout: 180_000 },
    async () => {
      const backend = new Backend(memoryJournal(), { community });
      const sent = put(backend, ana, 'send', undefined, { to: ['p-sam'], data: first });
      put(backend, priya, 'return', sent, { answers: [{ id: uuidv7(), kind: 'feedback-review', data: { note: 'Could you say it more gently?' } }] });
      const [phone, desk] = [await device(backend, engine), await device(backend, engine)];
      for (const { tab } of [phone, desk]) {
        await tab.click('button', 'Sent');
        await tab.sees('Staff asked you to reword this.');
      }
      phone.cut();
      desk.cut();
      await rewrite(phone.tab, 'Words of the phone');
      await rewrite(desk.tab, 'Words of the desk');
      await phone.mend();
      const stands = (): unknown => backend.all().find(({ id }) => id === sent.id)?.data['saw'];
      await phone.tab.until(
        async () => stands() === 'Words of the phone',
        async () => `The backend has ${String(stands())}`,
      );

      await desk.mend();
      const look = await desk.tab.byRole('button', 'See what could not be sent');
      await look.click();
      await desk.tab.sees('This was changed in two places. Nothing is lost. Choose which one to use.');
      await desk.tab.sees('Words of the desk');
      await desk.tab.sees('Words of the phone');
      assert.equal(stands(), 'Words of the phone', 'nothing is written over without a choice');

      await desk.tab.click('button', 'Use mine');
      await desk.tab.until(
        async () => stands() === 'Words of the desk',
        async () => `The backend has ${String(stands())}`,
      );
      await desk.tab.sees('Everything has been sent.');
      await phone.tab.page.evaluate(() => document.querySelector('milieu-community')?.records?.pull());
      await phone.tab.click('button', 'Sent');
      await phone.tab.click('button', /^Open/);
      await phone.tab.sees('Words of the desk');
    },
  );
}
