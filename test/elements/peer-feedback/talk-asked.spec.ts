import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { FakeHistory, feedback, focused, press, reminder, storeOf } from './feedback-scene.js';

const soon = (hours: number): string => {
  const when = new Date();
  when.setHours(when.getHours() + hours, 0, 0, 0);
  return `${when.getFullYear()}-${String(when.getMonth() + 1).padStart(2, '0')}-${String(when.getDate()).padStart(2, '0')}T${String(when.getHours()).padStart(2, '0')}:00`;
};

describe('milieu-peer-feedback: a talk that the receiver of a reminder asks for', () => {
  let elsewhere: FakeHistory;
  let id: string;
  beforeEach(async () => {
    elsewhere = new FakeHistory();
    id = await elsewhere.write('p-ana', 'p-sam', reminder);
    await elsewhere.review('release', id);
    await elsewhere.reply('p-sam', 'differ', id, 'It was not me.');
  });

  /** A page of one person, with everything that they may read. */
  async function pageOf(person: string, as: MilieuCommunity['as'], more: readonly MilieuRecord[] = []): Promise<MilieuCommunity> {
    const community = await feedback({ person, as });
    await storeOf(community).apply([...elsewhere.records, ...more].filter((record) => mayRead(record, { person, as })));
    return community;
  }

  async function talkOn(community: MilieuCommunity): Promise<readonly MilieuRecord[]> {
    const [asked] = await storeOf(community).list({ kind: 'feedback-reply', about: id });
    const plans = await storeOf(community).list({ kind: 'feedback-talk', about: asked!.record.id });
    return [asked!, ...plans].map(({ record }) => record);
  }

  async function open(priya: MilieuCommunity): Promise<void> {
    await press(priya, 'To review (1)');
    await press(priya, /^Sam would like to talk with Ana/);
    const heading = await findByRole(priya, 'heading', 'Sam would like to talk with Ana');
    await until(() => focused() === heading);
  }

  async function arrange(priya: MilieuCommunity): Promise<void> {
    await open(priya);
    fill(byRole(priya, 'textbox', 'Where?'), 'garden room');
    fill(byRole(priya, 'textbox', 'Which staff will be there?'), 'Priya');
    const when = priya
      .querySelector('milieu-peer-feedback')!
      .shadowRoot!.querySelector('milieu-feedback-queue')!
      .shadowRoot!.querySelector('milieu-feedback-talk')!
      .shadowRoot!.querySelector<HTMLInputElement>('input[type="datetime-local"]')!;
    fill(when, soon(24 * 2));
    await press(priya, 'Save and tell both');
    await findByText(priya, 'You set a time for Sam and Ana.');
  }

  it('waits for staff as a talk asked for, with what it is about', async () => {
    const priya = await pageOf('s-priya', 'staff');
    await open(priya);
    await findInText(priya, 'It was not me.');
    await findInText(priya, reminder.saw);
    expect(textOf(priya)).to.include('Sam, Ana and staff can read this.');
    await expect(priya.querySelector('milieu-peer-feedback')!).to.be.accessible();
  });

  it('author and receiver read the same sentence about it, and nobody else can read it', async () => {
    const priya = await pageOf('s-priya', 'staff');
    const ana = await pageOf('p-ana', 'resident');
    const sam = await pageOf('p-sam', 'resident');
    for (const [page, name] of [
      [ana, 'Sent'],
      [sam, /^For you/],
    ] as const) {
      await press(page, name);
      await findInText(page, 'Staff have not set a time yet.');
    }
    await arrange(priya);
    await findByRole(priya, 'button', /^Sam would like to talk with Ana.*A talk, with staff there$/s);
    const arranged = await talkOn(priya);
    const jo = { person: 'p-jo', as: 'senior-peer' } as const;
    expect(arranged.length).to.equal(2);
    expect(arranged.some((record) => mayRead(record, jo))).to.equal(false);
    const sentence = /Staff will sit with you: [A-Z][a-z]+, [A-Z][a-z]+ \d+ \d+:00 [AP]M, garden room, with Priya\./;
    for (const [page, as] of [
      [ana, 'resident'],
      [sam, 'resident'],
    ] as const) {
      await storeOf(page).apply(arranged.filter((record) => mayRead(record, { person: page.person!, as })));
      await findInText(page, sentence);
    }
    const [said] = sentence.exec(textOf(ana))!;
    expect(textOf(sam)).to.include(said);
  });

  it('stands until staff settle it', async () => {
    const priya = await pageOf('s-priya', 'staff');
    await arrange(priya);
    await open(priya);
    await until(() => (byRole(priya, 'textbox', 'Where?') as HTMLInputElement).value === 'garden room');
    await press(priya, 'Dealt with');
    await findByText(priya, 'You chose to mark this as dealt with.');
    await findByRole(priya, 'heading', 'Nothing is waiting for you');
    const sam = await pageOf('p-sam', 'resident', await talkOn(priya));
    await press(sam, /^For you/);
    await findInText(sam, 'Staff have marked this talk as dealt with.');
  });

  it('what is missing is said at its field, and nothing typed is lost', async () => {
    const priya = await pageOf('s-priya', 'staff');
    await open(priya);
    fill(byRole(priya, 'textbox', 'Where?'), 'garden room');
    await press(priya, 'Save and tell both');
    await findByRole(priya, 'button', 'Choose a day and a time.');
    await findByRole(priya, 'button', 'Say who will be there.');
    expect((byRole(priya, 'textbox', 'Where?') as HTMLInputElement).value).to.equal('garden room');
  });

  it('is not offered to staff who wrote the reminder', async () => {
    const own = await elsewhere.write('s-priya', 'p-jo', { mode: 'affirm', saw: 'You cooked for all.' });
    await elsewhere.reply('p-jo', 'differ', own);
    const priya = await pageOf('s-priya', 'staff');
    await press(priya, 'To review (1)');
    expect(queryByRole(priya, 'button', /^Jo asks/)).to.equal(undefined);
  });
});
