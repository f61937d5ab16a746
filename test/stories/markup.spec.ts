import { expect, fixture, html } from '@open-wc/testing';
// eslint-disable-next-line no-restricted-imports -- a host writes this text into its page as it is
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../../src/define/coping-card.js';
import '../../src/define/help.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import type { MilieuCopingCard } from '../../src/elements/coping-card/index.js';
import { pond } from '../../stories/coping-card/practices.js';
import { markupOf, watchMarkup } from '../../stories/docs/markup.js';
import { until } from '../../src/testing/by-role.js';

const people = ['Ana', 'Sam', 'Jo', 'Kit', 'Hope'].map((name, at) => ({ id: `p-0${at}`, name: `${name} <Marsh>`, as: 'resident' as const }));

const page = (): Promise<HTMLElement> =>
  fixture<HTMLElement>(
    html`<main class="of-the-host">
      <milieu-community community="north-house" person="p-00" keep="page" density="comfortable" .people=${people}>
        <milieu-coping-card view="card" .content=${pond}></milieu-coping-card>
        <milieu-help
          ><p>At night, ring the bell at <b>the office</b>.</p></milieu-help
        >
      </milieu-community>
    </main>`,
  );

describe('the code next to a story', () => {
  it('shows the tags with their attributes, JSON for objects, and nothing of the story itself', async () => {
    const markup = markupOf(await page());
    expect(markup.split('\n')[0]).to.equal('<milieu-community community="north-house" person="p-00" as="resident">');
    expect(markup).to.contain('<script type="application/json" slot="people">');
    expect(markup).to.contain('<p>At night, ring the bell at <b>the office</b>.</p>');
    expect(markup).not.to.match(/keep=|density=|of-the-host|<!--\?lit|shadow/);
  });

  it('gives the same page again when a host writes it', async () => {
    const copy = await fixture<HTMLElement>(html`<div>${unsafeHTML(markupOf(await page()))}</div>`);
    const community = copy.querySelector<MilieuCommunity>('milieu-community');
    await community?.updateComplete;
    await until(() => community?.people.length === 3);
    expect(community?.people).to.deep.equal(people.slice(0, 3));
    expect(copy.querySelector<MilieuCopingCard>('milieu-coping-card')?.content).to.deep.equal(pond);
  });

  it('follows a story whose community comes later', async () => {
    const room = await fixture<HTMLElement>(html`<div></div>`);
    const told: string[] = [];
    watchMarkup(room, (markup) => told.push(markup));
    const help = document.createElement('milieu-help');
    room.append(help);
    await until(() => told.at(-1) === '<milieu-help></milieu-help>');
    help.setAttribute('features', '');
    await until(() => told.at(-1) === '<milieu-help features></milieu-help>');
  });
});
