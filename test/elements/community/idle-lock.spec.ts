import { expect, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { MilieuErrorEvent } from '../../../src/elements/community/index.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { databaseOf, readRaw } from '../../records/read-disk.js';
import { openCommunity } from '../../testing/community.js';
import { press } from '../../../src/testing/press.js';
import { fill, findByRole, findInText, until } from '../../../src/testing/by-role.js';

const minute = 60_000;
const saw = 'What did you see?';
const write = html`<milieu-peer-feedback view="write"></milieu-peer-feedback>`;

let clock: Clock;

/** A community whose lock is on, under a clock that stands still. In memory, unless it is stored: a disk would be given up while time flies. */
async function open(minutes: number, inside = write, community: string = crypto.randomUUID()): Promise<MilieuCommunity> {
  const element = await openCommunity(inside, { community });
  await turnOn(element, minutes);
  return element;
}
async function turnOn(element: MilieuCommunity, minutes: number): Promise<void> {
  clock = holdClock();
  element.lockAfter = minutes;
  await element.updateComplete;
  await started();
}
/** The code of the lock has loaded, and its first timer is set. */
async function started(): Promise<void> {
  await import('../../../src/elements/community/idle-lock.js');
  await clock.tick(1);
}
const touch = (): boolean => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
const isBlank = (element: MilieuCommunity): boolean => getComputedStyle(element.firstElementChild!).visibility === 'hidden';

describe('lock-after', () => {
  it('locks after the minutes in which nobody has touched the page, not before', async () => {
    const community = await open(5);
    await clock.tick(4.9 * minute);
    expect(community.status.store).to.equal('memory');
    await clock.tick(0.2 * minute);
    expect(community.status.store).to.equal('locked');
    await findInText(community, 'Locked');
    expect(isBlank(community)).to.equal(false);
  });

  it('every touch counts: a key, a pointer, what is typed', async () => {
    const community = await open(5);
    for (const sign of [
      touch,
      () => window.dispatchEvent(new PointerEvent('pointermove')),
      () => community.dispatchEvent(new InputEvent('input', { bubbles: true })),
    ]) {
      await clock.tick(4 * minute);
      sign();
    }
    await clock.tick(4.9 * minute);
    expect(community.status.store).to.equal('memory');
    await clock.tick(minute);
    expect(community.status.store).to.equal('locked');
  });

  it('locks at once when a device wakes up, and shows nothing before', async () => {
    const community = await open(5);
    clock.jump(60 * minute); // timers slept too
    touch(); // the first touch after the sleep does not count as one
    expect(isBlank(community)).to.equal(true);
    await clock.tick(400);
    expect(community.status.store).to.equal('locked');
    expect(isBlank(community)).to.equal(false);
  });

  it('a page that is kept by the browser comes back blank until it is known whether to lock', async () => {
    const community = await open(5);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(isBlank(community)).to.equal(true);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(isBlank(community)).to.equal(false);
    expect(community.status.store).to.equal('memory');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    clock.jump(6 * minute);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(isBlank(community)).to.equal(true);
    await clock.tick(400);
    expect(community.status.store).to.equal('locked');
  });

  it('a clock that is set back does not put it off', async () => {
    const community = await open(5);
    await clock.tick(3 * minute);
    const { now } = Date;
    Date.now = () => now() - 24 * 60 * minute;
    try {
      await clock.tick(2.1 * minute);
      expect(community.status.store).to.equal('locked');
    } finally {
      Date.now = now;
    }
  });

  it('a tab that nobody touches does not lock the one that somebody uses', async () => {
    const id = crypto.randomUUID();
    const [here, there] = [await openCommunity(write, { community: id }), await openCommunity(write, { community: id })];
    await turnOn(here, 5);
    there.lockAfter = 5;
    await there.updateComplete;
    await clock.tick(1);
    // In one page both see the same touches, so the tab that somebody uses is a channel that answers as a tab does.
    const other = new BroadcastChannel(`milieu-idle ${JSON.stringify([id, 'p-ana'])}`);
    const witness = new BroadcastChannel(other.name); // made last, so it hears last
    try {
      let heard = 0;
      let answers = true;
      other.onmessage = ({ data }) => {
        if (data === 'idle' && answers) other.postMessage(1000);
      };
      witness.onmessage = ({ data }) => void (typeof data === 'number' && (heard += 1));
      await clock.tick(5 * minute + 100);
      await until(() => heard > 0, { what: 'an answer' });
      await clock.tick(400);
      expect([isBlank(here), isBlank(there)]).to.deep.equal([false, false]);
      await clock.tick(4 * minute);
      expect([here.status.store, there.status.store]).to.deep.equal(['memory', 'memory']);
      answers = false;
      await clock.tick(1.1 * minute);
      expect([here.status.store, there.status.store]).to.deep.equal(['locked', 'locked']);
    } finally {
      witness.close();
      other.close();
    }
  });

  it('no message of another page can open what is due', async () => {
    const id = crypto.randomUUID();
    const community = await open(5, write, id);
    const other = new BroadcastChannel(`milieu-idle ${JSON.stringify([id, 'p-ana'])}`);
    try {
      let answered = false;
      other.onmessage = ({ data }) => {
        if (data !== 'idle') return;
        for (const nonsense of [-1, NaN, Infinity, '0', null, { idle: 0 }, [0]]) other.postMessage(nonsense);
        answered = true;
      };
      await clock.tick(5 * minute + 100);
      await until(() => answered);
      await new Promise((heard) => {
        new BroadcastChannel(other.name).onmessage = heard;
        other.postMessage('heard by all before');
      });
      await clock.tick(400);
      expect(community.status.store).to.equal('locked');
    } finally {
      other.close();
    }
  });

  it('waits while a practice runs, and locks some minutes after it', async () => {
    const community = await open(1, html`<milieu-coping-card></milieu-coping-card>`);
    await press(community, /^Start/);
    const { visibilityState } = document;
    expect(visibilityState).to.equal('visible');
    await clock.tick(1.5 * minute);
    expect(community.status.store).to.equal('memory');
    await press(community, 'Pause');
    await clock.tick(1.2 * minute);
    expect(community.status.store).to.equal('locked');
  });

  it('loses nothing that was being typed', async () => {
    const { value: community, name } = await databaseOf(() => openCommunity(write, { keep: 'person', community: crypto.randomUUID() }));
    fill(await findByRole(community, 'textbox', saw), 'You found the mop.');
    await until(async () => (await readRaw(name))['drafts']?.length === 1);
    await turnOn(community, 5);
    await clock.tick(5.1 * minute);
    expect(community.status.store).to.equal('locked');
    clock.restore();
    const { community: id } = community;
    community.remove();
    const again = await openCommunity(write, { keep: 'person', community: id });
    await findInText(again, 'We kept what you wrote.');
    expect(((await findByRole(again, 'textbox', saw)) as HTMLTextAreaElement).value).to.equal('You found the mop.');
  });

  it('is off without the attribute, and ends when the attribute or the element goes', async () => {
    const community = await open(5);
    community.removeAttribute('lock-after');
    await community.updateComplete;
    await clock.tick(60 * minute);
    expect(community.status.store).to.equal('memory');
  });

  it('takes the nearest limit, and tells the host of what is no number', async () => {
    const community = await open(0.001);
    await clock.tick(0.9 * minute);
    expect(community.status.store).to.equal('memory');
    const codes: string[] = [];
    community.addEventListener('milieu-error', (event: MilieuErrorEvent) => codes.push(event.code));
    community.setAttribute('lock-after', 'soon');
    await community.updateComplete;
    await until(() => codes.includes('bad-property'));
    await clock.tick(600 * minute);
    expect(community.status.store).to.equal('memory');
  });
});
