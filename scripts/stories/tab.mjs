// One tab that shows one story after another without loading the page again.
import { viewport } from './engines.mjs';

const patience = 20_000;

/** Runs in the page before Storybook: stores the messages of its channel about each story, and changes to another story. */
function listen() {
  let channel;
  const ended = new Map();
  let current = '';
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
  current = new URLSearchParams(location.search).get('id') ?? '';
  const failures = ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'unhandledErrorsWhilePlaying', 'storyMissing'];
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(given) {
      channel = given;
      given.on('storyFinished', ({ storyId, status }) => of(storyId).resolve(status === 'success' ? [] : [`the story ended with ${status}`]));
      for (const name of failures) {
        given.on(name, (error) => {
          const text = [error].flat().map((one) => one?.message ?? one?.description ?? String(one));
          of(current).resolve([`${name}: ${text.join('; ')}`]);
        });
      }
    },
  });
}

/** Settings during the tests: a fixed time, and axe off in the add-on, because the tests run it. */
const globals = 'clock:still;a11y.manual:!true';

export class StoryTab {
  #complaints = [];
  #open = false;

  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {string} url of the static Storybook
   * @param {string} script that gives the page its `storyPage`
   */
  constructor(browser, url, script) {
    this.browser = browser;
    this.url = url;
    this.script = script;
  }

  /** @type {import('puppeteer-core').Page | undefined} */
  #page;

  /** The page of the stories, once `enter` has opened it. */
  get shown() {
    if (!this.#page) throw new Error('No story was shown yet');
    return this.#page;
  }

  async #newPage() {
    const page = await this.browser.newPage();
    page.on('pageerror', (error) => this.#complaints.push(`uncaught: ${error instanceof Error ? error.message : error}`));
    page.on('console', (message) => {
      if (['error', 'warn', 'assert'].includes(message.type())) this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => this.#complaints.push(`not loaded: ${request.url()}`));
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument(listen);
    return page;
  }

  /** Loads Storybook with this story, unless it is loaded. */
  async enter(id) {
    if (this.#open) return;
    const last = this.#page;
    const page = await this.#newPage();
    this.#page = page;
    if (last && !last.isClosed()) await last.close();
    await page.goto(`${this.url}/iframe.html?id=${id}&viewMode=story&globals=${globals}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(this.script);
    await this.ask('loadFonts');
    this.#open = true;
  }

  /** Makes the next story start in a new page, because after a fault the state of this page is unknown. */
  forget() {
    this.#open = false;
  }

  /** Shows a story in the first theme and waits until its play function has finished. @returns {Promise<string[]>} what went wrong */
  async show(id) {
    if (this.#open) this.#complaints.length = 0;
    await this.enter(id);
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, patience, [`did not end within ${patience / 1000} s`])));
    const faults = await Promise.race([this.shown.evaluate((story) => globalThis.turnTo(story), id), late]);
    clearTimeout(timer);
    return faults;
  }

  /** Errors of the page and messages of the console since the story was shown. */
  complaints() {
    return this.#complaints.splice(0);
  }

  /** Calls a function of `storyPage`. */
  ask(name, ...given) {
    return this.shown.evaluate((key, values) => globalThis.storyPage[key](...values), name, given);
  }
}
