import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../../examples/portal/server.js';
import { people } from '../../examples/synthetic/people.js';
import type { MilieuRecord } from '../../src/model/record.js';
import { press, type Tab } from '../support/tab.js';
import { type Engine, Visit, type VisitOptions } from '../support/visit.js';

/** Answers of the server that do not come yet. */
export interface Held {
  /** Resolves when the first request that is held has arrived. */
  readonly arrived: Promise<void>;
  /** The server reads them now. */
  letGo(): void;
  /** They are never answered: the server has read nothing of them. */
  drop(): void;
}

/** The demo with its own backend, and the browsers of those who use it: one profile a person. */
export class House {
  readonly #visits = new Set<Visit>();
  private portal!: Awaited<ReturnType<typeof startPortal>>;
  #hold: { readonly read: Promise<boolean>; arrived(): void } | undefined;

  private constructor(
    private readonly engine: Engine,
    private readonly folder: string,
  ) {}

  static async open(engine: Engine): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'house-'));
    const house = new House(engine, folder);
    house.portal = await startPortal({ port: 0, data: join(folder, 'changes.jsonl'), before: (request) => house.gate(request) });
    return house;
  }

  /** What every posted change has to pass. */
  private async gate({ method, url }: { method?: string; url?: string }): Promise<void> {
    if (method !== 'POST' || url !== '/api/milieu') return;
    const hold = this.#hold;
    hold?.arrived();
    if ((await hold?.read) === false) await new Promise(() => undefined);
  }

  /** Everything that the backend has accepted, as it stands. */
  records(kind: string): readonly MilieuRecord[] {
    return this.portal.backend.all().filter((record) => record.kind === kind);
  }

  /** Those of a kind in whose data `text` stands. */
  having(kind: string, text: string): readonly MilieuRecord[] {
    return this.records(kind).filter(({ data }) => JSON.stringify(data).includes(text));
  }

  /** From here on no change that is posted is read, until it is let go or dropped. */
  hold(): Held {
    let arrived = (): void => undefined;
    let answer = (_: boolean): void => undefined;
    const first = new Promise<void>((resolve) => (arrived = resolve));
    const read = new Promise<boolean>((resolve) => (answer = resolve));
    this.#hold = { read, arrived };
    const end = (how: boolean): void => {
      this.#hold = undefined;
      answer(how);
    };
    return { arrived: first, letGo: () => end(true), drop: () => end(false) };
  }

  /** A browser of its own, with a profile that outlives it where one is given. */
  async browser(options: Omit<VisitOptions, 'engine'> = {}): Promise<Visit> {
    const visit = await Visit.start({ ...options, engine: this.engine });
    this.#visits.add(visit);
    return visit;
  }

  /** A profile folder that goes when the house is closed. */
  profile(): string {
    return mkdtempSync(join(this.folder, 'profile-'));
  }

  /** Signs `name` in; the tab shows what they have. */
  async signIn(visit: Visit, name: string): Promise<Tab> {
    const tab = await visit.open(new URL('sign-in.html', this.portal.url).href);
    const id = people.find((person) => person.name === name)?.id ?? '';
    await tab.page.waitForSelector(`option[value="${id}"]`);
    await tab.page.select('#person', id);
    await Promise.all([tab.page.waitForNavigation(), tab.click('button', 'Sign in')]);
    await this.#ready(tab);
    await tab.sees(/Living room|No meeting is planned yet/);
    return tab;
  }

  /** One more tab of a browser in which somebody is signed in. */
  async anotherTab(visit: Visit): Promise<Tab> {
    const tab = await visit.open(this.portal.url);
    await this.#ready(tab);
    return tab;
  }

  /** A person at a browser of their own. */
  async visit(name: string, options: Omit<VisitOptions, 'engine'> = {}): Promise<Tab> {
    return this.signIn(await this.browser(options), name);
  }

  async kill(visit: Visit): Promise<void> {
    this.#visits.delete(visit);
    await visit.kill();
  }
  async close(visit: Visit): Promise<void> {
    this.#visits.delete(visit);
    await visit.close();
  }

  async end(): Promise<void> {
    await Promise.all([...this.#visits].map((visit) => visit.close()));
    await this.portal.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #ready(tab: Tab): Promise<void> {
    await tab.byRole('region', 'Need someone?');
    await tab.seesNo(/\bOpening\b/, 20_000);
    // What the backend has is here: from now on the screen changes only by what somebody does.
    await tab.page.evaluate(() => document.querySelector('milieu-community')?.records?.pull());
  }
}

/** Counts from here on what a person does with hand and keys: presses of the mouse, fields written in. */
export async function count(tab: Tab): Promise<() => Promise<{ clicks: number; fields: number }>> {
  await tab.page.evaluate(() => {
    const fields = new Set<EventTarget | undefined>();
    const done = { clicks: 0, fields: 0 };
    Object.assign(globalThis, { done });
    document.addEventListener('pointerdown', () => (done.clicks += 1), true);
    document.addEventListener(
      'input',
      (event) => {
        if (event instanceof InputEvent) done.fields = fields.add(event.composedPath()[0]).size;
      },
      true,
    );
  });
  return () => tab.page.evaluate(() => (globalThis as unknown as { done: { clicks: number; fields: number } }).done);
}

/** Presses the button `name` of the list entry, or else of the element with a root of its own, in which `text` stands. */
export async function clickBeside(tab: Tab, text: string, name: string): Promise<void> {
  const pressed = async (): Promise<boolean> => {
    for (const button of await tab.allByRole('button', name)) {
      const near = await button.evaluate((element) => (element.closest('li') ?? element.getRootNode()).textContent);
      if (near?.includes(text)) return press(button);
    }
    return false;
  };
  await tab.until(pressed, async () => `No "${name}" beside "${text}":\n${await tab.text()}`);
}

/** Everything that the backend hands to the person of this tab, as text: asked by the page itself, with its own session. */
export const pulledBy = (tab: Tab, person: string): Promise<string> =>
  tab.page.evaluate(async (id) => {
    let all = '';
    for (let cursor = ''; ;) {
      const answer = await fetch(`/api/milieu?person=${id}&cursor=${cursor}`);
      const page = (await answer.json()) as { records: unknown[]; cursor: string };
      if (!page.records.length) return all;
      all += JSON.stringify(page.records);
      cursor = page.cursor;
    }
  }, person);
