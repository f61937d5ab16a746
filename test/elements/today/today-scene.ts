import { html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/index.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { findByRole } from '../../../src/testing/by-role.js';
import { Fixtures } from '../../../src/testing/fixtures.js';
import { people } from '../../../src/testing/people.js';
import { type CommunityOptions, openCommunity } from '../../testing/community.js';

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** The start of an hour that is today for as long as a test runs. */
export const laterToday = (): string => {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59).toISOString();
};

/** Acts of other people, in the order in which they happened. */
export class FakeDay {
  readonly #all: Fixtures;

  constructor(community = 'north') {
    this.#all = new Fixtures(community, people);
  }

  get records(): Fixtures['records'] {
    return this.#all.records;
  }

  letter(by: string, to: string): string {
    return this.#act(by, 'send', 'feedback', { to: [to], data: { mode: 'affirm', saw: 'You found the mop at once.' } });
  }

  reminder(by: string, to: string): string {
    const data = { mode: 'remind', saw: 'The radio was on at night.', strength: 'You look out for others.', next: 'Please use the headphones.' };
    return this.#act(by, 'send', 'feedback', { to: [to], data });
  }

  /** The receiver of a reminder would like to read it with staff there. */
  readWithStaff(by: string, to: string): void {
    const id = this.reminder(by, to);
    const answer = (kind: string, data: Readonly<Record<string, string>>): Parameters<Fixtures['act']>[4] => ({
      answers: [{ id: uuidv7(), kind, data }],
    });
    this.#all.act('s-priya', 'release', 'feedback', id, answer('feedback-review', { note: '' }));
    this.#all.act(to, 'with-staff', 'feedback', id, answer('feedback-reading', { note: '' }));
  }

  job(to: string, title: string, more: Readonly<Record<string, unknown>> = {}): string {
    return this.#act('s-priya', 'offer', 'duty', { to: [to], data: { title, steps: [], ...more } });
  }

  accept(who: string, duty: string): void {
    this.#all.act(who, 'accept', 'duty', duty, {}, Date.now() - minute);
  }

  meeting(title: string, startsAt: string): string {
    const data = { title, startsAt, minutes: 30, purpose: 'To run this house together.', chair: 'p-jo', agreements: [] };
    return this.#act('s-priya', 'plan', 'meeting', { data });
  }

  idea(by: string, title: string): string {
    return this.#act(by, 'propose', 'item', { data: { title, kind: 'request' } });
  }

  call(by: string, need: 'come' | 'talk' = 'come'): string {
    return this.#act(by, 'ask', 'help', { data: { need } }, 1000);
  }

  #act(by: string, action: string, kind: string, input: Parameters<Fixtures['act']>[4], before = 5 * minute): string {
    const id = uuidv7();
    this.#all.act(by, action, kind, id, input, Date.now() - before);
    return id;
  }
}

/** The day of one person, with all widgets or with some. */
export async function today(told: FakeDay, options: CommunityOptions = {}, others = html``): Promise<MilieuCommunity> {
  const community = await openCommunity(html`<milieu-today></milieu-today>${others}`, { community: 'north', ...options });
  await community.records?.apply(told.records);
  return community;
}

export const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
