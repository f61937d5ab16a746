// Measures one widget in a host page, from the package and as a single file, and a form written by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWidget, singleFile } from '../../scripts/weigh.mjs';
import { openBrowser, serve } from './host.mjs';
import { estimate, inTurn, over } from './stats.mjs';

const here = (name) => readFileSync(join(import.meta.dirname, 'pages', name), 'utf8');
const people =
  '<script type="application/json" slot="people">[{"id":"p-02","name":"Ana","as":"resident"},{"id":"p-03","name":"Bo","as":"resident"}]</script>';
const text = '<p>The text of the host page, which stands still while it loads.</p>';

// A page that is opened before the measured one, with the same process, fonts and native controls, so that starting a process is not measured.
const before = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Before</title>
<body style="font-family: system-ui, sans-serif"><h1>Before</h1><p>Text <b>bold</b> <i>italic</i></p>
<input><select><option>One</option></select><textarea>Text</textarea><input type="radio"><button>Press</button>`;

const page = (subject, script) => `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Host</title>
<h1>Host page</h1>${text}<div id="subject">${subject}</div>${text.repeat(4)}<script type="module" src="${script}"></script>`;

/** The subject that the others are compared with. */
export const floor = 'by hand';
/** The figures with a limit: each is a multiple of the floor's figure in the same round. */
export const judged = ['ready ms', 'CPU to ready ms', 'CPU until open ms', 'heap MB'];

/** @returns {Promise<Record<string, string>>} path to text */
async function pages(widget) {
  const bundle = await bundleWidget(widget);
  if (!bundle) throw new Error('Not built. Run npm run build.');
  const subject = `<milieu-community community="bench" person="p-17" as="resident">${people}<milieu-${widget}></milieu-${widget}></milieu-community>`;
  return {
    '/before.html': before,
    '/by-hand.html': page(`${here('floor.html')}<bench-floor>${people}</bench-floor>`, '/floor.js'),
    '/floor.js': here('floor.js'),
    '/package.html': page(subject, `/package/${bundle.entry}`),
    ...Object.fromEntries([...bundle.chunks].map(([name, { code }]) => [`/package/${name}`, code])),
    '/file.html': page(subject, '/file.js'),
    '/file.js': readFileSync(singleFile(widget), 'utf8'),
  };
}

const paths = { [floor]: '/by-hand.html', 'from the package': '/package.html', 'single file': '/file.html' };

async function cpu(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** Resolves when the store of the page's community is open, or at once if there is none. Runs in the page. */
const storeIsOpen = `new Promise((resolve) => {
  const look = () => (!document.querySelector('milieu-community') || document.querySelector('milieu-community').status?.store === 'open' ? resolve() : setTimeout(look, 20));
  look();
})`;

/** Opens one page in a separate context. `control` is the selector of the control that must be ready. */
async function loadOnce(browser, address, { control, rate }) {
  const context = await browser.createBrowserContext(); // has an empty cache and an empty store
  try {
    const tab = await context.newPage();
    await tab.goto(new URL('/before.html', address).href);
    await tab.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await tab.evaluateOnNewDocument(`globalThis.bench = ${JSON.stringify({ control, shift: 0, ready: 0 })};\n${here('probe.js')}`);
    const session = await tab.createCDPSession();
    // The time that the main thread ran, without the time of other programs.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'benchReady' });
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const ready = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${address}: nothing that fits ${control} is ready after 60 s`)), 60_000);
      session.once('Runtime.bindingCalled', () => {
        clearTimeout(late);
        resolve(cpu(session));
      });
    });
    const start = await cpu(session);
    const [toReady] = await Promise.all([ready, tab.goto(address)]);
    await tab.evaluate(storeIsOpen);
    await tab.waitForNetworkIdle({ idleTime: 300, timeout: 60_000 });
    const open = await cpu(session);
    const { ready: at, shift } = await tab.evaluate(() => globalThis.bench);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return {
      'ready ms': at,
      'CPU to ready ms': toReady - start,
      'CPU until open ms': open - start,
      'heap MB': usedSize / 1e6,
      'layout shift': shift,
    };
  } finally {
    await context.close();
  }
}

/** The estimates of each figure, and of its ratio to the floor. */
const summary = (samples) =>
  Object.fromEntries(
    Object.entries(samples).map(([subject, bag]) => [
      subject,
      Object.fromEntries(
        Object.entries(bag).map(([metric, values]) => [
          metric,
          { ...estimate(values), ...(judged.includes(metric) ? { over: over(values, samples[floor][metric]) } : {}) },
        ]),
      ),
    ]),
  );

/**
 * @param {{ widget: string, control: string, rounds: number, warmup: number, cpu: readonly number[] }} options `control`: the selector of what has
 *   to be ready; `cpu`: how many times slower than this machine
 * @returns {Promise<Record<string, Record<string, Record<string, import('./stats.mjs').Estimate & { over?: import('./stats.mjs').Estimate }>>>>}
 *   widget and speed to subject to metric
 */
export async function measure({ widget, control, rounds, warmup, cpu: rates }) {
  const server = await serve(await pages(widget));
  const { browser, close } = await openBrowser();
  try {
    const figures = {};
    for (const rate of rates) {
      const samples = await inTurn(Object.keys(paths), { rounds, warmup }, (subject) =>
        loadOnce(browser, server.url + paths[subject], { control, rate }),
      );
      figures[`${widget}, CPU ${rate}x`] = summary(samples);
    }
    return figures;
  } finally {
    await close();
    await server.close();
  }
}

export const title = 'Load';
export const about =
  'One widget in a host page, beside a form written by hand in the same rounds. Cells: the median; × its multiple of the form by hand, round by round, with the interval of that median. "Ready": the first field is painted and takes the focus. "Open": the store is open and nothing more is fetched. CPU: time of the main thread.';

const figure = (value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
const cell = ({ median, over: times }) =>
  figure(median) + (times ? ` × ${times.median.toFixed(2)} (${times.low.toFixed(2)}–${times.high.toFixed(2)})` : '');

/** @returns {string[][]} */
export function table(figures) {
  const metrics = [...judged, 'layout shift'];
  return [
    ['widget and speed', 'subject', ...metrics],
    ...Object.entries(figures).flatMap(([speed, subjects]) =>
      Object.entries(subjects).map(([subject, bag]) => [speed, subject, ...metrics.map((metric) => cell(bag[metric]))]),
    ),
  ];
}
