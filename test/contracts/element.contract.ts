import { expect, fixture, html } from '@open-wc/testing';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { Community } from '../../src/elements/community/community.js';
import type { As } from '../../src/model/record.js';
import { MilieuError } from '../../src/records/base/errors.js';
import { findInText, textOf, until } from '../../src/testing/by-role.js';
import { eventsWhile, grown, intervalsWhile, listenersWhile, settled } from './wait-for-draw.js';

/** A widget on a page, as a host's script sees it. */
export interface Tag extends HTMLElement {
  readonly community: Community | undefined;
}

/** What the manifest says of a tag. */
export interface Described {
  readonly tag: string;
  readonly events: readonly string[];
  /** Names of the properties that a host may set. */
  readonly properties: readonly string[];
}

const make = (tag: string): Tag => document.createElement(tag) as Tag;
const room = (as: As = 'resident'): Promise<MilieuCommunity> =>
  fixture<MilieuCommunity>(html`<milieu-community community=${crypto.randomUUID()} person="p-ana" as=${as} keep="page"></milieu-community>`);
/** A community with one such widget in it, whose store has opened. */
export async function inside(tag: string, as?: As): Promise<{ community: MilieuCommunity; element: Tag }> {
  const community = await room(as);
  const element = make(tag);
  community.append(element);
  await until(() => community.status.store === 'memory' && textOf(element).trim(), { within: 8000, what: 'the open store' });
  await settled();
  return { community, element };
}
const belongsTo = async (element: Tag, community: MilieuCommunity): Promise<void> => {
  expect(element.community?.identity.community).to.equal(community.community);
  await until(() => textOf(element).trim(), { what: 'something to read' });
};

/** What every public widget promises its host. */
export function elementContract({ tag, events, properties }: Described): void {
  describe(`<${tag}>`, () => {
    describe('finding the community around the widget', () => {
      it('finds its community when made by script, cloned from a template, or parsed', async () => {
        const community = await room();
        const template = document.createElement('template');
        template.content.append(document.createElement(tag));
        const clone = template.content.cloneNode(true) as DocumentFragment;
        community.append(make(tag), document.importNode(template.content, true), clone);
        await settled();
        expect(community.children.length).to.equal(3);
        for (const child of community.children) await belongsTo(child as Tag, community);
      });

      it('finds its community when moved from one community to another and back', async () => {
        const [one, other] = [await room(), await room()];
        const element = make(tag);
        one.append(element);
        await belongsTo(element, one);
        other.append(element);
        await belongsTo(element, other);
        one.append(element);
        await belongsTo(element, one);
      });

      it('has no community when moved out of all of them, and finds it again when moved back', async () => {
        const community = await room();
        const outside = await fixture<HTMLElement>(html`<div></div>`);
        const element = make(tag);
        community.append(element);
        await settled();
        outside.append(element);
        expect(element.community?.identity).to.deep.include({ community: 'here', keep: 'house' });
        community.append(element);
        await belongsTo(element, community);
        element.remove();
        expect(element.community).to.equal(undefined);
      });

      it('finds its community when moved without leaving the page', async () => {
        const [one, other] = [await room(), await room()];
        const element = make(tag);
        one.append(element);
        await settled();
        const movable = other as unknown as { moveBefore?: (node: Node, before: Node | null) => void };
        if (movable.moveBefore) movable.moveBefore(element, null);
        else other.append(element);
        await belongsTo(element, other);
      });

      it('finds a community that is put around it, and the nearest of two', async () => {
        const [outer, inner] = [await room(), await room()];
        const element = make(tag);
        outer.append(element);
        await settled();
        outer.append(inner);
        inner.append(element);
        await belongsTo(element, inner);
      });

      it('finds its community from inside another shadow root, also a closed one', async () => {
        const community = await room();
        for (const mode of ['open', 'closed'] as const) {
          const host = document.createElement('section');
          const element = make(tag);
          host.attachShadow({ mode }).append(element);
          community.append(host);
          await belongsTo(element, community);
        }
      });

      it('finds its community when slotted into a shadow root that holds the community', async () => {
        const host = await fixture<HTMLElement>(html`<section></section>`);
        const community = document.createElement('milieu-community');
        community.community = crypto.randomUUID();
        community.keep = 'page';
        community.append(document.createElement('slot'));
        host.attachShadow({ mode: 'open' }).append(community);
        const element = make(tag);
        host.append(element);
        await belongsTo(element, community);
      });
    });

    it('leaves no listener or timer behind after it was added and removed 100 times', async () => {
      const { community } = await inside(tag);
      const round = async (): Promise<void> => {
        const element = make(tag);
        community.append(element);
        await settled();
        element.remove();
        await settled();
      };
      await round();
      const [left, ticking] = await listenersWhile(() =>
        intervalsWhile(async () => {
          await round();
          const element = make(tag);
          for (let i = 0; i < 100; i += 1) {
            community.append(element);
            await Promise.resolve();
            element.remove();
          }
          await settled();
        }),
      );
      expect(left).to.deep.equal([]);
      expect(ticking).to.equal(0);
    });

    it('adds no style, script or global to the page', async () => {
      const before = {
        heads: document.head.childElementCount,
        sheets: document.adoptedStyleSheets.length,
        names: Object.getOwnPropertyNames(globalThis),
      };
      await inside(tag);
      expect(document.head.childElementCount).to.equal(before.heads);
      expect(document.adoptedStyleSheets.length).to.equal(before.sheets);
      expect(document.body.querySelectorAll('style, link').length).to.equal(0);
      expect(grown(before.names)).to.deep.equal([]);
    });

    it('axe finds no violation in its first view', async () => {
      const { element } = await inside(tag);
      await expect(element).to.be.accessible();
    });

    it('is not rendered while it is hidden', async () => {
      const community = await room();
      const element = make(tag);
      element.hidden = true;
      community.append(element);
      await settled();
      expect(getComputedStyle(element).display).to.equal('none');
      element.hidden = false;
      expect(getComputedStyle(element).display).not.to.equal('none');
    });

    it('has no property name that HTMLElement also has', () => {
      const taken = properties.filter((name) => name in HTMLElement.prototype);
      expect(taken).to.deep.equal([]);
    });

    describe('without a community', () => {
      it('without a community it saves on this device and says so', async () => {
        const element = await fixture<Tag>(document.createElement(tag));
        await until(() => element.community?.status.store === 'open', { within: 8000, what: 'the open store' });
        expect(element.community?.identity).to.deep.equal({ community: 'here', as: 'resident', keep: 'house' });
        await findInText(element, 'Saved on this device, not locked. Others who use it could read it');
      });

      it('without a community it dispatches only the events that are documented', async () => {
        const { fired } = await eventsWhile(async (told) => {
          const element = await fixture<Tag>(document.createElement(tag));
          const community = await until(() => element.community);
          await until(() => community.status.store === 'open', { within: 8000, what: 'the open store' });
          await community.act('ask', { kind: 'help', id: crypto.randomUUID() }, { data: { need: 'come' } });
          await community.act(
            'keep',
            { kind: 'practice', id: crypto.randomUUID() },
            { data: { card: 'c03', title: 'Name five things', seconds: 60 } },
          );
          community.report(new MilieuError('quota'));
          community.records?.wake();
          if (events.includes('milieu-open')) community.waysIn.open({ tag: 'milieu-peer-feedback', view: 'inbox' });
          await until(() => told(element, 'milieu-deliver') && told(element, 'milieu-status'));
        });
        expect([...fired.get(tag)!].sort()).to.deep.equal([...events].sort());
      });
    });
  });
}
