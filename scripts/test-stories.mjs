// Opens every story of the static Storybook: it renders, all tags are defined, its play function ends well, axe finds nothing, the console is silent.
//   node scripts/test-stories.mjs [part of a story's id]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from '../test/support/http.mjs';
import { chromiumArgs, ensure } from './browsers.mjs';
import { root } from './entries.mjs';

const folder = join(root, 'storybook-static');
const tabs = 2;
const patience = 20_000;

/** Runs before Storybook in the page: keeps what its channel says of each story, and turns to another without loading anew. */
function listen() {
  let channel;
  const ended = new Map();
  let current = '';
  const end = (id, faults) => {
    const { resolve } = of(id);
    resolve(faults);
  };
  const of = (id) => {
    if (!ended.has(id)) {
      const entry = {};
      entry.promise = new Promise((resolve) => (entry.resolve = resolve));
      ended.set(id, entry);
    }
    return ended.get(id);
  };
  globalThis.turnTo = (id) => {
    if (current !== id) channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
    current = id;
    return of(id).promise;
  };
  current = new URLSearchParams(location.search).get('id');
  const failures = ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyMissing'];
  const where = ({ target }) => target.join(' ');
  const said = ({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.map(where).join(', ')})`;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(given) {
      channel = given;
      given.on('storyFinished', ({ storyId, status, reporters }) => {
        const found = reporters.flatMap(({ result }) => (result?.violations ?? []).map(said));
        end(storyId, [...found, ...(status === 'success' || found.length ? [] : [`the story ended with ${status}`])]);
      });
      for (const name of failures) {
        given.on(name, (error) => {
          const text = [error].flat().map((one) => one?.message ?? one?.description ?? String(one));
          end(current, [`${name}: ${text.join('; ')}`]);
        });
      }
    },
  });
}

/** Names of elements of ours, shadow roots included, that nothing registered. */
function undefinedTags() {
  const names = new Set();
  const visit = (node) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.localName.includes('-') && !customElements.get(element.localName)) names.add(element.localName);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document.querySelector('#storybook-root'));
  return [...names];
}

async function openTab(browser, url) {
  // A window of its own: a tab behind another one draws no frames.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn', 'assert'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()}`));
  await page.evaluateOnNewDocument(listen);
  return { page, url, complaints };
}

async function tryStory(tab, id) {
  const { page, url, complaints } = tab;
  complaints.length = 0;
  if (!tab.open) await page.goto(`${url}/iframe.html?id=${id}&viewMode=story`, { waitUntil: 'domcontentloaded' });
  tab.open = true;
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, patience, [`did not end within ${patience / 1000} s`])));
  const found = await Promise.race([page.evaluate((story) => globalThis.turnTo(story), id), late]);
  clearTimeout(timer);
  const strangers = await page.evaluate(undefinedTags);
  return [...found, ...strangers.map((name) => `<${name}> is not defined`), ...complaints];
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function testStories(part = '') {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) throw new Error('storybook-static is not built: npm run storybook:build');
  const { entries } = JSON.parse(readFileSync(index, 'utf8'));
  const stories = Object.values(entries).filter(({ type, id }) => type === 'story' && id.includes(part));
  const server = await serve({ folder, csp: '' });
  const browser = await puppeteer.launch({ executablePath: ensure().chromium, args: chromiumArgs });
  const waiting = stories.map(({ id }) => id);
  let failed = 0;
  const worker = async () => {
    const tab = await openTab(browser, server.url);
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      const faults = await tryStory(tab, id);
      if (faults.length) failed++;
      console.log([`${faults.length ? 'FAIL' : 'ok  '} ${id}`, ...faults].join('\n     '));
    }
  };
  try {
    await Promise.all(Array.from({ length: tabs }, worker));
  } finally {
    await browser.close();
    await server.close();
  }
  if (!stories.length) throw new Error('There are no stories');
  return { passed: stories.length - failed, failed };
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = await testStories(process.argv[2]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
