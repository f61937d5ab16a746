import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { ActInput } from '../../src/records/types.js';
import { elementsOf } from '../support/finder.js';
import { house } from '../support/house.js';
import { allByRole, findByRole, textOf, until } from '../support/role.js';
import { hostile } from './hostile.js';

/** What no widget draws: each would have come out of a text. */
const alien =
  'script, img, iframe, a, h1, marquee, math, object, base, meta, link, style, noscript, template, milieu-community milieu-community, milieu-peer-feedback milieu-help';
const aliens = (root: Element): string[] => [...elementsOf(root)].filter((element) => element.matches(alien)).map(({ localName }) => localName);

/** Whether the letters stand in the page as they were written, whole in one piece of text: markup that came to life would not. */
const holds = (root: Element, text: string): boolean =>
  [...elementsOf(root)].some((element) =>
    [...(element.shadowRoot ?? element).childNodes, ...element.childNodes].some((node) => node instanceof Text && node.data.includes(text)),
  );

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Way {
  readonly widget: ReturnType<typeof html>;
  readonly as: 'resident' | 'staff';
  /** Writes `text` where a person would, by the act of the widget. */
  readonly write: (community: MilieuCommunity, text: string) => Promise<unknown>;
  /** Opens what was written; it is all there after this. */
  readonly show?: (community: MilieuCommunity) => Promise<void>;
}

const act = (community: MilieuCommunity, action: string, kind: string, input: ActInput, target: { id?: string; rev?: number } = {}) =>
  community.records!.act(action, { kind, id: uuidv7(), ...target }, input);
const press = async (community: MilieuCommunity, name: string | RegExp): Promise<void> => (await findByRole(community, 'button', name)).click();

const ways: Readonly<Record<string, Way>> = {
  feedback: {
    widget: html`<milieu-peer-feedback></milieu-peer-feedback>`,
    as: 'staff',
    write: (community, saw) => act(community, 'send', 'feedback', { to: ['p-sam'], data: { mode: 'affirm', saw, where: saw, effect: saw } }),
    async show(community) {
      await press(community, 'Sent');
      await press(community, /^Open/);
    },
  },
  'an item of the agenda': {
    widget: html`<milieu-meeting-agenda></milieu-meeting-agenda>`,
    as: 'staff',
    write: (community, text) => act(community, 'propose', 'item', { data: { title: text.slice(0, 80), kind: 'topic', detail: text } }),
  },
  'published minutes': {
    widget: html`<milieu-meeting-agenda view="minutes"></milieu-meeting-agenda>`,
    as: 'resident',
    async write(community, text) {
      const data = {
        title: text.slice(0, 80),
        startsAt: new Date(0).toISOString(),
        minutes: 30,
        purpose: text,
        chair: 's-priya',
        agreements: [text],
      };
      const { records } = await act(community, 'plan', 'meeting', { data });
      const [meeting] = records;
      const minutes = { ...meeting!, id: uuidv7(), kind: 'minutes', by: 'p-jo', to: [], about: meeting!.id, status: 'published', data: { text } };
      await community.records!.apply([{ ...meeting!, status: 'closed', rev: 2 }, minutes]);
    },
  },
  'what was kept of a card': {
    widget: html`<milieu-coping-card card="c03"></milieu-coping-card>`,
    as: 'resident',
    write: (community, note) => act(community, 'keep', 'practice', { data: { card: 'c03', title: note.slice(0, 60), seconds: 60, note } }),
    show: (community) => press(community, 'My own times'),
  },
  'a duty': {
    widget: html`<milieu-responsibility-ladder about="p-sam"></milieu-responsibility-ladder>`,
    as: 'staff',
    write: (community, text) => act(community, 'offer', 'duty', { to: ['p-sam'], data: { title: text.slice(0, 60), steps: [text], safety: text } }),
    show: (community) => press(community, /carries|carry/),
  },
};

describe('text that attacks', () => {
  it('comes in sixty shapes', () => expect(hostile.length).to.be.at.least(60));

  for (const [what, { widget, as, write, show }] of Object.entries(ways)) {
    it(`in ${what}, is shown as it was written and makes no element`, async () => {
      for (const text of hostile) {
        const community = await house(widget, { as, person: 's-priya' });
        await write(community, text);
        await show?.(community);
        await until(() => holds(community, text.trim().slice(0, 60)) && plain(textOf(community)).includes(plain(text).slice(0, 60)), {
          what: `"${text}", as it was written`,
        });
        expect(aliens(community), text).to.deep.equal([]);
        community.remove();
      }
      expect('pwned' in globalThis).to.equal(false);
      expect(allByRole(document.body, 'alertdialog')).to.deep.equal([]);
    }).timeout(120_000);
  }

  it('as a name, a heading, a place of staff or a word of the host, is text as well', async () => {
    const community = await house(html`<milieu-peer-feedback></milieu-peer-feedback><milieu-help></milieu-help>`);
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
