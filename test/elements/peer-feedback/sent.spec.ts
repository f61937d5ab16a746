import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { mayRead } from '../../../src/model/may-read.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import { byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { affirmation, FakeHistory, feedback, focused, press, recordIn, reminder, storeOf } from './feedback-scene.js';

describe('milieu-peer-feedback: sent', () => {
  let community: MilieuCommunity;
  let elsewhere: FakeHistory;
  beforeEach(async () => {
    community = await feedback();
    elsewhere = new FakeHistory();
  });

  const came = async (): Promise<void> => storeOf(community).apply(elsewhere.records);
  const opened = async (): Promise<void> => {
    await press(community, 'Sent');
    await press(community, /^Open/);
    await findByRole(community, 'article');
  };

  const fates: readonly [action: string, sentence: string, how: (there: FakeHistory, id: string) => Promise<void>][] = [
    ['nothing yet', 'Jo can read it.', (there, id) => there.review('release', id)],
    ['held', 'With staff. They read reminders before Jo does.', () => Promise.resolve()],
    ['withhold', 'Staff did not pass this on. They told you why.', (there, id) => there.review('withhold', id, 'Jo goes home today.')],
    ['return', 'Staff asked you to reword this.', (there, id) => there.review('return', id, 'Which night?')],
    ...(
      [
        ['thank', 'Jo thanked you.'],
        ['take-care', 'Jo will take care of it.'],
        ['differ', 'Jo would like to talk it through, with staff there.'],
        ['report', 'Jo can read it.'],
      ] as const
    ).map(
      ([action, sentence]) =>
        [
          action,
          sentence,
          async (there: FakeHistory, id: string): Promise<void> => {
            await there.review('release', id);
            await there.reply('p-jo', action, id);
          },
        ] as [string, string, (there: FakeHistory, id: string) => Promise<void>],
    ),
  ];
  for (const [action, sentence, happen] of fates) {
    it(`says in a sentence what happened to feedback: ${action}`, async () => {
      await happen(elsewhere, await elsewhere.write('p-ana', 'p-jo', reminder));
      await came();
      await press(community, 'Sent');
      await findByText(community, 'Reminder for Jo');
      await findByText(community, sentence);
      expect(textOf(community)).to.not.match(/flag|reject|report|OK/);
    });
  }

  it('says that feedback has not been sent while no backend has it', async () => {
    await storeOf(community).act(
      'send',
      { kind: 'feedback', id: crypto.randomUUID().replace(/^(.{14})./, '$17') },
      { to: ['p-jo'], data: affirmation },
    );
    await press(community, 'Sent');
    await findByText(community, 'Affirmation for Jo');
    const list = byRole(community, 'list', 'What you sent');
    expect(textOf(list)).to.include('Not sent to anyone yet.');
    expect(textOf(list)).to.not.include('Jo can read it');
  });

  it('shows the receiver’s answer with its words', async () => {
    const id = await elsewhere.write('p-ana', 'p-jo', affirmation);
    await elsewhere.reply('p-jo', 'thank', id, 'That means a lot.');
    await came();
    await opened();
    await findInText(community, 'That means a lot.');
    await findInText(community, 'From Jo');
  });

  it('says that nothing more is to do once it is answered, and not before', async () => {
    const id = await elsewhere.write('p-ana', 'p-jo', affirmation);
    await came();
    await opened();
    expect(textOf(community)).to.not.contain('You have nothing more to do here.');
    await elsewhere.reply('p-jo', 'thank', id);
    await came();
    await findByText(community, 'You have nothing more to do here.');
  });

  it('shows why staff ask for other words, and sends the new ones', async () => {
    const id = await elsewhere.write('p-ana', 'p-jo', reminder);
    await elsewhere.review('return', id, 'Which night was it?');
    await came();
    await opened();
    await findInText(community, 'Which night was it?');
    await press(community, 'Change the words');
    await findInText(community, 'Which night was it?');
    await findByText(community, 'Staff read this first. Jo reads it only if staff pass it on.');
    const saw = byRole(community, 'textbox', 'What did you see?');
    expect((saw as HTMLTextAreaElement).value).to.equal(reminder.saw);
    fill(saw, 'On Monday the radio was on loud.');
    await press(community, 'Send it to staff again');
    await findByText(community, 'With staff. They read reminders before Jo does.');
    const record = await recordIn(community, id);
    expect([record.status, record.data.saw, record.data.next]).to.deep.equal(['held', 'On Monday the radio was on loud.', reminder.next]);
    await until(() => focused()?.id === 'slip');
  });

  it('names what the new words lack, and keeps them when they could not be saved', async () => {
    await elsewhere.write('p-ana', 'p-jo', reminder);
    await came();
    await opened();
    await press(community, 'Change the words');
    fill(await findByRole(community, 'textbox', 'A strength you see in Jo'), '');
    await press(community, 'Send it to staff again');
    await findByRole(community, 'heading', 'One thing to add first');
    fill(byRole(community, 'textbox', 'A strength you see in Jo'), 'You are fair.');
    const records = storeOf(community);
    records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await press(community, 'Send it to staff again');
    await findInText(community, 'This device is full.');
    expect((byRole(community, 'textbox', 'A strength you see in Jo') as HTMLTextAreaElement).value).to.equal('You are fair.');
  });

  it('the draft of new words comes back after another page was shown', async () => {
    await elsewhere.write('p-ana', 'p-jo', reminder);
    await came();
    await opened();
    await press(community, 'Change the words');
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'Half a sen');
    await press(community, 'Write');
    await opened();
    await press(community, 'Change the words');
    await until(() => (byRole(community, 'textbox', 'What did you see?') as HTMLTextAreaElement).value === 'Half a sen');
  });

  it('one press says that it was said in person, and nobody but its author can read that', async () => {
    const id = await elsewhere.write('p-ana', 'p-jo', { mode: 'remind', saw: '', inPerson: true });
    await came();
    await press(community, 'Sent');
    await findByText(community, 'You chose to say this in person. Only you can see it.');
    await press(community, 'I’ve said it to Jo');
    await findByText(community, 'You said this in person. Only you can see it.');
    expect(queryByRole(community, 'button', 'I’ve said it to Jo')).to.equal(undefined);
    const record = await recordIn(community, id);
    expect([record.status, record.visibility]).to.deep.equal(['said', 'self']);
    for (const [person, as] of [['p-jo', 'senior-peer'], ['s-priya', 'staff']] as const) expect(mayRead(record, { person, as })).to.equal(false); // prettier-ignore
  });

  it('a held reminder can be taken back', async () => {
    const id = await elsewhere.write('p-ana', 'p-jo', reminder);
    await came();
    await opened();
    await press(community, 'Take it back');
    await findInText(community, 'You took this back. It does not go to Jo.');
    expect((await recordIn(community, id)).status).to.equal('withdrawn');
    await until(() => !queryByRole(community, 'button', 'Take it back'));
  });

  it('feedback that was passed on cannot be changed or taken back', async () => {
    await elsewhere.write('p-ana', 'p-jo', affirmation);
    await came();
    await opened();
    expect(queryByRole(community, 'button', 'Change the words')).to.equal(undefined);
    expect(queryByRole(community, 'button', 'Take it back')).to.equal(undefined);
  });
});
