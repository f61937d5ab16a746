import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { MilieuCommunity, MilieuSavedEvent } from '../../../src/elements/community/index.js';
import type { Practice } from '../../../src/model/practice.js';
import { MilieuError } from '../../../src/records/errors.js';
import { house } from '../../support/house.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../support/role.js';

const press = async (root: Element, name: string): Promise<void> => (await findByRole(root, 'button', name)).click();
const choose = async (root: Element, group: RegExp, name: string): Promise<void> => {
  const found = await findByRole(root, 'group', group);
  byRole(found, 'radio', name).click();
};
const strong = /^How strong is it now\?$/;
const andNow = /^And now\?/;

async function kept(community: MilieuCommunity): Promise<readonly Practice[]> {
  const list = await community.records?.list({ kind: 'practice', by: community.person ?? 'someone' });
  return (list ?? []).map(({ record }) => record.data as Practice);
}

/** Starts the card, and stops it at once. */
async function practised(community: MilieuCommunity, before?: string): Promise<void> {
  if (before !== undefined) {
    await openNumber(community);
    await choose(community, strong, before);
  }
  await press(community, 'Start breathing');
  await press(community, 'Stop');
  await findByRole(community, 'heading', 'You stopped');
}

const openNumber = async (root: Element): Promise<void> => (await findByText(root, 'Put a number on it first, if you like')).click();

describe('milieu-coping-card: a practice', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await house(html`<milieu-coping-card></milieu-coping-card>`);
  });

  it('is kept with two taps after it began, and no field', async () => {
    const saved: MilieuSavedEvent[] = [];
    community.addEventListener('milieu-saved', (event) => saved.push(event));
    await practised(community);
    await press(community, 'Keep this');
    await findByRole(community, 'heading', 'Kept');
    expect(saved.map(({ kind, action }) => [kind, action])).to.deep.equal([['practice', 'keep']]);
    expect(await kept(community)).to.deep.equal([{ card: 'c01', title: 'Longer out-breath', seconds: 0 }]);
    expect(saved[0]?.change.records[0]?.visibility).to.equal('self');
  });

  it('shows Start before any number, and asks for none', async () => {
    const start = await findByRole(community, 'button', 'Start breathing');
    expect(allByRole(community, 'radio')).to.have.length(0);
    await openNumber(community);
    const first = await until(() => allByRole(community, 'radio')[0]);
    expect(start.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  it('says who can read it before the first field', async () => {
    await findInText(community, 'No one else here can read what you keep. Your clinic may get a copy.');
  });

  it('says that the clinic gets a copy where the host has a way to send it', async () => {
    community.transport = { send: () => Promise.resolve(new Response(null, { status: 204 })) };
    await findInText(community, 'No one else here can read what you keep. Your clinic gets a copy.');
  });

  it('speaks of no clinic where nobody is named and the host has no way to send it', async () => {
    const alone = await fixture(html`<milieu-coping-card card="c01"></milieu-coping-card>`);
    await findInText(alone, 'Nobody is named on this page. Whoever opens it here can read what you keep.');
    expect(textOf(alone)).to.not.include('clinic');
  });

  it('says that it eased, without praise or judgement', async () => {
    await practised(community, '10');
    await choose(community, andNow, '0');
    await findInText(community, 'From 10 to 0. It eased.');
  });

  it('says in plain words how it went, and keeps what was said', async () => {
    await practised(community, '7');
    await choose(community, andNow, '8');
    await findByRole(community, 'img', 'Before 7, after 8, on a line from 0 to 10');
    await findInText(community, 'From 7 to 8. Some days it does not shift. That is not your fault.');
    await choose(community, /^Did it help/, 'Not now');
    fill(byRole(community, 'textbox', 'A note for yourself'), 'Too loud in here.');
    await press(community, 'Keep this');
    await findByRole(community, 'heading', 'Kept');
    expect(await kept(community)).to.deep.equal([
      { card: 'c01', title: 'Longer out-breath', seconds: 0, before: 7, after: 8, helped: 'not-now', note: 'Too loud in here.' },
    ]);
  });

  it('says the same number without praise or blame, and lets a number be taken back', async () => {
    await practised(community, '6');
    await choose(community, andNow, '6');
    await findInText(community, '6 both times. You still did it.');
    await press(community, 'Leave the number out');
    await until(() => !queryByRole(community, 'img', /on a line/));
    await press(community, 'Keep this');
    await findByRole(community, 'heading', 'Kept');
    expect((await kept(community))[0]).to.not.have.property('after');
  });

  it('offers people, and no card, when it did not ease two times', async () => {
    await practised(community, '5');
    await choose(community, andNow, '5');
    expect(queryByRole(community, 'heading', 'Would it help to talk to someone now?') === undefined).to.equal(true);
    await press(community, 'Keep this');
    await press(community, 'Do it again');
    await practised(community, '4');
    await choose(community, andNow, '6');
    await findByRole(community, 'heading', 'Would it help to talk to someone now?');
    byRole(community, 'button', 'Ask staff to come');
    await press(community, 'Keep this');
    await findByRole(community, 'heading', 'Kept');
    expect(queryByRole(community, 'button', 'Do it again') === undefined).to.equal(true);
    expect(textOf(community)).to.not.match(/\b(two times|2 times|twice)\b/);
  });

  it('keeps the words when it could not be saved, and saves them once when asked again', async () => {
    const { records } = community;
    if (!records) throw new Error('The store is not open.');
    const act = records.act.bind(records);
    records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await practised(community);
    fill(byRole(community, 'textbox', 'A note for yourself'), 'It rained.');
    await press(community, 'Keep this');
    await findByRole(community, 'alert', {});
    await findInText(community, 'This device is full.');
    expect((byRole(community, 'textbox', 'A note for yourself') as HTMLTextAreaElement).value).to.equal('It rained.');
    records.act = act;
    await press(community, 'Keep this');
    await findByRole(community, 'heading', 'Kept');
    expect((await kept(community)).map(({ note }) => note)).to.deep.equal(['It rained.']);
  });

  it('gives back a practice that was left before it was kept', async () => {
    await practised(community);
    fill(byRole(community, 'textbox', 'A note for yourself'), 'Back later.');
    community.querySelector('milieu-coping-card')?.remove();
    community.append(document.createElement('milieu-coping-card'));
    const note = await findByRole(community, 'textbox', 'A note for yourself');
    expect((note as HTMLTextAreaElement).value).to.equal('Back later.');
    expect(document.activeElement?.localName).to.equal('body');
  });

  it('can be let go without a trace', async () => {
    await practised(community);
    await press(community, 'Do not keep it');
    await findByRole(community, 'button', 'Start breathing');
    expect(await kept(community)).to.deep.equal([]);
  });

  it('moves the focus to what comes next', async () => {
    const focused = (): Element | null => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    };
    (await findByRole(community, 'button', 'Start breathing')).focus();
    await press(community, 'Start breathing');
    await until(() => focused()?.textContent === 'Breathe in');
    await press(community, 'Stop');
    await until(() => focused()?.textContent === 'You stopped');
    await press(community, 'Keep this');
    await until(() => focused()?.textContent === 'Kept');
  });

  it('has no fault that axe-core finds, before and after', async () => {
    const card = community.querySelector('milieu-coping-card');
    await findByRole(community, 'button', 'Start breathing');
    await openNumber(community);
    await expect(card).to.be.accessible();
    await practised(community);
    await choose(community, andNow, '3');
    await expect(card).to.be.accessible();
  });
});
