import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Name } from '../../src/testing/find-elements.js';

/** The finder as one script that runs in the page, without modules and not blocked by the policy. */
let finder: Promise<string> | undefined;
async function bundleFinder(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, '../../src/testing/find-elements.ts'), formats: ['iife'], name: 'milieuFinder' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The finder was not bundled');
  const [{ code }] = output.output;
  return code;
}

/** Waits until the element has not moved for a frame, and records whether the press reaches it. */
async function aim(element: HTMLElement): Promise<{ hit: boolean }> {
  const press = { hit: false };
  element.addEventListener('click', () => (press.hit = true), { capture: true, once: true });
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  for (let now = '', last = '-'; now !== last;) {
    last = now;
    // A background tab has no frames, so a timer is used.
    await Promise.race([new Promise(requestAnimationFrame), new Promise((after) => setTimeout(after, 50))]);
    now = JSON.stringify(element.getBoundingClientRect());
  }
  return press;
}

/** Clicks. False if the element was replaced or moved before the press reached it: then try again. */
export async function press(element: ElementHandle<HTMLElement>): Promise<boolean> {
  try {
    const aimed = await element.evaluateHandle(aim);
    await element.click();
    // A press that leaves the page gives no answer.
    return await aimed.evaluate(({ hit }) => hit).catch(() => true);
  } catch (error) {
    if (error instanceof Error && /detached|not clickable/.test(error.message)) return false;
    throw error;
  }
}

/** In ms. It is only reached on a busy machine. */
const patience = 30_000;

/** One tab: elements are found by role and name through open shadow roots, and used with real mouse and keys. */
export class Tab {
  /** The errors of the page: console errors and warnings, uncaught errors, violations of its policy. */
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  }

  async go(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load' });
  }

  /** Waits for the one element of a role and name. */
  async byRole(role: string, name?: Name): Promise<ElementHandle<HTMLElement>> {
    const [first] = await this.until(
      async () => {
        const all = await this.allByRole(role, name);
        return all.length === 1 ? all : undefined;
      },
      async () => `Not one, but ${(await this.allByRole(role, name)).length} of ${role} ${String(name ?? '')}. There is:\n${await this.outline()}`,
    );
    if (!first) throw new Error('unreachable');
    return first;
  }

  /** All elements of a role and name that there are now. */
  async allByRole(role: string, name?: Name): Promise<ElementHandle<HTMLElement>[]> {
    const list = await this.#find<HTMLElement[]>('allByRole', role, name);
    const properties = await list.getProperties();
    return [...properties.values()].flatMap((handle) => (handle.asElement() ? [handle.asElement() as ElementHandle<HTMLElement>] : []));
  }

  async click(role: string, name?: Name): Promise<void> {
    await this.until(
      async () => press(await this.byRole(role, name)),
      async () => `${role} ${String(name ?? '')} is drawn anew all the time`,
    );
  }

  /** Puts the cursor into a field and types, after what is there. */
  async type(role: string, name: Name, text: string): Promise<void> {
    await (await this.byRole(role, name)).type(text);
  }

  async press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** All text that is rendered, shadow roots included. */
  async text(): Promise<string> {
    const handle = await this.#find<string>('textOf');
    return (await handle.jsonValue())
      .replace(/[ \t]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim();
  }

  /** Waits up to `within` ms until `text` is rendered, or is no longer rendered. */
  async sees(text: Name, within = patience): Promise<void> {
    await this.until(
      () => this.#holds(text),
      async () => `"${String(text)}" is not on the page:\n${await this.text()}`,
      within,
    );
  }
  async seesNo(text: Name, within = patience): Promise<void> {
    await this.until(
      async () => !(await this.#holds(text)),
      async () => `"${String(text)}" is still on the page:\n${await this.text()}`,
      within,
    );
  }

  /** Moves the time of the page forward, if its browser was started with `movableTime`. */
  async pass(ms: number): Promise<void> {
    await this.page.evaluate((by) => (globalThis as unknown as { passTime: (ms: number) => Promise<void> }).passTime(by), ms);
  }

  /** Roles and names that can be found. */
  async outline(): Promise<string> {
    return (await this.#find<string>('outline')).jsonValue();
  }

  /** Sets the page to right-to-left, as for Arabic. */
  async rightToLeft(): Promise<void> {
    await this.page.evaluate(() => void (document.documentElement.dir = 'rtl'));
  }

  /** @param path of a PNG under test/output, with its ending */
  async screenshot(path: string, { fullPage = true } = {}): Promise<void> {
    const file = join(import.meta.dirname, '../output', path);
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, fullPage });
  }

  /** What axe finds against WCAG 2.2 AA and good practice: `rule: help (where)`. */
  async axe(): Promise<string[]> {
    const path = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
    await this.#evaluateScript(`if (!globalThis.axe) { ${readFileSync(path, 'utf8')} }`);
    const results = await this.page.evaluate(() =>
      (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'target-size': { enabled: true } },
      }),
    );
    return results.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`);
  }

  /** Repeats `check` until it returns something; after `within` ms fails with the text of `otherwise`. */
  async until<T>(check: () => Promise<T>, otherwise: () => Promise<string>, within = patience): Promise<NonNullable<T>> {
    for (const end = Date.now() + within; ; await new Promise((resolve) => setTimeout(resolve, 150))) {
      const found = await check();
      if (found !== undefined && found !== null && found !== false) return found;
      if (Date.now() > end) throw new Error(await otherwise());
    }
  }

  async #holds(text: Name): Promise<boolean> {
    const all = (await this.text()).replace(/\s+/g, ' ');
    return typeof text === 'string' ? all.includes(text) : text.test(all);
  }

  async #find<T>(method: 'allByRole' | 'textOf' | 'outline', role?: string, name?: Name) {
    const known = await this.page.evaluate(() => 'milieuFinder' in globalThis);
    if (!known) await this.#evaluateScript(`${await (finder ??= bundleFinder())}\nglobalThis.milieuFinder = milieuFinder;`);
    const pattern = name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
    return this.page.evaluateHandle(
      (method, role, pattern) => {
        const wanted = typeof pattern === 'object' ? new RegExp(pattern.source, pattern.flags) : pattern;
        const { milieuFinder } = globalThis as unknown as { milieuFinder: Record<string, (...args: unknown[]) => unknown> };
        return milieuFinder[method]?.(document, role, wanted) as T;
      },
      method,
      role,
      pattern,
    );
  }

  /** Runs a script from outside the page: its policy, which also forbids trusted types of other names, does not bind the driver. */
  async #evaluateScript(code: string): Promise<void> {
    await this.page.evaluate(`(() => { ${code}\n })()`);
  }
}
