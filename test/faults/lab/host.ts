// The host of a round: it serves the page, hears what the page reports, and is a backend that can misbehave.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Backend } from '../../../examples/portal/backend.js';
import { memoryJournal } from '../../../examples/portal/journal.js';
import type { Change } from '../../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../../src/model/record.js';
import type { Chance } from '../../records/simulation/seeded-random.js';
import { jsonOf, serve } from '../../testing/http.mjs';

/** What a page reports. `tab`: the `tab` of its address. */
export interface Report {
  readonly tab: string;
  readonly [name: string]: unknown;
}

export interface HostOptions {
  readonly community: string;
  readonly actor: Actor;
  /** A module of test/faults/pages, without its ending. */
  readonly script: string;
  readonly product: string;
  readonly chance: Chance;
}

/** A change with this in its text is too large for the backend. */
export const poison = 'poison';

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export class Host {
  readonly backend: Backend;
  /** Every change that the backend accepted, in order. */
  readonly accepted: Change[] = [];
  /** Requests with a change, also those that were dropped. */
  attempts = 0;
  /** Keys that came again after they had been accepted. */
  repeated = 0;
  /** True: every request with a change is dropped, as without a network. */
  isDown = false;
  /** The page that is served from now on: a module of test/faults/pages, without its ending. */
  script: string;
  /** True: answers are lost, slow, 503 or 429. */
  misbehaves = false;
  readonly #options: HostOptions;
  readonly #keys = new Set<string>();
  readonly #listeners = new Map<string, Set<(report: Report) => void>>();
  #close: () => Promise<void> = () => Promise.resolve();
  #origin = '';

  private constructor(options: HostOptions) {
    this.#options = options;
    this.script = options.script;
    this.backend = new Backend(memoryJournal(), { community: options.community });
  }

  static async start(options: HostOptions): Promise<Host> {
    const host = new Host(options);
    const server = await serve({ pages: host.#pages(), handle: (request, response) => host.#handle(request, response) });
    host.#close = () => server.close();
    host.#origin = server.url;
    return host;
  }

  /** The page as it is when it is asked for: `script` may have changed. */
  #pages(): Record<string, string> {
    const script = (): string => this.script;
    return {
      get '/'() {
        return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Lab</title><script type="module" src="/test/faults/pages/${script()}.js"></script></html>`;
      },
    };
  }

  /** The address of the page with its parameters. */
  url(parameters: Readonly<Record<string, string>>): string {
    const { community, actor, product } = this.#options;
    return `${this.#origin}/?${new URLSearchParams({ community, person: actor.person, as: actor.as, product, ...parameters })}`;
  }

  on(what: string, run: (report: Report) => void): () => void {
    const all = this.#listeners.get(what) ?? new Set();
    this.#listeners.set(what, all.add(run));
    return () => all.delete(run);
  }

  /** The next report of this name; rejects after `within` ms. */
  next(what: string, within = 180_000): Promise<Report> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => (stop(), reject(new Error(`no ${what} within ${within / 1000} s`))), within);
      const stop = this.on(what, (report) => (clearTimeout(late), stop(), resolve(report)));
    });
  }

  stored(): ReadonlyMap<string, MilieuRecord> {
    return new Map(this.backend.all().map((record) => [record.id, record]));
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/report/')) {
      const report = (await jsonOf(request)) as Report;
      for (const run of this.#listeners.get(pathname.slice('/report/'.length)) ?? []) run(report);
      response.writeHead(204).end();
      return true;
    }
    if (pathname !== '/backend') return false;
    if (request.method === 'POST') await this.#receive((await jsonOf(request)) as Change, request, response);
    else json(response, 200, this.backend.pull(this.#options.actor, searchParams.get('after') ?? ''));
    return true;
  }

  async #receive(change: Change, request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.attempts += 1;
    if (this.isDown) return void request.socket.destroy();
    const roll = this.misbehaves ? this.#options.chance.below(100) : 100;
    if (roll < 10) return json(response, 503, {});
    if (roll < 13) return json(response, 429, {}, { 'retry-after': '1' });
    if (roll < 18) return void request.socket.destroy();
    if (JSON.stringify(change.records).includes(poison)) return json(response, 413, {});
    if (this.#keys.has(change.key)) this.repeated += 1;
    const { status, body } = this.backend.accept(change, this.#options.actor);
    if (status === 200 && !this.#keys.has(change.key)) this.accepted.push(change);
    if (status === 200) this.#keys.add(change.key);
    if (roll < 32) return void request.socket.destroy(); // stored, and the answer is lost
    if (roll < 40) await new Promise((resume) => setTimeout(resume, 300 + this.#options.chance.below(1500)));
    json(response, status, body);
  }
}
