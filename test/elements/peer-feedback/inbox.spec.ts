import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import type { As } from '../../../src/model/record.js';
import { mayRead } from '../../../src/model/may-read.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { affirmation, FakeHistory, feedback, focused, press, recordIn, reminder, storeOf } from './feedback-scene.js';

const everything = (root: Element | ShadowRoot): string =>
  [...root.querySelectorAll('*')].map((one) => (one.shadowRoot ? everything(one.shadowRoot) : '')).join('') +
  (root instanceof ShadowRoot ? root.textContent : '');

describe('milieu-peer-feedback: for you', () => {
  let community: MilieuCommunity;
  let elsewhere: FakeHistory;
  beforeEach(async () => {
    community = await feedback();
    elsewhere = new FakeHistory();
  });

  const came = async (): Promise<void> => storeOf(community).apply(elsewhere.records);
  const reminded = async (): Promise<string> => {
    const id = await elsewhere.write('p-sam', 'p-ana', reminder);
    await elsewhere.review('release', id);
    await came();
    return id;
  };
  const opened = async (name: RegExp): Promise<void> => {
    await press(community, /^For you/);
    await press(community, name);
    await findByRole(community, 'article');
  };

  it('an empty inbox says what will be shown here', async () => {
    await press(community, 'For you');
    await findByRole(community, 'heading', 'Nothing new for you');
    await press(community, 'Write an affirmation');
    await findByRole(community, 'textbox', 'What did you see?');
  });

  it('feedback stays closed until the person opens it, and opening sends nothing', async () => {
    await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await press(community, 'For you (new)');
    await findByText(community, 'New affirmation');
    expect(everything(community)).to.not.include(affirmation.saw);
    await press(community, /^Open: New affirmation\. From Sam, today, \d+:\d\d/);
    await findInText(community, affirmation.saw);
    await until(() => focused() === byRole(community, 'heading', 'Affirmation'));
    expect(storeOf(community).status.waiting).to.equal(0);
  });

  it('a held reminder is in no list and nowhere in the page', async () => {
    const id = await elsewhere.write('p-sam', 'p-ana', reminder);
    await came();
    await press(community, 'For you');
    await findByRole(community, 'heading', 'Nothing new for you');
    expect(await storeOf(community).get(id)).to.equal(undefined);
    expect(everything(community)).to.not.include('radio was on loud');
    await elsewhere.review('release', id);
    await came();
    await findByText(community, 'New reminder');
  });

  it('one press says thank you', async () => {
    const id = await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await opened(/affirmation/);
    await press(community, 'Thank Sam');
    const line = await findByText(community, 'You said thanks.');
    await until(() => focused() === line);
    expect((await recordIn(community, id)).status).to.equal('thanked');
    expect(queryByRole(community, 'button', 'Thank Sam')).to.equal(undefined);
    await press(community, 'Back to the list');
    await findInText(community, /From Sam, today, \d+:\d\d [AP]M\. You said thanks\./);
    await until(() => focused()?.textContent.trim() === 'Open');
  });

  it('one press says that the person will take care of a reminder', async () => {
    const id = await reminded();
    await opened(/reminder/);
    await findInText(community, 'Staff read it first.');
    await press(community, 'I’ll take care of it');
    await findByText(community, 'You said you would take care of it.');
    expect((await recordIn(community, id)).status).to.equal('taken');
  });

  it('the form to talk it through says who reads the words before the first field', async () => {
    const id = await reminded();
    await opened(/reminder/);
    await press(community, 'I see it differently');
    const line = await findByText(community, 'Sam and staff can read what you write here.');
    const field = byRole(community, 'textbox');
    expect(line.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    fill(field, 'It was not me.');
    await press(community, 'Ask to talk it through');
    await findByText(community, 'You asked to talk it through.');
    expect((await recordIn(community, id)).status).to.equal('talk-asked');
    await findInText(community, 'It was not me.');
  });

  it('feedback that does not feel OK is reported to staff only', async () => {
    const id = await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await opened(/affirmation/);
    await press(community, 'This does not feel OK');
    await findByText(community, 'Only staff can read what you tell them here. Sam cannot.');
    fill(byRole(community, 'textbox'), 'He waits at my door.');
    await press(community, 'Tell staff');
    await findByText(community, 'You told staff that this does not feel OK.');
    const [answer] = await storeOf(community).list({ kind: 'feedback-reply', about: id });
    expect(answer?.record.visibility).to.equal('staff');
    expect(answer?.record.data).to.deep.equal({ note: 'He waits at my door.' });
  });

  it('a report says why in fixed words, needs none, and its author reads none', async () => {
    const id = await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await opened(/affirmation/);
    await press(community, 'This does not feel OK');
    for (const reason of ['It is hurtful', 'It is about safety', 'Something else', 'Something else']) {
      (await findByRole(community, 'checkbox', reason)).click();
    }
    await press(community, 'Tell staff');
    await findByText(community, 'You told staff that this does not feel OK.');
    const [answer] = await storeOf(community).list({ kind: 'feedback-reply', about: id });
    expect(answer?.record.data).to.deep.equal({ note: '', reasons: ['safety', 'hurtful'] });
    expect(mayRead(answer!.record, { person: 'p-sam', as: 'resident' })).to.equal(false);
    const why = await findByRole(community, 'list', 'Why');
    expect(
      textOf(why)
        .trim()
        .split(/\s*\n\s*/),
    ).to.deep.equal(['It is about safety', 'It is hurtful']);
  });

  it('the reasons of a report come back with the widget, as its words do', async () => {
    await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await opened(/affirmation/);
    await press(community, 'This does not feel OK');
    (await findByRole(community, 'checkbox', 'It is hurtful')).click();
    await press(community, 'Write');
    await opened(/affirmation/);
    const box = await findByRole(community, 'checkbox', 'It is hurtful');
    await until(() => (box as HTMLInputElement).checked);
  });

  it('one press leaves feedback for later and keeps it', async () => {
    const id = await reminded();
    await opened(/reminder/);
    await press(community, 'Not now');
    await findInText(community, 'You left this for later.');
    expect((await recordIn(community, id)).status).to.equal('put-by');
    await findByRole(community, 'button', 'For you');
  });

  it('a closed reminder can be left for later without being opened', async () => {
    const id = await reminded();
    await press(community, /^For you/);
    await press(community, 'Later');
    await findByText(community, 'You left this for later.');
    expect((await recordIn(community, id)).status).to.equal('put-by');
    expect(everything(community)).to.not.include(reminder.saw);
    await until(() => focused() === queryByRole(community, 'button', /^Open: Reminder/));
    expect(queryByRole(community, 'button', 'Later')).to.equal(undefined);
  });

  it('one press asks to read a reminder with staff: staff can read that, its author cannot, and it stays closed', async () => {
    const id = await reminded();
    await press(community, /^For you/);
    await findByText(community, 'If you choose “With staff”, staff are told. Sam is not.');
    await press(community, 'With staff');
    await findByText(community, 'You asked to read this with staff.');
    const choice = byRole(community, 'list', 'For you');
    expect(textOf(choice)).to.contain('Not sent to anyone yet.');
    expect(everything(community)).to.not.include(reminder.saw);
    const [asked] = await storeOf(community).list({ kind: 'feedback-reading', about: id });
    const reads = (person: string, as: As): boolean => mayRead(asked!.record, { person, as });
    expect([reads('s-priya', 'staff'), reads('p-sam', 'resident')]).to.deep.equal([true, false]);
    await press(community, 'I don’t need staff for this');
    await findByRole(community, 'button', 'With staff');
    await opened(/reminder/i);
    await press(community, 'I’ll take care of it');
    await findByText(community, 'You said you would take care of it.');
  });

  it('an affirmation is simply opened', async () => {
    await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await press(community, /^For you/);
    await findByRole(community, 'button', /^Open: New affirmation/);
    expect(queryByRole(community, 'button', 'With staff')).to.equal(undefined);
  });

  it('the words of an answer that could not be saved stay in their own form', async () => {
    await reminded();
    await opened(/reminder/);
    await press(community, 'This does not feel OK');
    fill(byRole(community, 'textbox'), 'For staff alone.');
    storeOf(community).act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await press(community, 'Tell staff');
    await findInText(community, 'This device is full.');
    expect((byRole(community, 'textbox') as HTMLTextAreaElement).value).to.equal('For staff alone.');
    await press(community, 'Go back');
    await press(community, 'I see it differently');
    expect((byRole(community, 'textbox') as HTMLTextAreaElement).value).to.equal('');
    await press(community, 'Back to the list');
    await press(community, /reminder/);
    await press(community, 'Go back');
    await press(community, 'This does not feel OK');
    await until(() => (byRole(community, 'textbox') as HTMLTextAreaElement).value === 'For staff alone.');
  });

  it('the slip closes when its page is chosen again', async () => {
    await reminded();
    await opened(/reminder/);
    await press(community, /^For you/);
    await until(() => !queryByRole(community, 'article'));
    await findByText(community, 'New reminder');
  });

  it('an answered reminder is hidden after the community’s number of days, an affirmation is not', async () => {
    const id = await reminded();
    await elsewhere.reply('p-ana', 'take-care', id);
    await elsewhere.write('p-sam', 'p-ana', affirmation);
    const old = elsewhere.records.map((record) => ({ ...record, at: new Date(Date.now() - 31 * 86_400_000).toISOString() }));
    await storeOf(community).apply(old.map((record) => ({ ...record, rev: record.rev + 1 })));
    await press(community, /^For you/);
    await findByText(community, 'New affirmation');
    expect(textOf(community)).to.not.match(/reminder/i);
    community.policy = { remindersFade: 60 };
    await findInText(community, 'You said you would take care of it.');
  });

  it('feedback that staff took back is removed', async () => {
    const id = await elsewhere.write('p-sam', 'p-ana', affirmation);
    await came();
    await opened(/affirmation/);
    await elsewhere.reply('p-ana', 'report', id);
    await elsewhere.review('retract', id, 'It was not kind.');
    await came();
    await until(() => !queryByRole(community, 'article'));
    await findByRole(community, 'heading', 'Nothing new for you');
  });

  it('no number of people or feedback is shown', async () => {
    for (const from of ['p-sam', 'p-jo']) await elsewhere.write(from, 'p-ana', affirmation);
    await came();
    await press(community, 'For you (new)');
    await until(() => allByRole(community, 'button', /^Open: New/).length === 2);
    expect(textOf(community).replaceAll(/\d+:\d\d [AP]M/g, '')).to.not.match(/\d/);
  });
});
