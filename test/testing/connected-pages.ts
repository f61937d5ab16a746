import { html } from '@open-wc/testing';
import '../../src/define/meeting-agenda.js';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import { mayRead } from '../../src/model/may-read.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { FakeBackend } from '../../src/testing/fake-backend.js';
import { openCommunity } from './community.js';

/** Several people with a page each, and one backend that sends everybody at once what they may read. */
export class ConnectedPages {
  readonly #backend = new FakeBackend();

  /** The changes that the backend rejected. */
  get refused(): readonly string[] {
    return this.#backend.refused.map(({ change, code }) => `${change.action} ${change.records[0]?.kind ?? ''}: ${code}`);
  }

  /** Opens a page for a person, with the meeting on it. */
  async move(person: string, as: Actor['as'], view?: string): Promise<MilieuCommunity> {
    const inside = view ? html`<milieu-meeting-agenda view=${view}></milieu-meeting-agenda>` : html`<milieu-meeting-agenda></milieu-meeting-agenda>`;
    const element = await openCommunity(inside, { person, as, community: this.#backend.community });
    const actor = { person, as };
    const hand = (records: readonly MilieuRecord[]): Promise<unknown> | undefined =>
      element.records?.apply(records.filter((record) => mayRead(record, actor)));
    const transport = this.#backend.transportFor(actor);
    element.transport = { send: (change, info) => transport.send!(change, info) };
    this.#backend.listen((records, by) => {
      return by.person !== person || by.as !== as ? hand(records) : undefined;
    });
    await hand(this.#backend.records);
    return element;
  }

  /** Every record of a kind that the backend has, oldest first. */
  of(kind: string): readonly MilieuRecord[] {
    return this.#backend.of(kind);
  }
}
