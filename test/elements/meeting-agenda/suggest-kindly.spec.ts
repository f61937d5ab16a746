import { expect } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { plan } from './meeting-steps.js';

describe('milieu-meeting-agenda: a suggestion that names somebody, or that staff raise', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'plan');
    await plan(all, ana, { parts: [['Ideas', 5, 'proposal'], ['Close', 2]] }); // prettier-ignore
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  const write = async (page: MilieuCommunity, title: string): Promise<void> => {
    await press(page, 'Suggest something');
    fill(await findByRole(page, 'textbox', 'What would you like to raise?'), title);
  };
  const suggested = (): unknown[] =>
    all
      .of('item')
      .filter(({ about }) => about === undefined)
      .map(({ data }) => data['title']);

  it('is asked about before it is public: nothing is sent until its author has chosen', async () => {
    await write(ana, 'Sam stole my food');
    await findInText(ana, /This names .*Sam/);
    await press(ana, 'Suggest it');
    await findInText(ana, 'It names someone. Choose what to do with it first.');
    expect(suggested()).to.deep.equal([]);
    await press(ana, 'Leave it as it is');
    await until(() => !queryByRole(ana, 'button', 'Leave it as it is'));
    await press(ana, 'Suggest it');
    await findInText(ana, 'You suggested');
    await until(() => suggested().length > 0); // saved comes before sent
    expect(suggested()).to.deep.equal(['Sam stole my food']);
  });

  it('asks again when another person is named', async () => {
    await write(ana, 'Sam is loud');
    await press(ana, 'Leave it as it is');
    fill(byRole(ana, 'textbox', 'What would you like to raise?'), 'Sam and Jo are loud');
    await findInText(ana, /This names .*Jo/);
    expect(textOf(ana)).not.to.match(/This names .*Sam/);
  });

  it('offers feedback, and a talk that is asked for at once; the words stay', async () => {
    await write(ana, 'Sam stole my food');
    await press(ana, 'Give it as feedback');
    await findInText(ana, /Open Feedback on this page or ask staff where it is\./);
    await press(ana, 'Ask to talk it through');
    await until(() => all.of('help').some(({ data }) => data['need'] === 'talk'));
    expect((byRole(ana, 'textbox', 'What would you like to raise?') as HTMLInputElement).value).to.equal('Sam stole my food');
    expect(suggested()).to.deep.equal([]);
  });

  it('leads to the form for feedback where it is on the page, and asks the host for it where it is not', async () => {
    const asked: string[] = [];
    ana.addEventListener('milieu-open', ({ tag, view }) => asked.push(`${tag} ${view}`));
    await write(ana, 'Sam stole my food');
    await press(ana, 'Give it as feedback');
    expect(asked).to.deep.equal(['milieu-peer-feedback write']);
    const feedback = document.createElement('milieu-peer-feedback');
    feedback.setAttribute('fold', 'always');
    ana.append(feedback);
    await findByRole(feedback, 'button', /^Open/);
    await press(ana, 'Give it as feedback');
    await findByRole(feedback, 'textbox', 'What did you see?');
    await until(() => feedback.shadowRoot?.activeElement);
    expect(asked.length).to.equal(1);
  });

  it('lets thanks and questions that only look like names pass, and says before typing that names are looked for here', async () => {
    await press(ana, 'Suggest something');
    await findInText(ana, 'It looks for names on this device only.');
    for (const title of ['Thank Sam for the garden', 'Will we get new cups?']) {
      fill(await findByRole(ana, 'textbox', 'What would you like to raise?'), title);
      await press(ana, 'Suggest it');
      await findInText(ana, `You suggested “${title}”.`);
      await press(ana, 'Suggest something');
    }
    await until(() => suggested().length === 2);
    expect(suggested()).to.deep.equal(['Thank Sam for the garden', 'Will we get new cups?']);
  });

  it('staff see who asked them to raise it, residents do not; what staff raise is from staff', async () => {
    const [priya, sam] = [await all.move('s-priya', 'staff', 'plan'), await all.move('p-sam', 'resident', 'plan')];
    await write(ana, 'Sam stole my food');
    await press(ana, 'Tell only staff');
    await findByText(ana, 'Only staff can read this, with your name. They can raise it without your name.');
    await press(ana, 'Send it to staff');
    await findByRole(ana, 'heading', 'Waiting for staff');
    await findByRole(priya, 'heading', 'For staff to raise');
    await findInText(priya, /From .*Ana.*\. Residents can’t see this\./);
    expect(textOf(sam)).not.to.include('stole');
    expect(queryByRole(priya, 'button', 'Put it on the agenda')).to.equal(undefined);
    await press(priya, 'Raise it for them');
    await findInText(sam, /From .*Priya/);
    expect(textOf(sam)).not.to.include('From Ana');
    await until(() => !queryByRole(priya, 'heading', 'For staff to raise'));
    await press(priya, 'Put it on the agenda');
    await until(() => all.of('item').some(({ by, status }) => by === 's-priya' && status === 'accepted'));
  });

  it('a person can choose from the start that staff raise it', async () => {
    await press(ana, 'Suggest something');
    (await findByText(ana, 'Say more')).click();
    (await findByRole(ana, 'radio', /^Staff, without my name/)).click();
    fill(byRole(ana, 'textbox', 'What would you like to raise?'), 'My room is cold');
    await press(ana, 'Send it to staff');
    await until(() => all.of('item').some(({ visibility, data }) => visibility === 'staff' && data['title'] === 'My room is cold'));
    await findByRole(ana, 'button', 'Take it back');
  });
});
