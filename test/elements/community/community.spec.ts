import { expect, fixture, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/peer-feedback.js';
import { purge } from '../../../src/records/index.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { databaseOf, drop } from '../../records/disk.js';
import { house, people } from '../../support/house.js';
import { fill, findByRole, findInText, textOf, until } from '../../support/role.js';

const widget = html`<milieu-peer-feedback></milieu-peer-feedback>`;
const affirm = { kind: 'feedback', id: '01890000-0000-7000-8000-000000000001' };
const words = { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door.' } };

describe('milieu-community', () => {
  it('opens nothing until a widget asks', async () => {
    const before = await indexedDB.databases();
    const community = await fixture<MilieuCommunity>(html`<milieu-community community=${crypto.randomUUID()} person="p-ana"></milieu-community>`);
    await community.updateComplete;
    expect(community.records).to.equal(undefined);
    expect((await indexedDB.databases()).length).to.equal(before.length);
  });

  it('opens only the records of the person who is named, never those of nobody first', async () => {
    const opened: string[] = [];
    const real = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
    const open = real.value as (this: IDBFactory, name: string, version?: number) => IDBOpenDBRequest;
    IDBFactory.prototype.open = function (name, version) {
      opened.push(name);
      return open.call(this, name, version);
    };
    try {
      await house(widget, { keep: 'person' });
      expect(new Set(opened).size).to.equal(1);
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'open', real);
    }
  });

  it('says once, plainly, that storage was emptied, and goes on; nothing there claims that nothing was lost', async () => {
    const { value: community, name } = await databaseOf(() =>
      house(html`<milieu-peer-feedback view="sent"></milieu-peer-feedback>`, { keep: 'person' }),
    );
    await community.records!.act('send', affirm, words);
    await findInText(community, 'for Sam');
    await drop(name);
    await findInText(community, 'What was kept in this browser is gone.');
    await until(() => !textOf(community).includes('for Sam'));
    expect(textOf(community)).to.not.match(/Nothing was lost|could not be opened/);
    await community.records!.act('send', { ...affirm, id: uuidv7() }, words);
    await findInText(community, 'for Sam');
  });

  it('claims no longer that something is saved or on its way once all was removed', async () => {
    const community = await house(widget, { keep: 'person' });
    (await findByRole(community, 'radio', 'Sam')).click();
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You found the mop.');
    (await findByRole(community, 'button', 'Send to Sam')).click();
    await findInText(community, 'Saved on this computer');
    await purge(community.records!, { unsent: 'lose' });
    await findInText(community, 'What this browser kept was removed.');
    expect(textOf(community)).to.not.match(/Saved on this computer|It will go when it can/);
  });

  it('keeps what one person wrote from the next', async () => {
    const community = await house(widget, { keep: 'person' });
    await community.records!.act('send', affirm, words);
    const first = community.records;
    community.person = 'p-jo';
    await until(() => community.records && community.records !== first && community.status.store === 'open');
    expect(await community.records!.list({ kind: 'feedback' })).to.deep.equal([]);
    community.person = 'p-ana';
    await until(async () => community.records?.actor.person === 'p-ana' && (await community.records.list({ kind: 'feedback' })).length === 1);
  });

  it('reads identity from properties as from attributes', async () => {
    const community = await house(widget);
    Object.assign(community, { person: 's-priya', as: 'staff' });
    await until(() => community.records?.actor.person === 's-priya');
    expect(community.records!.actor).to.deep.equal({ person: 's-priya', as: 'staff' });
    expect(community.getAttribute('person')).to.equal('s-priya');
  });

  it('takes people and help from JSON in its slots', async () => {
    const community = await fixture<MilieuCommunity>(html`
      <milieu-community community="c" person="p-ana" keep="page">
        <script type="application/json" slot="people">
          [{ "id": "p-sam", "name": "Sam", "as": "resident" }]
        </script>
        <milieu-peer-feedback></milieu-peer-feedback>
      </milieu-community>
    `);
    await findInText(community, 'Sam');
  });

  it('says a list of people that is none by its code, and goes on', async () => {
    const community = await house(widget);
    const codes: string[] = [];
    community.addEventListener('milieu-error', (e) => codes.push(e.code));
    Object.assign(community, { people: [{ id: 7 }] });
    await until(() => codes.includes('bad-property'));
    community.people = people;
    await findInText(community, 'Sam');
  });

  it('puts the host’s words in the place of ours', async () => {
    const community = await house(widget);
    community.strings = { 'feedback.title': 'Slips' };
    await findInText(community, 'Slips');
  });

  it('drops what can be read when it locks', async () => {
    const community = await house(widget);
    await community.records!.act('send', affirm, words);
    community.lock();
    await until(() => community.status.store === 'locked');
    await findInText(community, 'Locked');
    expect(textOf(community)).not.to.contain('You held the door.');
  });

  it('lets go of its records when it stays away, and has them again when it is back', async () => {
    const community = await house(widget, { keep: 'person' });
    const { records } = community;
    await records!.act('send', affirm, words);
    const parent = community.parentElement!;
    community.remove();
    await until(() => community.records === undefined);
    let closed = '';
    await records!.list({ kind: 'feedback' }).catch((error: { code: string }) => (closed = error.code));
    expect(closed).to.equal('closed');
    parent.append(community);
    await until(async () => (await community.records?.list({ kind: 'feedback' }))?.length === 1);
  });

  it('keeps its records through a move within the page', async () => {
    const community = await house(widget);
    const { records } = community;
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(community);
    await community.updateComplete;
    expect(community.records).to.equal(records);
  });
});
