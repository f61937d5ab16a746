import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuCommunity, MilieuDeliverEvent } from '../../../src/elements/community/index.js';
import { mayRead } from '../../../src/model/may-read.js';
import { MilieuError } from '../../../src/records/errors.js';
import { type Clock, holdClock } from '../../support/clock.js';
import { house } from '../../support/house.js';
import { answerTo, listen, loud, never, press, reached, silence, taken, untold } from './caller.js';
import { byRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../support/role.js';

function deepActive(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

function offline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => {
    delete (navigator as { onLine?: boolean }).onLine;
    globalThis.dispatchEvent(new Event('online'));
  };
}

/** The states of the disk: a call must go out of every one of them. */
const disks: Record<string, (community: MilieuCommunity) => void> = {
  open: () => undefined,
  'quota full': (community) => {
    const { records } = community;
    if (records) records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
  },
  locked: (community) => community.lock(),
};

describe('milieu-help', () => {
  let community: MilieuCommunity;
  let clock: Clock;
  beforeEach(async () => {
    community = await house(html`<milieu-help></milieu-help>`);
  });

  for (const [disk, make] of Object.entries(disks)) {
    describe(`with a store that is ${disk}`, () => {
      beforeEach(() => make(community));

      it('says at once that nobody has been told where nobody listens, and does not take it back later', async () => {
        clock = holdClock();
        press(community);
        await clock.tick(1);
        expect(textOf(community)).to.match(untold);
        expect(loud(community)).to.exist;
        await clock.tick(1000);
        expect(textOf(community)).to.match(untold);
        await clock.tick(20_000);
        expect(textOf(community)).to.match(untold);
        expect(textOf(community)).not.to.match(reached);
      });

      it('says that it is asking while a claim is open, and after 20 s that no one has answered', async () => {
        clock = holdClock();
        listen(community, (e) => e.waitUntil(never()));
        press(community);
        await clock.tick(1);
        expect(textOf(community)).to.contain('Asking staff now');
        expect(loud(community)).not.to.exist;
        await clock.tick(1000);
        expect(textOf(community)).to.contain('Asking staff now');
        await clock.tick(19_000);
        expect(textOf(community)).to.match(silence);
        expect(textOf(community)).not.to.match(reached);
      });

      it('shows a success that comes after the words of silence', async () => {
        clock = holdClock();
        let settle: (answer: Response) => void = () => undefined;
        listen(community, (e) => e.waitUntil(new Promise<Response>((resolve) => (settle = resolve))));
        press(community);
        await clock.tick(21_000);
        expect(textOf(community)).to.match(silence);
        settle(new Response(null, { status: 204 }));
        await clock.tick(50);
        await findInText(community, reached);
        expect(loud(community)).not.to.exist;
      });

      it('says that it did not get through when the host rejects, and tries again with the same key', async () => {
        clock = holdClock();
        let works = false;
        const heard = listen(community, (e) => e.waitUntil(works ? taken() : Promise.reject(new TypeError('offline'))));
        press(community);
        await clock.tick(50);
        await findInText(community, 'It did not get through. Nobody has been told.');
        works = true;
        await clock.tick(5000);
        await findInText(community, reached);
        expect(new Set(heard.keys).size).to.equal(1);
        expect(heard.urgent.every(Boolean)).to.equal(true);
      });

      it('says that it is offline within a second, whoever listens, and tries again when online', async () => {
        clock = holdClock();
        const back = offline();
        try {
          let works = false;
          listen(community, (e) => e.waitUntil(works ? taken() : Promise.reject(new TypeError('offline'))));
          press(community);
          await clock.tick(1000);
          expect(textOf(community)).to.contain('You are offline. Nobody has been told.');
          works = true;
        } finally {
          back();
        }
        await clock.tick(50);
        await findInText(community, reached);
      });

      it('reads a page instead of an answer as not taken', async () => {
        listen(community, (e) => e.waitUntil(Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))));
        press(community);
        await findInText(community, untold);
        expect(textOf(community)).not.to.match(reached);
      });

      it('can be taken back, and says whether staff know', async () => {
        const heard: string[] = [];
        listen(community, (e) => {
          heard.push(e.change.action);
          e.waitUntil(taken());
        });
        press(community);
        await findInText(community, reached);
        (await findByRole(community, 'button', 'Take it back')).click();
        await findInText(community, 'You took it back.');
        await until(() => heard.includes('cancel'));
        await until(() => !textOf(community).includes('Staff may still come'));
      });
    });
  }

  it('is kept in the store as well, once, and readable by staff only', async () => {
    listen(community, (e) => e.waitUntil(taken()));
    press(community);
    await findInText(community, reached);
    const kept = await until(async () => {
      const list = await community.records!.list({ kind: 'help' });
      return list.length === 1 && list[0]?.sent === 'sent' ? list[0] : undefined;
    });
    expect(kept.record.data).to.deep.equal({ need: 'come' });
    expect(mayRead(kept.record, { person: 'p-sam', as: 'resident' })).to.equal(false);
    expect(mayRead(kept.record, { person: 's-priya', as: 'staff' })).to.equal(true);
    expect(community.status.waiting).to.equal(0);
  });

  it('goes to staff with what worries a person, and says before who reads it', async () => {
    const texts: unknown[] = [];
    listen(community, (e) => {
      texts.push(e.change.records[0]?.data);
      e.waitUntil(taken());
    });
    byRole(community, 'button', 'I’m worried about someone').click();
    const field = await findByRole(community, 'textbox');
    expect(textOf(community).indexOf('Only staff can read this')).to.be.lessThan(textOf(community).indexOf('What worries you'));
    fill(field, 'Kit has not come out since yesterday.');
    byRole(community, 'button', 'Tell staff').click();
    await findInText(community, reached);
    expect(texts).to.deep.equal([{ need: 'worried', text: 'Kit has not come out since yesterday.' }]);
  });

  it('shows that staff have seen it only when staff said so', async () => {
    let asked: MilieuDeliverEvent | undefined;
    listen(community, (e) => {
      asked = e;
      e.waitUntil(taken());
    });
    press(community);
    await findInText(community, 'No one has said yet that they have seen it.');
    const root = asked!.change.records[0]!;
    await until(async () => (await community.records!.get(root.id))?.sent === 'sent');
    await community.records!.apply([{ ...root, status: 'seen', rev: 2 }, answerTo(root)]);
    await findInText(community, 'Priya has seen your message');
  });

  it('shows where staff are, and whom to call, in the host’s own words', async () => {
    community.help = { where: 'The office is next to the front door.', people: [{ name: 'Night desk', phone: '555 0100', note: 'All night' }] };
    press(community);
    await findInText(community, 'The office is next to the front door.');
    byRole(community, 'button', 'People to call').click();
    const link = await findByRole(community, 'link', /555 0100/);
    expect(link.getAttribute('href')).to.equal('tel:5550100');
  });

  it('promises less where the host has said nothing about help, and nothing more once nobody took a call', async () => {
    await findInText(community, 'Go to a member of staff if you can.');
    press(community);
    await findInText(community, untold);
    byRole(community, 'button', 'Take it back').click();
    await findInText(community, 'Tell a member of staff now. This page cannot reach them for you.');
    for (const name of ['Ask staff to come', 'People to call', 'Try again']) expect(queryByRole(community, 'button', name)).to.equal(undefined);
    await until(() => !textOf(community).includes('Not sent to anyone yet'));
    community.transport = { send: taken };
    (await findByRole(community, 'button', 'Ask staff to come')).click();
    await findInText(community, reached);
  });

  it('says with its mark whether the people to call are shown', async () => {
    const button = byRole(community, 'button', 'People to call');
    const mark = (): string => getComputedStyle(button.querySelector('svg')!).rotate;
    expect([button.getAttribute('aria-expanded'), mark()]).to.deep.equal(['false', 'none']);
    button.click();
    await until(() => mark() === '180deg');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
  });

  it('takes the focus to what is said in the place of the button', async () => {
    press(community);
    await until(() => deepActive()?.textContent?.match(untold));
  });

  it('has no violation that axe can find, in any state', async () => {
    await expect(community.querySelector('milieu-help')!).to.be.accessible();
    press(community);
    await findInText(community, untold);
    await expect(community.querySelector('milieu-help')!).to.be.accessible();
  });
});
