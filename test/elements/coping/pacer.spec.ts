import { expect, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Card } from '../../../src/elements/coping-card/index.js';
import type { Practice } from '../../../src/model/kinds/practice/table.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { elementsOf } from '../../../src/testing/find-elements.js';
import { openCommunity } from '../../testing/community.js';
import { byRole, findByRole, findByText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

/** The radius of the disc, or undefined if there is no drawing. */
function disc(root: Element): number | undefined {
  for (const element of elementsOf(root)) {
    const circle = element.shadowRoot?.querySelector('svg circle.disc');
    if (circle) return Number(circle.getAttribute('r'));
  }
  return undefined;
}

const phase = (root: Element): string => byRole(root, 'heading', { level: 3 }).textContent.trim();
const press = (root: Element, name: string): void => byRole(root, 'button', name).click();

/** Presses Start and lets the page render before time moves on. */
async function begin(root: Element, clock: Clock): Promise<void> {
  press(root, 'Start breathing');
  await clock.tick(0);
}

async function lastKept(community: MilieuCommunity): Promise<Practice> {
  const [last] = await until(async () => {
    const list = await community.records?.list({ kind: 'practice', by: 'p-ana' });
    return list && list.length > 0 ? list : undefined;
  });
  return last?.record.data as Practice;
}

/** A host's own card; fifteen seconds are two breaths of ten. */
const short: Card = {
  id: 'short',
  title: 'A short breath',
  why: 'For this test.',
  moments: [],
  steps: ['Breathe.'],
  seconds: 15,
  breath: { in: 4, out: 6 },
  cautions: [],
};

describe('milieu-coping-card: the pacer', () => {
  let community: MilieuCommunity;
  let clock: Clock;
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-coping-card></milieu-coping-card>`);
    await findByRole(community, 'button', 'Start breathing');
    clock = holdClock();
  });

  it('the pacer does not move before Start', async () => {
    const before = textOf(community);
    await clock.tick(20_000);
    expect(disc(community)).to.equal(undefined);
    expect(textOf(community)).to.equal(before);
  });

  it('the pacer opens for four seconds, closes for six, and says so in words', async () => {
    await begin(community, clock);
    await clock.tick(100);
    expect(phase(community)).to.equal('Breathe in');
    const small = disc(community) ?? 0;
    await clock.tick(3800);
    expect(phase(community)).to.equal('Breathe in');
    const wide = disc(community) ?? 0;
    expect(wide).to.be.greaterThan(small + 40);
    await clock.tick(200);
    expect(phase(community)).to.equal('Breathe out');
    await clock.tick(5800);
    expect(phase(community)).to.equal('Breathe out');
    expect(disc(community)).to.be.lessThan(small + 10);
    await clock.tick(300);
    expect(phase(community)).to.equal('Breathe in');
    expect(textOf(community)).to.include('Breath 2 of 18');
  });

  it('the pacer stands still while paused, and then goes on from there', async () => {
    await begin(community, clock);
    await clock.tick(2000);
    press(community, 'Pause');
    await clock.tick(60_000);
    expect(phase(community)).to.equal('Paused');
    press(community, 'Continue');
    await clock.tick(1000);
    expect(phase(community)).to.equal('Breathe in');
    await clock.tick(1200);
    expect(phase(community)).to.equal('Breathe out');
  });

  it('the pacer pauses when the page is hidden', async () => {
    await begin(community, clock);
    await clock.tick(1000);
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
    delete (document as { visibilityState?: string }).visibilityState;
    await clock.tick(30_000);
    expect(phase(community)).to.equal('Paused');
  });

  it('the pacer does not count the time in which the computer slept', async () => {
    await begin(community, clock);
    await clock.tick(1000);
    clock.jump(3_600_000);
    await clock.tick(100);
    expect(phase(community)).to.equal('Paused');
    press(community, 'Stop');
    await clock.tick(1000);
    clock.restore();
    (await findByRole(community, 'button', 'Save this')).click();
    expect((await lastKept(community)).seconds).to.be.within(0, 2);
  });

  it('the pacer ends after a whole breath and saves how long it ran', async () => {
    clock.restore();
    const card = community.querySelector('milieu-coping-card');
    if (!card) throw new Error('There is no card.');
    card.content = { ...short, id: 'own-short' };
    await findByRole(community, 'heading', 'A short breath');
    clock = holdClock();
    await begin(community, clock);
    await clock.tick(19_000);
    expect(queryByRole(community, 'button', 'Save this') === undefined).to.equal(true);
    await clock.tick(1200);
    expect(textOf(community)).to.include('You’ve finished');
    clock.restore();
    (await findByRole(community, 'button', 'Save this')).click();
    expect(await lastKept(community)).to.deep.equal({ card: 'own-short', title: 'A short breath', seconds: 20 });
  });

  it('the pacer uses another pace at once', async () => {
    await begin(community, clock);
    await clock.tick(500);
    (await findByText(community, 'Change the pace')).click();
    await clock.tick(100);
    byRole(community, 'radio', '3 in, 4 out').click();
    await clock.tick(2900);
    expect(phase(community)).to.equal('Breathe in');
    await clock.tick(300);
    expect(phase(community)).to.equal('Breathe out');
    await clock.tick(4000);
    expect(phase(community)).to.equal('Breathe in');
  });

  it('one press changes to open eyes and keeps the time', async () => {
    await begin(community, clock);
    await clock.tick(5000);
    press(community, 'Look around the room instead');
    await clock.tick(100);
    expect(textOf(community)).to.include('Pick one thing across the room.');
    expect(textOf(community)).to.not.include('Breathe');
    expect(phase(community)).to.equal('3 minutes left');
  });
});

describe('milieu-coping-card: with reduced motion', () => {
  const real = globalThis.matchMedia;
  beforeEach(() => {
    globalThis.matchMedia = (query) => {
      const list = real.call(globalThis, query);
      if (query.includes('prefers-reduced-motion')) Object.defineProperty(list, 'matches', { get: () => true });
      return list;
    };
  });
  afterEach(() => {
    globalThis.matchMedia = real;
  });

  it('with reduced motion ten dots fill, one each second, and nothing grows', async () => {
    const community = await openCommunity(html`<milieu-coping-card></milieu-coping-card>`);
    await findByRole(community, 'button', 'Start breathing');
    const clock = holdClock();
    await begin(community, clock);
    const dots = (): string => {
      for (const element of elementsOf(community)) {
        const found = element.shadowRoot?.querySelectorAll('.beats li');
        if (found?.length) return [...found].map((dot) => (dot.classList.contains('on') ? 'o' : '.')).join('');
      }
      return '';
    };
    await clock.tick(10);
    expect(dots()).to.equal('o.........');
    await clock.tick(3000);
    expect(dots()).to.equal('oooo......');
    await clock.tick(2000);
    expect(dots()).to.equal('oooooo....');
    expect(phase(community)).to.equal('Breathe out');
    expect(disc(community)).to.equal(undefined);
  });
});
