import { expect, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/meeting-agenda.js';
import '../../../src/define/peer-feedback.js';
import '../../../src/define/responsibility-ladder.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byRole, findByRole, findFirst, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';
import { ConcernPages, openAll } from '../help/concern-scene.js';

const ladder = html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`;
const look = 'Ask someone else to look';
const isChosen = async (page: MilieuCommunity, name: string): Promise<boolean> => (await findByRole(page, 'checkbox', name)).matches(':checked');

describe('beside a reason that staff gave: somebody else is asked to look', () => {
  let all: ConcernPages;
  let priya: MilieuCommunity;
  beforeEach(async () => {
    all = new ConcernPages();
    priya = await all.open('s-priya', 'staff', ladder);
  });
  afterEach(() => expect(all.backend.refused).to.deep.equal([]));

  /** Priya gives Ana a job, and takes it back. */
  async function takeBack(): Promise<void> {
    const id = uuidv7();
    await priya.records?.act('offer', { kind: 'duty', id }, { to: ['p-ana'], data: { title: 'Water the plants', steps: [] } });
    await priya.records?.act('close', { kind: 'duty', id, rev: 1 }, { answers: [{ id: uuidv7(), kind: 'duty-note', data: { note: 'Too wet.' } }] });
  }

  it('the form goes round who decided, can be sent without a word, and other staff read what it is about', async () => {
    const ana = await all.open('p-ana', 'resident', html`<milieu-responsibility-ladder view="carry"></milieu-responsibility-ladder>`);
    const tom = await all.open('s-tom', 'staff');
    await takeBack();
    (await findByRole(ana, 'button', look)).click();
    await findInText(ana, 'Priya can’t read this, and won’t hear of it from us. Other staff can read it.');
    expect([await isChosen(ana, 'Priya'), await isChosen(ana, 'Tom')]).to.deep.equal([true, false]);
    await findByRole(ana, 'textbox', 'What should they know? You can leave this empty.');
    await press(ana, 'Send to staff');
    await findInText(ana, 'Saved for staff');
    const raised = await until(() => all.concern);
    const [note] = all.backend.of('duty-note');
    expect([raised.from, raised.to]).to.deep.equal([note!.id, ['s-priya']]);
    expect(await priya.records?.get(raised.id)).to.equal(undefined);

    await findInText(tom, 'Ana would like a second look at something');
    await findFirst(tom, 'heading', 'Concerns');
    openAll(tom);
    await findInText(tom, /What it is about: .*Too wet\..*Priya.*Water the plants/);
    await expect(tom.querySelector('milieu-help')!).to.be.accessible();

    byRole(ana, 'button', look).click();
    await findInText(ana, 'You asked someone else to look. You can read what they answer under “I have a concern”.');
    expect(queryByRole(ana, 'button', look)).to.equal(undefined);
    await expect(ana.querySelector('milieu-responsibility-ladder')!).to.be.accessible();
  });

  it('stands beside the reason for a job that staff ended for all who share it', async () => {
    const ana = await all.open('p-ana', 'resident', html`<milieu-responsibility-ladder view="carry"></milieu-responsibility-ladder>`);
    const id = uuidv7();
    const data = { title: 'Breakfast', steps: [], weekdays: [1, 2, 3, 4, 5, 6, 7], first: '2026-01-01' };
    await priya.records?.act('plan', { kind: 'job', id }, { to: ['p-ana', 'p-sam'], data });
    await priya.records?.act('end', { kind: 'job', id, rev: 1 }, { answers: [{ id: uuidv7(), kind: 'duty-note', data: { note: 'A cook comes.' } }] });
    (await findByRole(ana, 'button', look)).click();
    expect(await isChosen(ana, 'Priya')).to.equal(true);
  });

  it('stands beside the answer to a suggestion that was answered outside the meeting', async () => {
    const ana = await all.open('p-ana', 'resident', html`<milieu-meeting-agenda view="plan"></milieu-meeting-agenda>`);
    const id = uuidv7();
    await ana.records?.act('propose', { kind: 'item', id }, { data: { title: 'New cups', kind: 'topic' } });
    await until(async () => (await priya.records?.get(id))?.record);
    const answers = [{ id: uuidv7(), kind: 'item-note', data: { note: 'They are ordered.' } }];
    await priya.records?.act('redirect', { kind: 'item', id, rev: 1 }, { answers });
    await findInText(ana, /Answered outside the meeting New cups They are ordered\./);
    (await findByRole(ana, 'button', look)).click();
    expect(await isChosen(ana, 'Priya')).to.equal(true);
  });

  it('is not offered to staff, who read the same reason', async () => {
    const tom = await all.open('s-tom', 'staff', ladder);
    await takeBack();
    tom.querySelector('milieu-responsibility-ladder')!.setAttribute('about', 'p-ana');
    await until(() => textOf(tom).includes('Ana'));
    expect(queryByRole(tom, 'button', look)).to.equal(undefined);
  });

  it('stands beside the reason for feedback that staff returned, and goes round who returned it', async () => {
    const ana = await all.open('p-ana', 'resident', html`<milieu-peer-feedback view="sent"></milieu-peer-feedback>`);
    const data = { mode: 'remind', saw: 'The radio was on.', next: 'Headphones?', strength: 'You share.' };
    const id = uuidv7();
    await ana.records?.act('send', { kind: 'feedback', id }, { to: ['p-sam'], data });
    (await findByRole(ana, 'button', /for Sam/)).click();
    await findInText(ana, 'The radio was on.');
    expect(queryByRole(ana, 'button', look)).to.equal(undefined);
    await until(async () => (await priya.records?.get(id))?.record);
    const answers = [{ id: uuidv7(), kind: 'feedback-review', data: { note: 'Say which evening.' } }];
    await priya.records?.act('return', { kind: 'feedback', id, rev: 1 }, { answers });
    (await findByRole(ana, 'button', look)).click();
    expect(await isChosen(ana, 'Priya')).to.equal(true);
  });

  it('stands beside the reason for feedback that staff let stand after a report', async () => {
    const sam = await all.open('p-sam', 'resident', html`<milieu-peer-feedback view="inbox"></milieu-peer-feedback>`);
    const ana = await all.open('p-ana', 'resident', html`<milieu-peer-feedback view="sent"></milieu-peer-feedback>`);
    const id = uuidv7();
    await ana.records?.act('send', { kind: 'feedback', id }, { to: ['p-sam'], data: { mode: 'affirm', saw: 'You share.' } });
    await until(async () => (await sam.records?.get(id))?.record);
    await sam.records?.act('report', { kind: 'feedback', id, rev: 1 }, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note: '' } }] });
    await until(async () => (await priya.records?.get(id))?.record.rev === 2);
    const answers = [{ id: uuidv7(), kind: 'feedback-review', data: { note: 'It is kind.' } }];
    await priya.records?.act('let-stand', { kind: 'feedback', id, rev: 2 }, { answers });
    (await findByRole(sam, 'button', /from Ana/i)).click();
    (await findByRole(sam, 'button', look)).click();
    expect(await isChosen(sam, 'Priya')).to.equal(true);
    (await findByRole(ana, 'button', /for Sam/)).click();
    await findInText(ana, 'You share.');
    expect(queryByRole(ana, 'button', look)).to.equal(undefined);
  });
});
