import { html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import type { Feedback, FeedbackReply, ReportReason } from '../../../src/model/kinds/feedback/table.js';
import type { Change } from '../../../src/model/change.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { openRecords } from '../../../src/records/index.js';
import type { ActInput, Records } from '../../../src/records/base/types.js';
import { openCommunity, type CommunityOptions } from '../../testing/community.js';
import { people } from '../../../src/testing/people.js';
import { findByRole } from '../../../src/testing/by-role.js';

export const affirmation: Feedback = { mode: 'affirm', saw: 'You stayed with Lee until the call came.' };
export const reminder: Feedback = {
  mode: 'remind',
  saw: 'The radio was on loud at night.',
  next: 'Could you use the headphones?',
  strength: 'You look out for new people.',
};

/** The widget as one person sees it, in a new community. */
export const feedback = (options: CommunityOptions = {}): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { community: 'north', ...options });

export const widgetIn = (community: MilieuCommunity): Element => {
  const widget = community.querySelector('milieu-peer-feedback');
  if (!widget) throw new Error('There is no widget.');
  return widget;
};

export const storeOf = ({ records }: MilieuCommunity): Records => {
  if (!records) throw new Error('The store is not open.');
  return records;
};

export const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
export const choose = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'radio', name)).click();

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** What other people did on their own devices and the backend has: each act is decided by the same table. */
export class FakeHistory {
  readonly #stores = new Map<string, Records>();
  readonly #records = new Map<string, MilieuRecord>();

  /** Everything, as it stands. */
  get records(): readonly MilieuRecord[] {
    return [...this.#records.values()];
  }

  async write(person: string, to: string, data: Feedback): Promise<string> {
    const id = uuidv7();
    await this.#act(person, 'send', { kind: 'feedback', id }, { to: [to], data });
    return id;
  }

  async review(action: string, id: string, note = ''): Promise<void> {
    await this.#answer('s-priya', action, id, 'feedback-review', { note });
  }

  async reply(person: string, action: string, id: string, note = '', reasons?: readonly ReportReason[]): Promise<void> {
    await this.#answer(person, action, id, 'feedback-reply', { note, ...(reasons ? { reasons } : {}) });
  }

  /** The receiver asks to read a reminder with staff there. */
  async readWithStaff(person: string, id: string): Promise<void> {
    await this.#answer(person, 'with-staff', id, 'feedback-reading', { note: '' });
  }

  async #answer(person: string, action: string, id: string, kind: string, data: FeedbackReply): Promise<void> {
    const rev = this.#records.get(id)?.rev ?? 0;
    await this.#act(person, action, { kind: 'feedback', id, rev }, { answers: [{ id: uuidv7(), kind, data }] });
  }

  async #act(person: string, action: string, target: { kind: string; id: string; rev?: number }, input: ActInput): Promise<Change> {
    const store = this.#stores.get(person) ?? (await this.#open(person));
    await store.apply(this.records);
    const change = await store.act(action, target, input);
    for (const record of change.records) this.#records.set(record.id, record);
    return change;
  }

  async #open(person: string): Promise<Records> {
    const as = people.find(({ id }) => id === person)?.as ?? 'resident';
    const store = await openRecords({ community: 'north', person, as, keep: 'page', carry: () => [Promise.resolve(true)] });
    this.#stores.set(person, store);
    return store;
  }
}

/** The record as the person on this page has it. */
export async function recordIn(community: MilieuCommunity, id: string): Promise<MilieuRecord<Feedback>> {
  const kept = await storeOf(community).get(id);
  if (!kept) throw new Error('The record is not here.');
  return kept.record as MilieuRecord<Feedback>;
}

export async function sentBy(community: MilieuCommunity): Promise<readonly MilieuRecord<Feedback>[]> {
  const kept = await storeOf(community).list({ kind: 'feedback', by: community.person ?? '' });
  return kept.map(({ record }) => record as MilieuRecord<Feedback>);
}
