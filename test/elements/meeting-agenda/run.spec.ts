import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { allByRole, byRole, fill, findByRole, findFirst, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { held, plan } from './meeting-steps.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { deepActive, press } from '../../../src/testing/press.js';

const time = (root: Element): string => byRole(root, 'timer').textContent.trim();
const showsTime = (root: Element, wanted: string): Promise<true> =>
  until(() => time(root) === wanted || Promise.reject(new Error(`${time(root)}, not ${wanted}`)));

describe('milieu-meeting-agenda: the running meeting', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;
  let clock: Clock | undefined;

  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'run');
    sam = await all.move('p-sam', 'resident', 'run');
  });
  afterEach(() => {
    clock?.restore();
    clock = undefined;
    Reflect.deleteProperty(document, 'hidden');
    expect(all.refused).to.deep.equal([]);
  });

  async function opened(): Promise<void> {
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 10], ['Close', 1]] }); // prettier-ignore
    await press(ana, 'Open the meeting');
    await findByRole(ana, 'timer');
    await findByRole(sam, 'timer');
  }

  it('the chair opens the meeting; others follow it and have no controls', async () => {
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 10]] }); // prettier-ignore
    await findInText(sam, 'Ana is the chair and will open it.');
    expect(queryByRole(sam, 'button', 'Open the meeting')).to.equal(undefined);
    await press(ana, 'Open the meeting');
    await findByRole(sam, 'heading', 'Cups');
    await findInText(sam, 'Next: Garden');
    for (const name of ['Next part', 'Pause', 'Run the clock here', 'Write what we decided', 'Close the meeting'])
      expect(queryByRole(sam, 'button', name), name).to.equal(undefined);
    expect(queryByRole(sam, 'button', 'Get staff')).not.to.equal(undefined);
  });

  it('the meeting starts with the last promises: done, not yet, or dropped with a reason', async () => {
    await held(all, sam, [
      { text: 'Buy decaf tea', owner: 'p-ana', due: '2026-12-01' },
      { text: 'Ask about the gate', owner: 's-priya' },
      { text: 'Wash the curtains', owner: 'p-sam' },
    ]);
    await plan(all, ana, { parts: [['Cups', 5]] }); // prettier-ignore
    await findByRole(ana, 'heading', 'What we promised last time');
    await press(ana, 'Open the meeting');
    await findByRole(ana, 'button', 'Begin: Cups');
    expect(queryByRole(ana, 'timer')).to.equal(undefined);
    const buttons = (name: string): HTMLElement[] => allByRole(ana, 'button', name);
    await until(() => buttons('Done').length === 3);
    (await findFirst(ana, 'button', 'Done')).click();
    await until(() => all.of('promise').find(({ data }) => data['text'] === 'Buy decaf tea')?.status === 'done');
    await until(() => nameOf(deepActive() as Element) === 'Undo');
    (await findFirst(ana, 'button', 'Not yet')).click();
    await findInText(ana, 'Not yet. It stays on the list.');
    await press(ana, 'No longer needed');
    await findByRole(ana, 'textbox', 'Why is it no longer needed?');
    allByRole(ana, 'button', 'Take it off the list').at(-1)?.click();
    await findInText(ana, 'Say why, in a sentence they can read.');
    fill(byRole(ana, 'textbox', 'Why is it no longer needed?'), 'There are no curtains any more.');
    allByRole(ana, 'button', 'Take it off the list').at(-1)?.click();
    await until(() => all.of('promise-note').some(({ data }) => data['note'] === 'There are no curtains any more.'));
    const standing = Object.fromEntries(all.of('promise').map(({ data, status }) => [String(data['text']), status]));
    expect(standing).to.deep.equal({ 'Buy decaf tea': 'done', 'Ask about the gate': 'open', 'Wash the curtains': 'dropped' });
    await press(ana, 'Begin: Cups');
    await findByRole(ana, 'timer');
  });

  it('the time shown follows the stored clock and the time of day', async () => {
    clock = holdClock(Date.now());
    await opened();
    expect(time(ana)).to.equal('5:00');
    await clock.tick(61_000);
    await showsTime(ana, '3:59');
    await showsTime(sam, '3:59');
    expect(byRole(ana, 'timer').getAttribute('aria-live')).to.equal('off');
  });

  it('the time is right after the computer slept, and nothing is rendered while nobody sees it', async () => {
    clock = holdClock(Date.now());
    await opened();
    await showsTime(sam, '5:00');
    await until(() => ana.status.waiting === 0);
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    // A pending update may render it once more; after that nothing does.
    await clock.tick(3000);
    const shown = time(ana);
    await clock.tick(3000);
    expect(time(ana)).to.equal(shown);
    clock.jump(114_000);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await showsTime(ana, '3:00');
  });

  it('a pause keeps the time left, and two minutes can be added', async () => {
    clock = holdClock(Date.now());
    await opened();
    await clock.tick(60_000);
    await press(ana, 'More');
    await press(ana, 'Pause');
    await findByRole(ana, 'heading', 'Paused');
    await clock.tick(600_000);
    await showsTime(ana, '4:00');
    await press(ana, 'Continue');
    await findByRole(ana, 'button', 'Pause');
    await clock.tick(10_000);
    await showsTime(ana, '3:50');
    await press(ana, '2 more minutes');
    await showsTime(ana, '5:50');
    await showsTime(sam, '5:50');
  });

  it('an item does not end by itself: at zero the view says what can be done', async () => {
    clock = holdClock(Date.now());
    await opened();
    await clock.tick(900_000);
    await showsTime(ana, '0:00');
    await findInText(ana, 'Finish your thought, or ask the group for 2 more minutes.');
    expect(queryByRole(ana, 'heading', 'Cups')).not.to.equal(undefined);
    expect(queryByRole(ana, 'alert')).to.equal(undefined);
    await press(ana, '2 more minutes');
    await showsTime(ana, '2:00');
  });

  it('half of the time, five minutes, one minute and the end are announced, and nothing in between', async () => {
    clock = holdClock(Date.now());
    await opened();
    const spoken: string[] = [];
    for (let half = 0; half <= 11; half++) {
      const region = allByRole(ana, 'status').find((one) => one.textContent.includes('Now:'));
      const words = region ? textOf(region).replace(/\s+/g, ' ').trim() : '';
      if (!spoken.at(-1)?.endsWith(`| ${words}`)) spoken.push(`${time(ana)} | ${words}`);
      clock.jump(29_000);
      await clock.tick(1000);
    }
    expect(spoken).to.deep.equal([
      '5:00 | Now: Cups.',
      '2:30 | Now: Cups. Half the time is left.',
      '1:00 | Now: Cups. 1 minute is left.',
      '0:00 | Now: Cups. Time is up for this part.',
    ]);
  });

  it('another screen takes over the clock with the same time left, and the first one stops', async () => {
    const priya = await all.move('s-priya', 'staff', 'run');
    clock = holdClock(Date.now());
    await opened();
    await clock.tick(95_000);
    await findInText(priya, 'Another screen runs the clock.');
    expect(queryByRole(priya, 'button', 'Next part')).to.equal(undefined);
    await showsTime(priya, '3:25');
    await press(priya, 'Run the clock here');
    await findByRole(priya, 'button', 'Next part');
    await findInText(ana, 'Another screen runs the clock.');
    await showsTime(priya, '3:25');
    await showsTime(ana, '3:25');
    expect(queryByRole(ana, 'button', 'Next part')).to.equal(undefined);
    await clock.tick(5000);
    await press(priya, 'Next part');
    await findByRole(ana, 'heading', 'Garden');
    await showsTime(ana, '10:00');
  });

  it('a person can hide the clock for themselves only', async () => {
    await opened();
    await press(ana, 'More');
    await press(ana, 'Hide the clock');
    await until(() => !queryByRole(ana, 'timer'));
    expect(queryByRole(sam, 'timer')).not.to.equal(undefined);
    await press(ana, 'Show the clock');
    await findByRole(ana, 'timer');
  });

  it('asking for staff sends the call with one press, once for each person, and pauses the clock', async () => {
    const calls = (): readonly MilieuRecord[] => all.of('help');
    await opened();
    await press(ana, 'Pause and get staff');
    await until(() => calls().length === 1);
    await findByRole(sam, 'heading', 'Paused');
    await press(sam, 'Get staff');
    await until(() => calls().length === 2);
    await press(sam, 'Get staff');
    await findByRole(sam, 'button', 'Cancel my call');
    expect(calls().map(({ by, data }) => `${by} ${String(data['need'])}`)).to.deep.equal(['p-ana come', 'p-sam come']);
  });

  it('the meeting goes on to the last item and closes; items that nobody reached are kept', async () => {
    await opened();
    await press(ana, 'Next part');
    await findByRole(ana, 'heading', 'Garden');
    expect(nameOf(deepActive() as Element)).to.equal('Garden');
    await press(ana, 'More');
    await press(ana, 'Leave it for another time');
    await press(ana, 'Next part');
    await findByRole(ana, 'heading', 'Close');
    await findInText(ana, 'This is the last part.');
    await press(ana, 'Close the meeting');
    await press(ana, 'Close it now');
    await until(() => all.of('meeting')[0]?.status === 'closed');
    expect(all.of('item').find(({ data }) => data['title'] === 'Garden')?.status).to.equal('parked');
    await findByRole(sam, 'heading', 'Thank you for coming');
  });

  it('an item can be moved to the next meeting', async () => {
    await opened();
    const later = await plan(all, ana, { startsAt: new Date(Date.now() + 86_400_000).toISOString() });
    await press(ana, 'More');
    await press(ana, /^Move it to /);
    await until(() => all.of('item').find(({ data }) => data['title'] === 'Cups')?.data['meeting'] === later);
    await findByRole(ana, 'heading', 'Garden');
    await until(() => nameOf(deepActive() as Element) === 'Garden');
    await findByRole(sam, 'heading', 'Garden');
  });

  it('no record says who spoke', async () => {
    await opened();
    const fields = [...all.of('meeting'), ...all.of('item')].flatMap(({ data }) => Object.keys(data));
    expect(fields.filter((field) => /spoke|speak|attend/i.test(field))).to.deep.equal([]);
    expect(textOf(ana)).not.to.match(/spoken|attend/i);
  });

  it('axe finds no violation in the running meeting', async () => {
    await opened();
    await expect(ana).to.be.accessible();
    await expect(sam).to.be.accessible();
  });
});
