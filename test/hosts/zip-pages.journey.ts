import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { cards } from '../../src/content/cards.js';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { type Engine, engines, Visit } from '../testing/visit.js';
import { unzip } from './unzipped.js';

const host = 'intranet.test';
const { home, remove } = unzip();
after(remove);
const folder = join(home, 'milieu-elements');
const fileUrl = (name: string): string => pathToFileURL(join(home, name)).href;

async function visit(engine: Engine): Promise<Visit> {
  const started = await Visit.start({ engine, host });
  after(() => started.close());
  return started;
}

interface Served {
  readonly pages?: Record<string, string>;
  readonly csp?: string;
  readonly missing?: string;
}

/** The unpacked zip on a server; its pages run under the strict policy of the tests. */
async function port({ pages, csp, missing }: Served = {}): Promise<number> {
  const handle = ({ url }: IncomingMessage, response: ServerResponse): boolean => {
    if (!missing || url !== `/milieu-elements/${missing}`) return false;
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    return true;
  };
  const server = await serve({ folder: home, handle, ...(pages ? { pages } : {}), ...(csp === undefined ? {} : { csp }) });
  after(() => server.close());
  return server.port;
}

/** What check.html found: each line with its mark. */
async function results(tab: Tab): Promise<string> {
  await tab.byRole('button', 'Copy this result');
  return (await tab.text()).replaceAll(/\n(Good|Note|Problem)\n/g, '\n$1: ');
}

/** Moves the mark of check.html to yesterday. */
const yesterday = (tab: Tab): Promise<void> =>
  tab.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('milieu-check');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('marks', 'readwrite');
          writing.objectStore('marks').put(Date.now() - 86_400_000, 'first');
          writing.oncomplete = () => (opening.result.close(), resolve());
        };
      }),
  );

const valueOf = async (tab: Tab, name: string): Promise<string> =>
  (await tab.byRole('textbox', name)).evaluate((area) => (area as HTMLTextAreaElement).value);

describe('check.html', () => {
  for (const engine of engines) {
    test(`from a folder it says that the widgets can save, and later since when a mark is kept (${engine})`, async () => {
      const tab = await (await visit(engine)).open(fileUrl('milieu-elements/check.html'));
      const first = await results(tab);
      for (const line of [
        'The widgets can save here.',
        'Good: The browser is new enough.',
        'Good: The file with the widgets is there, and it runs.',
        'Note: This page was opened from a folder, not from a server.',
        'Good: This browser allows this page to save.',
        'Note: A mark was made now: ',
        'Good: The widgets say that they can save here.',
      ])
        assert.ok(first.includes(line), `${line} is not in\n${first}`);
      assert.doesNotMatch(first, /Problem|http-ciphers|frame/);
      await tab.go(tab.page.url());
      assert.match(await results(tab), /Note: Kept since today, /);
      await yesterday(tab);
      await tab.go(tab.page.url());
      assert.match(await results(tab), /Good: Kept since \w+ \d+, \d{4}, /);
      copyFileSync(join(folder, 'check.html'), join(folder, 'moved.html'));
      const moved = await (await visit(engine)).open(fileUrl('milieu-elements/check.html'));
      await results(moved);
      await moved.go(fileUrl('milieu-elements/moved.html'));
      // READ ME FIRST says so: in Firefox each page from a folder has a place of its own, in Chromium they share one.
      assert.match(await results(moved), engine === 'firefox' ? /Note: A mark was made now/ : /Note: Kept since today/);
      await tab.click('button', 'Copy this result');
      await tab.sees('Copied.');
      assert.deepEqual(tab.complaints, []);
      assert.deepEqual(await tab.axe(), []);
    });

    test(`on plain http it says that the connection is not secure, and whether the extra file is there (${engine})`, async () => {
      const at = async (options?: Served): Promise<Tab> =>
        (await visit(engine)).open(`http://${host}:${await port(options)}/milieu-elements/check.html`);
      const tab = await at();
      const good = await results(tab);
      assert.match(good, /Note: The connection is not secure \(http\)\./);
      assert.match(good, /Good: The extra file for http is there\./);
      assert.match(good, /The widgets can save here\./);
      assert.deepEqual(tab.complaints, []);
      const without = await results(await at({ missing: 'http-ciphers.min.js' }));
      assert.match(without, /There are 2 problems\./);
      assert.match(without, /Problem: http-ciphers\.min\.js is missing/);
      assert.match(without, /Problem: The widgets say that they cannot save here\. The code is missing-file\./);
      const empty = await results(await at({ missing: 'milieu-elements.classic.js' }));
      assert.match(empty, /Problem: The file with the widgets did not run\./);
    });

    test(`in a frame without storage, and below the browser floor, it says what to do (${engine})`, async () => {
      const plain = readFileSync(join(folder, 'check.html'), 'utf8');
      const old = plain.replace('<head>', '<head><base href="/milieu-elements/"><script>delete ElementInternals.prototype.states</script>');
      const frame = '<!DOCTYPE html><title>Frame</title><iframe sandbox="allow-scripts" src="/milieu-elements/check.html"></iframe>';
      const url = `http://localhost:${await port({ pages: { '/frame.html': frame, '/old.html': old }, csp: '' })}`;
      const opened = await visit(engine);
      const inFrame = await opened.open(`${url}/frame.html`);
      const said = await inFrame.until(
        async () => {
          const words = await inFrame.page.frames()[1]?.evaluate(() => document.body.innerText);
          return words?.includes('Copy this result') ? words : undefined;
        },
        async () => 'The frame has no result',
      );
      assert.match(said, /This page is inside a frame of another site\./);
      assert.match(said, /This browser does not allow this page to save\./);
      assert.match(said, /The widgets say that they can save only until the page closes\./);
      const tooOld = await results(await opened.open(`${url}/old.html`));
      assert.match(tooOld, /Problem: The browser is too old for the widgets\./);
      assert.match(tooOld, /This browser does not show the widgets\./);
    });
  }
});

describe('page-builder.html', () => {
  /** Chooses several widgets, contacts with characters that HTML could misread, and a colour. */
  async function choose(tab: Tab): Promise<void> {
    await tab.click('checkbox', 'A call for staff');
    await tab.click('checkbox', 'Community meeting');
    await (await tab.byRole('textbox', 'Where staff are')).type('In the "day room" <left> & next door');
    await (await tab.byRole('textbox', 'Name')).type("Mara's desk</script>");
    await tab.click('checkbox', 'Our own colour for buttons and links');
    await tab.byRole('heading', 'Community meeting'); // in the preview
  }

  async function works(tab: Tab): Promise<void> {
    await tab.click('button', 'People to call');
    await tab.sees("Mara's desk</script>");
    await tab.click('button', 'Ask staff to come');
    await tab.sees('Nobody has been told. Go to a member of staff now.');
    await tab.sees('In the "day room" <left> & next door');
    for (const heading of ['Five senses', 'Community meeting']) await tab.byRole('heading', heading);
    const accent = await tab.page.evaluate(() => getComputedStyle(document.querySelector('milieu-help')!).getPropertyValue('--milieu-accent').trim());
    assert.equal(accent, '#185c72');
    assert.deepEqual(tab.complaints, []);
  }

  for (const engine of engines) {
    test(`its snippet works in an empty page, as tags and as divs, with the hash of the file (${engine})`, async () => {
      const url = `http://localhost:${await port()}`;
      const opened = await visit(engine);
      const tab = await opened.open(`${url}/milieu-elements/page-builder.html`);
      await tab.byRole('checkbox', /^Let the browser check the file/);
      await choose(tab);
      const [tags, divs] = [await valueOf(tab, 'For your page'), await valueOf(tab, 'The same as divs')];
      assert.deepEqual(tab.complaints, []);
      assert.deepEqual(await tab.axe(), []);
      assert.match(tags, /^<script src="\/milieu-elements\/milieu-elements\.classic\.js" integrity="sha384-[\w+/=]+"><\/script>/);
      assert.doesNotMatch(divs, /<milieu-/);
      for (const snippet of [tags, divs]) {
        const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title></head><body>${snippet}</body></html>`;
        await works(await opened.open(`http://localhost:${await port({ pages: { '/': page }, csp: '' })}/`));
      }
    });

    test(`opened from a folder, its snippet works in a page beside that folder (${engine})`, async () => {
      const opened = await visit(engine);
      const tab = await opened.open(fileUrl('milieu-elements/page-builder.html'));
      await choose(tab);
      const snippet = await valueOf(tab, 'For your page');
      assert.match(snippet, /^<script src="milieu-elements\/milieu-elements\.classic\.js"><\/script>/);
      writeFileSync(join(home, 'pasted.html'), `<!DOCTYPE html><meta charset="utf-8"><title>Home</title>${snippet}`);
      await works(await opened.open(fileUrl('pasted.html')));
      assert.deepEqual(tab.complaints, []);
    });

    test(`it gives nothing to copy while something is missing, and takes the smaller file for one widget (${engine})`, async () => {
      const tab = await (await visit(engine)).open(fileUrl('milieu-elements/page-builder.html'));
      assert.match(await valueOf(tab, 'For your page'), /coping-card\.classic\.js/);
      await tab.click('radio', /^For each person/);
      await tab.sees('Write the id of the person, or choose another place to save.');
      assert.equal(await valueOf(tab, 'For your page'), '');
      await (await tab.byRole('textbox', /^Id of the person/)).type('p-17');
      assert.match(await valueOf(tab, 'For your page'), /<milieu-community community="north-house" person="p-17" keep="person">/);
      await tab.click('checkbox', 'One coping card');
      await tab.sees('Choose a widget.');
    });
  }

  test('it offers every starter card by its own title', () => {
    const html = readFileSync(join(folder, 'page-builder.html'), 'utf8');
    const offered = [...html.matchAll(/<option value="(c\d+)"[^>]*>([^<]+)</g)].map(([, id, title]) => `${id} ${title}`);
    assert.deepEqual(offered, cards.map(({ id, title }) => `${id} ${title}`).sort());
  });
});
