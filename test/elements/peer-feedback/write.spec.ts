import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import type { MilieuSavedEvent } from '../../../src/elements/community/events.js';
import { MilieuError } from '../../../src/records/errors.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../support/role.js';
import { choose, feedback, focused, press, sentBy, storeOf, widgetIn } from './scene.js';

const value = (root: Element, name: string | RegExp): string => (byRole(root, 'textbox', name) as HTMLTextAreaElement).value;
const saw = 'What did you see?';

describe('milieu-peer-feedback: writing', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await feedback();
    await findByRole(community, 'radio', 'Sam');
  });

  it('sends an affirmation with two presses and one field', async () => {
    const saved: MilieuSavedEvent[] = [];
    community.addEventListener('milieu-saved', (event) => saved.push(event));
    byRole(community, 'radio', 'Sam').click();
    fill(byRole(community, 'textbox', saw), ' You found the mop. ');
    await press(community, 'Send to Sam');
    const heading = await findByRole(community, 'heading', 'Written for Sam');
    expect(saved.map(({ action, kind, status }) => [action, kind, status])).to.deep.equal([['send', 'feedback', 'delivered']]);
    expect((await sentBy(community)).map(({ to, data, visibility }) => [to, data, visibility])).to.deep.equal([
      [['p-sam'], { mode: 'affirm', saw: 'You found the mop.' }, 'named-and-staff'],
    ]);
    await until(() => focused() === heading);
    await findInText(community, 'Not sent to anyone yet.');
    expect(textOf(community)).to.not.match(/Sent at/);
  });

  it('shows what they will get before it goes, if it is asked for, and goes back to every word', async () => {
    await press(community, 'See it first');
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
    await findByRole(community, 'heading', 'Written for Sam');
    expect(await sentBy(community)).to.have.length(1);
  });

  it('stays at what they will get where it could not be saved', async () => {
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

  it('says that it was sent only when the backend has it', async () => {
    const asked: ((answer: unknown) => void)[] = [];
    community.transport = { send: () => new Promise((resolve) => asked.push(resolve)) };
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await findInText(community, 'Not sent to anyone yet.');
    await findByText(community, 'Sam can open it once it is sent. The line below says when.');
    (await until(() => asked[0]))({});
    await findInText(community, /Sent at/);
    await findByText(community, 'It is sent. Sam can open it now.');
    expect(textOf(community)).to.not.include('once it is sent');
  });

  it('takes the focus to the page that a word inside opened', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await press(community, 'See what you sent');
    await until(() => community.querySelector('milieu-peer-feedback')?.shadowRoot?.activeElement?.textContent?.trim() === 'Sent');
  });

  it('begins anew after "Write another", with nothing chosen and nothing written', async () => {
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
    await findByRole(community, 'heading', 'Written for Jo');
    expect(await sentBy(community)).to.have.length(2);
  });

  it('says who can read it before the first field, whoever is chosen', async () => {
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

  it('lets a member of staff know that a colleague reads their reminder first', async () => {
    const staff = await feedback({ person: 's-priya', as: 'staff' });
    await choose(staff, 'Sam');
    await choose(staff, /^A reminder/);
    await findByText(staff, 'Another member of staff reads this first. Sam reads it only if they pass it on.');
  });

  it('offers talking before a reminder, and asks for the help that the foot has', async () => {
    await choose(community, /^A reminder/);
    const talk = await findByRole(community, 'button', 'Talk it through with staff');
    byRole(community, 'button', 'I’ll say it in person');
    expect(talk.compareDocumentPosition(byRole(community, 'textbox', saw)) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    talk.click();
    await findByRole(community, 'button', 'Ask staff to come');
  });

  it('keeps only the fact where it is said in person, and leaves the words in the form', async () => {
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

  it('names everything that is missing, at its place and in a list that takes the focus', async () => {
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

  it('keeps the rest behind "Say more"', async () => {
    expect(allByRole(community, 'textbox')).to.have.length(1);
    (await findByText(community, 'Say more')).click();
    await choose(community, 'Sam');
    fill(await findByRole(community, 'textbox', 'Where and when?'), 'Breakfast');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    fill(byRole(community, 'textbox', 'What did it do for you, or for others?'), 'I calmed down.');
    fill(byRole(community, 'textbox', 'A strength you see in Sam'), 'Quick hands.');
    await press(community, 'Send to Sam');
    await findByRole(community, 'heading', 'Written for Sam');
    expect((await sentBy(community))[0]?.data).to.deep.equal({
      mode: 'affirm',
      saw: 'You found the mop.',
      where: 'Breakfast',
      effect: 'I calmed down.',
      strength: 'Quick hands.',
    });
  });

  it('loses nothing when saving fails, and saves it once when asked again', async () => {
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
    await findByRole(community, 'heading', 'Written for Sam');
    expect(await sentBy(community)).to.have.length(1);
  });

  it('sends once, however often Send is pressed', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    const send = await findByRole(community, 'button', 'Send to Sam');
    for (let times = 0; times < 3; times += 1) send.click();
    await findByRole(community, 'heading', 'Written for Sam');
    expect(await sentBy(community)).to.have.length(1);
  });

  it('gives back the words, the person and the kind after the widget is made anew', async () => {
    await choose(community, /^A reminder/);
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'The radio was loud.');
    widgetIn(community).remove();
    community.append(document.createElement('milieu-peer-feedback'));
    await findInText(community, 'We kept what you wrote.');
    expect(value(community, saw)).to.equal('The radio was loud.');
    expect((byRole(community, 'radio', 'Sam') as HTMLInputElement).checked).to.equal(true);
    expect((byRole(community, 'radio', /^A reminder/) as HTMLInputElement).checked).to.equal(true);
    await press(community, 'Start with an empty page');
    await until(() => value(community, saw) === '');
    expect(await storeOf(community).drafts.read('feedback')).to.equal(undefined);
  });

  it('leaves no draft behind what was sent', async () => {
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', saw), 'You found the mop.');
    await press(community, 'Send to Sam');
    await findByRole(community, 'heading', 'Written for Sam');
    expect(await storeOf(community).drafts.read('feedback')).to.equal(undefined);
  });

  it('shows nothing of one person’s words to the next', async () => {
    await choose(community, 'Jo');
    fill(byRole(community, 'textbox', saw), 'Only for Jo.');
    community.person = 'p-sam';
    await until(() => queryByRole(community, 'textbox', saw) && value(community, saw) === '');
    await until(() => community.status.store === 'memory');
    expect(await storeOf(community).drafts.read('feedback')).to.equal(undefined);
    expect(textOf(community)).to.not.include('Only for Jo.');
  });

  it('says when there is little room left', async () => {
    fill(byRole(community, 'textbox', saw), 'a'.repeat(590));
    await findByText(community, 'Room for 10 more letters.');
    fill(byRole(community, 'textbox', saw), 'a'.repeat(600));
    await findByText(community, 'There is no more room here.');
  });

  it('finds a name out of many by its letters, whatever the accents', async () => {
    community.people = ['Ana B', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gil', 'Hal', 'José', 'Kim'].map((name) => ({ id: name, name, as: 'resident' }));
    fill(await findByRole(community, 'searchbox', 'Find a name'), 'jos');
    await until(() => !queryByRole(community, 'radio', 'Bo'));
    await choose(community, 'José');
    await findByText(community, 'José and staff can read this.');
    fill(byRole(community, 'searchbox', 'Find a name'), 'zz');
    await findInText(community, 'No name here fits.');
    expect((byRole(community, 'radio', 'José') as HTMLInputElement).checked).to.equal(true);
    fill(byRole(community, 'searchbox', 'Find a name'), '');
    await press(community, 'Show all names');
    await findByRole(community, 'radio', 'Kim');
  });

  it('never offers the person themselves, and says so where there is nobody', async () => {
    community.people = [{ id: 'p-ana', name: 'Ana', as: 'resident' }];
    await findByRole(community, 'heading', 'There is no one to choose yet');
    expect(queryByRole(community, 'radio', 'Ana')).to.equal(undefined);
  });

  it('has no way to a page that the host left out', async () => {
    widgetIn(community).setAttribute('view', 'inbox');
    await findByRole(community, 'heading', 'Nothing new for you');
    expect(queryByRole(community, 'button', 'Write an affirmation')).to.equal(undefined);
    expect(queryByRole(community, 'navigation')).to.equal(undefined);
  });

  it('is closed to who does not live or work here', async () => {
    const guest = await feedback({ person: 'g-1', as: 'guest' });
    await findInText(guest, 'This page is for people who live or work here.');
    expect(queryByRole(guest, 'textbox')).to.equal(undefined);
    expect(queryByRole(guest, 'button', 'For you')).to.equal(undefined);
  });

  it('closes the form while it is locked and gives it back after', async () => {
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
