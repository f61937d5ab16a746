import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { mayRead } from '../../../src/model/may-read.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { affirmation, FakeHistory, feedback, focused, press, recordIn, reminder, storeOf } from './feedback-scene.js';

describe('milieu-peer-feedback: to review', () => {
  let community: MilieuCommunity;
  let elsewhere: FakeHistory;
  let id: string;
  beforeEach(async () => {
    community = await feedback({ person: 's-priya', as: 'staff' });
    elsewhere = new FakeHistory();
    id = await elsewhere.write('p-ana', 'p-sam', reminder);
    await came();
  });

  const came = async (): Promise<void> => storeOf(community).apply(elsewhere.records);
  const opened = async (): Promise<void> => {
    await press(community, 'To review (1)');
    await press(community, /^Ana to Sam/);
    await findByRole(community, 'article');
  };
  const review = async (): Promise<string> => {
    const [given] = await storeOf(community).list({ kind: 'feedback-review', about: id });
    return String(given?.record.data['note']);
  };

  it('the page is shown to staff only', async () => {
    const resident = await feedback({ person: 'p-jo' });
    await findByRole(resident, 'button', 'Sent');
    expect(queryByRole(resident, 'button', /To review/)).to.equal(undefined);
    resident.as = 'senior-peer';
    await resident.updateComplete;
    expect(queryByRole(resident, 'button', /To review/)).to.equal(undefined);
  });

  it('a reminder is never shown as “does not feel OK”, also when nothing can be written', async () => {
    await press(community, 'To review (1)');
    (await findByRole(community, 'button', /^Ana to Sam/)).click();
    const slip = await findByRole(community, 'heading', 'Reminder');
    const view = (slip.getRootNode() as ShadowRoot).host as HTMLElement & { writable: boolean; updateComplete: Promise<unknown> };
    view.writable = false;
    await view.updateComplete;
    expect(queryByRole(community, 'button', /^Pass it on/)).to.equal(undefined);
    expect(textOf(community)).to.not.contain('does not feel OK');
  });

  it('staff pass a reminder on with two presses', async () => {
    await press(community, 'To review (1)');
    (await findByRole(community, 'button', /^Ana to Sam/)).click();
    await until(() => focused()?.id === 'slip');
    await press(community, 'Pass it on to Sam');
    const line = await findByText(community, 'You chose to pass it on to Sam.');
    await until(() => focused() === line);
    const { status, visibility } = await recordIn(community, id);
    expect([status, visibility]).to.deep.equal(['delivered', 'named-and-staff']);
    await findByRole(community, 'heading', 'Nothing is waiting for you');
  });

  it('“passed on” is shown only when the backend has it', async () => {
    const asked: ((answer: true) => void)[] = [];
    community.transport = { send: () => new Promise((resolve) => asked.push(resolve)) };
    await opened();
    await press(community, 'Pass it on to Sam');
    await findByText(community, 'You chose to pass it on to Sam.');
    await findInText(community, 'Not sent to anyone yet.');
    (await until(() => asked[0]))(true);
    await findByText(community, 'You passed it on to Sam.');
    await findInText(community, /Sent at/);
  });

  it('staff can pass a reminder on with a note', async () => {
    await opened();
    fill(byRole(community, 'textbox', 'A note to Ana'), 'Well put.');
    await press(community, 'Pass it on to Sam');
    await findByText(community, 'You chose to pass it on to Sam.');
    expect(await review()).to.equal('Well put.');
  });

  for (const [button, status, done] of [
    ['Ask Ana to reword it', 'returned', 'You chose to ask Ana to reword it.'],
    ['Do not pass it on', 'withheld', 'You chose not to pass it on.'],
  ] as const) {
    it(`${status}: staff must give a reason that the author can read`, async () => {
      await opened();
      await press(community, button);
      await findByText(community, 'Say why, in a sentence Ana can read.');
      const field = byRole(community, 'textbox', 'A note to Ana');
      await until(() => focused() === field);
      expect((await recordIn(community, id)).status).to.equal('held');
      fill(field, 'Sam had a hard day. Tell me more tomorrow.');
      await press(community, button);
      await findByText(community, done);
      expect((await recordIn(community, id)).status).to.equal(status);
      expect(await review()).to.equal('Sam had a hard day. Tell me more tomorrow.');
    });
  }

  it('a note that could not be saved is kept', async () => {
    await opened();
    fill(byRole(community, 'textbox', 'A note to Ana'), 'Well put.');
    storeOf(community).act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    await press(community, 'Pass it on to Sam');
    await findInText(community, 'This device is full.');
    expect((byRole(community, 'textbox', 'A note to Ana') as HTMLTextAreaElement).value).to.equal('Well put.');
  });

  it('reported feedback comes first with what was said, and staff can take it back', async () => {
    const other = await elsewhere.write('p-ana', 'p-sam', affirmation);
    await elsewhere.reply('p-sam', 'report', other, 'I want this to stop.', ['romantic', 'forced']);
    await came();
    await press(community, 'To review (2)');
    const rows = await until(() => {
      const found = allByRole(community, 'button', /^Ana to Sam/);
      return found.length === 2 ? found : undefined;
    });
    expect(rows[0] && textOf(rows[0])).to.include('Sam says this does not feel OK');
    rows[0]?.click();
    await findInText(community, 'I want this to stop.');
    const why = await findByRole(community, 'list', 'Why');
    expect(
      textOf(why)
        .trim()
        .split(/\s*\n\s*/),
    ).to.deep.equal(['It is romantic or sexual', 'It forces or threatens someone']);
    fill(byRole(community, 'textbox', 'A note'), 'Please come and talk to me.');
    await press(community, 'Take it back from Sam');
    await findByText(community, 'You chose to take it back from Sam.');
    const { status, visibility } = await recordIn(community, other);
    expect([status, visibility]).to.deep.equal(['retracted', 'staff']);
  });

  it('staff can keep reported feedback as it is and tell the one who reported it why', async () => {
    const other = await elsewhere.write('p-ana', 'p-sam', affirmation);
    await elsewhere.reply('p-sam', 'report', other, 'Is this a joke?');
    await came();
    await press(community, 'To review (2)');
    (await until(() => allByRole(community, 'button', /^Ana to Sam/)[0])).click();
    await press(community, 'Leave it as it is');
    await findByText(community, 'Say why, in a sentence they can read.');
    fill(byRole(community, 'textbox', 'A note'), 'We asked Ana. It was meant kindly.');
    await press(community, 'Leave it as it is');
    await findByText(community, 'You chose to leave it as it is.');
    expect((await recordIn(community, other)).status).to.equal('stands');
    const reviews = await storeOf(community).list({ kind: 'feedback-review', about: other });
    expect(reviews.map(({ record }) => record.to)).to.deep.equal([['p-sam']]);
    expect(mayRead(reviews[0]!.record, { person: 'p-ana', as: 'resident' })).to.equal(false);
  });

  it('members of staff do not see feedback about themselves', async () => {
    await elsewhere.write('p-jo', 's-priya', reminder);
    await came();
    await press(community, 'To review (1)');
    await findByRole(community, 'button', /^Ana to Sam/);
    expect(queryByRole(community, 'button', /^Jo to/)).to.equal(undefined);
    await press(community, 'For you');
    await findByRole(community, 'heading', 'Nothing new for you');
    expect(textOf(community)).to.not.include('radio');
  });

  it('says so when somebody else was quicker', async () => {
    await opened();
    await elsewhere.review('release', id);
    await elsewhere.write('p-jo', 'p-ana', reminder);
    await came();
    await findByText(community, 'Someone has already looked at this one.');
  });
});
