// Measures how a store sends what has waited for long: every change, one after the other, to a host that takes each at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { singleFile } from '../../scripts/weigh.mjs';
import { openBrowser, serve } from './host.mjs';

/**
 * A tenth of the rows first, then all: time that grows with what waits shows as a difference between the two.
 * @param {{ rows: number }} options
 * @returns {Promise<Record<string, { ms: number, longest: number, long: number }>>} number of rows to the figures of `pages/backlog.js`
 */
export async function measure({ rows }) {
  const server = await serve({
    '/backlog.html':
      '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Backlog</title><script type="module" src="/backlog.js"></script>',
    '/backlog.js': readFileSync(join(import.meta.dirname, 'pages/backlog.js'), 'utf8'),
    '/records.min.js': readFileSync(singleFile('records')),
  });
  const { browser, close } = await openBrowser();
  try {
    const figures = {};
    for (const count of [Math.ceil(rows / 10), rows]) {
      const tab = await browser.newPage();
      await tab.goto(`${server.url}/backlog.html`);
      figures[count] = await tab.evaluate((number) => globalThis.drain(number), count);
      await tab.close();
    }
    return figures;
  } finally {
    await close();
    await server.close();
  }
}

export const title = 'A backlog';
export const about =
  'Changes that waited, sent to a host that takes each at once; every answer is stored before the row goes. It fails if one does not come, or comes twice. A task of more than 50 ms on the main thread is one that a person may feel.';

/** @returns {string[][]} */
export const table = (figures) => [
  ['changes that wait', 'ms a change', 'longest task, ms', 'tasks over 50 ms'],
  ...Object.entries(figures).map(([rows, { ms, longest, long }]) => [
    rows,
    ms.toFixed(1),
    longest === 0 ? 'none over 50' : longest.toFixed(0),
    String(long),
  ]),
];
