import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Change } from '../../../src/model/change.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { databaseOf, drop } from '../../records/read-disk.js';
import { allByRole, byRole, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';

const id = '01890000-0000-7000-8000-000000000007';
const reminder = { to: ['p-sam'], data: { mode: 'remind', saw: 'The pans stood.', next: 'Shall we do them?', strength: 'You are quick.' } };
const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const open = async (community: MilieuCommunity): Promise<void> => (await findByRole(community, 'button', 'See what could not be sent')).click();

describe('conflicts and rejections', () => {
  it('a rejected change shows the person’s own words, the foot says so, and it can be tried again', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    let status = 422;
    const got: Change[] = [];
    community.transport = { send: (change) => (got.push(change), Promise.resolve(json({}, status))) };
    await community.records!.act('send', { kind: 'feedback', id }, reminder);
    await open(community);
    await findInText(community, 'The pans stood.');
    expect(textOf(community)).to.not.match(/\bremind\b/);
    await expect(community.querySelector('milieu-peer-feedback')!).to.be.accessible();
    status = 200;
    byRole(community, 'button', 'Try again').click();
    await findInText(community, 'Everything has been sent.');
    await until(async () => (await community.records!.list({ kind: 'feedback' }))[0]?.sent === 'sent');
    expect(got.at(-1)!.key).to.not.equal(got[0]!.key);
  });

  it('what waited when storage was cleared is offered again in its own words, and can be sent', async () => {
    const inside = html`<milieu-peer-feedback></milieu-peer-feedback>`;
    const { value: community, name } = await databaseOf(() => openCommunity(inside, { keep: 'person' }));
    await community.records!.act('send', { kind: 'feedback', id }, reminder);
    await until(() => community.status.waiting === 1);
    await drop(name);
    await findInText(community, 'What was saved in this browser is gone.');
    await open(community);
    await findInText(
      community,
      /This was not sent before the storage of this browser was cleared\. It may not have reached anyone\..*The pans stood\./s,
    );
    community.transport = { send: () => Promise.resolve(json({})) };
    byRole(community, 'button', 'Try again').click();
    await findInText(community, 'Everything has been sent.');
    await until(async () => (await community.records!.list({ kind: 'feedback' }))[0]?.sent === 'sent');
  });

  it('a conflict shows both versions, and the chosen one is kept', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    let answer: (change: Change) => Response = () => json({});
    community.transport = { send: (change) => Promise.resolve(answer(change)) };
    const sent = await community.records!.act('send', { kind: 'feedback', id }, reminder);
    await until(async () => (await community.records!.get(id))?.sent === 'sent');
    const root = sent.records[0]!;
    const theirs: MilieuRecord = { ...root, rev: 2, data: { ...root.data, saw: 'From the other device.' } };
    answer = (change) => (change.records[0]!.rev === 2 ? json({ records: [theirs] }, 409) : json({}));
    await community.records!.act('rewrite', { kind: 'feedback', id, rev: 1 }, { data: { ...reminder.data, saw: 'From this device.' } });
    await open(community);
    await findInText(community, /Yours.*From this device\..*The other version.*From the other device\./s);
    byRole(community, 'button', 'Use mine').click();
    await until(async () => {
      const kept = await community.records!.get(id);
      return kept?.sent === 'sent' && kept.record.rev === 3 && kept.record.data['saw'] === 'From this device.';
    });
    expect(allByRole(community, 'button', 'See what could not be sent')).to.have.length(0);
  });

  describe('Remove', () => {
    let community: MilieuCommunity;
    let clock: Clock;
    beforeEach(async () => {
      community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
      community.transport = { send: () => Promise.resolve(json({}, 413)) };
      await community.records!.act('send', { kind: 'feedback', id }, reminder);
      await open(community);
      await findInText(community, 'The pans stood.');
      clock = holdClock(Date.now());
    });

    const drawn = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn += 1) await clock.tick(1);
    };
    const pressed = async (name: string): Promise<void> => {
      byRole(community, 'button', name).click();
      await drawn();
    };

    it('asks once, and keeps the words where the answer is no', async () => {
      await pressed('Remove');
      expect(textOf(community)).to.include('Remove this? It has not gone to anyone, and no copy is kept.');
      clock.restore();
      await expect(community.querySelector('milieu-peer-feedback')!).to.be.accessible();
      byRole(community, 'button', 'Keep it').click();
      await findByRole(community, 'button', 'Remove');
      expect(textOf(community)).to.include('The pans stood.');
      expect(await community.records!.troubles()).to.have.length(1);
    });

    it('can be undone for 10 seconds', async () => {
      await pressed('Remove');
      await pressed('Yes, remove it');
      expect(textOf(community)).to.not.include('The pans stood.');
      await clock.tick(9_000);
      await pressed('Undo');
      await clock.tick(20_000);
      expect(textOf(community)).to.include('The pans stood.');
      expect(await community.records!.troubles()).to.have.length(1);
    });

    it('then says that it was removed, and never that everything has been sent', async () => {
      await pressed('Remove');
      await pressed('Yes, remove it');
      await clock.tick(10_001);
      clock.restore();
      await findInText(community, 'You removed this. It was not sent to anyone.');
      expect(await community.records!.troubles()).to.have.length(0);
      expect(textOf(community)).to.not.include('Everything has been sent.');
    });

    it('goes on when the list is closed, and opened again says nothing of sending', async () => {
      await pressed('Remove');
      await pressed('Yes, remove it');
      await pressed('Close');
      await clock.tick(10_001);
      clock.restore();
      await until(async () => (await community.records!.troubles()).length === 0);
      expect(textOf(community)).to.not.include('Everything has been sent.');
    });
  });

  it('does not say that everything has been sent while a change waits', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    let status = 413;
    community.transport = { send: () => Promise.resolve(json({}, status)) };
    await community.records!.act('send', { kind: 'feedback', id }, reminder);
    await open(community);
    status = 503;
    (await findByRole(community, 'button', 'Try again')).click();
    await findInText(community, 'Nothing here needs you now.');
    expect(textOf(community)).to.not.include('Everything has been sent.');
  });
});
