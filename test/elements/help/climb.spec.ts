import { expect, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/coping-deck.js';
import '../../../src/define/help.js';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { focused } from '../peer-feedback/feedback-scene.js';

const start = Date.parse('2026-03-02T09:00:00.000Z');
const where = 'The office is next to the front door.';

const callOf = (community: MilieuCommunity, more: Partial<MilieuRecord> = {}): MilieuRecord => ({
  id: uuidv7(),
  kind: 'help',
  v: 1,
  community: community.community,
  by: 'p-ana',
  to: [],
  visibility: 'staff',
  at: new Date(start).toISOString(),
  status: 'asked',
  rev: 1,
  data: { need: 'come', place: 'Garden' },
  ...more,
});

const strip = (community: MilieuCommunity): HTMLElement | undefined => queryByRole(community, 'region', 'Calls that nobody has seen');
const widgets = html`<milieu-peer-feedback></milieu-peer-feedback><milieu-coping-deck></milieu-coping-deck>`;

describe('a call that nobody has seen climbs on the pages of staff', () => {
  let priya: MilieuCommunity;

  async function staffPage(inside = widgets): Promise<MilieuCommunity> {
    const community = await openCommunity(inside, { person: 's-priya', as: 'staff' });
    community.help = { where, people: [{ name: 'Night desk', phone: '555 0100' }] };
    await until(() => customElements.get('milieu-call-strip'), { what: 'the views of staff' });
    return community;
  }

  it('stands at the head of one widget after two minutes, and says who calls, where and since when', async () => {
    priya = await staffPage();
    const clock = holdClock(start);
    await priya.records!.apply([callOf(priya)]);
    await clock.tick(119_000);
    expect(strip(priya)).to.equal(undefined);
    await clock.tick(1000);
    const shown = await findByRole(priya, 'region', 'Calls that nobody has seen');
    expect(textOf(shown)).to.match(/Ana asked staff to come.*Waiting since .*9:00.* Nobody has seen it yet\..*Garden/s);
    expect(allByRole(priya, 'region', 'Calls that nobody has seen')).to.have.length(1);
    expect(queryByRole(priya, 'link', '555 0100')).to.equal(undefined);
    const [first] = priya.querySelectorAll('milieu-peer-feedback, milieu-coping-deck');
    expect(first!.shadowRoot!.firstElementChild?.localName).to.equal('milieu-call-strip');
    await clock.tick(180_000);
    const alert = await until(() => allByRole(priya, 'alert').find((one) => textOf(one).includes('Nobody has seen the call from Ana. Go now.')));
    expect(byRole(alert, 'link', '555 0100')).to.exist;
    clock.restore();
    await expect(first!).to.be.accessible();
  });

  it('is answered there with one press, stays until it is hidden, and the focus is on what was done', async () => {
    priya = await staffPage();
    const call = callOf(priya, { at: new Date(Date.now() - 150_000).toISOString() });
    await priya.records!.apply([call]);
    const shown = await findByRole(priya, 'region', 'Calls that nobody has seen');
    byRole(shown, 'button', 'I’m on my way').click();
    const said = await findByRole(priya, 'heading', 'You answered Ana.');
    await until(() => focused() === said);
    expect(textOf(priya)).to.not.include('Nobody has seen it yet.');
    await findInText(priya, 'Not sent to anyone yet.');
    expect((await priya.records!.get(call.id))?.record.status).to.equal('seen');
    byRole(priya, 'button', 'Hide this').click();
    await until(() => !strip(priya));
  });

  it('goes when somebody else has seen it, or its caller has taken it back', async () => {
    priya = await staffPage();
    const old = new Date(Date.now() - 150_000).toISOString();
    const [one, other] = [callOf(priya, { at: new Date(Date.now() - 160_000).toISOString() }), callOf(priya, { at: old, by: 'p-sam' })];
    await priya.records!.apply([one, other]);
    await findInText(priya, /Ana asked staff to come.*Sam asked staff to come/s);
    await priya.records!.apply([{ ...one, status: 'seen', rev: 2 }]);
    await until(() => !textOf(priya).includes('Ana asked staff to come'));
    expect(strip(priya)).to.exist;
    await priya.records!.apply([{ ...other, status: 'cancelled', rev: 2 }]);
    await until(() => !strip(priya));
  });

  it('the next widget shows it when the first one is hidden', async () => {
    priya = await staffPage();
    const [first, second] = priya.querySelectorAll<HTMLElement>('milieu-peer-feedback, milieu-coping-deck');
    first!.hidden = true;
    await priya.records!.apply([callOf(priya, { at: new Date(Date.now() - 150_000).toISOString() })]);
    await findByRole(second!, 'region', 'Calls that nobody has seen');
  });

  it('a clock of the caller that is ahead does not make it wait longer than the time since this page saw it', async () => {
    priya = await staffPage();
    const clock = holdClock(start);
    await priya.records!.apply([callOf(priya, { at: new Date(start + 3_600_000).toISOString() })]);
    for (let seconds = 0; seconds < 180 && !strip(priya); seconds++) await clock.tick(1000);
    expect(strip(priya)).to.exist;
  });

  it('the host sets the times, and a wish to talk, an own call, and the pages of residents have no strip', async () => {
    priya = await staffPage();
    priya.policy = { help: { everywhere: 30, loudest: 60 } };
    await priya.updateComplete;
    const at = new Date(Date.now() - 70_000).toISOString();
    await priya.records!.apply([callOf(priya, { at, data: { need: 'talk' } }), callOf(priya, { at, by: 's-priya' })]);
    await priya.records!.apply([callOf(priya, { at, by: 'p-sam', data: { need: 'worried', text: 'Kit has gone.' } })]);
    await findInText(priya, 'Nobody has seen the call from Sam. Go now.');
    expect(textOf(strip(priya)!)).to.include('Kit has gone.');
    expect(textOf(strip(priya)!)).to.not.match(/talk|call from (you|Ana)/);
    const ana = await openCommunity(widgets);
    await ana.records!.apply([callOf(ana, { at })]);
    await ana.updateComplete;
    expect(strip(ana)).to.equal(undefined);
  });

  it('the list of calls says it too', async () => {
    priya = await staffPage(html`<milieu-help></milieu-help>`);
    await priya.records!.apply([
      callOf(priya, { at: new Date(Date.now() - 150_000).toISOString() }),
      callOf(priya, { at: new Date(Date.now() - 400_000).toISOString(), by: 'p-sam' }),
    ]);
    await findInText(
      priya,
      /Sam asked staff to come.*Nobody has seen the call from Sam\. Go now\..*Ana asked staff to come.*Nobody has seen it yet\./s,
    );
  });
});

describe('policy.help, for the person who calls', () => {
  it('the host sets when the words say where to go, and when they are loud and list whom to call', async () => {
    const community = await openCommunity(html`<milieu-help></milieu-help>`);
    community.help = { where, people: [{ name: 'Night desk', phone: '555 0100' }] };
    community.policy = { help: { go: 5, everywhere: 10, loudest: 60 } };
    await community.updateComplete;
    community.addEventListener('milieu-deliver', (e) => e.waitUntil(Promise.resolve(true)));
    const clock = holdClock();
    byRole(community, 'button', 'Ask staff to come').click();
    await clock.tick(50);
    await findInText(community, 'Nobody has seen it yet');
    await clock.tick(5000);
    await findInText(community, where);
    expect(queryByRole(community, 'alert')).to.equal(undefined);
    await clock.tick(55_000);
    const alert = await findByRole(community, 'alert');
    expect(byRole(alert, 'link', '555 0100')).to.exist;
  });

  it('steps that are no numbers are told to the host', async () => {
    const community = await openCommunity(html`<milieu-help></milieu-help>`);
    const codes: string[] = [];
    community.addEventListener('milieu-error', ({ code }) => codes.push(code));
    for (const help of [{ go: '20' }, { everywhere: -1 }, 'soon', null]) {
      community.policy = { help } as unknown as MilieuCommunity['policy'];
      await community.updateComplete;
      expect(codes.splice(0), JSON.stringify(help)).to.deep.equal(['bad-property']);
      community.policy = {};
      await community.updateComplete;
    }
  });
});
