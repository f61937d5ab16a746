import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import '../../../src/define/peer-feedback.js';
import type { Change } from '../../../src/model/change.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';
import { holdClock } from '../../testing/clock.js';
import { loud, reached } from '../help/help-scene.js';
import { ana, ben, nameHouse, openHouse } from './house-scene.js';

const inside = html`<milieu-help></milieu-help><milieu-peer-feedback></milieu-peer-feedback>`;
const ask = 'Ask staff to come';

let community: string;
beforeEach(async () => {
  community = crypto.randomUUID();
  await nameHouse(community);
});

/** A backend that does not answer until it is up, and the calls that it has taken. */
class Line {
  isUp = false;
  readonly taken: Change[] = [];

  constructor(element: MilieuCommunity) {
    element.addEventListener('milieu-deliver', (event) => {
      event.waitUntil(Promise.resolve(new Response(null, { status: this.isUp ? 204 : 503 })));
      if (this.isUp && event.urgent) this.taken.push(event.change);
    });
  }
}

async function openWithLine() {
  const { element, core } = await openHouse({ community, inside });
  const [help, feedback] = [...element.children] as [Element, Element];
  return { element, core, help, feedback, line: new Line(element) };
}
/** The person who was chosen is at the store. */
const settled = (element: MilieuCommunity): Promise<unknown> => until(() => element.status.store === 'open');

describe('a call for help on a shared computer', () => {
  it('goes on being sent after its person has left, and nobody else sees it', async () => {
    const { element, core, help, line } = await openWithLine();
    await core.house.choose(ben.id);
    await settled(element);
    await press(help, ask);
    await findInText(help, /It did not get through/);
    await until(async () => (await element.records?.list({ kind: 'help' }))?.length === 1);
    element.leave();
    await findByRole(help, 'button', ask);
    expect(loud(help)).to.equal(undefined);
    await until(async () => (await core.house.choose(ana.id, ana.pin)).is === 'in');
    await settled(element);
    line.isUp = true;
    element.records?.wake();
    await until(() => line.taken.length > 0, { within: 8000, what: 'the call' });
    expect(line.taken.map(({ by }) => by)).to.deep.equal([ben.id]);
    expect(textOf(help)).to.not.match(/Sent\.|did not get through|Nobody has been told/);
    element.leave();
    await core.house.choose(ben.id);
    await findInText(help, reached);
  });

  it('goes on being sent at the entrance, also where the device could not store it', async () => {
    const { element, core, help, line } = await openWithLine();
    await core.house.choose(ben.id);
    await settled(element);
    const { records } = element;
    records!.act = () => Promise.reject(new Error('full'));
    const clock = holdClock(Date.now());
    await press(help, ask);
    await clock.tick(100);
    element.leave();
    line.isUp = true;
    await clock.tick(11_000);
    expect(line.taken.map(({ by }) => by)).to.deep.equal([ben.id]);
  });

  it('made in the foot of a widget goes on too, although the foot closes', async () => {
    const { element, core, feedback, line } = await openWithLine();
    await core.house.choose(ben.id);
    await settled(element);
    element.records!.act = () => Promise.reject(new Error('full'));
    await press(feedback, 'Ask for help');
    const clock = holdClock(Date.now());
    await press(feedback, ask);
    await clock.tick(100);
    element.leave();
    line.isUp = true;
    await clock.tick(11_000);
    expect(line.taken.map(({ by }) => by)).to.deep.equal([ben.id]);
  });

  it('made under no name is not shown to whoever comes in, nor at the entrance after them', async () => {
    const { element, core, help, line } = await openWithLine();
    await press(help, ask);
    await findInText(help, /It did not get through/);
    await core.house.choose(ben.id);
    await settled(element);
    expect(textOf(help)).to.not.match(/did not get through/);
    await findByRole(help, 'button', ask);
    element.leave();
    await until(() => core.house.entrance.is === 'asking' && element.status.store === 'open');
    await findByRole(help, 'button', ask);
    expect(textOf(help)).to.not.match(/did not get through/);
    line.isUp = true;
    element.records?.wake();
    await until(() => line.taken.length > 0, { within: 8000, what: 'the call' });
    expect(line.taken.map(({ by }) => by)).to.deep.equal(['someone']);
  });

  it('made under no name is not there for the next person after a reload', async () => {
    const first = await openWithLine();
    first.line.isUp = true;
    await press(first.help, ask);
    await findInText(first.help, reached);
    first.element.remove();
    const again = await openWithLine();
    await findByRole(again.feedback, 'heading', 'Who are you?');
    await findByRole(again.help, 'button', ask);
    expect(textOf(again.help)).to.not.match(reached);
  });

  it('somebody else at the entrance says so, and calls for themselves', async () => {
    const { help, line } = await openWithLine();
    line.isUp = true;
    await press(help, ask);
    await findInText(help, reached);
    expect(queryByRole(help, 'button', ask)).to.equal(undefined);
    await press(help, 'I’m someone else');
    await press(help, ask);
    await findInText(help, reached);
    await until(() => line.taken.length === 2);
    expect(new Set(line.taken.map(({ records }) => records[0]?.id)).size).to.equal(2);
    expect(queryByRole(help, 'button', 'I’m someone else')).to.exist;
  });

  it('made under no name is hidden after a quarter of an hour', async () => {
    const { help, line } = await openWithLine();
    line.isUp = true;
    const clock = holdClock(Date.now());
    await press(help, ask);
    await until(async () => {
      await clock.tick(10);
      return reached.test(textOf(help));
    });
    await clock.tick(14 * 60_000);
    expect(textOf(help)).to.match(/Nobody has seen/);
    await clock.tick(2 * 60_000);
    expect(textOf(help)).to.not.match(/Nobody has seen/);
    expect(queryByRole(help, 'button', ask)).to.exist;
  });

  it('a worry that was not sent is gone when its writer leaves', async () => {
    const { element, core, help } = await openWithLine();
    await core.house.choose(ben.id);
    await settled(element);
    await press(help, 'I’m worried about someone');
    fill(await findByRole(help, 'textbox', /^What worries you/), 'Lee has not come down.');
    element.leave();
    await until(() => queryByRole(help, 'textbox', /^What worries you/) === undefined);
    await core.house.choose(ana.id, ana.pin);
    await press(help, 'I’m worried about someone');
    expect(((await findByRole(help, 'textbox', /^What worries you/)) as HTMLTextAreaElement).value).to.equal('');
  });
});
