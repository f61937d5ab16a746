import { expect, fixture, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/peer-feedback.js';
import { purge } from '../../../src/records/index.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { databaseOf, drop } from '../../records/read-disk.js';
import { openCommunity } from '../../testing/community.js';
import { people } from '../../../src/testing/people.js';
import { fill, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';

const widget = html`<milieu-peer-feedback></milieu-peer-feedback>`;
const affirm = { kind: 'feedback', id: '01890000-0000-7000-8000-000000000001' };
const words = { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door.' } };

describe('milieu-community', () => {
  it('no store is opened until a widget asks for it', async () => {
    const before = await indexedDB.databases();
    const community = await fixture<MilieuCommunity>(html`<milieu-community community=${crypto.randomUUID()} person="p-ana"></milieu-community>`);
    await community.updateComplete;
    expect(community.records).to.equal(undefined);
    expect((await indexedDB.databases()).length).to.equal(before.length);
  });

  it('only the records of the named person are opened, never those of an unnamed person first', async () => {
    const opened: string[] = [];
    const real = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
    const open = real.value as (this: IDBFactory, name: string, version?: number) => IDBOpenDBRequest;
    IDBFactory.prototype.open = function (name, version) {
      opened.push(name);
      return open.call(this, name, version);
    };
    try {
      await openCommunity(widget, { keep: 'person' });
      expect(new Set(opened).size).to.equal(1);
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'open', real);
    }
  });

  it('emptied storage is reported once, the widget keeps working, and no text claims that nothing was lost', async () => {
    const { value: community, name } = await databaseOf(() =>
      openCommunity(html`<milieu-peer-feedback view="sent"></milieu-peer-feedback>`, { keep: 'person' }),
    );
    await community.records!.act('send', affirm, words);
    await findInText(community, 'for Sam');
    await drop(name);
    await findInText(community, 'What was saved in this browser is gone.');
    await until(() => !textOf(community).includes('for Sam'));
    expect(textOf(community)).to.not.match(/Nothing (was|is) lost|We couldn’t open/);
    await community.records!.act('send', { ...affirm, id: uuidv7() }, words);
    await findInText(community, 'for Sam');
  });

  it('a draft that is written after storage was emptied is kept', async () => {
    const { value: community, name } = await databaseOf(() => openCommunity(widget, { keep: 'person' }));
    await drop(name);
    await findInText(community, 'What was saved in this browser is gone.');
    community.firstElementChild!.remove();
    community.append(document.createElement('milieu-peer-feedback'));
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You found the mop.');
    await until(async () => (await community.records!.drafts.read('feedback')) !== undefined);
    community.lastElementChild!.remove();
    community.append(document.createElement('milieu-peer-feedback'));
    await findInText(community, 'We kept what you wrote.');
  });

  it('a draft that was in the form before storage was emptied is kept', async () => {
    const { value: community, name } = await databaseOf(() => openCommunity(widget, { keep: 'person' }));
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You found the mop.');
    await until(async () => (await community.records!.drafts.read('feedback')) !== undefined);
    await drop(name);
    await findInText(community, 'What was saved in this browser is gone.');
    community.lastElementChild!.remove();
    community.append(document.createElement('milieu-peer-feedback'));
    await findInText(community, 'We kept what you wrote.');
  });

  it('no text says “saved” or “not accepted” of what is gone after storage was emptied', async () => {
    const { value: community, name } = await databaseOf(() => openCommunity(widget, { keep: 'person' }));
    (await findByRole(community, 'radio', 'Sam')).click();
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You found the mop.');
    (await findByRole(community, 'button', 'Send to Sam')).click();
    await findInText(community, 'Not sent to anyone yet.');
    await drop(name);
    await findInText(community, 'What was saved in this browser is gone.');
    await until(() => !/Saved on this device|as soon as we can|Not accepted/.test(textOf(community)));
  });

  it('no text says “saved” or “on its way” after all was removed', async () => {
    const community = await openCommunity(widget, { keep: 'person' });
    (await findByRole(community, 'radio', 'Sam')).click();
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You found the mop.');
    (await findByRole(community, 'button', 'Send to Sam')).click();
    await findInText(community, 'Not sent to anyone yet.');
    await purge(community.records!, { unsent: 'lose' });
    await findInText(community, 'What was saved in this browser was removed.');
    expect(textOf(community)).to.not.match(/Saved on this device|as soon as we can/);
  });

  it('what one person wrote is hidden from the next person', async () => {
    const community = await openCommunity(widget, { keep: 'person' });
    await community.records!.act('send', affirm, words);
    const first = community.records;
    community.person = 'p-jo';
    await until(() => community.records && community.records !== first && community.status.store === 'open');
    expect(await community.records!.list({ kind: 'feedback' })).to.deep.equal([]);
    community.person = 'p-ana';
    await until(async () => community.records?.actor.person === 'p-ana' && (await community.records.list({ kind: 'feedback' })).length === 1);
  });

  it('identity is read from properties and from attributes', async () => {
    const community = await openCommunity(widget);
    Object.assign(community, { person: 's-priya', as: 'staff' });
    await until(() => community.records?.actor.person === 's-priya');
    expect(community.records!.actor).to.deep.equal({ person: 's-priya', as: 'staff' });
    expect(community.getAttribute('person')).to.equal('s-priya');
  });

  it('people and help are read from JSON in the slots', async () => {
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

  it('an invalid list of people is reported by code, and the widgets keep working', async () => {
    const community = await openCommunity(widget);
    const codes: string[] = [];
    community.addEventListener('milieu-error', (e) => codes.push(e.code));
    Object.assign(community, { people: [{ id: 7 }] });
    await until(() => codes.includes('bad-property'));
    community.people = people;
    await findInText(community, 'Sam');
  });

  it('the host’s words replace the built-in words', async () => {
    const community = await openCommunity(widget);
    community.strings = { 'feedback.title': 'Slips' };
    await findInText(community, 'Slips');
  });

  it('locking drops everything that can be read', async () => {
    const community = await openCommunity(widget);
    await community.records!.act('send', affirm, words);
    community.lock();
    await until(() => community.status.store === 'locked');
    await findInText(community, 'Locked');
    expect(textOf(community)).not.to.contain('You held the door.');
  });

  it('the store closes when the element stays away and opens again when it is back', async () => {
    const community = await openCommunity(widget, { keep: 'person' });
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

  it('the store stays open when the element moves within the page', async () => {
    const community = await openCommunity(widget);
    const { records } = community;
    const other = await fixture<HTMLElement>(html`<section></section>`);
    other.append(community);
    await community.updateComplete;
    expect(community.records).to.equal(records);
  });
});
