import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import '../../../src/define/help.js';
import '../../../src/define/today.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { FakeDay, today } from '../today/today-scene.js';

const hour = 60 * 60_000;
const clock = (ms: number): string => new Date(ms).toTimeString().slice(0, 5);
/** Quiet hours around now, or around a time some hours from now. */
const around = (hours = 0): { from: string; to: string } => ({
  from: clock(Date.now() + (hours - 1) * hour),
  to: clock(Date.now() + (hours + 1) * hour),
});

async function withLetter(quiet?: { from: string; to: string }): Promise<MilieuCommunity> {
  const day = new FakeDay();
  day.letter('p-sam', 'p-ana');
  const root = await today(day);
  await findInText(root, 'New for you from Sam');
  if (quiet) root.policy = { quiet };
  return root;
}

describe('quiet hours', () => {
  it('the day says neither that feedback has come nor that nothing has, and when they end', async () => {
    const root = await withLetter(around());
    await findByRole(root, 'heading', /^Quiet hours until /);
    expect(textOf(root)).to.not.include('New for you');
    expect(textOf(root)).to.not.include('Nothing is waiting');
    root.policy = { quiet: around(6) };
    await findInText(root, 'New for you from Sam');
    expect(textOf(root)).to.not.include('Quiet hours');
  });

  it('end while the page is open', async () => {
    const root = await withLetter();
    const held = holdClock(Date.now());
    try {
      root.policy = { quiet: around() };
      await held.tick(1);
      await until(() => /Quiet hours until/.test(textOf(root)));
      await held.tick(hour + 60_000);
      await held.tick(60_000);
      expect(textOf(root)).to.include('New for you from Sam');
    } finally {
      held.restore();
    }
  });

  it('the form says nothing of new feedback, and it can be opened', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    const root = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { community: 'north' });
    await root.records!.apply(day.records);
    await findByRole(root, 'button', 'For you (new)');
    root.policy = { quiet: around() };
    (await findByRole(root, 'button', 'For you')).click();
    await findByRole(root, 'button', /^Open: /);
  });

  it('a call for help is as loud as ever', async () => {
    const root = await openCommunity(html`<milieu-help></milieu-help>`);
    root.policy = { quiet: around() };
    (await findByRole(root, 'button', 'Ask staff to come')).click();
    await findInText(root, 'Nobody has been told');
    expect(queryByRole(root, 'alert')).to.exist;
  });

  it('that are no times are told to the host, and are none', async () => {
    const root = await withLetter();
    const told: (string | undefined)[] = [];
    root.addEventListener('milieu-error', (event) => told.push(event.property));
    root.policy = { quiet: { from: '22', to: '7' } };
    await until(() => told.includes('policy'));
    expect(textOf(root)).to.include('New for you from Sam');
  });
});
