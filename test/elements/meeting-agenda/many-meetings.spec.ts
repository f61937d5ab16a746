import { expect, html } from '@open-wc/testing';
import '../../../src/define/meeting-agenda.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Data, MilieuRecord } from '../../../src/model/record.js';
import { openCommunity } from '../../testing/community.js';
import { uuidv7 } from 'uuidv7';
import { allByRole, byRole, findByRole, findInText, until } from '../../../src/testing/by-role.js';

const day = 86_400_000;
const now = Date.now();

/** What a community wrote in 40 days with a meeting of six parts each, and before that. */
class FortyDays {
  readonly records: MilieuRecord[] = [];
  #made = 0;

  constructor(private readonly community: string) {
    this.#on(-42, 'item', 'proposed', { title: 'The first idea', kind: 'topic' });
    const first = this.#meeting(-41, 'closed');
    this.#on(-41, 'item', 'parked', { title: 'The parked thing', kind: 'topic', meeting: first });
    const decided = this.#on(-41, 'item', 'decided', { title: 'Who waters the plants', kind: 'topic', meeting: first });
    this.#on(-41, 'outcome', 'noted', { text: 'In turns.' }, decided);
    this.#on(-41, 'promise', 'open', { text: 'Buy a can' }, decided, ['p-sam']);
    for (let ago = 40; ago > 0; ago -= 1) this.#held(-ago);
    const next = this.#meeting(1, 'planned');
    for (let part = 1; part <= 6; part += 1) this.#on(0, 'item', 'accepted', { title: `Part ${part}`, kind: 'topic', order: part }, next);
  }

  /** One meeting that is over: six parts, of each an outcome and a promise that was kept. */
  #held(at: number): void {
    const meeting = this.#meeting(at, 'closed');
    for (let part = 1; part <= 6; part += 1) {
      const item = this.#on(at, 'item', 'decided', { title: `Part ${part} of day ${at}`, kind: 'topic', order: part }, meeting);
      this.#on(at, 'outcome', 'noted', { text: `Decided ${part} on day ${at}.` }, item);
      this.#on(at, 'promise', 'done', { text: `Kept ${part} on day ${at}` }, item, ['p-ana']);
    }
  }

  #meeting(at: number, status: string): string {
    const startsAt = new Date(now + at * day).toISOString();
    return this.#on(Math.min(at, 0), 'meeting', status, {
      title: `Day ${at}`,
      startsAt,
      minutes: 30,
      purpose: 'To live well here.',
      chair: 's-priya',
      agreements: [],
    });
  }

  #on(at: number, kind: string, status: string, data: Data, about?: string, to: readonly string[] = []): string {
    this.#made += 1;
    const time = (now - 1000 * day + at * day).toString(16).padStart(12, '0');
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${this.#made.toString(16).padStart(12, '0')}`;
    const when = new Date(now + at * day).toISOString();
    this.records.push({
      id,
      kind,
      v: 1,
      community: this.community,
      by: 's-priya',
      to,
      ...(about === undefined ? {} : { about }),
      visibility: 'community',
      at: when,
      status,
      rev: 1,
      data,
    });
    return id;
  }
}

describe('after 40 daily meetings of six parts', () => {
  const page = async (view: string): Promise<MilieuCommunity> => {
    const community = crypto.randomUUID();
    const element = await openCommunity(html`<milieu-meeting-agenda view=${view}></milieu-meeting-agenda>`, {
      community,
      person: 's-priya',
      as: 'staff',
    });
    await element.records!.apply(new FortyDays(community).records);
    return element;
  };

  it('the plan still shows an idea that waits and what was parked', async () => {
    const community = await page('plan');
    await findInText(community, 'Part 6');
    await findInText(community, 'The first idea');
    await findInText(community, 'The parked thing');
    expect(allByRole(community, 'listitem').length).to.be.greaterThan(6);
  });

  it('the list of promises still shows one that is open', async () => {
    const community = await page('board');
    await findInText(community, 'Buy a can');
  });

  it('the next meeting still begins with a promise that is open', async () => {
    const community = await page('run');
    await findInText(community, 'Buy a can');
  });

  it('the minutes of the first meeting still have what it decided and promised', async () => {
    const community = await page('minutes');
    const chooser = (await findByRole(community, 'combobox', 'Which meeting')) as HTMLSelectElement;
    await until(() => chooser.options.length === 41, { what: 'all meetings that were held' });
    chooser.selectedIndex = 40;
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
    await findInText(community, 'Buy a can');
    await until(() => (byRole(community, 'textbox', 'Write the minutes') as HTMLTextAreaElement).value.includes('In turns.'), {
      what: 'the outcome',
    });
  });
});

describe('a meeting that nobody opened', () => {
  it('stands after the next one, and can still be opened', async () => {
    const community = await openCommunity(html`<milieu-meeting-agenda></milieu-meeting-agenda>`, { person: 's-priya', as: 'staff' });
    for (const [title, at] of [
      ['The missed one', -1],
      ['The next one', 1],
    ] as const) {
      const startsAt = new Date(now + at * day).toISOString();
      const data = { title, startsAt, minutes: 30, purpose: `For ${title}.`, chair: 's-priya', agreements: [] };
      await community.records!.act('plan', { kind: 'meeting', id: uuidv7() }, { data });
    }
    const chooser = (await findByRole(community, 'combobox', 'Which meeting')) as HTMLSelectElement;
    expect([...chooser.options].map(({ text }) => /The (\w+)/.exec(text)?.[1])).to.deep.equal(['next', 'missed']);
    await findInText(community, 'For The next one.');
    byRole(community, 'button', 'Meeting').click();
    await findInText(community, 'The next one');
    byRole(community, 'button', 'Plan').click();
    const again = (await findByRole(community, 'combobox', 'Which meeting')) as HTMLSelectElement;
    again.selectedIndex = 1;
    again.dispatchEvent(new Event('change', { bubbles: true }));
    await findByRole(community, 'button', 'Change the plan');
  });
});
