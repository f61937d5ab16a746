import { expect, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import '../../../src/define/coping-deck.js';
import '../../../src/define/help.js';
import '../../../src/define/meeting-agenda.js';
import '../../../src/define/peer-feedback.js';
import '../../../src/define/responsibility-ladder.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { elementsOf, textOf } from '../../../src/testing/find-elements.js';
import { StagedRecords } from '../../testing/staged-records.js';
import { press } from '../../../src/testing/press.js';
import { byRole, fill, findByRole, findInText, until } from '../../../src/testing/by-role.js';

const answer = (status: number): Response => new Response('{}', { status, headers: { 'content-type': 'application/json' } });
const lineOf = (root: Element): string => {
  const line = [...elementsOf(root)].find(({ localName }) => localName === 'milieu-status-line');
  return line ? textOf(line).replace(/\s+/g, ' ').trim() : '';
};
const write = async (root: Element, words: string): Promise<void> => {
  (await findByRole(root, 'radio', 'Sam')).click();
  fill(byRole(root, 'textbox', 'What did you see?'), words);
  await press(root, 'Send to Sam');
};
const feedback = (options = {}): Promise<MilieuCommunity> => openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, options);

describe('the foot of a widget', () => {
  for (const [status, name] of [
    [413, 'that is too big for the backend'],
    [409, 'that the backend holds in another version and does not show'],
  ] as const) {
    it(`says of a change ${name} that it was not sent, in the same words as the body and the list of what was sent`, async () => {
      const community = await feedback();
      community.transport = { send: () => Promise.resolve(answer(status)) };
      await write(community, 'You found the mop.');
      const words = status === 413 ? 'Not accepted.' : /Not accepted\.|Two versions\./;
      await until(() => new RegExp(words).test(lineOf(community)), { what: 'the foot' });
      const body = [...elementsOf(community)].find((element) => element.matches('.body'))!;
      await findInText(body, words);
      expect(textOf(community)).to.not.match(/Not sent to anyone yet|once it is sent|as soon as it arrives|can open it now/);
      await press(community, 'See what you sent');
      const list = await findByRole(community, 'list', 'What you sent');
      await findInText(list, words);
      expect(textOf(community)).to.not.include('Nothing sent yet');
      await press(community, /^Open/);
      await findInText(community, 'You found the mop.');
    });
  }

  it('asks to sign in again after a reload, when the first attempt to send was turned away', async () => {
    const options = { keep: 'person', community: crypto.randomUUID() } as const;
    const first = await feedback(options);
    await write(first, 'You found the mop.');
    await findInText(first, 'Not sent to anyone yet.');
    first.remove();
    const second = await feedback(options);
    second.transport = { send: () => Promise.resolve(answer(401)) };
    second.records!.wake();
    await until(() => second.status.paused, { what: 'the pause' });
    await until(() => lineOf(second).includes('Sign in again to send what is waiting.'), { what: 'the sentence in the foot' });
    expect(lineOf(second)).to.include('Not sent to anyone yet.');
  });

  it('says that one change was not accepted while others wait, and that others wait beside one that was not accepted', async () => {
    const community = await feedback();
    const answers = [413, 503, 503, 503, 503, 503];
    community.transport = { send: () => Promise.resolve(answer(answers.shift() ?? 503)) };
    await write(community, 'You found the mop.');
    await until(() => lineOf(community).includes('Not accepted.'), { what: 'the refusal' });
    await press(community, 'Write another');
    await write(community, 'You made the tea.');
    await until(() => /Not sent to anyone yet\..*One thing could not be sent\./.test(lineOf(community)), { what: 'both sentences' });
    await press(community, 'Sent');
    await until(() => /Not sent to anyone yet\..*One thing could not be sent\./.test(lineOf(community)), {
      what: 'both sentences after the page was turned',
    });
  });

  it('says that others wait beside a change that was not accepted', async () => {
    const staged = await StagedRecords.open('north', 'p-ana', 'resident');
    const community = await feedback({ community: 'north' });
    community.records = staged.records;
    await until(() => lineOf(community).includes('Saved'));
    await write(community, 'You found the mop.');
    await findInText(community, 'Not sent to anyone yet.');
    staged.say({ waiting: 2, refused: 1 }, 'refused');
    await until(() => /^Not accepted\..*Other things are not sent yet\./.test(lineOf(community)), { what: lineOf(community) });
    staged.say({ waiting: 2, refused: 2, paused: true }, 'refused');
    await until(
      () => /Other things are not sent yet\. Sign in again to send what is waiting\. One thing could not be sent\./.test(lineOf(community)),
      {
        what: lineOf(community),
      },
    );
    staged.say({ waiting: 0, refused: 1 }, 'refused');
    await until(() => !/Others|One thing/.test(lineOf(community)), { what: lineOf(community) });
  });
});

/** What a screen reader would say: the text of live regions, as often as it changes. */
function listen(root: Element): { readonly said: string[]; look: () => void; stop: () => void } {
  const said: string[] = [];
  const before = new Map<Element, string>();
  const look = (): void => {
    for (const region of elementsOf(root)) {
      if (!/^(status|alert)$/.test(region.getAttribute('role') ?? '') || !region.closest('p')) continue;
      const text = textOf(region).replace(/\s+/g, ' ').trim();
      if (text && text !== before.get(region)) said.push(text);
      before.set(region, text);
    }
  };
  look();
  said.length = 0;
  const timer = setInterval(look, 5);
  return { said, look, stop: () => clearInterval(timer) };
}

describe('six widgets of one community', () => {
  const six = html`<milieu-peer-feedback></milieu-peer-feedback><milieu-responsibility-ladder></milieu-responsibility-ladder>
    <milieu-coping-card></milieu-coping-card><milieu-coping-deck></milieu-coping-deck> <milieu-meeting-agenda></milieu-meeting-agenda
    ><milieu-peer-feedback></milieu-peer-feedback>`;
  const lines = (root: Element): Element[] => [...elementsOf(root)].filter(({ localName }) => localName === 'milieu-status-line');
  const all = (root: Element, words: RegExp): boolean => lines(root).length === 6 && lines(root).every((line) => words.test(textOf(line)));

  it('speak once what concerns them all, and all of them show it', async () => {
    const community = await openCommunity(six, { keep: 'person' });
    await until(() => all(community, /Saved on this device/), { what: 'the six lines' });
    const regions = lines(community).flatMap((line) => [...line.shadowRoot!.querySelectorAll('p[role=status]')]);
    expect(regions, 'live regions for the state of the store').to.have.length(1);
    await community.unlock('a long passphrase');
    const heard = listen(community);
    community.lock();
    await until(() => all(community, /Locked/), { what: 'the lock in all' });
    heard.look();
    await community.unlock('a long passphrase');
    await until(() => all(community, /Saved on this device, locked/), { what: 'the unlock in all' });
    heard.look();
    heard.stop();
    expect(heard.said.filter((one) => one === 'Locked')).to.have.length(1);
    expect(heard.said.filter((one) => /^Saved on this device, locked/.test(one))).to.have.length(1);
  });

  it('let the next one speak when the first has gone', async () => {
    const community = await openCommunity(six, { keep: 'page' });
    await until(() => lines(community).length === 6);
    community.firstElementChild!.remove();
    await until(() => lines(community).flatMap((line) => [...line.shadowRoot!.querySelectorAll('p[role=status]')]).length === 1);
  });

  it('let a widget speak of what was done in it', async () => {
    const community = await openCommunity(six, { keep: 'page' });
    const last = community.lastElementChild!;
    const heard = listen(community);
    await write(last, 'You found the mop.');
    await until(() => heard.said.some((one) => one.includes('Not sent to anyone yet.')), { what: 'what was done, spoken' });
    heard.stop();
    const own = [...elementsOf(last)].filter(
      (region) => region.getAttribute('role') === 'status' && textOf(region).includes('Not sent to anyone yet.'),
    );
    expect(own).to.have.length(1);
  });
});
