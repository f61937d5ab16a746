import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { type Clock, holdClock } from '../../support/clock.js';
import { allByRole, byRole, fill, findByRole, findByText, findFirst, findInText, nameOf, queryByRole, textOf, until } from '../../support/role.js';
import { held, plan } from './held.js';
import { Neighbours } from './neighbours.js';
import { deepActive, press } from './pressing.js';

const time = (root: Element): string => byRole(root, 'timer').textContent.trim();
const showsTime = (root: Element, wanted: string): Promise<true> =>
  until(() => time(root) === wanted || Promise.reject(new Error(`${time(root)}, not ${wanted}`)));

describe('milieu-meeting-agenda: the meeting that is on', () => {
  let all: Neighbours;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;
  let clock: Clock | undefined;

  beforeEach(async () => {
    all = new Neighbours();
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

  it('is opened by the chair; others follow it and have no controls', async () => {
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 10]] }); // prettier-ignore
    await findInText(sam, 'The chair opens it: Ana.');
    expect(queryByRole(sam, 'button', 'Open the meeting')).to.equal(undefined);
    await press(ana, 'Open the meeting');
    await findByRole(sam, 'heading', 'Cups');
    await findInText(sam, 'Next: Garden');
    for (const name of ['Next part', 'Pause', 'Run the clock here', 'Write what we decided', 'Close the meeting'])
      expect(queryByRole(sam, 'button', name), name).to.equal(undefined);
    expect(queryByRole(sam, 'button', 'Get staff')).not.to.equal(undefined);
  });

  it('starts with what was promised last time: done, not yet, or let go with a reason', async () => {
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
    await press(ana, 'Let it go');
    await findByRole(ana, 'textbox', 'Why do we let it go?');
    allByRole(ana, 'button', 'Let it go').at(-1)?.click();
    await findInText(ana, 'Say why, in a sentence they can read.');
    fill(byRole(ana, 'textbox', 'Why do we let it go?'), 'There are no curtains any more.');
    allByRole(ana, 'button', 'Let it go').at(-1)?.click();
    await until(() => all.of('promise-note').length === 1);
    const standing = Object.fromEntries(all.of('promise').map(({ data, status }) => [String(data['text']), status]));
    expect(standing).to.deep.equal({ 'Buy decaf tea': 'done', 'Ask about the gate': 'open', 'Wash the curtains': 'dropped' });
    await press(ana, 'Begin: Cups');
    await findByRole(ana, 'timer');
  });

  it('draws the time from the stored clock and the wall clock', async () => {
    clock = holdClock(Date.now());
    await opened();
    expect(time(ana)).to.equal('5:00');
    await clock.tick(61_000);
    await showsTime(ana, '3:59');
    await showsTime(sam, '3:59');
    expect(byRole(ana, 'timer').getAttribute('aria-live')).to.equal('off');
  });

  it('is right after the laptop slept, and stands still while nobody sees it', async () => {
    clock = holdClock(Date.now());
    await opened();
    await showsTime(sam, '5:00');
    await until(() => ana.status.waiting === 0);
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    // What is still on its way may draw it once more; after that nothing does.
    await clock.tick(3000);
    const shown = time(ana);
    await clock.tick(3000);
    expect(time(ana)).to.equal(shown);
    clock.jump(114_000);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await showsTime(ana, '3:00');
  });

  it('pauses and goes on with the same time left, and takes two minutes more', async () => {
    clock = holdClock(Date.now());
    await opened();
    await clock.tick(60_000);
    await press(ana, 'Pause');
    await findByRole(ana, 'heading', 'Paused');
    await clock.tick(600_000);
    await showsTime(ana, '4:00');
    await press(ana, 'Go on');
    await findByRole(ana, 'button', 'Pause');
    await clock.tick(10_000);
    await showsTime(ana, '3:50');
    await press(ana, '2 minutes');
    await showsTime(ana, '5:50');
    await showsTime(sam, '5:50');
  });

  it('does not end a part by itself: at zero it says what can be done', async () => {
    clock = holdClock(Date.now());
    await opened();
    await clock.tick(900_000);
    await showsTime(ana, '0:00');
    await findInText(ana, 'Finish your thought, or ask the group for 2 minutes more.');
    expect(queryByRole(ana, 'heading', 'Cups')).not.to.equal(undefined);
    expect(queryByRole(ana, 'alert')).to.equal(undefined);
    await press(ana, '2 minutes');
    await showsTime(ana, '2:00');
  });

  it('says half, five, one and the end aloud, and nothing in between', async () => {
    clock = holdClock(Date.now());
    await opened();
    const spoken: string[] = [];
    for (let half = 0; half <= 11; half++) {
      const region = allByRole(ana, 'status').find((one) => one.textContent.includes('Now:'));
      const words = region?.textContent.replace(/\s+/g, ' ').trim() ?? '';
      if (!spoken.at(-1)?.endsWith(`| ${words}`)) spoken.push(`${time(ana)} | ${words}`);
      clock.jump(29_000);
      await clock.tick(1000);
    }
    expect(spoken).to.deep.equal([
      '5:00 | Now: Cups.',
      '2:30 | Now: Cups. Half of the time is left.',
      '1:00 | Now: Cups. 1 minute is left.',
      '0:00 | Now: Cups. Time is up for this part.',
    ]);
  });

  it('goes to another screen with the same time left; the first one lets go', async () => {
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

  it('hides the clock for one person alone', async () => {
    await opened();
    await press(ana, 'Hide the clock');
    await until(() => !queryByRole(ana, 'timer'));
    expect(queryByRole(sam, 'timer')).not.to.equal(undefined);
    await press(ana, 'Show the clock');
    await findByRole(ana, 'timer');
  });

  it('asks for staff at once and pauses', async () => {
    await opened();
    await press(ana, 'Pause and get staff');
    await findByRole(ana, 'button', 'Ask staff to come');
    await findByRole(sam, 'heading', 'Paused');
    await press(sam, 'Get staff');
    await findByRole(sam, 'button', 'Ask staff to come');
  });

  it('goes on to the last part, and closes; what nobody came to is kept', async () => {
    await opened();
    await press(ana, 'Next part');
    await findByRole(ana, 'heading', 'Garden');
    expect(nameOf(deepActive() as Element)).to.equal('Garden');
    await press(ana, 'Keep it for another time');
    await press(ana, 'Next part');
    await findByRole(ana, 'heading', 'Close');
    await findInText(ana, 'This is the last part.');
    await press(ana, 'Close the meeting');
    await press(ana, 'Close it now');
    await until(() => all.of('meeting')[0]?.status === 'closed');
    expect(all.of('item').find(({ data }) => data['title'] === 'Garden')?.status).to.equal('parked');
    await findByText(sam, 'No meeting is planned yet. When one is, it is held here.');
  });

  it('takes a part to the next meeting', async () => {
    await opened();
    const later = await plan(all, ana, { startsAt: new Date(Date.now() + 86_400_000).toISOString() });
    await press(ana, /^Take it to /);
    await until(() => all.of('item').find(({ data }) => data['title'] === 'Cups')?.data['meeting'] === later);
    await press(ana, 'Begin: Garden');
    await findByRole(ana, 'heading', 'Garden');
  });

  it('keeps no word about who spoke', async () => {
    await opened();
    const fields = [...all.of('meeting'), ...all.of('item')].flatMap(({ data }) => Object.keys(data));
    expect(fields.filter((field) => /spoke|speak|attend/i.test(field))).to.deep.equal([]);
    expect(textOf(ana)).not.to.match(/spoken|attend/i);
  });

  it('has nothing that axe finds', async () => {
    await opened();
    await expect(ana).to.be.accessible();
    await expect(sam).to.be.accessible();
  });
});
