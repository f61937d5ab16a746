import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/help.js';
import '../../src/define/peer-feedback.js';
import { define } from '../../src/define/define.js';
import { version } from '../../src/define/version.js';
import type { MilieuErrorEvent } from '../../src/elements/community/index.js';
import { openCommunity } from '../testing/community.js';
import { byRole, findInText, textOf, until } from '../../src/testing/by-role.js';
import { drawn, settled } from './wait-for-draw.js';
import { shapes } from './odd-values.js';

const properties = ['community', 'person', 'as', 'keep', 'density', 'people', 'help', 'policy', 'strings', 'transport', 'records'] as const;

/** Values that are valid for a property: a short text is an id, and an empty object is a policy without settings. */
const right: Readonly<Record<string, readonly string[]>> = {
  community: ['null'],
  person: ['null'],
  as: ['null'],
  keep: ['null'],
  density: shapes.map(([name]) => name),
  policy: [
    'an empty object',
    'an object without a prototype',
    'an object that names itself',
    'an object whose getters throw',
    'a date',
    'a map',
    'an element',
    'a template in disguise',
  ],
  strings: ['an empty object', 'an object without a prototype', 'an object whose getters throw', 'a date', 'a map', 'an element'],
};

const inside = html`<milieu-peer-feedback></milieu-peer-feedback><milieu-help></milieu-help>`;

describe('<milieu-community> with invalid properties', () => {
  for (const property of properties) {
    it(`an invalid \`${property}\` is reported to the host and the widgets, and a valid one works again`, async () => {
      const community = await openCommunity(inside);
      const told: string[] = [];
      community.addEventListener('milieu-error', ({ code }) => told.push(code));
      const feedback = community.querySelector('milieu-peer-feedback')!;
      const said = (): string => textOf(feedback).replace(/\s+/g, ' ').trim();
      await until(() => /Who is it for/.test(said()));
      const host = community as unknown as Record<string, unknown>;
      const usual = property === 'records' ? undefined : host[property];
      const faults: string[] = [];
      for (const [name, shape] of shapes) {
        told.length = 0;
        host[property] = shape();
        await drawn();
        const misfit = !right[property]?.includes(name);
        if (misfit !== told.includes('bad-property')) faults.push(`${name}: the host was ${misfit ? 'not ' : ''}told (${told.join()})`);
        const line = `This isn’t set up right. Tell staff, and show them this: ${property}`;
        if (misfit !== said().includes(line)) faults.push(`${name}: the widget says ${said().slice(-200)}`);
        host[property] = usual;
        await drawn();
        await until(() => /Who is it for/.test(said()) && !said().includes(line), { within: 10_000 }).catch(() =>
          faults.push(`it did not come back from ${name}`),
        );
      }
      expect(faults).to.deep.equal([]);
      byRole(community, 'button', 'Ask staff to come').click();
      await findInText(community, 'Nobody has been told');
    }).timeout(60_000);
  }

  it('no store is opened for an invalid person, and the widget says that nothing was lost', async () => {
    const community = await openCommunity(inside);
    Object.assign(community, { person: { id: 'p-ana' } });
    await until(() => community.status.store === 'failed');
    expect(community.status.code).to.equal('bad-property');
    expect(community.records).to.equal(undefined);
    await findInText(community, 'Nothing is lost, but we can’t save right now.');
  });

  // The page is parsed like a host's page, because trusted types do not allow a script to create a script.
  const slotted = {
    'people that are no JSON': [
      'people',
      html`<script type="application/json" slot="people">
        {"oops
      </script>`,
    ],
    'people that are nothing': ['people', html`<script type="application/json" slot="people"></script>`],
    'people that are one object': [
      'people',
      html`<script type="application/json" slot="people">
        { "id": "p-kim" }
      </script>`,
    ],
    'people without names': [
      'people',
      html`<script type="application/json" slot="people">
        [{ "id": "p-kim" }]
      </script>`,
    ],
    'help that is no JSON': [
      'help',
      html`<script type="application/json" slot="help">
        where: here
      </script>`,
    ],
    'help of another shape': [
      'help',
      html`<script type="application/json" slot="help">
        { "people": 5 }
      </script>`,
    ],
    'help that is a list': [
      'help',
      html`<script type="application/json" slot="help">
        []
      </script>`,
    ],
  } as const;
  for (const [what, [slot, script]] of Object.entries(slotted)) {
    it(`invalid JSON in a slot is reported: ${what}`, async () => {
      const told: string[] = [];
      const hear = ({ code, property }: MilieuErrorEvent): void => void told.push(code, String(property));
      document.addEventListener('milieu-error', hear);
      const community = await openCommunity(html`${inside}${script}`);
      await findInText(community, `This isn’t set up right. Tell staff, and show them this: ${slot}`);
      document.removeEventListener('milieu-error', hear);
      expect(told).to.deep.equal(['bad-property', slot]);
      expect(byRole(community.querySelector('milieu-help')!, 'button', 'Ask staff to come')).to.exist;
    });
  }

  it('people and help are read from their slots if they are valid', async () => {
    const community = await openCommunity(
      html`${inside}
        <script type="application/json" slot="people">
          [{ "id": "p-kim", "name": "Kim", "as": "resident" }]
        </script>
        <script type="application/json" slot="help">
          { "where": "The office by the door.", "people": [] }
        </script>`,
    );
    await until(() => byRole(community, 'radio', 'Kim'));
    byRole(community, 'button', 'Ask staff to come').click();
    await findInText(community, 'The office by the door.');
  });

  it('a policy that is set after the store has opened takes effect', async () => {
    const community = await openCommunity(inside);
    community.policy = { reminders: 'direct' };
    await community.updateComplete;
    const data = { mode: 'remind', saw: 'The door was open.', next: 'Close it.', strength: 'You notice things.' };
    const change = await community.records!.act('send', { kind: 'feedback', id: crypto.randomUUID() }, { to: ['p-sam'], data });
    expect(change.records[0]?.status).to.equal('delivered');
  });
});

describe('<milieu-community>', () => {
  it('the store closes when the element leaves the page, and not when it moves', async () => {
    const community = await openCommunity(inside);
    const store = community.records!;
    const aside = await fixture<HTMLElement>(html`<section></section>`);
    aside.append(community);
    await settled();
    expect(community.records).to.equal(store);
    await store.list({ kind: 'feedback' });
    community.remove();
    await settled();
    expect(community.records).to.equal(undefined);
    const code = await store.list({ kind: 'feedback' }).then(
      () => 'listed',
      (error: unknown) => (error as MilieuErrorEvent).code,
    );
    expect(code).to.equal('closed');
  });

  it('the store opens again when the element comes back', async () => {
    const community = await openCommunity(inside);
    const parent = community.parentElement!;
    community.remove();
    await settled();
    parent.append(community);
    await until(() => community.status.store === 'memory', { within: 8000, what: 'the store of a community that came back' });
    await community.records!.list({ kind: 'feedback' });
  });

  it('a hidden community is not rendered and takes no space', async () => {
    const community = await openCommunity(inside);
    expect(getComputedStyle(community).display).to.equal('contents');
    community.hidden = true;
    expect(getComputedStyle(community).display).to.equal('none');
  });

  it('no property has a name that HTMLElement also has', () => {
    const names = Object.getOwnPropertyNames(customElements.get('milieu-community')!.prototype).filter((name) => name !== 'constructor');
    expect(names.filter((name) => name in HTMLElement.prototype)).to.deep.equal([]);
  });

  it('a widget finds a community that is placed inside another one', async () => {
    const outer = await openCommunity(inside);
    const inner = document.createElement('milieu-community');
    inner.community = crypto.randomUUID();
    inner.keep = 'page';
    outer.append(inner);
    const feedback = outer.querySelector('milieu-peer-feedback')!;
    inner.append(feedback);
    expect(feedback.community?.identity.community).to.equal(inner.community);
  });
});

describe('registration of a tag', () => {
  const warned = (run: () => void): string[] => {
    const said: string[] = [];
    const { warn } = console;
    // eslint-disable-next-line no-console -- the test reads the console
    console.warn = (...words: unknown[]): void => void said.push(words.join(' '));
    try {
      run();
    } finally {
      // eslint-disable-next-line no-console -- as above
      console.warn = warn;
    }
    return said;
  };
  const mark = Symbol.for('milieu-elements.version');

  it('registering a tag twice does nothing the second time', () => {
    const first = customElements.get('milieu-help');
    expect(warned(() => define('milieu-help', class extends HTMLElement {}))).to.deep.equal([]);
    expect(customElements.get('milieu-help')).to.equal(first);
  });

  it('registering a tag that another version has warns once and does not throw', () => {
    class Older extends HTMLElement {
      static [mark] = '0.0.1';
    }
    customElements.define('milieu-older', Older);
    const said = warned(() => {
      for (let i = 0; i < 3; i += 1) define('milieu-older', class extends HTMLElement {});
    });
    expect(said).to.deep.equal([`milieu-elements 0.0.1 was registered before ${version}, with <milieu-older>; the first stays.`]);
    expect(customElements.get('milieu-older')).to.equal(Older);
  });

  it('one line is enough for all tags of one other version', () => {
    for (const tag of ['milieu-old-a', 'milieu-old-b'])
      customElements.define(
        tag,
        class extends HTMLElement {
          static [mark] = '0.0.2';
        },
      );
    const said = warned(() => {
      for (const tag of ['milieu-old-a', 'milieu-old-b']) define(tag, class extends HTMLElement {});
    });
    expect(said).to.have.length(1);
  });
});
