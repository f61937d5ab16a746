import { expect } from '@open-wc/testing';
import * as classes from '../../src/index.js';
import { textOf, until } from '../../src/testing/by-role.js';
import { described, widgets } from './read-manifest.js';
import type { Tag } from './element.contract.js';
import { grown, settled } from './wait-for-draw.js';

const names = Object.getOwnPropertyNames(globalThis);
const sheets = document.adoptedStyleSheets.length;
const styles = document.head.querySelectorAll('style, link').length;
const classOf = (tag: string): CustomElementConstructor =>
  (classes as unknown as Record<string, CustomElementConstructor>)[tag.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())]!;

/** A host's page before its script has loaded, or in a browser that is too old. */
function standing(): HTMLElement {
  const community = document.createElement('milieu-community');
  for (const [name, value] of Object.entries({ community: 'north-house', person: 'p-ana', as: 'resident', keep: 'page' }))
    community.setAttribute(name, value);
  for (const { tag } of widgets) {
    const element = document.createElement(tag);
    element.append(`Call the office for ${tag}.`);
    community.append(element);
  }
  document.body.append(community);
  return community;
}

/** The tests run in this order, because a tag is defined only once on a page. */
describe('tags that are on the page before the script', () => {
  let community: HTMLElement;
  before(() => (community = standing()));
  after(() => community.remove());

  it('the classes can be imported without registering the tags', () => {
    for (const { tag } of described) {
      expect(classOf(tag), tag).to.be.a('function');
      expect(customElements.get(tag), tag).to.equal(undefined);
    }
  });

  it('a tag shows the host’s content as a fallback before it is registered', () => {
    for (const { tag } of widgets) {
      const element = community.querySelector<HTMLElement>(tag)!;
      expect(textOf(element)).to.include(`Call the office for ${tag}.`);
      expect(element.getBoundingClientRect().width, tag).to.be.greaterThan(0);
    }
  });

  it('a widget belongs to the host’s community only when milieu-community is registered', async () => {
    for (const { tag } of widgets) customElements.define(tag, class extends classOf(tag) {});
    for (const { tag } of widgets) expect(community.querySelector<Tag>(tag)!.community?.identity.community, tag).to.equal('here');
    const warned: string[] = [];
    const { warn } = console;
    Object.assign(console, { warn: (word: string) => warned.push(word) });
    await import('../../src/define/index.js');
    await import('../../src/define/index.js');
    Object.assign(console, { warn });
    await settled();
    for (const { tag } of widgets) {
      const element = community.querySelector<Tag>(tag)!;
      expect(element.community?.identity, tag).to.deep.equal({ community: 'north-house', person: 'p-ana', as: 'resident', keep: 'page' });
      await until(() => !textOf(element).includes('Call the office') || tag === 'milieu-help', { what: `${tag} in place of its fallback` });
    }
    expect(warned.length).to.equal(widgets.length);
  });

  it('an upgrade leaves no name, style or script on the page', () => {
    expect(grown(names)).to.deep.equal([]);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
    expect(document.head.querySelectorAll('style, link').length).to.equal(styles);
  });
});
