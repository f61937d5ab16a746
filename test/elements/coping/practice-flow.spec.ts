import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { MilieuCommunity, MilieuSavedEvent } from '../../../src/elements/community/index.js';
import type { Practice } from '../../../src/model/kinds/practice/table.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const press = async (root: Element, name: string): Promise<void> => (await findByRole(root, 'button', name)).click();
const choose = async (root: Element, group: RegExp, name: string): Promise<void> => {
  const found = await findByRole(root, 'group', group);
  byRole(found, 'radio', name).click();
};
const strong = /^How strong is the feeling now\?$/;
const andNow = /^And now, how strong/;

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
    community = await openCommunity(html`<milieu-coping-card></milieu-coping-card>`);
  });

  it('a practice is saved with two presses after it began, without filling in a field', async () => {
    const saved: MilieuSavedEvent[] = [];
    community.addEventListener('milieu-saved', (event) => saved.push(event));
    await practised(community);
    await press(community, 'Save this');
    await findByRole(community, 'heading', 'Saved');
    expect(saved.map(({ kind, action }) => [kind, action])).to.deep.equal([['practice', 'keep']]);
    expect(await kept(community)).to.deep.equal([{ card: 'c01', title: 'Longer out-breath', seconds: 0 }]);
    expect(saved[0]?.change.records[0]?.visibility).to.equal('self');
  });

  it('Start comes before any number, and no number is required', async () => {
    const start = await findByRole(community, 'button', 'Start breathing');
    expect(allByRole(community, 'radio')).to.have.length(0);
    await openNumber(community);
    const first = await until(() => allByRole(community, 'radio')[0]);
    expect(start.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  it('the view says who can read the practice before the first field', async () => {
    await findInText(community, 'This isn’t shown to staff or to others here. Your clinic may store a copy.');
  });

  it('the view says that the clinic gets a copy if the host can send it', async () => {
    community.transport = { send: () => Promise.resolve(new Response(null, { status: 204 })) };
    await findInText(community, 'This isn’t shown to staff or to others here. Your clinic stores a copy.');
  });

  it('the view does not mention the clinic if nobody is signed in and the host cannot send', async () => {
    const alone = await fixture(html`<milieu-coping-card card="c01"></milieu-coping-card>`);
    await findInText(alone, 'No one is signed in here. Anyone who opens this page on this device can read what you save.');
    expect(textOf(alone)).to.not.include('clinic');
  });

  it('the result says that it eased, without praise or judgement', async () => {
    await practised(community, '10');
    await choose(community, andNow, '0');
    await findInText(community, 'From 10 to 0. It eased.');
  });

  it('the result says in plain words how it went, and the note is saved', async () => {
    await practised(community, '7');
    await choose(community, andNow, '8');
    await findByRole(community, 'img', 'Before 7, after 8, on a line from 0 to 10');
    await findInText(community, 'From 7 to 8. Some days it does not shift. That is not your fault.');
    await choose(community, /^Did it help/, 'Not this time');
    fill(byRole(community, 'textbox', 'A note for yourself'), 'Too loud in here.');
    await press(community, 'Save this');
    await findByRole(community, 'heading', 'Saved');
    expect(await kept(community)).to.deep.equal([
      { card: 'c01', title: 'Longer out-breath', seconds: 0, before: 7, after: 8, helped: 'not-now', note: 'Too loud in here.' },
    ]);
  });

  it('the same number before and after is said without praise or blame, and a number can be removed', async () => {
    await practised(community, '6');
    await choose(community, andNow, '6');
    await findInText(community, '6 both times. You still did it.');
    await press(community, 'Clear the number');
    await until(() => !queryByRole(community, 'img', /on a line/));
    await press(community, 'Save this');
    await findByRole(community, 'heading', 'Saved');
    expect((await kept(community))[0]).to.not.have.property('after');
  });

  it('after two practices that did not ease, people are offered and no card', async () => {
    await practised(community, '5');
    await choose(community, andNow, '5');
    expect(queryByRole(community, 'heading', 'Would it help to talk to someone now?') === undefined).to.equal(true);
    await press(community, 'Save this');
    await press(community, 'Do it again');
    await practised(community, '4');
    await choose(community, andNow, '6');
    await findByRole(community, 'heading', 'Would it help to talk to someone now?');
    byRole(community, 'button', 'Ask staff to come');
    await press(community, 'Save this');
    await findByRole(community, 'heading', 'Saved');
    expect(queryByRole(community, 'button', 'Do it again') === undefined).to.equal(true);
    expect(textOf(community)).to.not.match(/\b(two times|2 times|twice)\b/);
  });

  it('the words stay in the form when saving fails, and are saved once on the next try', async () => {
    const { records } = community;
    if (!records) throw new Error('The store is not open.');
    const act = records.act.bind(records);
    records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await practised(community);
    fill(byRole(community, 'textbox', 'A note for yourself'), 'It rained.');
    await press(community, 'Save this');
    await findByRole(community, 'alert', {});
    await findInText(community, 'This device is full.');
    expect((byRole(community, 'textbox', 'A note for yourself') as HTMLTextAreaElement).value).to.equal('It rained.');
    records.act = act;
    await press(community, 'Save this');
    await findByRole(community, 'heading', 'Saved');
    expect((await kept(community)).map(({ note }) => note)).to.deep.equal(['It rained.']);
  });

  it('a practice that was left before it was saved comes back', async () => {
    await practised(community);
    fill(byRole(community, 'textbox', 'A note for yourself'), 'Back later.');
    community.querySelector('milieu-coping-card')?.remove();
    community.append(document.createElement('milieu-coping-card'));
    const note = await findByRole(community, 'textbox', 'A note for yourself');
    expect((note as HTMLTextAreaElement).value).to.equal('Back later.');
    expect(document.activeElement?.localName).to.equal('body');
  });

  it('a practice can be discarded and leaves no record', async () => {
    await practised(community);
    await press(community, 'Don’t save');
    await findByRole(community, 'button', 'Start breathing');
    expect(await kept(community)).to.deep.equal([]);
  });

  it('the focus moves to the next step', async () => {
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
    await press(community, 'Save this');
    await until(() => focused()?.textContent === 'Saved');
  });

  it('axe finds no violation before and after a practice', async () => {
    const card = community.querySelector('milieu-coping-card');
    await findByRole(community, 'button', 'Start breathing');
    await openNumber(community);
    await expect(card).to.be.accessible();
    await practised(community);
    await choose(community, andNow, '3');
    await expect(card).to.be.accessible();
  });
});
