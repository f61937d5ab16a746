// One tab that shows one story after another, without loading the page anew.
import { viewport } from './engines.mjs';

const patience = 20_000;

/** Runs before Storybook in the page: keeps what its channel says of each story, and turns to another. */
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
  current = new URLSearchParams(location.search).get('id');
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

/** What stays the same while stories are tried: the minute, and axe, which is run here and not by the add-on. */
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
    Object.assign(this, { browser, url, script });
  }

  /** @type {import('puppeteer-core').Page | undefined} */
  page;

  async #newPage() {
    const page = await this.browser.newPage();
    page.on('pageerror', (error) => this.#complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warn', 'assert'].includes(message.type())) this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => this.#complaints.push(`not loaded: ${request.url()}`));
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument(listen);
    return page;
  }

  /** Loads Storybook with this story, unless it is open. */
  async enter(id) {
    if (this.#open) return;
    const last = this.page;
    this.page = await this.#newPage();
    if (last && !last.isClosed()) await last.close();
    await this.page.goto(`${this.url}/iframe.html?id=${id}&viewMode=story&globals=${globals}`, { waitUntil: 'domcontentloaded' });
    await this.page.evaluate(this.script);
    this.#open = true;
  }

  /** Has the next story begin in a new page: after a fault nobody knows what is left of this one. */
  forget() {
    this.#open = false;
  }

  /** Shows a story in the first theme and waits until it has been played. @returns {Promise<string[]>} what went wrong */
  async show(id) {
    if (this.#open) this.#complaints.length = 0;
    await this.enter(id);
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, patience, [`did not end within ${patience / 1000} s`])));
    const faults = await Promise.race([this.page.evaluate((story) => globalThis.turnTo(story), id), late]);
    clearTimeout(timer);
    return faults;
  }

  /** What page and console complained of since the story was shown. */
  complaints() {
    return this.#complaints.splice(0);
  }

  /** Calls a function of `storyPage`. */
  ask(name, ...given) {
    return this.page.evaluate((key, values) => globalThis.storyPage[key](...values), name, given);
  }
}
