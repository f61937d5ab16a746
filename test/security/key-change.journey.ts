import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../testing/http.mjs';
import { engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const html = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title></head><body><h1>Home</h1></body></html>';

/** What the old key was, and what it has sealed, as hexadecimal digits. */
interface Old {
  readonly database: string | undefined;
  readonly root: string;
  readonly boxes: readonly string[];
}

/** Runs in the page: fills a store whose key the device keeps, and reads what lies on the disk then. */
async function fill(file: string, count: number): Promise<Old> {
  const { openRecords } = (await import(file)) as typeof import('../../src/records/index.js');
  const records = await openRecords({ community: 'north-house', person: 'p-1', as: 'resident', carry: () => null });
  for (let at = 0; at < count; at++) {
    const id = `0199c0de-0000-7000-8000-${String(at).padStart(12, '0')}`;
    await records.act('propose', { kind: 'item', id }, { data: { kind: 'topic', title: `Title ${at}` } });
  }
  await records.close();
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('unknown'));
    });
  const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const [found] = await indexedDB.databases();
  const db = await settle(indexedDB.open(found?.name ?? ''));
  const [key, rows] = await Promise.all([
    settle(db.transaction('meta').objectStore('meta').get('root') as IDBRequest<{ raw: Uint8Array }>),
    settle(db.transaction('rows').objectStore('rows').getAll() as IDBRequest<{ box: Uint8Array }[]>),
  ]);
  db.close();
  return { database: found?.name, root: hex(key.raw), boxes: rows.map(({ box }) => hex(box)) };
}

/** Runs in the page: locks the store with a key of the host. Returns the names of the databases that are left. */
async function lockWithKey(file: string): Promise<(string | undefined)[]> {
  const { openRecords } = (await import(file)) as typeof import('../../src/records/index.js');
  const records = await openRecords({ community: 'north-house', person: 'p-1', as: 'resident', carry: () => null });
  await records.unlock(new Uint8Array(32).fill(7));
  const all = await records.list({ kind: 'item', limit: 200 });
  if (all.length === 0) throw new Error('Nothing came along');
  await records.close();
  return (await indexedDB.databases()).map(({ name }) => name);
}

/** Files under `folder` that contain any of these bytes. */
function filesWith(folder: string, all: readonly string[]): string[] {
  const wanted = all.map((digits) => Buffer.from(digits, 'hex'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map((one) => join(one.parentPath, one.name)).filter((path) => wanted.some((bytes) => readFileSync(path).includes(bytes)));
}

/** Firefox has a file for each database. */
const fate = { firefox: 'are in no file of the profile', chromium: 'are in no database' };

for (const engine of engines)
  test(
    `the key that the device kept, and what it has sealed, ${fate[engine]} once the host has set a key (${engine})`,
    { timeout: 120_000 },
    async () => {
      const profile = mkdtempSync(join(tmpdir(), 'key-change-'));
      after(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
      const script = readFileSync(join(root, 'dist/cdn/records.min.js'));
      const server = await serve({
        pages: { '/': html },
        handle: (request: IncomingMessage, response: ServerResponse) => {
          if (request.url !== '/records.js') return false;
          response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' }).end(script);
          return true;
        },
      });
      after(() => server.close());
      const inBrowser = async <T, A extends unknown[]>(work: (...args: A) => Promise<T>, ...args: A): Promise<T> => {
        const visit = await Visit.start({ engine, profile });
        try {
          const tab = await visit.open(`${server.url}/`);
          await tab.page.evaluate('globalThis.__name = (one) => one'); // the bundler of these tests keeps the names of functions
          return (await tab.page.evaluate(work as (...all: unknown[]) => Promise<unknown>, ...args)) as T;
        } finally {
          await visit.close();
        }
      };
      const old = await inBrowser(fill, '/records.js', 150);
      assert.notDeepEqual(filesWith(profile, [old.root]), [], 'the search finds the old key while it is there');
      assert.notDeepEqual(filesWith(profile, old.boxes.slice(0, 1)), [], 'the search finds what it has sealed');
      const left = await inBrowser(lockWithKey, '/records.js');
      assert.equal(left.length, 1);
      assert.notEqual(left[0], old.database);
      // Chromium keeps all databases of an origin in files of LevelDB, and writes those anew when it likes. The README says so.
      if (engine === 'firefox') assert.deepEqual(filesWith(profile, [old.root, ...old.boxes]), []);
    },
  );
