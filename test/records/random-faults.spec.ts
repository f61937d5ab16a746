import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import { can, same } from '../../src/model/decide.js';
import { feedback } from '../../src/model/kinds/feedback/table.js';
import { mayRead } from '../../src/model/may-read.js';
import type { Change } from '../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import type { Input } from '../../src/model/transition.js';
import { realClock } from '../../src/records/base/clock.js';
import { codeOf } from '../../src/records/base/errors.js';
import type { Store } from '../../src/records/store.js';
import type { RecordsOptions } from '../../src/records/base/types.js';
import { Chance } from './simulation/seeded-random.js';
import { Ledger } from './simulation/ledger.js';
import { Server } from './simulation/server.js';
import { json, open, newCommunityId, until } from './store-setup.js';

const ann: Actor = { person: 'ann', as: 'resident' };
const sid: Actor = { person: 'sid', as: 'staff' };
const clock = { ...realClock, random: () => 0 };
const refusals = new Set(['moved', 'not-now', 'not-yours', 'other-eyes', 'locked', 'closed']);

/** Two tabs of one device, another device of the same person, and one of a member of staff; tabs are closed while they send. */
class FaultScene {
  readonly ledger = new Ledger();
  readonly community = newCommunityId();
  readonly #server = new Server(this.ledger);
  readonly #chance: Chance;
  readonly #tabs: { actor: Actor; keep: 'page' | 'person'; store: Store }[] = [];
  #words = 0;
  #well = false;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  async run(progress: number): Promise<void> {
    for (const [actor, keep] of [
      [ann, 'person'],
      [ann, 'person'],
      [ann, 'page'],
      [sid, 'person'],
    ] as const) {
      this.#tabs.push({ actor, keep, store: await this.#open(actor, keep) });
    }
    for (let step = 0; step < progress; step++) await this.#step();
    this.#well = true;
    await until(() => this.#quiet(), 'everything at rest', 20_000);
    await this.#compare();
  }

  #open(actor: Actor, keep: 'page' | 'person'): Promise<Store> {
    const pull: RecordsOptions['pull'] = async (cursor) => {
      const { records, cursor: next } = this.#server.pull(Number(cursor ?? 0), actor);
      return { records, cursor: String(next) };
    };
    return open({ community: this.community, ...actor, keep, pull, carry: (change) => [this.#receive(change, actor)] }, { clock });
  }

  async #receive(change: Change, actor: Actor): Promise<Response> {
    const roll = this.#well ? 100 : this.#chance.below(100);
    if (roll < 10) return new Response('', { status: 503 });
    if (roll < 13) return new Response('', { status: 404 });
    await Promise.resolve();
    const { status, records } = this.#server.receive(change, actor);
    if (roll < 25) throw new TypeError('The answer was lost');
    if (status === 409 && roll < 35) return new Response('', { status });
    return json(records ? { records } : {}, status);
  }

  async #step(): Promise<void> {
    const tab = this.#chance.pick(this.#tabs)!;
    const roll = this.#chance.below(100);
    if (roll < 70) return this.#act(tab.store, tab.actor);
    if (roll < 85) return tab.store.pull().catch((error: unknown) => this.#expected(error));
    if (tab.keep === 'page') return tab.store.wake();
    const torn = tab.store;
    tab.store = await this.#open(tab.actor, tab.keep);
    await torn.close();
  }

  async #act(store: Store, actor: Actor): Promise<void> {
    const roots = (await store.list({ kind: 'feedback', limit: 4 })).map(({ record }) => record);
    const root = this.#chance.is(0.3) ? undefined : this.#chance.pick(roots);
    const question = { kind: 'feedback', id: root?.id ?? uuidv7(), community: this.community, root, actor };
    const possible = Object.keys(feedback.transitions).filter((one) => root && can(one, question));
    const action = root ? this.#chance.pick(possible) : 'send';
    if (!action) return;
    try {
      const change = await store.act(action, { kind: 'feedback', id: question.id, rev: root?.rev ?? 0 }, this.#input(action, root, actor));
      this.ledger.acted(change, root);
    } catch (error) {
      this.#expected(error);
    }
  }

  #expected(error: unknown): void {
    if (!refusals.has(codeOf(error))) this.ledger.fault(`an error nobody expects: ${String(error)}`);
  }

  #input(action: string, root: MilieuRecord | undefined, actor: Actor): Input {
    const saw = `word-${++this.#words}`;
    if (!root)
      return {
        to: [actor === sid ? 'ann' : 'bea'],
        data: actor === sid ? { mode: 'affirm', saw } : { mode: 'remind', saw, next: 'Ask', strength: 'Kind' },
      };
    if (action === 'rewrite') return { data: { ...root.data, saw } };
    const kind = feedback.transitions[action]?.answers?.[0]?.kind;
    return kind ? { answers: [{ id: uuidv7(), kind, data: { note: saw } }] } : {};
  }

  async #quiet(): Promise<boolean> {
    for (const { store } of this.#tabs) {
      store.wake();
      await store.pull();
    }
    const kept = await Promise.all(this.#tabs.map(({ store }) => store.list({ kind: 'feedback', limit: 200 })));
    return kept.flat().every(({ sent }) => sent !== 'waiting') && this.#tabs.every(({ store }) => store.status.waiting === 0);
  }

  async #compare(): Promise<void> {
    const troubles = (await Promise.all(this.#tabs.map(({ store }) => store.troubles()))).flat();
    const lost = this.ledger.lost([...this.#server.stored.values(), ...troubles.flatMap(({ change }) => change.records)]);
    if (lost.length > 0) this.ledger.fault(`lost: ${lost.join()}`);
    for (const [index, { store, actor }] of this.#tabs.entries()) {
      for (const stored of [...this.#server.stored.values()].filter((record) => mayRead(record, actor))) {
        const kept = await store.get(stored.id);
        if (!same(kept?.record, stored))
          this.ledger.fault(`tab ${index} differs from the server: ${stored.kind} ${stored.rev}, here ${kept?.record.rev}`);
      }
    }
  }
}

describe('random faults in a browser', () => {
  for (const seed of [1, 2, 3]) {
    it(`random faults lose no text, keep the order, and all tabs agree with the server (seed ${seed})`, async function () {
      this.timeout(60_000);
      const scene = new FaultScene(seed);
      await scene.run(70);
      expect(scene.ledger.faults).to.deep.equal([]);
      expect(scene.ledger.counts.changes).to.be.greaterThan(10);
    });
  }
});
