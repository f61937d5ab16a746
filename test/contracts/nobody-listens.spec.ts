import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/coping-card.js';
import '../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import { type Clock, holdClock } from '../testing/clock.js';
import { until } from '../../src/testing/by-role.js';
import { type CommunityOptions, openCommunity } from '../testing/community.js';

describe('a page where nobody takes a change', () => {
  const { warn } = console;
  const lines: string[] = [];
  let codes: string[];
  let community: MilieuCommunity;
  let clock: Clock;
  beforeEach(() => {
    lines.length = 0;
    Object.assign(console, { warn: (line: unknown) => lines.push(String(line)) });
  });
  afterEach(() => Object.assign(console, { warn }));

  const openLive = async (options: CommunityOptions = {}): Promise<void> => {
    community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, options);
    codes = [];
    community.addEventListener('milieu-error', ({ code }) => codes.push(code));
  };
  const open = async (options: CommunityOptions = {}): Promise<void> => {
    await openLive(options);
    clock = holdClock();
  };
  const act = (action: string, kind: string, input: object): Promise<unknown> =>
    community.querySelector('milieu-peer-feedback')!.community!.act(action, { kind, id: crypto.randomUUID() }, input);
  const thank = (): Promise<unknown> => act('send', 'feedback', { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door' } });
  const practise = (): Promise<unknown> => act('keep', 'practice', { data: { card: 'breathe', title: 'Slow breathing', seconds: 90 } });
  /** Promises of the store go on between the steps. */
  const wait = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 0.25) await clock.tick(250);
  };

  it('is told after ten seconds, once for each community: one line, one event', async () => {
    const name = crypto.randomUUID();
    await open({ community: name });
    await thank();
    await wait(9);
    expect([lines, codes]).to.deep.equal([[], []]);
    await wait(120);
    expect(codes).to.deep.equal(['no-listener']);
    expect(lines.length).to.equal(1);
    expect(lines[0]).to.match(/^milieu-elements: .*milieu-deliver.*waitUntil\(\).*keep="house"/);
    expect(lines[0]).to.not.match(/door|p-sam/);
    clock.restore();
    await open({ community: name });
    await thank();
    await wait(120);
    expect([lines.length, codes]).to.deep.equal([1, []]);
  });

  it('is not told if a listener comes a little later', async () => {
    await open();
    await thank();
    await wait(6);
    community.addEventListener('milieu-deliver', (event) => event.waitUntil(Promise.resolve(true)));
    await wait(120);
    expect(community.status.waiting).to.equal(0);
    expect([lines, codes]).to.deep.equal([[], []]);
  });

  it('is not told while a transport takes changes that fail', async () => {
    await open();
    community.transport = { send: () => Promise.reject(new Error('down')) };
    await thank();
    await wait(120);
    expect(community.status.waiting).to.equal(1);
    expect([lines, codes]).to.deep.equal([[], []]);
  });

  it('is not told where another tab tries to send', async () => {
    const name = crypto.randomUUID();
    const other = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { community: name, keep: 'person' });
    let tried = 0;
    other.addEventListener('milieu-deliver', (event) => {
      tried += 1;
      event.waitUntil(Promise.reject(new Error('down')));
    });
    await openLive({ community: name, keep: 'person' });
    await thank();
    await until(() => tried > 0, { within: 8000, what: 'an attempt of the other tab' });
    clock = holdClock();
    await wait(120);
    expect(community.status.waiting).to.equal(1);
    expect([lines, codes]).to.deep.equal([[], []]);
  });

  it('is not told in a house that shares its records, where no backend may be meant', async () => {
    await open({ keep: 'house' });
    await thank();
    await wait(120);
    expect([lines, codes]).to.deep.equal([[], []]);
  });

  it('is not told of what only its author may read, but of a change for somebody else behind it', async () => {
    await open();
    await practise();
    await wait(120);
    expect(community.status.waiting).to.equal(1);
    expect([lines, codes]).to.deep.equal([[], []]);
    await thank();
    await wait(60);
    expect(codes).to.deep.equal(['no-listener']);
  });
});
