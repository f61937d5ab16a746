import { html } from '@open-wc/testing';
import '../../src/define/meeting-agenda.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import { admit, inputOf, leansOn } from '../../src/model/decide.js';
import { mayRead } from '../../src/model/may-read.js';
import type { Change } from '../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Transport } from '../../src/records/base/types.js';
import { openCommunity } from './community.js';

interface Home {
  readonly actor: Actor;
  readonly element: MilieuCommunity;
}

/**
 * Several people with a page each, and one backend that follows the rules: it asks the model whether a change is allowed,
 * accepts it whole or not at all, and sends everybody at once what they may read.
 */
export class FakeBackend {
  readonly community = crypto.randomUUID();
  /** The changes that the backend rejected. */
  readonly refused: string[] = [];
  readonly #kept = new Map<string, MilieuRecord>();
  readonly #homes: Home[] = [];
  readonly #keys = new Set<string>();

  /** Opens a page for a person, with the meeting on it. */
  async move(person: string, as: Actor['as'], view?: string): Promise<MilieuCommunity> {
    const inside = view ? html`<milieu-meeting-agenda view=${view}></milieu-meeting-agenda>` : html`<milieu-meeting-agenda></milieu-meeting-agenda>`;
    const element = await openCommunity(inside, { person, as, community: this.community });
    const home = { actor: { person, as }, element };
    element.transport = this.#transport(home);
    this.#homes.push(home);
    await this.#hand(home, [...this.#kept.values()]);
    return element;
  }

  /** Every record of a kind that the backend has, oldest first. */
  of(kind: string): readonly MilieuRecord[] {
    return [...this.#kept.values()].filter((record) => record.kind === kind);
  }

  #transport({ actor }: Home): Transport {
    return { send: (change) => this.#take(change, actor) };
  }

  async #take(change: Change, actor: Actor): Promise<Response> {
    const [root] = change.records;
    if (!root) throw new Error('An empty change was sent.');
    if (this.#keys.has(change.key)) return new Response(null, { status: 204 });
    const stale = change.records.filter((record) => (this.#kept.get(record.id)?.rev ?? 0) !== record.rev - 1);
    if (stale.length > 0) {
      this.refused.push(`${change.action} ${root.kind}: stale`);
      return Response.json({ records: stale.flatMap(({ id }) => this.#kept.get(id) ?? []) }, { status: 409 });
    }
    const before = this.#kept.get(root.id);
    const ids = leansOn(root.kind, before, inputOf(change));
    const others = new Map(ids.flatMap((id) => [this.#kept.get(id)].filter((record) => record !== undefined).map((record) => [id, record] as const)));
    const decided = admit(change, { root: before, others, community: this.community }, actor);
    if (decided instanceof Refused) {
      this.refused.push(`${change.action} ${root.kind}: ${decided.code}`);
      return new Response(null, { status: 403 });
    }
    this.#keys.add(change.key);
    for (const record of change.records) this.#kept.set(record.id, record);
    const rest = this.#homes.filter((home) => home.actor.person !== actor.person || home.actor.as !== actor.as);
    await Promise.all(rest.map((home) => this.#hand(home, change.records)));
    return new Response(null, { status: 204 });
  }

  async #hand({ actor, element }: Home, records: readonly MilieuRecord[]): Promise<void> {
    await element.records?.apply(records.filter((record) => mayRead(record, actor)));
  }
}
