import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import type { Key } from '../../../src/records/base/types.js';
import { createRecoveryCode, openRecords } from '../../../src/records/index.js';
import { currentOf, databaseOf, readRaw } from '../../records/read-disk.js';
import { openCommunity } from '../../testing/community.js';
import { fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const passphrase = 'a long passphrase';
const saw = 'What did you see?';
const view = (name: string) => html`<milieu-peer-feedback view=${name}></milieu-peer-feedback>`;
const tab = (community: string, name = 'write'): Promise<MilieuCommunity> => openCommunity(view(name), { keep: 'person', community });
const thrown = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof MilieuError ? error.code : `raw ${String(error)}`),
  );

describe('lock() of a community that is open in two tabs', () => {
  let id: string;
  beforeEach(() => (id = crypto.randomUUID()));

  it('takes what can be read from the screen of the other tab', async () => {
    const [here, there] = [await tab(id), await tab(id, 'sent')];
    await here.records!.act(
      'send',
      { kind: 'feedback', id: '01890000-0000-7000-8000-000000000001' },
      { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door.' } },
    );
    await findInText(there, 'for Sam');
    here.lock();
    await until(() => there.status.store === 'locked');
    await findInText(there, 'Locked');
    expect(textOf(there)).to.not.contain('for Sam');
  });

  it('writes the draft that is being typed in the other tab first', async () => {
    const { value: there, name } = await databaseOf(() => tab(id));
    await there.unlock(passphrase);
    fill(await findByRole(there, 'textbox', saw), 'You found the mop.');
    const here = await tab(id, 'sent');
    here.lock();
    fill(await findByRole(there, 'textbox', saw), 'You found the mop and the bucket.');
    await until(() => there.status.store === 'locked');
    await until(() => queryByRole(there, 'textbox', saw) === undefined);
    await until(async () => (await readRaw(await currentOf(name)))['drafts']?.length === 1);
    there.remove();
    const again = await tab(id);
    await again.unlock(passphrase);
    await findInText(again, 'We kept what you wrote.');
    expect(((await findByRole(again, 'textbox', saw)) as HTMLTextAreaElement).value).to.equal('You found the mop and the bucket.');
  });

  it('writes the draft whose last edit is being sealed in the other tab', async () => {
    const { value: there, name } = await databaseOf(() => tab(id));
    await there.unlock(passphrase);
    const here = await tab(id, 'sent');
    const { drafts } = there.records!;
    const prepare = drafts.prepare.bind(drafts);
    drafts.prepare = async (...edit) => {
      const sealing = prepare(...edit);
      here.lock();
      await until(() => there.status.store === 'locked');
      return sealing;
    };
    fill(await findByRole(there, 'textbox', saw), 'You found the mop.');
    await until(async () => (await readRaw(await currentOf(name)))['drafts']?.length === 1);
  });

  it('takes the key from the other tab, so that a widget which comes back there stays locked', async () => {
    const there = await tab(id);
    await there.unlock(passphrase);
    const here = await tab(id);
    here.lock();
    await until(() => there.status.store === 'locked');
    const parent = there.parentElement!;
    there.remove();
    await until(() => there.records === undefined);
    parent.append(there);
    await until(() => there.records && there.status.store !== 'opening');
    expect(there.status.store).to.equal('locked');
    await there.unlock(passphrase);
    expect(there.status.store).to.equal('open');
  });
});

it('lock() while the store of a community is opening leaves it locked', async () => {
  const community = document.createElement('milieu-community');
  Object.assign(community, { community: crypto.randomUUID(), person: 'p-ana', keep: 'person' });
  community.append(document.createElement('milieu-peer-feedback'));
  const open = indexedDB.open.bind(indexedDB);
  Object.defineProperty(indexedDB, 'open', {
    configurable: true,
    value: (...args: [string, number?]) => {
      Reflect.deleteProperty(indexedDB, 'open');
      community.lock();
      return open(...args);
    },
  });
  document.body.append(community);
  try {
    await until(() => community.records && community.status.store !== 'opening');
    expect(community.status.store).to.equal('locked');
  } finally {
    community.remove();
  }
});

describe('unlock() of a community', () => {
  it('loses against a lock() that is called after it', async () => {
    const community = await tab(crypto.randomUUID());
    await community.unlock(passphrase);
    community.lock();
    const unlocking = thrown(community.unlock(passphrase));
    community.lock();
    expect(await unlocking).to.equal('locked');
    expect(community.status.store).to.equal('locked');
    const later = thrown(community.unlock(passphrase));
    await community.updateComplete;
    community.lock();
    expect(await later).to.equal('locked');
    expect(community.status.store).to.equal('locked');
  });

  it('rejects where the element is not in the page, and works once it is there', async () => {
    const community = document.createElement('milieu-community');
    Object.assign(community, { community: crypto.randomUUID(), person: 'p-ana', keep: 'page' });
    const inTime = (work: Promise<string>): Promise<string> =>
      Promise.race([
        work,
        until(() => false).then(
          () => '',
          () => 'hangs',
        ),
      ]);
    expect(await inTime(thrown(community.unlock(passphrase)))).to.equal('not-in-page');
    const unlocking = community.unlock(passphrase);
    document.body.append(community);
    try {
      await unlocking;
      expect(community.status.key).to.equal('passphrase');
    } finally {
      community.remove();
    }
    await Promise.resolve();
    expect(await inTime(thrown(community.unlock(passphrase)))).to.equal('not-in-page');
  });

  it('refuses what is no key by a code, and the store stays as it was', async () => {
    const community = await tab(crypto.randomUUID());
    const bytes = new Uint8Array(32);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    for (const key of [5, null, undefined, {}, '', new Uint8Array(0), bytes])
      expect(await thrown(community.unlock(key as Key))).to.match(/^(weak|wrong)-key$/);
    expect([community.status.store, community.status.key]).to.deep.equal(['open', 'device']);
  });

  it('keeps its own copy of the bytes, for a widget that comes back', async () => {
    const community = await tab(crypto.randomUUID());
    const key = new Uint8Array(32).fill(7);
    const unlocking = community.unlock(key);
    key.fill(0);
    await unlocking;
    const parent = community.parentElement!;
    community.remove();
    await until(() => community.records === undefined);
    parent.append(community);
    await until(() => community.records && community.status.store !== 'opening');
    expect(community.status.store).to.equal('open');
    community.lock();
    await community.unlock(new Uint8Array(32).fill(7));
    expect(community.status.store).to.equal('open');
  });
});

describe('lock() before the store of a community is open', () => {
  /** A community that is not in the page yet. */
  function made(person = 'p-ana'): MilieuCommunity {
    const community = document.createElement('milieu-community');
    Object.assign(community, { community: crypto.randomUUID(), person, keep: 'person' });
    return community;
  }
  const known = (community: MilieuCommunity): Promise<unknown> => until(() => community.records && community.status.store !== 'opening');
  const widget = (): HTMLElement => document.createElement('milieu-peer-feedback');
  const left: HTMLElement[] = [];
  afterEach(() => left.splice(0).forEach((element) => element.remove()));
  function show(community: MilieuCommunity): void {
    left.push(community);
    document.body.append(community);
  }

  it('leaves it locked where it was called before the element was in the page', async () => {
    const community = made();
    community.append(widget());
    community.lock();
    show(community);
    await known(community);
    expect(community.status.store).to.equal('locked');
    await community.unlock(passphrase);
    expect(community.status.store).to.equal('open');
  });

  it('leaves it locked where the person was set in the same task', async () => {
    const community = made();
    show(community);
    await community.updateComplete;
    community.person = 'p-sam';
    community.lock();
    community.append(widget());
    await known(community);
    expect(community.status.store).to.equal('locked');
  });

  it('leaves it locked where the first widget comes later', async () => {
    const community = made();
    show(community);
    community.lock();
    await community.updateComplete;
    community.append(widget());
    await known(community);
    expect(community.status.store).to.equal('locked');
  });

  it('locks also a store that the host gives', async () => {
    const community = made();
    const records = await openRecords({ community: crypto.randomUUID(), person: 'p-ana', keep: 'page' });
    community.records = records;
    community.append(widget());
    community.lock();
    show(community);
    await known(community);
    expect([records.status.store, community.status.store]).to.deep.equal(['locked', 'locked']);
    await records.close();
  });

  it('does not lock the store of a person who comes after it', async () => {
    const community = made();
    community.append(widget());
    show(community);
    community.lock();
    await known(community);
    expect(community.status.store).to.equal('locked');
    community.person = 'p-sam';
    await until(() => community.status.store === 'open');
  });
});

describe('an element that is moved within the page', () => {
  /** Away for long enough that its store is closed. */
  async function move(element: MilieuCommunity): Promise<void> {
    const { parentElement } = element;
    element.remove();
    await until(() => element.records === undefined, { what: 'the store is closed' });
    parentElement!.append(element);
    await until(() => element.records && element.status.store !== 'opening', { within: 8000, what: 'the store is open again' });
  }

  it('opens with the key of changeKey(), not with the one before it', async () => {
    const element = await tab(crypto.randomUUID());
    await element.unlock(passphrase);
    await element.records!.changeKey('another long passphrase');
    await move(element);
    expect([element.status.store, element.status.code]).to.deep.equal(['open', undefined]);
  });

  it('asks for a key again after a recovery code, and makes nothing with it', async () => {
    const element = await tab(crypto.randomUUID());
    await element.unlock(passphrase);
    const code = await createRecoveryCode(element.records!, passphrase);
    element.lock();
    await element.unlock(code);
    await move(element);
    expect([element.status.store, element.status.code]).to.deep.equal(['locked', undefined]);
    await element.unlock(passphrase);
    expect(element.status.store).to.equal('open');
  });
});
