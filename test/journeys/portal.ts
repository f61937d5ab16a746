import { withoutIsolates } from '../../src/testing/find-elements.js';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { startPortal } from '../../examples/portal/server.js';
import { people } from '../../examples/synthetic/people.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import type { Input } from '../../src/model/transition.js';
import { change, rootOf } from '../examples/house.js';
import { press, type Tab } from '../testing/tab.js';
import { type Engine, Visit, type VisitOptions } from '../testing/visit.js';

/** Requests that the server does not answer yet. */
export interface Held {
  /** Resolves when the first held request has arrived. */
  readonly arrived: Promise<void>;
  /** The server reads them now. */
  letGo(): void;
  /** The requests are dropped without an answer, and the server does not read them. */
  drop(): void;
}

/** The demo with its own backend, and one browser profile for each person. */
export class PortalScene {
  readonly #visits = new Set<Visit>();
  private portal!: Awaited<ReturnType<typeof startPortal>>;
  readonly #sessions = new Map<string, string>();
  readonly #streams = new Map<string, Socket>();
  readonly #cut = new Set<string>();
  #hold: { readonly read: Promise<boolean>; arrived(): void } | undefined;

  private constructor(
    private readonly engine: Engine,
    private readonly folder: string,
  ) {}

  static async open(engine: Engine): Promise<PortalScene> {
    const folder = mkdtempSync(join(tmpdir(), 'house-'));
    const scene = new PortalScene(engine, folder);
    scene.portal = await startPortal({ port: 0, data: join(folder, 'changes.jsonl'), before: (request) => scene.gate(request) });
    return scene;
  }

  /** A gate for every request: nothing comes through from a browser that is cut off, and posted changes may be held. */
  private async gate(request: IncomingMessage): Promise<void> {
    const { method, url, socket } = request;
    const session = request.headers.cookie ?? '';
    const person = new URL(url ?? '', 'http://portal').searchParams.get('person');
    if (person) this.#sessions.set(person, session);
    if (url === '/api/changes') this.#streams.set(session, socket);
    if (this.#cut.has(session)) {
      socket.destroy();
      await new Promise(() => undefined);
    }
    if (method !== 'POST' || url !== '/api/milieu') return;
    const hold = this.#hold;
    hold?.arrived();
    if ((await hold?.read) === false) await new Promise(() => undefined);
  }

  /** All current records of the backend. */
  records(kind: string): readonly MilieuRecord[] {
    return this.portal.backend.all().filter((record) => record.kind === kind);
  }

  /** The records of a kind whose data contain `text`. */
  having(kind: string, text: string): readonly MilieuRecord[] {
    return this.records(kind).filter(({ data }) => JSON.stringify(data).includes(text));
  }

  /** An act of somebody who has no browser here, as their device would send it. */
  act(actor: Actor, action: string, root: MilieuRecord | { readonly kind: string }, input: Input = {}): MilieuRecord {
    const made = change(actor, action, root, input);
    const { status, body } = this.portal.backend.accept(made, actor);
    if (status !== 200) throw new Error(`${action} was answered ${status}: ${JSON.stringify(body)}`);
    return rootOf(made);
  }

  /** From now on posted changes are held until they are released or dropped. */
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

  /** Ends the connection of this person's browser, and every new one until the returned function is called. */
  cutOff(name: string): () => void {
    const session = this.#sessions.get(people.find((person) => person.name === name)?.id ?? '');
    if (session === undefined) throw new Error(`${name} is not signed in.`);
    this.#cut.add(session);
    this.#streams.get(session)?.destroy();
    return () => void this.#cut.delete(session);
  }

  /** A new browser, with the given profile or a temporary one. */
  async browser(options: Omit<VisitOptions, 'engine'> = {}): Promise<Visit> {
    const visit = await Visit.start({ ...options, engine: this.engine });
    this.#visits.add(visit);
    return visit;
  }

  /** A profile folder that is deleted at the end. */
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
    await tab.sees(/10:00|No meeting is planned yet/);
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
    // The first pull is done: from now on the screen only changes when somebody acts.
    await tab.page.evaluate(() => document.querySelector('milieu-community')?.records?.pull());
  }
}

/** What a person did. */
export interface Done {
  readonly clicks: number;
  readonly fields: number;
}

/** From now on counts what a person does: clicks, and fields written in or chosen from. */
export async function count(tab: Tab): Promise<() => Promise<Done>> {
  await tab.page.evaluate(() => {
    const fields = new Set<EventTarget | undefined>();
    const done = { clicks: 0, fields: 0 };
    Object.assign(globalThis, { done });
    document.addEventListener('pointerdown', () => (done.clicks += 1), true);
    document.addEventListener(
      'input',
      (event) => {
        const [field] = event.composedPath();
        if (event instanceof InputEvent || field instanceof HTMLSelectElement) done.fields = fields.add(field).size;
      },
      true,
    );
  });
  return () => tab.page.evaluate(() => (globalThis as unknown as { done: Done }).done);
}

/** Presses the button `name` in the list entry, or else in the custom element, that contains `text`. */
export async function clickBeside(tab: Tab, text: string, name: string): Promise<void> {
  const pressed = async (): Promise<boolean> => {
    for (const button of await tab.allByRole('button', name)) {
      const near = await button.evaluate((element) => (element.closest('li') ?? element.getRootNode()).textContent);
      if (withoutIsolates(near ?? '').includes(text)) return press(button);
    }
    return false;
  };
  await tab.until(pressed, async () => `No "${name}" beside "${text}":\n${await tab.text()}`);
}

/** The field with this label, for those that have no role: passphrases, days and times. */
async function labelled(tab: Tab, label: string): Promise<ElementHandle<HTMLInputElement>> {
  const find = (words: string): HTMLElement | null => {
    const roots: (Document | ShadowRoot)[] = [document];
    for (let root = roots.pop(); root; root = roots.pop())
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (element instanceof HTMLLabelElement && element.checkVisibility() && element.textContent.trim() === words) return element.control;
      }
    return null;
  };
  return tab.until(
    async () => (await tab.page.evaluateHandle(find, label)).asElement() as ElementHandle<HTMLInputElement> | null,
    async () => `No field "${label}":\n${await tab.text()}`,
  );
}

export const typePassphrase = async (tab: Tab, label: string, words: string): Promise<void> => (await labelled(tab, label)).type(words);

/** How a day and a time are typed depends on the browser and its language, so they are set. */
export async function setTime(tab: Tab, label: string, when: Date): Promise<void> {
  const local = new Date(when.getTime() - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await (
    await labelled(tab, label)
  ).evaluate((field, value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }, local);
}

/** Everything that the backend returns to the person of this tab, as text, requested by the page with its own session. */
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
