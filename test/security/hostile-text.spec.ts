import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/index.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { ActInput } from '../../src/records/types.js';
import { elementsOf } from '../support/finder.js';
import { house } from '../support/house.js';
import { allByRole, findByRole, textOf, until } from '../support/role.js';
import { hostile } from './hostile.js';

/** Kinds of elements that stand in the page, with how many of each; what text may never change. */
function standing(root: Element): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { localName } of elementsOf(root)) kinds[localName] = (kinds[localName] ?? 0) + 1;
  return kinds;
}
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Way {
  readonly widget: ReturnType<typeof html>;
  readonly as: 'resident' | 'staff';
  /** Writes `text` where a person would, by the act of the widget. */
  write(community: MilieuCommunity, text: string): Promise<unknown>;
  /** Opens what was written; it is all there after this. */
  show?(community: MilieuCommunity): Promise<void>;
}

const act = (community: MilieuCommunity, action: string, kind: string, input: ActInput, target: { id?: string; rev?: number } = {}) =>
  community.records!.act(action, { kind, id: crypto.randomUUID(), ...target }, input);
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
    write: (community, text) => act(community, 'propose', 'item', { data: { title: text, kind: 'topic', detail: text } }),
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
      const seen = async (text: string): Promise<{ shown: string; kinds: Record<string, number> }> => {
        const community = await house(widget, { as, person: 's-priya' });
        await write(community, text);
        await show?.(community);
        await until(() => textOf(community).includes(plain(text).slice(0, 8)) || plain(textOf(community)).includes(plain(text).slice(0, 20)), {
          what: `"${text}" to be shown`,
        });
        const result = { shown: plain(textOf(community)), kinds: standing(community) };
        community.remove();
        return result;
      };
      const usual = (await seen('Something usual')).kinds;
      const faults: string[] = [];
      for (const text of hostile) {
        const { shown, kinds } = await seen(text);
        if (!shown.includes(plain(text).slice(0, 60))) faults.push(`"${text}" is shown as ${shown}`);
        if (JSON.stringify(kinds) !== JSON.stringify(usual)) faults.push(`"${text}" made ${JSON.stringify(kinds)}`);
      }
      expect(faults).to.deep.equal([]);
      expect('pwned' in globalThis).to.equal(false);
      expect(allByRole(document.body, 'alertdialog')).to.deep.equal([]);
    }).timeout(120_000);
  }

  it('as a name, a heading, a place of staff or a word of the host, is text as well', async () => {
    const community = await house(html`<milieu-peer-feedback></milieu-peer-feedback><milieu-help></milieu-help>`);
    const usual = standing(community);
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
      expect(standing(community)).to.deep.equal(usual);
    }
    expect('pwned' in globalThis).to.equal(false);
  }).timeout(60_000);
});
