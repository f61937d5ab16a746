import { expect, fixture, html } from '@open-wc/testing';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { Community } from '../../src/elements/community/community.js';
import type { As } from '../../src/model/record.js';
import { MilieuError } from '../../src/records/errors.js';
import { findInText, textOf, until } from '../support/role.js';
import { eventsWhile, grown, intervalsWhile, listenersWhile, settled } from './watch.js';

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

/** What every public widget promises its host, whatever it is about. */
export function elementContract({ tag, events, properties }: Described): void {
  describe(`<${tag}>`, () => {
    describe('finds the community around it', () => {
      it('when it is made by script, cloned from a template, or parsed', async () => {
        const community = await room();
        const template = document.createElement('template');
        template.content.append(document.createElement(tag));
        const clone = template.content.cloneNode(true) as DocumentFragment;
        community.append(make(tag), document.importNode(template.content, true), clone);
        await settled();
        expect(community.children.length).to.equal(3);
        for (const child of community.children) await belongsTo(child as Tag, community);
      });

      it('when it moves from one to another and back', async () => {
        const [one, other] = [await room(), await room()];
        const element = make(tag);
        one.append(element);
        await belongsTo(element, one);
        other.append(element);
        await belongsTo(element, other);
        one.append(element);
        await belongsTo(element, one);
      });

      it('when it moves out of all, where it belongs to none of them, and back', async () => {
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

      it('when it is moved without leaving the page', async () => {
        const [one, other] = [await room(), await room()];
        const element = make(tag);
        one.append(element);
        await settled();
        const movable = other as unknown as { moveBefore?: (node: Node, before: Node | null) => void };
        if (movable.moveBefore) movable.moveBefore(element, null);
        else other.append(element);
        await belongsTo(element, other);
      });

      it('when one is put around it, and the nearest of two', async () => {
        const [outer, inner] = [await room(), await room()];
        const element = make(tag);
        outer.append(element);
        await settled();
        outer.append(inner);
        inner.append(element);
        await belongsTo(element, inner);
      });

      it('from inside another shadow root, closed as well', async () => {
        const community = await room();
        for (const mode of ['open', 'closed'] as const) {
          const host = document.createElement('section');
          const element = make(tag);
          host.attachShadow({ mode }).append(element);
          community.append(host);
          await belongsTo(element, community);
        }
      });

      it('when it is slotted into a shadow root that holds the community', async () => {
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

    it('leaves nothing behind on document or window after it was put in and taken out 100 times', async () => {
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

    it('has no violation that axe can find in its first view', async () => {
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

    it('has no name that HTMLElement has as well', () => {
      const taken = properties.filter((name) => name in HTMLElement.prototype);
      expect(taken).to.deep.equal([]);
    });

    describe('with no community', () => {
      it('keeps on this computer, and says where unless it is the call for help', async () => {
        const element = await fixture<Tag>(document.createElement(tag));
        await until(() => element.community?.status.store === 'open', { within: 8000, what: 'the open store' });
        expect(element.community?.identity).to.deep.equal({ community: 'here', as: 'resident', keep: 'house' });
        await findInText(element, 'Kept on this computer. Anyone who uses this computer could read it');
      });

      it('tells the page what it documents, and nothing else', async () => {
        const { fired } = await eventsWhile(async (told) => {
          const element = await fixture<Tag>(document.createElement(tag));
          const community = await until(() => element.community);
          await until(() => community.status.store === 'open', { within: 8000, what: 'the open store' });
          await community.act('ask', { kind: 'help', id: crypto.randomUUID() }, { data: { need: 'come' } });
          community.report(new MilieuError('quota'));
          community.records?.wake();
          await until(() => told(element, 'milieu-deliver') && told(element, 'milieu-status'));
        });
        expect([...fired.get(tag)!].sort()).to.deep.equal([...events].sort());
      });
    });
  });
}
