// Measures one act through the public store, a raw strict write, and the same work written by hand. IndexedDB is on the disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { singleFile } from '../../scripts/weigh.mjs';
import { openBrowser, serve } from './host.mjs';
import { estimate, inTurn, over } from './stats.mjs';

const here = (name) => readFileSync(join(import.meta.dirname, 'pages', name), 'utf8');
const floors = ['IndexedDB, strict', 'by hand'];
const subjects = [...floors, 'the store'];

/**
 * @param {{ rounds: number, warmup: number, acts: number }} options `acts`: how many one round has, up to 199
 * @returns {Promise<Record<string, { ms: import('./stats.mjs').Estimate, over: Record<string, import('./stats.mjs').Estimate> }>>} subject to ms an act
 */
export async function measure({ rounds, warmup, acts }) {
  const server = await serve({
    '/act.html': '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>One act</title><script type="module" src="/act.js"></script>',
    '/act.js': here('act.js'),
    '/by-hand.js': here('by-hand.js'),
    '/records.min.js': readFileSync(singleFile('records')),
  });
  const { browser, close } = await openBrowser();
  try {
    const samples = await inTurn(subjects, { rounds, warmup }, async (subject) => {
      const tab = await browser.newPage();
      try {
        await tab.goto(`${server.url}/act.html`);
        return { ms: await tab.evaluate((name, count) => globalThis.sample(name, count), subject, acts) };
      } finally {
        await tab.close();
      }
    });
    return Object.fromEntries(
      subjects.map((subject) => [
        subject,
        { ms: estimate(samples[subject].ms), over: Object.fromEntries(floors.map((floor) => [floor, over(samples[subject].ms, samples[floor].ms)])) },
      ]),
    );
  } finally {
    await close();
    await server.close();
  }
}

export const title = 'One act';
export const about =
  'Acts one after the other, each awaited; the median of a round, then of the rounds. "By hand": checked, sealed, tagged, one strict transaction with a row and an outbox row, without a library. × : multiple of the time of a floor, round by round, with the interval of the median.';

const times = ({ median, low, high }) => `× ${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;

/** @returns {string[][]} */
export const table = (figures) => [
  ['subject', 'acts a second', 'ms an act', ...floors.map((floor) => `over ${floor}`)],
  ...Object.entries(figures).map(([subject, { ms, over: multiple }]) => [
    subject,
    (1000 / ms.median).toFixed(0),
    ms.median.toFixed(2),
    ...floors.map((floor) => times(multiple[floor])),
  ]),
];
