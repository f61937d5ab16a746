import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import type { MilieuSavedEvent } from '../../../src/elements/community/events.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { choose, feedback, focused, press, sentBy, storeOf, widgetIn } from './feedback-scene.js';

const value = (root: Element, name: string | RegExp): string => (byRole(root, 'textbox', name) as HTMLTextAreaElement).value;
const saw = 'What did you see?';

describe('milieu-peer-feedback: writing', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await feedback();
    await findByRole(community, 'radio', 'Sam');
  });

  it('an affirmation is sent with two presses and one field', async () => {
    const saved: MilieuSavedEvent[] = [];
    community.addEventListener('milieu-saved', (event) => saved.push(event));
    byRole(community, 'radio', 'Sam').click();
    fill(byRole(community, 'textbox', saw), ' You found the mop. ');
    await press(community, 'Send to Sam');
    const heading = await findByRole(community, 'heading', 'Saved for Sam');
    expect(saved.map(({ action, kind, change }) => [action, kind, change.records[0]?.status])).to.deep.equal([['send', 'feedback', 'delivered']]);
    expect((await sentBy(community)).map(({ to, data, visibility }) => [to, data, visibility])).to.deep.equal([
      [['p-sam'], { mode: 'affirm', saw: 'You found the mop.' }, 'named-and-staff'],
    ]);
    await until(() => focused() === heading);
    await findInText(community, 'Not sent to anyone yet.');
    expect(textOf(community)).to.not.match(/Sent at/);
  });

  it('family and guests, who cannot read it, are not offered', async () => {
    community.people = [...community.people, { id: 'f-may', name: 'May', as: 'family' }, { id: 'g-rob', name: 'Rob', as: 'guest' }, { id: 'p-zoe', name: 'Zoe', as: 'resident' }]; // prettier-ignore
    await findByRole(community, 'radio', 'Zoe');
    expect(queryByRole(community, 'radio', 'May')).to.equal(undefined);
    expect(queryByRole(community, 'radio', 'Rob')).to.equal(undefined);
  });

  it('the preview is shown if asked for, and going back keeps every word', async () => {
    await press(community, 'Preview');
    await until(() => focused() === byRole(community, 'heading', '2 things to add first'));
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'See it as Sam will');
    const heading = await findByRole(community, 'heading', 'This is what Sam will get');
    await until(() => focused() === heading);
    await findInText(community, /Nothing is sent yet\..*From you, for Sam.*You found the mop\..*Sam and staff can read this\./);
    expect(queryByRole(community, 'textbox', saw)).to.equal(undefined);
    expect(await sentBy(community)).to.have.length(0);
    await press(community, 'Change something');
    await until(() => focused() === byRole(community, 'button', 'See it as Sam will'));
    expect(value(community, saw)).to.equal('You found the mop.');
    await press(community, 'See it as Sam will');
    await press(community, 'Send to Sam');
    await findByRole(community, 'heading', 'Saved for Sam');
    expect(await sentBy(community)).to.have.length(1);
  });

  it('the preview stays open when it could not be saved', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'See it as Sam will');
    storeOf(community).act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await press(community, 'Send to Sam');
    await findInText(community, 'Not saved. This device is full.');
    expect(textOf(community).match(/Not saved/g)).to.have.length(1);
    await press(community, 'Change something');
    expect(value(community, saw)).to.equal('You found the mop.');
  });

  it('“sent” is shown only when the backend has it', async () => {
    const asked: ((answer: true) => void)[] = [];
    community.transport = { send: () => new Promise((resolve) => asked.push(resolve)) };
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await findInText(community, 'Not sent to anyone yet.');
    await findByText(community, 'Sam can open it as soon as it arrives.');
    (await until(() => asked[0]))(true);
    await findInText(community, /Sent at/);
    await findByText(community, 'Sam can open it now.');
    expect(textOf(community)).to.not.include('once it is sent');
  });

  it('the focus goes to the page that a link opened', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await press(community, 'See what you sent');
    await until(() => community.querySelector('milieu-peer-feedback')?.shadowRoot?.activeElement?.textContent?.trim() === 'Sent');
  });

  it('"Write another" opens an empty form with nothing chosen', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await press(community, 'Write another');
    await findByRole(community, 'textbox', saw);
    expect(value(community, saw)).to.equal('');
    expect(allByRole(community, 'radio').filter((one) => (one as HTMLInputElement).checked)).to.have.length(1);
    await choose(community, 'Jo');
    fill(byRole(community, 'textbox', saw), 'You waited for me.');
    await press(community, 'Send to Jo');
    await findByRole(community, 'heading', 'Saved for Jo');
    expect(await sentBy(community)).to.have.length(2);
  });

  it('the form says who can read it before the first field, whoever is chosen', async () => {
    const line = await findByText(community, 'The person you choose and staff can read this.');
    const first = allByRole(community, 'textbox')[0];
    if (!first) throw new Error('There is no field.');
    expect(line.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    await choose(community, 'Sam');
    await findByText(community, 'Sam and staff can read this.');
    await choose(community, 'Priya');
    await findByText(community, 'Priya and other staff can read this.');
    await choose(community, /^A reminder/);
    await findByText(community, 'Staff read this first. Priya reads it only if staff pass it on.');
    community.policy = { reminders: 'direct' };
    await findByText(community, 'Priya and other staff can read this.');
  });

  it('a member of staff reads that a colleague sees their reminder first', async () => {
    const staff = await feedback({ person: 's-priya', as: 'staff' });
    await choose(staff, 'Sam');
    await choose(staff, /^A reminder/);
    await findByText(staff, 'Another member of staff reads this first. Sam reads it only if they pass it on.');
  });

  it('before a reminder the form offers to talk with staff, or to say it in person', async () => {
    await choose(community, /^A reminder/);
    const talk = await findByRole(community, 'button', 'Talk it through with staff');
    byRole(community, 'button', 'I’ll say it in person');
    expect(talk.compareDocumentPosition(byRole(community, 'textbox', saw)) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
  });

  it('“I will say it in person” saves no words, and they stay in the form', async () => {
    await choose(community, /^A reminder/);
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'The radio was loud.');
    await press(community, 'I’ll say it in person');
    await findByRole(community, 'heading', 'You will say it to Sam in person');
    expect((await sentBy(community)).map(({ data, visibility }) => [data, visibility])).to.deep.equal([
      [{ mode: 'remind', saw: '', inPerson: true }, 'self'],
    ]);
    await press(community, 'Write another');
    await findByRole(community, 'textbox', saw);
    expect(value(community, saw)).to.equal('The radio was loud.');
  });

  it('every missing field is named at its place and in a list that takes the focus', async () => {
    await choose(community, /^A reminder/);
    await press(community, 'Send to staff');
    const heading = await findByRole(community, 'heading', '4 things to add first');
    await until(() => focused() === heading);
    expect(byRole(community, 'textbox', saw).getAttribute('aria-invalid')).to.equal('true');
    byRole(community, 'button', 'Name one strength you see in them.').click();
    await until(() => focused() === byRole(community, 'textbox', 'A strength you see in them'));
    byRole(community, 'button', 'Choose who this is for.').click();
    await until(() => focused()?.getAttribute('name') === 'who');
    await choose(community, 'Sam');
    await findByRole(community, 'heading', '3 things to add first');
    await press(community, 'Send to staff');
    fill(byRole(community, 'textbox', saw), 'The radio was loud.');
    await findByRole(community, 'heading', '2 things to add first');
    expect(byRole(community, 'textbox', saw).getAttribute('aria-invalid')).to.equal(null);
    expect(await sentBy(community)).to.deep.equal([]);
  });

  it('the optional fields are behind "Say more"', async () => {
    expect(allByRole(community, 'textbox')).to.have.length(1);
    (await findByText(community, 'Say more')).click();
    await choose(community, 'Sam');
    fill(await findByRole(community, 'textbox', 'Where and when?'), 'Breakfast');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    fill(byRole(community, 'textbox', 'How did it affect you, or others?'), 'I calmed down.');
    fill(byRole(community, 'textbox', 'A strength you see in Sam'), 'Quick hands.');
    await press(community, 'Send to Sam');
    await findByRole(community, 'heading', 'Saved for Sam');
    expect((await sentBy(community))[0]?.data).to.deep.equal({
      mode: 'affirm',
      saw: 'You found the mop.',
      where: 'Breakfast',
      effect: 'I calmed down.',
      strength: 'Quick hands.',
    });
  });

  it('a failed save loses nothing, and the next try saves it once', async () => {
    const records = storeOf(community);
    const act = records.act.bind(records);
    records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await findInText(community, 'This device is full.');
    expect(value(community, saw)).to.equal('You found the mop.');
    records.act = act;
    await press(community, 'Send to Sam');
    await findByRole(community, 'heading', 'Saved for Sam');
    expect(await sentBy(community)).to.have.length(1);
  });

  it('pressing Send many times sends once', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    const send = await findByRole(community, 'button', 'Send to Sam');
    for (let times = 0; times < 3; times += 1) send.click();
    await findByRole(community, 'heading', 'Saved for Sam');
    expect(await sentBy(community)).to.have.length(1);
  });

  it('the words, the person and the kind come back after the widget is created again', async () => {
    await choose(community, /^A reminder/);
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'The radio was loud.');
    widgetIn(community).remove();
    community.append(document.createElement('milieu-peer-feedback'));
    await findInText(community, 'We kept what you wrote.');
    expect(value(community, saw)).to.equal('The radio was loud.');
    expect((byRole(community, 'radio', 'Sam') as HTMLInputElement).checked).to.equal(true);
    expect((byRole(community, 'radio', /^A reminder/) as HTMLInputElement).checked).to.equal(true);
    await press(community, 'Clear and start again');
    await until(() => value(community, saw) === '');
    await until(async () => (await storeOf(community).drafts.read('feedback')) === undefined, { what: 'the draft that is gone' });
  });

  it('sending removes the draft', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await findByRole(community, 'heading', 'Saved for Sam');
    await until(async () => (await storeOf(community).drafts.read('feedback')) === undefined, { what: 'the draft that is gone' });
  });

  it('the words of one person are not shown to the next', async () => {
    await choose(community, 'Jo');
    fill(byRole(community, 'textbox', saw), 'Only for Jo.');
    community.person = 'p-sam';
    await until(() => queryByRole(community, 'textbox', saw) && value(community, saw) === '');
    await until(() => community.status.store === 'memory');
    await until(async () => (await storeOf(community).drafts.read('feedback')) === undefined, { what: 'the draft that is gone' });
    expect(textOf(community)).to.not.include('Only for Jo.');
  });

  it('says when there is little room left', async () => {
    fill(byRole(community, 'textbox', saw), 'a'.repeat(590));
    await findByText(community, '10 characters left.');
    fill(byRole(community, 'textbox', saw), 'a'.repeat(600));
    await findByText(community, 'No characters left.');
  });

  it('a name is found by its letters, with or without accents', async () => {
    community.people = ['Ana B', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gil', 'Hal', 'José', 'Kim'].map((name) => ({ id: name, name, as: 'resident' }));
    fill(await findByRole(community, 'searchbox', 'Find a name'), 'jos');
    await until(() => !queryByRole(community, 'radio', 'Bo'));
    await choose(community, 'José');
    await findByText(community, 'José and staff can read this.');
    fill(byRole(community, 'searchbox', 'Find a name'), 'zz');
    await findInText(community, 'No name matches.');
    expect((byRole(community, 'radio', 'José') as HTMLInputElement).checked).to.equal(true);
    fill(byRole(community, 'searchbox', 'Find a name'), '');
    await press(community, 'Show all names');
    await findByRole(community, 'radio', 'Kim');
  });

  it('the person themselves is never in the list, and an empty list says so', async () => {
    community.people = [{ id: 'p-ana', name: 'Ana', as: 'resident' }];
    await findByRole(community, 'heading', 'There is no one to choose yet');
    expect(queryByRole(community, 'radio', 'Ana')).to.equal(undefined);
  });

  it('a page that the host left out cannot be reached', async () => {
    widgetIn(community).setAttribute('view', 'inbox');
    await findByRole(community, 'heading', 'Nothing new for you');
    expect(queryByRole(community, 'button', 'Write an affirmation')).to.equal(undefined);
    expect(queryByRole(community, 'navigation')).to.equal(undefined);
  });

  it('people who do not live or work here cannot write', async () => {
    const guest = await feedback({ person: 'g-1', as: 'guest' });
    await findInText(guest, 'This page is for people who live or work here.');
    expect(queryByRole(guest, 'textbox')).to.equal(undefined);
    expect(queryByRole(guest, 'button', 'For you')).to.equal(undefined);
  });

  it('the form is closed while the store is locked, and comes back after', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await until(async () => (await storeOf(community).drafts.read('feedback')) !== undefined);
    community.lock();
    await findInText(community, 'This is locked. What you wrote is safe.');
    expect(queryByRole(community, 'textbox', saw)).to.equal(undefined);
    await community.unlock('a long passphrase');
    await findByRole(community, 'textbox', saw);
    expect(value(community, saw)).to.equal('You found the mop.');
  });
});
