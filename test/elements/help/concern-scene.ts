import { html, type TemplateResult } from 'lit';
import '../../../src/define/help.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { Actor, MilieuRecord } from '../../../src/model/record.js';
import { FakeBackend } from '../../../src/testing/fake-backend.js';
import { people } from '../../../src/testing/people.js';
import { openCommunity } from '../../testing/community.js';

/** With a second and a third member of staff. */
export const house = [...people, { id: 's-tom', name: 'Tom', as: 'staff' }, { id: 's-ida', name: 'Ida', as: 'staff' }] as const;

/** Several people with a page each, and one backend that sends everybody at once what they may read. */
export class ConcernPages {
  readonly backend = new FakeBackend();

  async open(
    person: string,
    as: Actor['as'] = 'resident',
    inside: TemplateResult = html`<milieu-help></milieu-help>`,
    listed: MilieuCommunity['people'] = house,
  ): Promise<MilieuCommunity> {
    const actor = { person, as };
    const page = await openCommunity(inside, { person, as, community: this.backend.community });
    page.people = listed.filter(({ id }) => id !== person);
    const hand = (records: readonly MilieuRecord[]): Promise<unknown> | undefined =>
      page.records?.apply(records.filter((record) => mayRead(record, actor)));
    const transport = this.backend.transportFor(actor);
    page.transport = { send: (change, info) => transport.send!(change, info) };
    this.backend.listen((records, by) => (by.person === person ? undefined : hand(records)));
    await hand(this.backend.records);
    return page;
  }

  /** The only concern that the backend has. */
  get concern(): MilieuRecord | undefined {
    return this.backend.of('concern')[0];
  }
}

/** Unfolds every concern. */
export function openAll(page: MilieuCommunity): void {
  const list = [...page.querySelectorAll('milieu-help')].flatMap((help) => [...(help.shadowRoot?.querySelectorAll('milieu-help-calls') ?? [])]);
  const concerns = list.flatMap((one) => [...(one.shadowRoot?.querySelectorAll('milieu-staff-concerns') ?? [])]);
  for (const one of concerns.flatMap((list) => [...(list.shadowRoot?.querySelectorAll('summary') ?? [])])) one.click();
}
