import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuCommunity, MilieuDeliverEvent } from '../../../src/elements/community/index.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { answerTo, listen, loud, press, reached, taken } from './help-scene.js';

const where = 'The office is next to the front door.';

describe('a call for help from the press to "dealt with"', () => {
  let community: MilieuCommunity;
  let asked: MilieuDeliverEvent[];
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-help></milieu-help>`);
    community.help = { where, people: [{ name: 'Night desk', phone: '555 0100' }] };
    asked = [];
    listen(community, (e) => {
      asked.push(e);
      e.waitUntil(taken());
    });
  });

  /** What staff did, as the backend sends it once it has the call. */
  async function staffDid(status: 'seen' | 'closed', note = '', more: object = {}): Promise<void> {
    const root = asked[0]!.change.records[0]!;
    await until(async () => (await community.records!.get(root.id))?.sent === 'sent');
    await community.records!.apply([
      { ...root, status, rev: 2 },
      { ...answerTo(root), data: { note, ...more } },
    ]);
  }

  it('the words about a call that nobody has seen become louder, and never look settled', async () => {
    const clock: Clock = holdClock();
    press(community);
    await clock.tick(50);
    await findInText(community, reached);
    expect(textOf(community)).not.to.include(where);
    await clock.tick(20_000);
    await findInText(community, 'If it can’t wait, go to a member of staff now.');
    expect(textOf(community)).to.include(where);
    expect(loud(community)).to.equal(undefined);
    await clock.tick(5 * 60_000);
    await until(() => loud(community)?.textContent?.includes('Nobody has seen your call yet. Go to a member of staff now.'));
    expect(textOf(community)).to.include(where);
    await clock.tick(20 * 60_000);
    expect(loud(community)).to.exist;
    await staffDid('seen');
    await findInText(community, 'Seen by Priya');
    expect(loud(community)).to.equal(undefined);
  });

  it('shows the words that staff wrote when they saw the call', async () => {
    press(community);
    await findInText(community, reached);
    await staffDid('seen', 'I’m coming, two minutes.');
    await findInText(community, 'I’m coming, two minutes.');
    expect(queryByRole(community, 'button', 'Cancel my call')).to.equal(undefined);
  });

  it('says who has seen it, what they are here, and their own words, also to a screen reader', async () => {
    community.people = [{ id: 's-priya', name: 'Priya', as: 'staff', note: 'nurse' }];
    press(community);
    await findInText(community, reached);
    await staffDid('seen', 'I’m coming, two minutes');
    await findInText(community, /Seen by Priya, nurse: “I’m coming, two minutes”/);
    expect(allByRole(community, 'status').some((region) => textOf(region).includes('Seen by Priya, nurse: “I’m coming, two minutes”'))).to.equal(
      true,
    );
  });

  it('says who is on the way, by the last answer, whichever form was opened first', async () => {
    press(community);
    await findInText(community, reached);
    await staffDid('seen');
    await findInText(community, 'Seen by Priya');
    const root = asked[0]!.change.records[0]!;
    const at = new Date(Date.now() + 1000).toISOString();
    const answer = { ...answerTo(root), id: '01880000-0000-7000-8000-000000000002', by: 'p-jo', at, data: { note: '', coming: true } };
    await community.records!.apply([answer]);
    await findInText(community, 'On the way: Jo');
    expect(textOf(community)).not.to.include('Seen by Priya');
  });

  it('a worry about somebody else stands beside the own call, and each is taken back by itself', async () => {
    press(community);
    await findInText(community, reached);
    expect(queryByRole(community, 'button', 'Ask staff to come')).to.equal(undefined);
    byRole(community, 'button', 'I’m worried about someone').click();
    fill(await findByRole(community, 'textbox'), 'Kit has not come out since yesterday.');
    byRole(community, 'button', 'Tell staff').click();
    await findByRole(community, 'heading', /^About someone else: Sent/);
    await until(() => asked.length === 2);
    await until(() => allByRole(community, 'heading', reached).length === 2);
    byRole(community, 'button', 'Cancel this message').click();
    await findInText(community, 'You canceled your call.');
    expect(asked.at(-1)!.change.records[0]!.data['need']).to.equal('worried');
    expect(allByRole(community, 'heading', reached)).to.have.length(1);
    expect(byRole(community, 'button', 'I’m worried about someone')).to.exist;
  });

  it('a call that staff have dealt with says so, and asking again is one tap', async () => {
    press(community);
    await findInText(community, reached);
    await staffDid('closed');
    await findInText(community, 'Priya has marked this as dealt with.');
    expect(textOf(community)).not.to.match(/Seen by/);
    press(community);
    await findInText(community, reached);
    expect(textOf(community)).not.to.include('dealt with');
    await until(() => asked.length === 2);
    expect(asked[1]!.change.records[0]!.id).not.to.equal(asked[0]!.change.records[0]!.id);
  });

  it('a call that staff have dealt with has the words they wrote about it', async () => {
    press(community);
    await findInText(community, reached);
    await staffDid('closed', 'We talked in the garden.');
    await findInText(community, 'We talked in the garden.');
    await findInText(community, 'Priya has marked this as dealt with.');
  });

  it('a screen reader hears that somebody has seen the call, also after a later one about somebody else', async () => {
    press(community);
    await findInText(community, reached);
    byRole(community, 'button', 'I’m worried about someone').click();
    (await findByRole(community, 'button', 'Tell staff')).click();
    await until(() => asked.length === 2);
    await staffDid('seen');
    await until(() => allByRole(community, 'status').some((region) => textOf(region).includes('Your call for staff: Seen by Priya')));
  });

  it('a clock that is set back does not make a call younger', async () => {
    const clock = holdClock();
    press(community);
    await clock.tick(50);
    await findInText(community, reached);
    const { now } = Date;
    Date.now = (): number => now() - 60 * 60_000;
    try {
      await clock.tick(20_000);
      await findInText(community, 'If it can’t wait, go to a member of staff now.');
    } finally {
      Date.now = now;
    }
  });

  it('the call of somebody who has signed out is not shown to the next person', async () => {
    press(community);
    await findInText(community, reached);
    community.person = 'p-sam';
    await until(() => queryByRole(community, 'button', 'Ask staff to come'));
    expect(textOf(community)).not.to.match(reached);
    expect(queryByRole(community, 'button', 'Cancel my call')).to.equal(undefined);
  });

  for (const [status, said] of [
    ['seen', 'Seen by Priya'],
    ['closed', 'Priya has marked this as dealt with.'],
  ] as const)
    it(`the words of staff are not on the screen while the store is locked: ${status}`, async () => {
      press(community);
      await findInText(community, reached);
      await staffDid(status, 'I’m coming, two minutes.');
      await findInText(community, 'I’m coming, two minutes.');
      community.lock();
      await until(() => !textOf(community).includes('two minutes'));
      expect(textOf(community)).to.include(said);
    });
});
