import { expect, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { exportRecords } from '../../../src/records/index.js';
import { openCommunity } from '../../testing/community.js';
import { elementsOf } from '../../../src/testing/find-elements.js';
import { allByRole, byRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { deepActive, press } from '../../../src/testing/press.js';

const passphrase = 'four words of my own';
const affirmation = { to: ['p-sam'], data: { mode: 'affirm', saw: 'You found the mop.' } };

/** What the browser was asked to save. */
let saved: { readonly name: string; readonly file: Blob }[] = [];
const createObjectURL = URL.createObjectURL.bind(URL);
beforeEach(() => {
  saved = [];
  const files = new Map<string, Blob>();
  URL.createObjectURL = (file: Blob): string => {
    const url = createObjectURL(file);
    files.set(url, file);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (): void {
    const file = files.get(this.href);
    if (file) saved.push({ name: this.download, file });
  };
});
afterEach(() => {
  URL.createObjectURL = createObjectURL;
  delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
});

async function opened(): Promise<MilieuCommunity> {
  const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
  await press(community, 'Keep a copy');
  await findByRole(community, 'heading', 'Keep a copy');
  return community;
}

const inputs = (community: Element): HTMLInputElement[] => [...elementsOf(community)].filter((one) => one instanceof HTMLInputElement);
const passphraseFields = (community: Element): HTMLInputElement[] =>
  inputs(community).filter(({ autocomplete }) => autocomplete.endsWith('-password'));

/** Chooses a file, as the browser's own dialog does. */
function choose(community: Element, file: Blob): void {
  const field = inputs(community).find(({ type }) => type === 'file');
  const chosen = new DataTransfer();
  chosen.items.add(new File([file], 'copy.milieu'));
  field!.files = chosen.files;
  field!.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('Keep a copy', () => {
  it('saves a file that only the passphrase opens, and empties the field', async () => {
    const community = await opened();
    await community.records!.act('send', { kind: 'feedback', id: uuidv7() }, affirmation);
    const [field] = passphraseFields(community);
    fill(field!, passphrase);
    await press(community, 'Save the copy');
    await findInText(community, 'The copy is ready. Look in your downloads');
    expect(field!.value).to.equal('');
    expect(saved[0]!.name).to.match(/^copy-\d{4}-\d\d-\d\d\.milieu$/);
    const text = await saved[0]!.file.text();
    expect(text).to.match(/^\{"format":"milieu-sealed-copy"/);
    expect(text).to.not.contain('mop');
    await expect(community.querySelector('milieu-peer-feedback')!).to.be.accessible();
  });

  it('asks for eight characters at the field, and saves nothing before', async () => {
    const community = await opened();
    fill(passphraseFields(community)[0]!, '1234567');
    await press(community, 'Save the copy');
    await findInText(community, 'Use at least 8 characters.');
    await until(() => deepActive() === passphraseFields(community)[0]);
    expect(deepActive()!.getAttribute('aria-invalid')).to.equal('true');
    expect(saved).to.deep.equal([]);
  });

  it('shows what is typed only if the person asks for it', async () => {
    const community = await opened();
    expect(passphraseFields(community)[0]!.type).to.equal('password');
    byRole(community, 'checkbox', 'Show what I type').click();
    await until(() => passphraseFields(community)[0]!.type === 'text');
  });

  it('opens a sealed copy: asks for its passphrase, says where it is wrong, and what came', async () => {
    const community = await opened();
    const change = await community.records!.act('send', { kind: 'feedback', id: uuidv7() }, affirmation);
    const copy = await exportRecords(community.records!, { passphrase });
    const elsewhere = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { community: community.community });
    await press(elsewhere, 'Keep a copy');
    await findByRole(elsewhere, 'heading', 'Open a copy');
    choose(elsewhere, copy);
    await press(elsewhere, 'Open the copy');
    await findInText(elsewhere, 'This copy is locked. Enter the passphrase it was saved with.');
    await until(() => deepActive() === passphraseFields(elsewhere)[1]);
    fill(passphraseFields(elsewhere)[1]!, 'four words of my owN');
    await press(elsewhere, 'Open the copy');
    await findInText(elsewhere, 'That is not the right passphrase.');
    fill(passphraseFields(elsewhere)[1]!, passphrase);
    await press(elsewhere, 'Open the copy');
    await findInText(elsewhere, /added, \d already here|0 added, 1 already here/);
    expect((await elsewhere.records!.get(change.records[0]!.id))?.record).to.deep.equal(change.records[0]);
    expect(textOf(elsewhere)).to.not.contain(passphrase);
  });

  it('says of a file that is none that nothing was added, and asks for a file if there is none', async () => {
    const community = await opened();
    await press(community, 'Open the copy');
    await findInText(community, 'Choose a file first.');
    choose(community, new Blob(['Dear diary']));
    await press(community, 'Open the copy');
    await findInText(community, 'This file isn’t a copy that was saved here. Nothing was added.');
  });

  it('says how much of a copy is from a newer version, and that it is saved', async () => {
    const community = await opened();
    const [id, at, name] = ['019b0000-0000-7000-8000-000000000001', '2026-11-21T10:00:00Z', community.community];
    const record = { id, kind: 'thought', v: 1, community: name, by: 'p-1', to: [], visibility: 'community', at, status: 'new', rev: 1, data: {} };
    const head = { format: 'milieu-records', version: 1, community: name, person: community.person, at, records: 1, changes: 0 };
    choose(community, new Blob([head, { record }].map((line) => `${JSON.stringify(line)}\n`)));
    await press(community, 'Open the copy');
    await findInText(community, '0 added, 0 already here. 1 thing is from a newer version of this page. It is saved,');
  });

  it('leads to the two versions of a text that was changed in both', async () => {
    const community = await opened();
    const { records } = community;
    const first = await records!.act(
      'send',
      { kind: 'feedback', id: uuidv7() },
      { to: ['p-sam'], data: { mode: 'remind', saw: 'The pans stood.', next: 'Shall we?', strength: 'Quick.' } },
    );
    const root = first.records[0]!;
    const lines = [
      { format: 'milieu-records', version: 1, community: root.community, person: root.by, at: root.at, records: 0, changes: 1 },
      { change: { ...first, key: '019b0000-0000-7000-8000-000000000001', records: [{ ...root, data: { ...root.data, saw: 'The pots stood.' } }] } },
    ];
    choose(community, new Blob(lines.map((line) => `${JSON.stringify(line)}\n`)));
    await press(community, 'Open the copy');
    await findInText(community, '1 text was changed in both.');
    await press(community, 'Choose which one to use');
    await findInText(community, /Yours.*The pots stood\..*The other version.*The pans stood\./s);
  });

  it('closes, and the focus goes back to the button that opened it', async () => {
    const community = await opened();
    await press(community, 'Close');
    await until(() => deepActive()?.textContent?.trim() === 'Keep a copy');
    expect(queryByRole(community, 'heading', 'Open a copy')).to.equal(undefined);
    expect(byRole(community, 'button', 'Keep a copy').getAttribute('aria-expanded')).to.equal('false');
  });

  it('a locked store has no fields, and says that it is locked', async () => {
    const community = await opened();
    community.lock();
    await findInText(community, 'This is locked.');
    await until(() => passphraseFields(community).length === 0);
    expect(allByRole(community, 'button', 'Save the copy')).to.have.length(0);
  });
});
