// Tests what the Storybook has around the stories, as a designer meets it in a window of 1280 px: the bar, the sidebar, the pages of docs.
/* global DataTransfer, Event, File, document, innerHeight, requestAnimationFrame, scrollY -- functions for the page */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './engines.mjs';
import { built } from './files.mjs';

const window = { width: 1280, height: 900, deviceScaleFactor: 1 };
const entries = () => Object.values(JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')).entries);

/** A check gets an open page and the address of the Storybook, and returns sentences about what is wrong. */
/** @typedef {(page: import('puppeteer-core').Page, url: string) => Promise<string[]>} Check */

/** @type {Check} */
async function personInTheBar(page, url) {
  const faults = [];
  for (const path of ['/story/welcome--welcome', '/docs/widgets-coping-card--docs']) {
    await page.goto(`${url}/?path=${path}`);
    const button = await page.waitForSelector('button[aria-label^="Who is looking"]', { timeout: 20_000 });
    const seen = await button?.evaluate((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const corners = [left + 2, right - 2].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
      return corners.every((found) => found && one.contains(found));
    });
    if (!seen) faults.push(`${path}: “Person” is not in the window`);
  }
  return faults;
}

/** @type {Check} */
async function orderOfTheSidebar() {
  const all = entries();
  const faults = [];
  const firstGuide = all.find(({ title }) => title.startsWith('Guides/'));
  if (firstGuide?.title !== 'Guides/Your brand') faults.push(`Guides begin with ${firstGuide?.title}`);
  const titles = [...new Set(all.map(({ title }) => title))];
  for (const title of titles.filter((one) => /staff/i.test(one))) {
    const widget = title.split('/').slice(0, -1).join('/');
    if (!titles.includes(widget)) faults.push(`${title} is not under its widget`);
    if (titles[titles.indexOf(title) - 1] !== widget) faults.push(`${title} does not follow ${widget}`);
  }
  return faults;
}

const openDocs = async (page, url, id) => {
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=docs`);
  await page.waitForSelector('.toc-link, docs-head, .sbdocs h1', { timeout: 20_000 });
};

/** How far below the top of the window a heading is when nothing has moved for a while. */
const settledTop = (page, id) =>
  page.evaluate(async (name) => {
    const heading = document.getElementById(name);
    const frame = () => new Promise(requestAnimationFrame);
    let [top, since] = [NaN, performance.now()];
    while (performance.now() - since < 300) {
      await frame();
      const now = Math.round(heading?.getBoundingClientRect().top ?? NaN);
      if (now !== top) [top, since] = [now, performance.now()];
    }
    const { documentElement: root } = document;
    return { top, atEnd: scrollY + innerHeight >= root.scrollHeight - 2 && top >= 0 && top < innerHeight };
  }, id);

/** Every link of “On this page”, pressed on a page whose stories have only begun to load, and once more when all are there. @type {Check} */
async function linksToHeadings(page, url) {
  const faults = [];
  for (const { id } of entries().filter(({ type }) => type === 'docs')) {
    await openDocs(page, url, id);
    const count = await page.evaluate(async () => {
      for (let tries = 0; tries < 30 && !document.querySelector('.toc-link'); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
      return document.querySelectorAll('.toc-link').length;
    });
    for (let at = 0; at < count; at++) {
      const hash = await page.evaluate((index) => {
        const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.toc-link'));
        links[index]?.click();
        return decodeURIComponent(links[index]?.hash.slice(1) ?? '');
      }, at);
      const { top, atEnd } = await settledTop(page, hash);
      if (!(Math.abs(top) <= 4 || atEnd)) faults.push(`${id}: #${hash} is ${top} px from the top`);
    }
  }
  return faults;
}

/** @type {Check} */
async function codeNextToStories(page, url) {
  const faults = [];
  await openDocs(page, url, 'widgets-coping-card--docs');
  const shown = await page.evaluate(async () => {
    const found = [];
    for (const stage of document.querySelectorAll('docs-stage')) {
      // Stories above it grow, so it may move out of the window again.
      for (let tries = 0; tries < 300 && !stage.querySelector('docs-code code')?.textContent.startsWith('<milieu-'); tries++) {
        stage.scrollIntoView({ block: 'center' });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      found.push(stage.querySelector('docs-code code')?.textContent ?? '');
    }
    return found;
  });
  const ids = entries().filter(({ type, title }) => type === 'story' && title === 'Widgets/Coping card');
  if (shown.length !== ids.length) faults.push(`${shown.length} of ${ids.length} stories have code`);
  for (const [at, code] of shown.entries()) if (!/<milieu-coping-card/.test(code)) faults.push(`story ${at}: its code is “${code.slice(0, 80)}”`);

  await page.goto(`${url}/?path=/story/widgets-coping-card--steps`);
  const panel = await page.waitForSelector('[id*="docs/panel"] pre, [role=tabpanel] pre', { timeout: 20_000 }).catch(() => null);
  const text = await panel?.evaluate(async (pre) => {
    for (let tries = 0; tries < 200 && !pre.textContent.includes('<milieu-'); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
    return pre.textContent;
  });
  if (!text?.includes('<milieu-coping-card card="c08">')) faults.push(`the panel of a story shows “${text ?? 'nothing'}”`);
  return faults;
}

/** The words of a file are told on the page, used in the stories, and taken back. @type {Check} */
async function ownWords(page, url) {
  const faults = [];
  const rows = () => page.$$eval('.words-table tbody tr', (all) => all.length);
  const heading = () =>
    page.evaluate(async () => {
      const wanted = () => document.querySelector('milieu-help')?.shadowRoot?.querySelector('milieu-help-call')?.shadowRoot?.querySelector('h3, h2');
      for (let tries = 0; tries < 200 && !wanted(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
      return wanted()?.textContent.trim() ?? '';
    });
  await openDocs(page, url, 'guides-words--docs');
  await page.waitForSelector('.words-table');
  const all = await rows();
  if (all < 700) faults.push(`there are ${all} strings`);
  await page.type('docs-words input[type=search]', 'help.title');
  if ((await rows()) !== 1) faults.push(`looking for “help.title” leaves ${await rows()} rows`);
  await page.evaluate(() => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector('docs-words input[type=file]'));
    const chosen = new DataTransfer();
    chosen.items.add(new File([JSON.stringify({ 'help.title': 'Call us', 'help.nothing': 'x' })], 'words.json'));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change'));
  });
  const told = await page.waitForSelector('.words-faults', { timeout: 5000 });
  if (!(await told?.evaluate((list) => list.textContent.includes('help.nothing')))) faults.push('a key that there is not is not named');
  await page.goto(`${url}/iframe.html?id=widgets-help--in-use&viewMode=story`);
  if ((await heading()) !== 'Call us') faults.push(`a story says “${await heading()}” and not “Call us”`);
  await openDocs(page, url, 'guides-words--docs');
  await page.evaluate(() => {
    const remove = [...document.querySelectorAll('docs-words button')].find(({ textContent }) => textContent.includes('Remove'));
    /** @type {HTMLElement | undefined} */ (remove)?.click();
  });
  await page.goto(`${url}/iframe.html?id=widgets-help--in-use&viewMode=story`);
  if ((await heading()) === 'Call us') faults.push('the words are still used after they were removed');
  return faults;
}

/** @type {Record<string, Check>} */
export const checks = { personInTheBar, orderOfTheSidebar, linksToHeadings, codeNextToStories, ownWords };

/**
 * @param {import('../browsers.mjs').Engine} engine
 * @param {string} url of the static Storybook
 * @param {readonly string[]} [names] of checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function testAround(engine, url, names = Object.keys(checks)) {
  const browser = await launch(engine);
  let failed = 0;
  try {
    for (const name of names) {
      const page = await browser.newPage();
      await page.setViewport(window);
      const faults = await (checks[name]?.(page, url) ?? Promise.reject(new Error('there is no such check'))).catch((error) => [
        `could not be tried: ${error.message}`,
      ]);
      console.log([`${faults.length ? 'FAIL' : 'ok  '} ${engine.padEnd(8)} ${name}`, ...faults].join('\n     '));
      if (faults.length) failed++;
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return { passed: names.length - failed, failed };
}
