import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Change, MilieuRecord } from '../../../src/model/record.js';
import { house } from '../../support/house.js';
import { allByRole, byRole, findByRole, findInText, textOf, until } from '../../support/role.js';

const id = '01890000-0000-7000-8000-000000000007';
const reminder = { to: ['p-sam'], data: { mode: 'remind', saw: 'The pans stood.', next: 'Shall we do them?', strength: 'You are quick.' } };
const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const open = async (community: MilieuCommunity): Promise<void> => (await findByRole(community, 'button', 'Look at what could not be sent')).click();

describe('what could not be sent', () => {
  it('shows the person’s own words and no word of ours, says in the foot that it was not taken, and can be tried again', async () => {
    const community = await house(html`<milieu-peer-feedback></milieu-peer-feedback>`);
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

  it('shows both versions of a text that was changed in two places, and keeps the one that is chosen', async () => {
    const community = await house(html`<milieu-peer-feedback></milieu-peer-feedback>`);
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
    expect(allByRole(community, 'button', 'Look at what could not be sent')).to.have.length(0);
  });
});
