import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { zip } from '../../scripts/zip.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { type Engine, engines, Visit } from '../testing/visit.js';
import { unzip } from './unzipped.js';

const host = 'intranet.test';
const note = 'The lamp is warm';
const thanks = 'You held the door';

const { home, remove } = unzip();
after(remove);

async function practise(tab: Tab): Promise<void> {
  await tab.click('button', 'Start');
  await tab.click('button', 'Stop');
  await tab.type('textbox', 'A note for yourself', note);
  await tab.click('button', 'Save this');
  await tab.sees('Find it under “My practice”.');
}

async function thank(tab: Tab): Promise<void> {
  await tab.click('radio', 'Ana Example');
  await tab.type('textbox', 'What did you see?', thanks);
  await tab.click('button', 'Send to Ana Example');
  await tab.sees('Saved for Ana Example');
  await tab.sees('Not sent to anyone yet');
}

async function isKept(tab: Tab): Promise<void> {
  await tab.click('button', 'My practice');
  await tab.sees(note);
  await tab.click('button', 'Sent');
  await tab.click('button', /^Open/);
  await tab.sees(thanks);
}

/** Writes on the example page, ends the browser as a power cut does, and starts it again. */
async function acrossRestart(engine: Engine, url: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), 'milieu-profile-'));
  const options = { engine, profile, host };
  const first = await Visit.start(options);
  try {
    const tab = await first.open(url);
    await tab.sees('Sample House');
    assert.equal((await tab.allByRole('heading', 'My part in Sample House')).length, 1, 'a div in the page is a widget');
    await practise(tab);
    await thank(tab);
    assert.deepEqual(tab.complaints, []);
  } finally {
    await first.kill();
  }
  const second = await Visit.start(options);
  after(async () => {
    await second.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  const again = await second.open(url);
  await isKept(again);
  assert.deepEqual(again.complaints, []);
  return again;
}

describe('the zip for intranets', () => {
  test('it holds the classic files, their companion, the licence and the pages', () => {
    const names = readdirSync(join(home, 'milieu-elements'));
    for (const name of ['LICENSE', 'READ ME FIRST.html', 'check.html', 'example.html', 'page-builder.html', 'http-ciphers.min.js', 'integrity.json'])
      assert.ok(names.includes(name), name);
    const cdn = join(import.meta.dirname, '../../dist/cdn');
    const classic = readdirSync(cdn).filter((name) => name.endsWith('.classic.js'));
    assert.ok(classic.length > 6);
    for (const name of classic) assert.deepEqual(readFileSync(join(home, 'milieu-elements', name)), readFileSync(join(cdn, name)), name);
    const hashes = JSON.parse(readFileSync(join(home, 'milieu-elements/integrity.json'), 'utf8')) as Record<string, string>;
    assert.deepEqual(Object.keys(hashes).sort(), [...classic, 'http-ciphers.min.js'].sort());
  });

  test('its bytes are the same in another time zone', () => {
    const code = `import { zip } from './scripts/zip.mjs'; import { createHash } from 'node:crypto'; console.log(createHash('sha256').update(zip()).digest('hex'));`;
    const hashOf = (TZ: string): string =>
      execFileSync('node', ['--input-type=module', '-e', code], {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
    const here = createHash('sha256').update(zip()).digest('hex');
    assert.deepEqual(
      ['Pacific/Auckland', 'America/Los_Angeles'].map((zone) => hashOf(zone).trim()),
      [here, here],
    );
  });

  for (const engine of engines) {
    test(`unpacked and opened from file://, it keeps a practice and a thank-you across a restart (${engine})`, async () => {
      await acrossRestart(engine, pathToFileURL(join(home, 'milieu-elements/example.html')).href);
    });

    test(`on plain http, it keeps a practice and a thank-you across a restart (${engine})`, async () => {
      const server = await serve({ folder: home });
      after(() => server.close());
      const tab = await acrossRestart(engine, `http://${host}:${server.port}/milieu-elements/example.html`);
      await tab.sees('Your connection is not secure.');
    });
  }
});
