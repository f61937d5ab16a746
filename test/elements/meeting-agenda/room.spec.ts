import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { startClock } from '../../../src/model/kinds/meeting/clock.js';
import { allByRole, findByRole, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { act, plan } from './meeting-steps.js';

describe('milieu-meeting-agenda: on the wall', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'plan');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  const at = (item: string, left: number) => ({ moves: { clock: startClock('x', item, left, { by: 'p-ana', now: Date.now() }) } });
  const parts = (): readonly string[] => all.of('item').map(({ id }) => id);

  it('shows what is on now, what comes next and the time as a ring, and nothing to press but what every page has', async () => {
    const wall = await all.move('s-wall', 'guest', 'room');
    const staff = await all.move('s-priya', 'staff', 'room');
    const meeting = await plan(all, ana, { parts: [['Cups', 5], ['Garden', 5]] }); // prettier-ignore
    await findInText(staff, 'The next meeting');
    await act(ana, 'open', 'meeting', meeting, at(parts()[0]!, 300));
    await findByRole(staff, 'heading', 'Cups');
    await findInText(staff, 'Next: Garden');
    await findByRole(staff, 'img', 'Time for this part');
    expect(queryByRole(staff, 'timer')).to.equal(undefined);
    expect(allByRole(staff, 'button').map(nameOf)).to.deep.equal(['Ask for help', 'Print', 'Keep a copy']);
    expect(textOf(wall)).not.to.include('Cups');
    await act(ana, 'close', 'meeting', meeting);
    await findInText(staff, 'Thank you for coming');
  });

  it('says why there is a break, unless that names somebody', async () => {
    const wall = await all.move('s-priya', 'staff', 'room');
    const meeting = await plan(all, ana, { parts: [['Cups', 5]] }); // prettier-ignore
    await act(ana, 'open', 'meeting', meeting, at(parts()[0]!, 300));
    await findByRole(wall, 'heading', 'Cups');
    await act(ana, 'pause', 'meeting', meeting, at(parts()[0]!, 300));
    await findByRole(wall, 'heading', 'Taking a break');
    const say = (note: string): Promise<void> =>
      act(ana, 'say-why', 'meeting', meeting, { answers: [{ id: uuidv7(), kind: 'meeting-note', data: { note } }] });
    await say('The fire alarm is being tested.');
    await findInText(wall, 'The fire alarm is being tested.');
    await say('Sam needs some air.');
    await until(() => !textOf(wall).includes('fire alarm'));
    expect(textOf(wall)).not.to.include('Sam');
  });

  it('does not say who brought something, and not what somebody wrote about a person', async () => {
    const staff = await all.move('s-priya', 'staff', 'room');
    const meeting = await plan(all, ana, {});
    for (const [order, title] of [
      [1, 'Sam stole my food'],
      [2, 'Thank Sam for the garden'],
    ] as const) {
      // prettier-ignore
      const id = uuidv7();
      await act(ana, 'propose', 'item', id, { data: { title, kind: 'topic' } });
      await act(ana, 'accept', 'item', id, { moves: { meeting, order } });
    }
    await act(ana, 'open', 'meeting', meeting, at(parts()[0]!, 300));
    await findByRole(staff, 'heading', 'A suggestion');
    await findInText(staff, 'Next: Thank Sam for the garden');
    expect(textOf(staff)).not.to.match(/stole|From Ana/);
  });
});
