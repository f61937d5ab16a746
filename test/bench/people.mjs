// Measures the choice of a person in the forms that have one, among few people and among many.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/entries.mjs';
import { openBrowser, serve } from './host.mjs';
import { estimate, inTurn } from './stats.mjs';

/** The fewest people for which there is a search field, and as many as a large house has. */
const [few, many] = [9, 500];
const forms = ['feedback', 'duty', 'job', 'meeting'];
/** The first figure of each form is for a few people of this build: the others are compared with it. */
const now = 'now';

/** The single file of another build, such as the one before a change. */
function other(folder) {
  const path = join(folder, 'milieu-elements.min.js');
  if (!existsSync(path)) throw new Error(`${path} is not there: --before=FOLDER is the dist/cdn of another build`);
  return readFileSync(path);
}

const page = (script) =>
  `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>People</title><div id="subject"></div><script type="module" src="/${script}.js"></script><script type="module" src="/people.js"></script>`;

/**
 * @param {{ rounds: number, warmup: number, before?: string }} options `before`: the dist/cdn of another build, measured in the same rounds
 * @returns {Promise<Record<string, Record<string, Record<string, import('./stats.mjs').Estimate & { over: import('./stats.mjs').Estimate }>>>>}
 *   form to subject to metric
 */
export async function measure({ rounds, warmup, before }) {
  const builds = { [now]: readFileSync(join(root, 'dist/cdn/milieu-elements.min.js')), ...(before ? { before: other(before) } : {}) };
  const server = await serve({
    '/people.js': readFileSync(join(import.meta.dirname, 'pages/people.js'), 'utf8'),
    ...Object.fromEntries(Object.keys(builds).map((name) => [`/${name}.html`, page(name)])),
    ...Object.fromEntries(Object.entries(builds).map(([name, code]) => [`/${name}.js`, code])),
  });
  const { browser, close } = await openBrowser();
  const subjects = Object.keys(builds).flatMap((build) => [few, many].map((count) => `${build}, ${count} people`));
  try {
    const figures = {};
    for (const form of forms) {
      const samples = await inTurn(subjects, { rounds, warmup }, (subject) => once(browser, server.url, form, subject));
      const floor = samples[subjects[0]];
      figures[form] = Object.fromEntries(
        Object.entries(samples).map(([subject, bag]) => [
          subject,
          Object.fromEntries(
            Object.entries(bag).map(([metric, values]) => [
              metric,
              { ...estimate(values), over: estimate(values.map((value, at) => value / floor[metric][at])) },
            ]),
          ),
        ]),
      );
    }
    return figures;
  } finally {
    await close();
    await server.close();
  }
}

/** The time of the main thread for each step, without the time of other programs. */
async function once(browser, address, form, subject) {
  const [build, count] = subject.split(/, | people/);
  const tab = await browser.newPage();
  try {
    await tab.goto(`${address}/${build}.html`);
    await tab.waitForFunction(() => 'open' in globalThis);
    await tab.evaluate((name) => globalThis.prepare(name), form);
    const session = await tab.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const cpu = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    const taken = async (step, ...given) => {
      const start = await cpu();
      const steps = await tab.evaluate((name, args) => globalThis[name](...args), step, given);
      return ((await cpu()) - start) / steps;
    };
    const opened = await taken('open', form, Number(count));
    const searched = await taken('search');
    const wrote = await taken('write');
    return { 'open ms': opened, ...(Number.isFinite(searched) ? { 'key in the search ms': searched } : {}), 'key in the form ms': wrote };
  } finally {
    await tab.close();
  }
}

export const title = 'People';
export const about = `A form in which a person is chosen, as the only one on its page, with ${few} and with ${many} people; CPU time of the main thread, from a store that is open. "Open": until the form and whom the person addressed before are painted. "Key": one letter in the search field, and one in a text field of the same form, until it is painted. × : multiple of the time for ${few} people, round by round, with the interval of the median.`;

const figure = (value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
const cell = ({ median, over: times }) => `${figure(median)} × ${times.median.toFixed(2)} (${times.low.toFixed(2)}–${times.high.toFixed(2)})`;

/** @returns {string[][]} */
export function table(figures) {
  const metrics = ['open ms', 'key in the search ms', 'key in the form ms'];
  return [
    ['form', 'subject', ...metrics],
    ...Object.entries(figures).flatMap(([form, subjects]) =>
      Object.entries(subjects).map(([subject, bag]) => [
        form,
        subject,
        ...metrics.map((metric) => (bag[metric] ? cell(bag[metric]) : 'no search field')),
      ]),
    ),
  ];
}
