import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { mayRead } from '../../../src/model/may-read.js';
import { findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { FakeHistory, feedback, focused, press, reminder, storeOf } from './feedback-scene.js';

describe('milieu-peer-feedback: somebody would like to read a reminder with staff', () => {
  let elsewhere: FakeHistory;
  let id: string;
  beforeEach(async () => {
    elsewhere = new FakeHistory();
    id = await elsewhere.write('p-ana', 'p-sam', reminder);
    await elsewhere.review('release', id);
    await elsewhere.readWithStaff('p-sam', id);
  });

  async function pageOf(person: string, as: NonNullable<MilieuCommunity['as']>): Promise<MilieuCommunity> {
    const community = await feedback({ person, as });
    await storeOf(community).apply(elsewhere.records.filter((record) => mayRead(record, { person, as })));
    return community;
  }

  it('staff find it in their list with the reminder, and close it when it is dealt with', async () => {
    const priya = await pageOf('s-priya', 'staff');
    await press(priya, 'To review (1)');
    await press(priya, /^Sam would like to read a reminder with staff/);
    const heading = await findByRole(priya, 'heading', 'Sam would like to read a reminder with staff');
    await until(() => focused() === heading);
    await findByText(priya, 'Sit with Sam while they open it. Ana is not told that they asked.');
    await findInText(priya, reminder.saw);
    await press(priya, 'Dealt with');
    await findByText(priya, 'You chose to mark this as dealt with.');
    const [reading] = await storeOf(priya).list({ kind: 'feedback-reading', about: id });
    expect(reading?.record.status).to.equal('read');
  });

  it('its author reads only that it can be read', async () => {
    const ana = await pageOf('p-ana', 'resident');
    await press(ana, 'Sent');
    await findByText(ana, 'Sam can read it.');
    expect(textOf(ana)).to.not.match(/with staff/i);
    expect(await storeOf(ana).list({ kind: 'feedback-reading' })).to.deep.equal([]);
  });

  it('its receiver can still open it alone, and what staff closed asks for nothing more', async () => {
    const sam = await pageOf('p-sam', 'resident');
    await press(sam, /^For you/);
    await findByText(sam, 'You asked to read this with staff.');
    await press(sam, /^Open: Reminder/);
    await findInText(sam, reminder.saw);
    expect(queryByRole(sam, 'button', 'I’ll take care of it')).to.not.equal(undefined);
  });
});
