import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { engines, Visit } from '../testing/visit.js';
import allowed from './clear-fields.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const widgets = ['peer-feedback', 'responsibility-ladder', 'coping-card', 'coping-deck', 'meeting-agenda', 'help', 'today'];
const html =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="elements.js"></script></head><body><h1>Home</h1></body></html>';

/** Set only at run time, because text in the source of the page would be found in the browser's cache. */
const canary = 'Zimtstern-7731';
/** Stored in clear on purpose, to prove that the search can find text. */
const control = 'Vanillekipferl-4410';

/** Runs in the page: says who acts, with the host's key, before any widget asks for a store. */
async function signIn(person: string, as: string, tags: readonly string[]): Promise<void> {
  const everybody = ['p-ana', 'p-sam', 's-priya'].map((id) => ({ id, name: id.slice(2), as: id.startsWith('s') ? 'staff' : 'resident' }));
  const community = document.createElement('milieu-community');
  Object.assign(community, { community: 'north-house', person, as, people: everybody.filter(({ id }) => id !== person) });
  document.body.append(community);
  await community.unlock(new Uint8Array(32).fill(7));
  community.append(...tags.map((tag) => document.createElement(`milieu-${tag}`)));
}

/** Runs in the page: all elements of one role in open shadow roots. */
function fillAll(words: string, send: boolean): { fields: string[]; forms: number } {
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const seen = all(document);
  for (const details of seen) if (details instanceof HTMLDetailsElement) details.open = true;
  const fields: string[] = [];
  for (const field of seen) {
    if (
      field instanceof HTMLInputElement &&
      field.type === 'radio' &&
      !field.checked &&
      !seen.some(
        (one) =>
          one instanceof HTMLInputElement &&
          one.type === 'radio' &&
          one.name === field.name &&
          one.checked &&
          one.getRootNode() === field.getRootNode(),
      )
    )
      field.click();
    if (field instanceof HTMLSelectElement && !field.value && field.options.length > 1) field.selectedIndex = field.options.length - 1;
    const text = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ['text', 'search'].includes(field.type));
    const time = field instanceof HTMLInputElement && ['date', 'time', 'datetime-local'].includes(field.type);
    if (text) field.value = words;
    if (time) field.value = field.type === 'date' ? '2027-03-02' : field.type === 'time' ? '10:00' : '2027-03-02T10:00';
    if (!text && !time && !(field instanceof HTMLSelectElement)) continue;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    if (text) fields.push(`${(field.getRootNode() as ShadowRoot).host?.localName ?? 'page'} ${field.id || field.getAttribute('name') || ''}`);
  }
  const forms = seen.filter((one) => one instanceof HTMLFormElement);
  if (send) for (const form of forms) form.requestSubmit();
  document.dispatchEvent(new Event('visibilitychange'));
  return { fields, forms: forms.length };
}

/** Runs in the page: shows page `at` of every widget; false if none has so many pages. */
function turn(at: number): boolean {
  const pages = [...document.querySelectorAll('milieu-community > *')].map((one) => [
    ...(one.shadowRoot?.querySelectorAll<HTMLElement>('nav button') ?? []),
  ]);
  for (const buttons of pages) buttons[at]?.click();
  return pages.some((buttons) => buttons.length > at);
}

/** Runs in the page: reads the databases of this origin: field names by store, rows by store, and whether `word` can be read. */
async function look(word: string): Promise<{ clear: Record<string, string[]>; rows: Record<string, number>; readable: boolean }> {
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise(
      (resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error ?? new Error()))),
    );
  const names = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)
      ? Object.entries(value).flatMap(([key, inner]) => names(inner, path ? `${path}.${key}` : key))
      : [path];
  const clear: Record<string, Set<string>> = {};
  const rows: Record<string, number> = {};
  let readable = false;
  for (const { name } of await indexedDB.databases()) {
    if (!name || name === 'control') continue;
    const database = await settle(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = await settle(database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>);
      rows[store] = (rows[store] ?? 0) + all.length;
      for (const row of all) for (const field of names(row)) (clear[store] ??= new Set()).add(field);
      readable ||= JSON.stringify(all, (_, value: unknown) =>
        ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
      ).includes(word);
    }
    database.close();
  }
  return { clear: Object.fromEntries(Object.entries(clear).map(([store, set]) => [store, [...set].sort()])), rows, readable };
}

/** Runs in the page: stores one word in clear. */
async function writeControl(word: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('control', 1);
    request.onupgradeneeded = () => void request.result.createObjectStore('control');
    request.onerror = () => reject(request.error ?? new Error());
    request.onsuccess = () => {
      const transaction = request.result.transaction('control', 'readwrite', { durability: 'strict' });
      transaction.objectStore('control').put({ word }, 'word');
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  });
}

/** Places where a page could leak text by accident. */
const leaks = (): string =>
  JSON.stringify([
    document.title,
    location.href,
    history.state,
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    [...document.querySelectorAll('*')].map((one) => [...one.attributes].map(({ name, value }) => [name, value])),
  ]);

/** Files under `folder` that contain `word`, as UTF-8 or UTF-16. */
function filesWith(folder: string, word: string): string[] {
  const wanted = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map((one) => join(one.parentPath, one.name)).filter((path) => wanted.some((bytes) => readFileSync(path).includes(bytes)));
}

/** Fills every field of every page of every widget and sends it, and then once more as drafts. @returns the fields that it found */
async function writeEverywhere(tab: Tab): Promise<Set<string>> {
  const met = new Set<string>();
  for (const send of [true, false]) {
    for (let at = 0; await tab.page.evaluate(turn, at); at += 1) {
      await tab.seesNo(/\bOpening\b/);
      for (const field of (await tab.page.evaluate(fillAll, canary, send)).fields) met.add(field);
    }
  }
  return met;
}

for (const engine of engines) {
  test(`with the host’s key nothing that a person typed can be read on the disk (${engine})`, { timeout: 180_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), 'canary-'));
    after(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    const script = readFileSync(join(root, 'dist/cdn/milieu-elements.min.js'));
    const server = await serve({
      pages: { '/': html },
      handle: (request: IncomingMessage, response: ServerResponse) => {
        if (request.url !== '/elements.js') return false;
        response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' }).end(script);
        return true;
      },
    });
    after(() => server.close());
    const visit = await Visit.start({ engine, profile });
    let open = true;
    after(() => (open ? visit.kill() : undefined));
    const met = new Set<string>();
    for (const [person, as] of [
      ['p-ana', 'resident'],
      ['s-priya', 'staff'],
    ] as const) {
      const tab = await visit.open(`${server.url}/`);
      // The bundler of these tests wraps functions to keep their names; the page needs a stub for that.
      await tab.page.evaluate('globalThis.__name = (one) => one');
      await tab.page.evaluate(signIn, person, as, widgets);
      await tab.sees('Saved on this device, locked');
      await tab.page.evaluate(() => document.querySelector('milieu-peer-feedback')?.scrollIntoView());
      if (as === 'resident') await tab.type('textbox', 'What did you see?', canary);
      const kept = await tab.until(
        async () => {
          // Views are loaded when they are opened: fields that were missing are filled in the next round.
          for (const field of await writeEverywhere(tab)) met.add(field);
          const now = await tab.page.evaluate(look, canary);
          return (now.rows['rows'] ?? 0) > 0 && (now.rows['drafts'] ?? 0) > 0 ? now : undefined;
        },
        async () => `Nothing was kept: ${JSON.stringify(await tab.page.evaluate(look, canary))}\n${await tab.text()}`,
        60_000,
      );
      assert.equal(kept.readable, false);
      for (const [store, fields] of Object.entries(kept.clear)) {
        const known: readonly string[] = allowed[store as keyof typeof allowed];
        assert.deepEqual(
          fields.filter((field) => !known.includes(field)),
          [],
          `in the clear in ${store}`,
        );
      }
      assert.ok(!(await tab.page.evaluate(leaks)).includes(canary));
      assert.deepEqual(tab.complaints, []);
      await tab.page.evaluate(writeControl, control);
    }
    for (const place of ['feedback', 'meeting', 'ladder'])
      assert.ok(
        [...met].some((field) => field.includes(place)),
        `no field of ${place} was met: ${[...met].join('; ')}`,
      );
    await visit.close();
    open = false;
    assert.notDeepEqual(filesWith(profile, control), [], 'the search finds what lies in the clear');
    assert.deepEqual(filesWith(profile, canary), []);
  });
}
