import { expect, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/coping-deck.js';
import '../../../src/define/help.js';
import { playTone, soundEvery, soundOf } from '../../../src/elements/help/call-sound.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { openCommunity } from '../../testing/community.js';
import { byRole, findByRole, findInText, until } from '../../../src/testing/by-role.js';

type State = 'suspended' | 'running' | 'closed';

/** An audio context that plays nothing and that a press may start, as a browser has it. */
class SilentContext extends OfflineAudioContext {
  static allowed = true;
  static made: SilentContext[] = [];
  is: State = 'suspended';
  constructor() {
    super(1, 1, 8000);
    SilentContext.made.push(this);
  }
  override get state(): State {
    return this.is;
  }
  override resume(): Promise<void> {
    if (SilentContext.allowed) this.set('running');
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.set('closed');
    return Promise.resolve();
  }
  set(state: State): void {
    this.is = state;
    (this as { onstatechange: (() => void) | null }).onstatechange?.();
  }
}

/** `community.link` of a view is the object that the sound belongs to. */
const sound = (community: MilieuCommunity) => soundOf(community.querySelector('milieu-help')!.community!);

const callOf = (community: MilieuCommunity): MilieuRecord => ({
  id: uuidv7(),
  kind: 'help',
  v: 1,
  community: community.community,
  by: 'p-ana',
  to: [],
  visibility: 'staff',
  at: new Date().toISOString(),
  status: 'asked',
  rev: 1,
  data: { need: 'come' },
});

describe('the sound for calls that nobody has seen', () => {
  const real = globalThis.AudioContext;
  let priya: MilieuCommunity;
  beforeEach(async () => {
    SilentContext.allowed = true;
    SilentContext.made = [];
    Object.assign(globalThis, { AudioContext: SilentContext });
    priya = await openCommunity(html`<milieu-help></milieu-help><milieu-coping-deck></milieu-coping-deck>`, { person: 's-priya', as: 'staff' });
    await findInText(priya, 'Sound is off.');
  });
  afterEach(() => Object.assign(globalThis, { AudioContext: real }));

  it('is off until a press, and says so', async () => {
    const call = callOf(priya);
    await priya.records!.apply([call]);
    await findInText(priya, 'Ana asked staff to come');
    expect(SilentContext.made).to.have.length(0);
    expect(sound(priya).plays).to.equal(false);
    byRole(priya, 'button', 'Turn on sound').click();
    await findInText(priya, 'Sound is on. It plays while nobody has seen a call.');
    expect(sound(priya).plays).to.equal(true);
    byRole(priya, 'button', 'Turn off sound').click();
    await findInText(priya, 'Sound is off.');
    expect(sound(priya).plays).to.equal(false);
  });

  it('plays while a call is unseen, and stops when every call is seen', async () => {
    byRole(priya, 'button', 'Turn on sound').click();
    await findByRole(priya, 'button', 'Turn off sound');
    expect(sound(priya).plays).to.equal(false);
    const [one, other] = [callOf(priya), callOf(priya)];
    await priya.records!.apply([one, other]);
    await until(() => sound(priya).plays);
    await priya.records!.apply([{ ...one, status: 'seen', rev: 2 }]);
    await findInText(priya, 'Seen, and still open');
    expect(sound(priya).plays).to.equal(true);
    await priya.records!.apply([{ ...other, status: 'closed', rev: 2 }]);
    await until(() => !sound(priya).plays);
    expect(sound(priya).isOn).to.equal(true);
  });

  it('stops when the page no longer offers it, because nobody could turn it off', async () => {
    byRole(priya, 'button', 'Turn on sound').click();
    await priya.records!.apply([callOf(priya)]);
    await until(() => sound(priya).plays);
    for (const widget of priya.querySelectorAll('milieu-help, milieu-coping-deck')) widget.setAttribute('features', '');
    await until(() => !sound(priya).plays);
  });

  it('is said to be off where the browser does not allow it, or stops it', async () => {
    SilentContext.allowed = false;
    byRole(priya, 'button', 'Turn on sound').click();
    await until(() => SilentContext.made.length === 1);
    await findByRole(priya, 'button', 'Turn on sound');
    SilentContext.allowed = true;
    byRole(priya, 'button', 'Turn on sound').click();
    await findByRole(priya, 'button', 'Turn off sound');
    SilentContext.made[0]!.set('suspended');
    await findInText(priya, 'Sound is off.');
  });

  it('can be heard in every ten seconds, and is silent in between', async () => {
    const context = new OfflineAudioContext(1, 8000 * 60, 8000);
    playTone(context);
    const heard = (await context.startRendering()).getChannelData(0);
    const loudest = (from: number, to: number): number =>
      heard.subarray(from * 8000, to * 8000).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    for (let second = 0; second <= 50; second++) expect(loudest(second, second + 10), `from ${second} s`).to.be.within(0.2, 0.6);
    expect(loudest(2, soundEvery)).to.equal(0);
  });
});
