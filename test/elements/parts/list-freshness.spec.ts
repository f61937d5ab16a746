import { expect, html } from '@open-wc/testing';
import { render } from 'lit';
import '../../../src/define/index.js';
import type { MilieuCommunity, MilieuErrorEvent } from '../../../src/elements/community/index.js';
import { allFeedbackStrings as feedbackStrings } from '../../../src/elements/peer-feedback/all-strings.js';
import { helpStrings } from '../../../src/elements/help/strings.js';
import { meetingStrings } from '../../../src/elements/meeting-agenda/all-strings.js';
import { ladderStrings } from '../../../src/elements/responsibility-ladder/strings.js';
import { openRecords } from '../../../src/records/index.js';
import type { Pulled, Status } from '../../../src/records/base/types.js';
import { holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { findInText, textOf, until } from '../../../src/testing/by-role.js';

const staff = { person: 's-priya', as: 'staff' } as const;
const never = (): Promise<Pulled> => new Promise(() => undefined);
const nothingNew = async (): Promise<Pulled> => ({ records: [], cursor: 'c' });
const help = (pull?: () => Promise<Pulled>): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-help></milieu-help>`, staff).then((it) => withPull(it, pull));
const withPull = async (community: MilieuCommunity, pull?: () => Promise<Pulled>): Promise<MilieuCommunity> => {
  if (pull) community.transport = { pull };
  await community.updateComplete;
  return community;
};
const said = (root: Element): string => textOf(root).replace(/\s+/g, ' ');

/** Each staff page that says that a list is empty, and the sentences that say so. */
const nobody = /^(No|Nobody|No one|Nothing)\b/;
const sentences = [feedbackStrings, helpStrings, meetingStrings, ladderStrings]
  .flatMap((strings) => Object.entries<string>(strings))
  .filter(
    ([key, words]) => nobody.test(words) && /none|empty|nothing|no-meeting|no-promises|first-title-of/.test(key) && !/inbox|sent|who\./.test(key),
  )
  .map(([, words]) => words.split('{')[0]!.trim());
const pages = [
  ['help', html`<milieu-help></milieu-help>`],
  ['what waits in peer feedback', html`<milieu-peer-feedback view="queue"></milieu-peer-feedback>`],
  ['answers on the ladder', html`<milieu-responsibility-ladder view="give"></milieu-responsibility-ladder>`],
  ['the part of a person', html`<milieu-responsibility-ladder view="part" about="p-ana"></milieu-responsibility-ladder>`],
  ['the duties of a person', html`<milieu-responsibility-ladder view="carry" about="p-ana"></milieu-responsibility-ladder>`],
  ...['plan', 'run', 'minutes', 'board'].map(
    (view) => [`the ${view} page of a meeting`, html`<milieu-meeting-agenda view=${view}></milieu-meeting-agenda>`] as const,
  ),
] as const;

describe('an empty list that staff rely on', () => {
  for (const [name, widget] of pages)
    for (const [how, pull] of [
      ['does not answer', never],
      ['answers 503', () => Promise.reject(new Error('503'))],
    ] as const)
      it(`does not say that the list is empty while the backend ${how}: ${name}`, async () => {
        const community = await withPull(await openCommunity(html`<milieu-status-line></milieu-status-line>`, staff), pull);
        render(widget, community);
        await findInText(community, 'We have not been able to check yet. There may be more than you see here.');
        expect(sentences.filter((sentence) => said(community).includes(sentence))).to.deep.equal([]);
      });

  it('says “nobody” with the time of the check, and that it could not check after two missed pulls', async () => {
    let answer = nothingNew;
    const community = await help(() => answer());
    await findInText(community, /Nobody is waiting\. Checked at \d/);
    answer = never;
    const at = Date.parse(community.status.checkedAt!);
    const clock = holdClock(at + 1000);
    community.records!.checked();
    await until(() => community.status.checkedAt === new Date(clock.now).toISOString());
    await clock.tick(59_000);
    expect(said(community)).to.match(/Nobody is waiting\. Checked at \d/);
    await clock.tick(2000);
    expect(said(community)).to.match(/We haven’t been able to check since \d.*There may be more than you see here\./);
    expect(said(community)).not.to.contain('Nobody is waiting');
    clock.restore();
    await expect(community.querySelector('milieu-help')!).to.be.accessible();
  });

  it('says only what is on this device without a backend, until a host with its own push has checked', async () => {
    const community = await help();
    await findInText(community, 'No calls on this device.');
    community.records!.checked();
    await findInText(community, /Nobody is waiting\. Checked at \d/);
  });

  it('does not say that the list is known if the host’s own store cannot tell', async () => {
    const real = await openRecords({ community: 'north', ...staff, keep: 'page' });
    const lacking = new Set<PropertyKey>(['checked', 'watchFailures', 'pull']);
    const older = new Proxy(real, {
      get: (target, door) => {
        if (lacking.has(door)) return undefined;
        if (door === 'watchStatus') return (run: (status: Status) => void) => target.watchStatus(({ pulls: _pulls, ...status }) => run(status));
        const value: unknown = Reflect.get(target, door, target);
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
      },
    });
    const community = await openCommunity(html`<milieu-help></milieu-help>`, staff);
    community.records = older;
    await until(() => community.records === older);
    await findInText(community, 'We have not been able to check yet.');
    await real.close();
  });

  it('people who are not staff read a plain sentence without a check', async () => {
    const community = await withPull(await openCommunity(html`<milieu-meeting-agenda view="board"></milieu-meeting-agenda>`), never);
    await findInText(community, 'No promises yet.');
    expect(said(community)).not.to.contain('check');
  });
});

describe('milieu-error for staff and host', () => {
  it('failed pulls, invalid records and rejected changes are reported to the host by code', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    const errors: (readonly [string, string | undefined])[] = [];
    community.addEventListener('milieu-error', ({ code, id }: MilieuErrorEvent) => errors.push([code, id]));
    await withPull(community, () => Promise.reject(new Error('503')));
    await until(() => errors.length === 1);
    const id = crypto.randomUUID().replace(/^(.{14})./, '$17');
    await withPull(community, async () => ({ records: [{ id, kind: 'feedback' }] as unknown as Pulled['records'] }));
    await until(() => errors.length === 2);
    community.transport = { send: async () => new Response(null, { status: 413 }) };
    await community.updateComplete;
    const root = crypto.randomUUID().replace(/^(.{14})./, '$17');
    await community.records!.act('send', { kind: 'feedback', id: root }, { to: ['p-sam'], data: { mode: 'affirm', saw: 'You waited for me.' } });
    await until(() => errors.length === 3);
    expect(errors).to.deep.equal([
      ['pull-failed', undefined],
      ['invalid-record', id],
      ['refused', root],
    ]);
  });

  it('records that only a newer version knows are reported to the host by number and kinds', async () => {
    const community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
    const told = new Promise<MilieuErrorEvent>((resolve) => community.addEventListener('milieu-error', resolve));
    const [uuid, at] = [crypto.randomUUID().replace(/^(.{14})./, '$17'), new Date().toISOString()];
    const record = {
      id: uuid,
      kind: 'thought',
      v: 1,
      community: community.community,
      by: 'p-1',
      to: [],
      visibility: 'community',
      at,
      status: 'new',
      rev: 1,
    };
    await withPull(community, async () => ({ records: [{ ...record, data: {} }] as unknown as Pulled['records'] }));
    const { code, id, count, kinds } = await told;
    expect([code, id, count, kinds]).to.deep.equal(['kept-aside', undefined, 1, ['thought']]);
  });
});
