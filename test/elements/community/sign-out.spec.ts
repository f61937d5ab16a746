import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity, MilieuSignedOutEvent } from '../../../src/elements/community/index.js';
import type { Change } from '../../../src/model/change.js';
import type { Answer, Keep } from '../../../src/records/base/types.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import '../../../src/records/backup/remove-delivered.js'; // loads the store before the first test, which waits for it only so long
import '../../../src/records/open.js';
import { internalsOf } from '../../../src/records/context/internals.js';
import { IndexedDbAdapter } from '../../../src/records/storage/indexeddb-adapter.js';
import { nextVersion } from '../../../src/records/storage/migrations.js';
import { raise, readRaw } from '../../records/read-disk.js';
import { openCommunity } from '../../testing/community.js';
import { fill, findByRole, findInText, until } from '../../../src/testing/by-role.js';

const write = html`<milieu-peer-feedback view="write"></milieu-peer-feedback>`;
const saw = 'What did you see?';
/** The rows that are left, each by its store and the names of its fields. */
const leftIn = async (name: string): Promise<string[]> =>
  Object.entries(await readRaw(name)).flatMap(([store, rows]) => rows.map((row) => `${store}: ${Object.keys(row).join(' ')}`));
/** The row that says that the key has ended. */
const onlyEnd = ['meta: name'];
const id = (): string => crypto.randomUUID();

/** A community on the disk with what was sent, and what it tells the host. */
async function open(community = id(), { after = 'remove', keep = 'person' }: { after?: string; keep?: Keep } = {}) {
  let answer: () => Answer = () => ({ status: 204 });
  const element = await openCommunity(write, { keep, community });
  const { storage } = await internalsOf(element.records).context();
  const { name } = (storage as IndexedDbAdapter).connection;
  const out: MilieuSignedOutEvent[] = [];
  const errors: string[] = [];
  element.addEventListener('milieu-signed-out', (event) => out.push(event));
  element.addEventListener('milieu-error', ({ code }) => errors.push(code));
  element.transport = { send: async () => answer() };
  element.setAttribute('after-sign-out', after);
  await element.updateComplete;
  const [sent] = (await send(element)).records;
  await until(async () => (await element.records!.get(sent!.id))?.sent === 'sent', { within: 8000, what: 'sent' });
  return { element, name, out, errors, refuse: () => (answer = () => ({ status: 503 })) };
}

const send = ({ records }: MilieuCommunity): Promise<Change> =>
  records!.act('send', { kind: 'feedback', id: id() }, { to: ['p-sam'], data: { mode: 'affirm', saw: 'Made breakfast' } });
const isOpen = (element: MilieuCommunity): Promise<unknown> =>
  until(() => element.records && element.status.store === 'open', { within: 8000, what: 'the store is open' });

describe('after-sign-out="remove"', () => {
  it('removes all of a person who signs out, when the backend has it, and tells the host', async () => {
    const { element, name, out } = await open();
    element.person = 'p-sam';
    await until(() => out.length > 0, { within: 8000 });
    expect({ ...out[0]! }).to.deep.equal({ isTrusted: false, person: 'p-ana', removed: 1, unsent: 0, drafts: 0 });
    expect(out[0]).to.deep.include({ bubbles: true, composed: true, cancelable: false });
    expect(await leftIn(name)).to.deep.equal(onlyEnd);
    await isOpen(element);
    expect(element.records!.actor.person).to.equal('p-sam');
  });

  it('also where nobody signs in after that', async () => {
    const { element, name, out } = await open();
    element.removeAttribute('person');
    await until(() => out.length > 0, { within: 8000 });
    expect(await leftIn(name)).to.deep.equal(onlyEnd);
  });

  it('keeps what waits, and says how much; the person finds it when they are back', async () => {
    const { element, out, refuse } = await open();
    refuse();
    await send(element);
    element.person = 'p-sam';
    await until(() => out.length > 0, { within: 8000 });
    expect({ ...out[0]! }).to.deep.include({ removed: 1, unsent: 1, drafts: 0 });
    await isOpen(element);
    expect(element.status.waiting).to.equal(0);
    element.person = 'p-ana';
    await until(() => element.status.store === 'open' && element.status.waiting === 1, { within: 8000, what: 'what waited' });
    expect(await element.records!.list({ kind: 'feedback' })).to.have.length(1);
  });

  it('keeps a text that is being written, with its last letters', async () => {
    const { element, out } = await open();
    fill(await findByRole(element, 'textbox', saw), 'You held the');
    element.person = 'p-sam';
    await until(() => out.length > 0, { within: 8000 });
    expect({ ...out[0]! }).to.deep.include({ removed: 1, unsent: 0, drafts: 1 });
    element.person = 'p-ana';
    await until(async () => ((await findByRole(element, 'textbox', saw)) as HTMLTextAreaElement).value === 'You held the', { within: 8000 });
  });

  it('somebody who comes back at once finds a store that works', async () => {
    const { element, out } = await open();
    element.person = 'p-sam';
    await element.updateComplete;
    element.person = 'p-ana';
    await until(() => out.length === 2, { within: 8000 });
    await isOpen(element);
    expect(element.records!.actor.person).to.equal('p-ana');
    await send(element);
    expect(element.status.store).to.equal('open');
  });

  it('removes also what lies in a store that is locked', async () => {
    const { element, name, out } = await open();
    element.lock();
    element.person = 'p-sam';
    await until(() => out.length > 0, { within: 8000 });
    expect(await leftIn(name)).to.deep.equal(onlyEnd);
  });

  it('removes also what was kept before, where no widget has opened the store', async () => {
    const { element, name } = await open();
    const { community } = element;
    element.remove();
    const bare = document.createElement('milieu-community');
    Object.assign(bare, { community, person: 'p-ana', afterSignOut: 'remove' });
    const told = new Promise<MilieuSignedOutEvent>((resolve) => bare.addEventListener('milieu-signed-out', resolve));
    document.body.append(bare);
    await bare.updateComplete;
    bare.person = 'p-sam';
    expect((await told).removed).to.equal(1);
    expect(await leftIn(name)).to.deep.equal(onlyEnd);
    bare.remove();
  });

  it('removes what a person has left where the id was not valid for a moment before the next one', async () => {
    const { element, name, out, errors } = await open();
    element.person = 'p'.repeat(65);
    await element.updateComplete;
    expect(errors).to.include('bad-property');
    element.person = 'p-sam';
    await until(() => out.length > 0, { within: 8000 });
    expect({ ...out[0]! }).to.deep.include({ person: 'p-ana', removed: 1 });
    expect(await leftIn(name)).to.deep.equal(onlyEnd);
  });

  it('tells why, if the database can only be read', async () => {
    const { element, name } = await open();
    const { community } = element;
    element.remove();
    await until(() => element.records === undefined, { what: 'the store is closed' });
    await raise(name, nextVersion);
    const bare = document.createElement('milieu-community');
    Object.assign(bare, { community, person: 'p-ana', afterSignOut: 'remove' });
    const told = new Promise<string>((resolve) => bare.addEventListener('milieu-error', ({ code }) => resolve(code)));
    document.body.append(bare);
    await bare.updateComplete;
    bare.person = 'p-sam';
    expect(await told).to.equal('newer-schema');
    bare.remove();
  });

  it('tells why, if it could not be removed, and the next person can go on', async () => {
    const { element, name, out, errors } = await open();
    const { run } = Object.getOwnPropertyDescriptors(IndexedDbAdapter.prototype);
    IndexedDbAdapter.prototype.run = function (this: IndexedDbAdapter, ...args: Parameters<typeof run.value & object>) {
      if (this.connection.name === name && args[1] === 'strict') return Promise.reject(new MilieuError('connection'));
      return (run.value as (...all: unknown[]) => Promise<never>).apply(this, args);
    };
    try {
      element.person = 'p-sam';
      await until(() => errors.includes('connection'), { within: 8000 });
      await isOpen(element);
    } finally {
      Object.defineProperty(IndexedDbAdapter.prototype, 'run', run);
    }
    expect(out).to.deep.equal([]);
    expect(await leftIn(name)).to.not.deep.equal([]);
  });

  for (const [what, act] of [
    ['another role', (element: MilieuCommunity) => (element.as = 'senior-peer')],
    ['an id that is not valid', (element: MilieuCommunity) => (element.person = 'p'.repeat(65))],
    ['a move of the element', (element: MilieuCommunity) => (element.remove(), document.body.append(element))],
  ] as const)
    it(`${what} is no sign-out`, async () => {
      const { element, name, out } = await open();
      act(element);
      await element.updateComplete;
      element.as = 'resident';
      element.person = 'p-ana';
      await isOpen(element);
      expect(await element.records!.list({ kind: 'feedback' })).to.have.length(1);
      expect(out).to.deep.equal([]);
      expect((await readRaw(name))['rows']).to.have.length(1);
      element.remove();
    });

  it('leaves what people share', async () => {
    const { element, name, out, errors } = await open(id(), { keep: 'house' });
    element.person = 'p-sam';
    await element.updateComplete;
    await until(() => element.records?.actor.person === 'p-sam' && element.status.store === 'open', { within: 8000 });
    expect([out, errors]).to.deep.equal([[], []]);
    expect((await readRaw(name))['rows']).to.have.length(1);
  });
});

describe('after-sign-out', () => {
  it('removes nothing unless a host asks for it', async () => {
    const { element, name, out } = await open(id(), { after: 'keep' });
    element.person = 'p-sam';
    await element.updateComplete;
    await until(() => element.records?.actor.person === 'p-sam' && element.status.store === 'open', { within: 8000 });
    expect(out).to.deep.equal([]);
    expect((await readRaw(name))['rows']).to.have.length(1);
  });

  it('a word that it does not know is told to the host, and removes nothing', async () => {
    const { element, name, out, errors } = await open(id(), { after: 'delete' });
    expect(errors).to.include('bad-property');
    await findInText(element, 'after-sign-out');
    element.person = 'p-sam';
    await element.updateComplete;
    await until(() => element.records?.actor.person === 'p-sam' && element.status.store === 'open', { within: 8000 });
    expect(out).to.deep.equal([]);
    expect((await readRaw(name))['rows']).to.have.length(1);
  });

  it('does not touch anything while the page has a store that the host gave', async () => {
    const { element, name, out } = await open();
    const other = await openCommunity(write);
    element.records = other.records;
    await element.updateComplete;
    element.person = 'p-sam';
    await element.updateComplete;
    element.records = undefined;
    await until(() => element.status.store === 'open' && element.records?.actor.person === 'p-sam', { within: 8000 });
    expect(out).to.deep.equal([]);
    expect((await readRaw(name))['rows']).to.have.length(1);
  });
});
