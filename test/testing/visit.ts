// A person's browser: its start, its settings, its end.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumArgs, ensure, firefoxPrefs } from '../../scripts/browsers.mjs';
import { Tab } from './tab.js';

export type Engine = 'chromium' | 'firefox';
export const engines: readonly Engine[] = ['chromium', 'firefox'];

export interface VisitOptions {
  readonly engine?: Engine;
  /** A profile folder that stays after the browser closes; default a new one that is deleted on close. */
  readonly profile?: string;
  /** CSS pixels; default 1280 x 900. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColours?: boolean;
  readonly reducedMotion?: boolean;
  /** Time on its pages can be moved forward, with `pass()` of a tab. */
  readonly movableTime?: boolean;
  /** Preferred languages of the browser, such as `ar`. */
  readonly lang?: string;
  /** A host name that leads to this machine. Unlike `localhost`, it is no secure context on plain `http:`. */
  readonly host?: string;
}

const chromium = ({ profile, lang, host }: VisitOptions & { profile: string }): Promise<Browser> =>
  puppeteer.launch({
    executablePath: ensure().chromium,
    userDataDir: profile,
    args: [...chromiumArgs, ...(lang ? [`--lang=${lang}`] : []), ...(host ? [`--host-resolver-rules=MAP ${host} 127.0.0.1`] : [])],
    env: { ...process.env, ...(lang ? { LANGUAGE: lang } : {}) },
  });

const firefox = ({ profile, lang, host, dark, forcedColours, reducedMotion }: VisitOptions & { profile: string }): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: ensure().firefox,
    userDataDir: profile,
    extraPrefsFirefox: {
      ...firefoxPrefs,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      ...(forcedColours ? { 'browser.display.document_color_use': 2 } : {}),
      ...(lang ? { 'intl.accept_languages': lang } : {}),
      ...(host ? { 'network.dns.localDomains': host } : {}),
    },
  });

/** Chromium takes a person's settings per tab; Firefox has them in its profile. */
async function emulate(page: Page, { dark, reducedMotion, forcedColours }: VisitOptions): Promise<void> {
  const session = await page.createCDPSession();
  const features = [
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
    { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
  ];
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** Runs in the page: not every engine reports a violation of the policy to the driver. */
function reportBreaches(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    throw new Error(`${effectiveDirective} was violated by ${blockedURI || 'the page'} ${sample}`);
  });
}

const movableClock = (): string => readFileSync(join(import.meta.dirname, 'movable-clock.js'), 'utf8');

/** Opens the tabs of a visit and ends it. */
interface Place {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<unknown>;
  /** Ends every process of the browser at once, as a power cut would end the program. */
  readonly kill: () => Promise<unknown>;
}

interface Program extends Place {
  readonly browser: Browser;
}

/** One Firefox for all visits without special settings, because starting it takes longer than most journeys. */
let shared: Promise<Program> | undefined;
after(async () => (await shared)?.close());

async function ownBrowser({ profile, ...options }: VisitOptions): Promise<Program> {
  const throwAway = profile ? undefined : mkdtempSync(join(tmpdir(), 'milieu-'));
  const browser = await (options.engine === 'firefox' ? firefox : chromium)({ ...options, profile: profile ?? throwAway ?? '' });
  const program = browser.process();
  return {
    browser,
    newPage: () => browser.newPage(),
    async close() {
      await browser.close();
      if (throwAway) rmSync(throwAway, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
    async kill() {
      const ended = new Promise((resolve) => (program ? program.once('exit', resolve) : resolve(undefined)));
      program?.kill('SIGKILL');
      await ended;
    },
  };
}

/** A context shares nothing with the others of its browser. It has its own window, because a background tab has no frames. */
async function ownContext(): Promise<Place> {
  const { browser } = await (shared ??= ownBrowser({ engine: 'firefox' }));
  const context = await browser.createBrowserContext();
  const close = (): Promise<void> => context.close();
  return { newPage: () => context.newPage({ type: 'window' }), close, kill: close };
}

/** A browser of one person: its profile, its tabs. */
export class Visit {
  private constructor(
    private readonly place: Place,
    private readonly options: VisitOptions,
  ) {}

  static async start(options: VisitOptions = {}): Promise<Visit> {
    const { engine, profile, dark, forcedColours, reducedMotion, lang, host } = options;
    const plain = engine === 'firefox' && !profile && !dark && !forcedColours && !reducedMotion && !lang && !host;
    return new Visit(await (plain ? ownContext() : ownBrowser(options)), options);
  }

  /** Opens a tab at `url` and waits until it has loaded. */
  async open(url: string): Promise<Tab> {
    const page = await this.place.newPage();
    const { width = 1280, height = 900, engine } = this.options;
    await page.setViewport({ width, height });
    if (engine !== 'firefox') await emulate(page, this.options);
    await page.evaluateOnNewDocument(reportBreaches);
    if (this.options.movableTime) await page.evaluateOnNewDocument(movableClock());
    const tab = new Tab(page);
    await tab.go(url);
    return tab;
  }

  async kill(): Promise<void> {
    await this.place.kill();
  }
  async close(): Promise<void> {
    await this.place.close();
  }
}
