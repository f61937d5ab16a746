import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { ActInput } from '../../src/records/base/types.js';
import { elementsOf, withoutIsolates } from '../../src/testing/find-elements.js';
import { openCommunity } from '../testing/community.js';
import { allByRole, findByRole, findByText, textOf, until } from '../../src/testing/by-role.js';
import { hostile } from './hostile.js';

/** Elements that no widget renders: each would come from a text. */
const alien =
  'script, img, iframe, a, h1, marquee, math, object, base, meta, link, style, noscript, template, milieu-community milieu-community, milieu-peer-feedback milieu-help';
const aliens = (root: Element): string[] => [...elementsOf(root)].filter((element) => element.matches(alien)).map(({ localName }) => localName);

/** Whether the text is in the page as it was written, in one text node. Text that became markup would not be. */
const holds = (root: Element, text: string): boolean =>
  [...elementsOf(root)].some((element) =>
    [...(element.shadowRoot ?? element).childNodes, ...element.childNodes].some((node) => node instanceof Text && node.data.includes(text)),
  );

const plain = (text: string): string => withoutIsolates(text).replace(/\s+/g, ' ').trim();

type Texts = readonly [string, ...string[]];

/** Groups of `size` texts; the last group is filled up with the first texts. */
const inTurn = (size: number): Texts[] =>
  Array.from(
    { length: Math.ceil(hostile.length / size) },
    (_, at) => Array.from({ length: size }, (_, by) => hostile[(at * size + by) % hostile.length]!) as [string, ...string[]],
  );

interface Way {
  readonly widget: ReturnType<typeof html>;
  readonly as: 'resident' | 'staff';
  /** `house` if one person writes and another one on the same computer reads. */
  readonly keep?: 'house';
  /** The number of text fields of one record. */
  readonly fields: number;
  /** Writes one text into each field, by the act of the widget. */
  readonly write: (community: MilieuCommunity, texts: Texts) => Promise<unknown>;
  /** Opens the record, so that all its text is shown. */
  readonly show?: (community: MilieuCommunity) => Promise<void>;
}

const act = (community: MilieuCommunity, action: string, kind: string, input: ActInput, target: { id?: string; rev?: number } = {}) =>
  community.records!.act(action, { kind, id: uuidv7(), ...target }, input);
const press = async (community: MilieuCommunity, name: string | RegExp): Promise<void> => (await findByRole(community, 'button', name)).click();

const ways: Readonly<Record<string, Way>> = {
  feedback: {
    widget: html`<milieu-peer-feedback></milieu-peer-feedback>`,
    as: 'staff',
    fields: 3,
    write: (community, [saw, where, effect]) => act(community, 'send', 'feedback', { to: ['p-sam'], data: { mode: 'affirm', saw, where, effect } }),
    async show(community) {
      await press(community, 'Sent');
      await press(community, /^Open/);
    },
  },
  'an item of the agenda': {
    widget: html`<milieu-meeting-agenda></milieu-meeting-agenda>`,
    as: 'staff',
    fields: 2,
    write: (community, [title, detail]) => act(community, 'propose', 'item', { data: { title: title.slice(0, 80), kind: 'topic', detail } }),
  },
  'published minutes': {
    widget: html`<milieu-meeting-agenda view="minutes"></milieu-meeting-agenda>`,
    as: 'resident',
    fields: 1,
    async write(community, [text]) {
      const data = {
        title: text.slice(0, 80),
        startsAt: new Date(0).toISOString(),
        minutes: 30,
        purpose: text,
        chair: 's-priya',
        agreements: [text],
      };
      const { records } = await act(community, 'plan', 'meeting', { data });
      // Of another meeting: one whose plan waits to be sent is not replaced.
      const meeting = { ...records[0]!, id: uuidv7(), status: 'closed', rev: 2 };
      const minutes = { ...meeting, id: uuidv7(), kind: 'minutes', by: 'p-jo', to: [], about: meeting.id, status: 'published', data: { text } };
      await community.records!.apply([meeting, minutes]);
    },
  },
  'what was kept of a card': {
    widget: html`<milieu-coping-card card="c03"></milieu-coping-card>`,
    as: 'resident',
    fields: 2,
    write: (community, [title, note]) => act(community, 'keep', 'practice', { data: { card: 'c03', title: title.slice(0, 60), seconds: 60, note } }),
    show: (community) => press(community, 'My practice'),
  },
  'a duty': {
    widget: html`<milieu-responsibility-ladder view="carry"></milieu-responsibility-ladder>`,
    as: 'staff',
    keep: 'house',
    fields: 4,
    async write(community, [title, first, second, safety]) {
      const data = { title: title.slice(0, 60), steps: [first, second], safety };
      await act(community, 'offer', 'duty', { to: ['p-sam'], data });
      Object.assign(community, { person: 'p-sam', as: 'resident' });
    },
    show: async (community) => (await findByText(community, 'How to do it')).click(),
  },
};

describe('hostile text', () => {
  it('there are at least sixty hostile texts', () => expect(hostile.length).to.be.at.least(60));

  for (const [what, { widget, as, keep = 'page', fields, write, show }] of Object.entries(ways)) {
    it(`hostile text in ${what} is shown as it was written and creates no element`, async () => {
      for (const texts of inTurn(fields)) {
        const community = await openCommunity(widget, { as, person: 's-priya', keep });
        await write(community, texts);
        await show?.(community);
        for (const text of texts) {
          await until(() => holds(community, text.trim().slice(0, 60)) && plain(textOf(community)).includes(plain(text).slice(0, 60)), {
            what: `"${text}", as it was written`,
          });
        }
        expect(aliens(community), texts.join(' | ')).to.deep.equal([]);
        community.remove();
      }
      expect('pwned' in globalThis).to.equal(false);
      expect(allByRole(document.body, 'alertdialog')).to.deep.equal([]);
    }).timeout(120_000);
  }

  it('hostile text as a name, a heading, a place of staff or a host’s word is shown as text', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback><milieu-help></milieu-help>`);
    const feedback = community.querySelector('milieu-peer-feedback')!;
    for (const text of hostile) {
      const name = text.slice(0, 80);
      community.people = [{ id: 'p-x', name, as: 'resident' }, ...['p-y', 'p-z'].map((id) => ({ id, name: id, as: 'resident' as const }))];
      community.strings = { 'feedback.purpose': text, 'help.purpose': text };
      community.help = { where: text, people: [] };
      feedback.heading = name;
      await community.updateComplete;
      await until(() => plain(textOf(feedback)).includes(plain(name)) && plain(textOf(feedback)).split(plain(name)).length > 2, {
        what: `"${name}" twice`,
      });
      expect(aliens(community), text).to.deep.equal([]);
      expect(holds(community, name.trim())).to.equal(true);
    }
    expect('pwned' in globalThis).to.equal(false);
  }).timeout(60_000);
});
