import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuCommunity, MilieuDeliverEvent } from '../../../src/elements/community/index.js';
import { mayRead } from '../../../src/model/may-read.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import type { Answer } from '../../../src/records/base/types.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { answerTo, listen, loud, never, press, reached, silence, taken, untold } from './help-scene.js';
import { byRole, fill, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';

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

/** Answers of hosts that say neither yes nor no. */
const unclear: Record<string, () => Promise<unknown>> = {
  'the parsed body of a 500': () => Promise.resolve(Response.json({ error: 'down' }, { status: 500 })).then((response) => response.json()),
  'a wrapper that says ok: false': () => Promise.resolve({ ok: false, data: {} }),
  nothing: () => Promise.resolve(undefined),
  'a 200 with errors': () => Promise.resolve(Response.json({ data: null, errors: [{ message: 'no' }] })),
};

/** The states of the store: a call must be sent in every one of them. */
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
    community = await openCommunity(html`<milieu-help></milieu-help>`);
  });

  for (const [disk, make] of Object.entries(disks)) {
    describe(`with a store that is ${disk}`, () => {
      beforeEach(() => make(community));

      it('says at once that nobody has been told if nobody listens, and does not change that later', async () => {
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

      it('says that it is asking while the host has not answered, and after 20 s that no one has answered', async () => {
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

      it('shows a success that arrives after “no one has answered”', async () => {
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
        await clock.tick(9000);
        expect(textOf(community)).not.to.match(reached);
        await until(async () => {
          await clock.tick(1000);
          return reached.test(textOf(community));
        });
        expect(new Set(heard.keys).size).to.equal(1);
        expect(heard.keys).to.have.length(2);
        expect(heard.urgent.every(Boolean)).to.equal(true);
      });

      it('says within a second that it is offline, and tries again when it is online', async () => {
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

      for (const [what, answer] of Object.entries(unclear))
        it(`never says that staff can read the call when the host gives ${what}`, async () => {
          clock = holdClock();
          const heard = listen(community, (e) => e.waitUntil(answer() as Promise<Answer>));
          press(community);
          await findInText(community, silence);
          await clock.tick(30_000);
          // The store tries again by itself: it goes to the disk and back between two attempts.
          await until(async () => heard.keys.length > 1 || (await clock.tick(1000), false));
          expect(textOf(community)).to.match(silence);
          expect(textOf(community)).not.to.match(reached);
          expect(textOf(community)).not.to.match(/Sent at/);
          expect(loud(community)).to.exist;
          expect(new Set(heard.keys).size).to.equal(1);
        });

      it('says that the call is received when the backend answers 200 with the text OK', async () => {
        listen(community, (e) => e.waitUntil(Promise.resolve(new Response('OK', { headers: { 'content-type': 'text/plain; charset=utf-8' } }))));
        press(community);
        await findInText(community, reached);
      });

      it('says that it did not get through when the backend answers 500 with JSON', async () => {
        listen(community, (e) => e.waitUntil(Promise.resolve(Response.json({ error: 'down' }, { status: 500 }))));
        press(community);
        await findInText(community, untold);
        expect(textOf(community)).not.to.match(reached);
      });

      it('goes on sending a call that the backend answers with 400, with the same key, until it is taken', async () => {
        clock = holdClock();
        let works = false;
        const heard = listen(community, (e) => e.waitUntil(works ? taken() : Promise.resolve(Response.json({ error: 'bad' }, { status: 400 }))));
        press(community);
        await until(async () => {
          await clock.tick(1000);
          return heard.keys.length > 3;
        });
        expect(textOf(community)).to.match(untold).and.not.to.match(reached);
        if (disk === 'open') expect(community.status.refused).to.equal(1);
        works = true;
        await until(async () => {
          await clock.tick(1000);
          return reached.test(textOf(community));
        });
        expect(new Set(heard.keys).size).to.equal(1);
      });

      it('an HTML page instead of an answer counts as not delivered', async () => {
        listen(community, (e) => e.waitUntil(Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))));
        press(community);
        await findInText(community, untold);
        expect(textOf(community)).not.to.match(reached);
      });

      it('a call can be taken back, and says whether staff know of it', async () => {
        const heard: string[] = [];
        listen(community, (e) => {
          heard.push(e.change.action);
          e.waitUntil(taken());
        });
        press(community);
        await findInText(community, reached);
        (await findByRole(community, 'button', 'Cancel my call')).click();
        await findInText(community, 'You canceled your call.');
        await until(() => heard.includes('cancel'));
        await until(() => !textOf(community).includes('Staff may still come'));
      });
    });
  }

  it('a call is stored once and only staff can read it', async () => {
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

  it('a worry goes to staff only, and the form says who reads it first', async () => {
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

  it('shows that staff have seen the call only after staff said so', async () => {
    let asked: MilieuDeliverEvent | undefined;
    listen(community, (e) => {
      asked = e;
      e.waitUntil(taken());
    });
    press(community);
    await findInText(community, 'Nobody has seen it yet.');
    const root = asked!.change.records[0]!;
    await until(async () => (await community.records!.get(root.id))?.sent === 'sent');
    await community.records!.apply([{ ...root, status: 'seen', rev: 2 }, answerTo(root)]);
    await findInText(community, 'Seen by Priya');
  });

  it('moves the focus to the message that replaces the button', async () => {
    press(community);
    await until(() => deepActive()?.textContent?.match(untold));
  });

  it('axe finds no violation in any state of the call', async () => {
    await expect(community.querySelector('milieu-help')!).to.be.accessible();
    press(community);
    await findInText(community, untold);
    await expect(community.querySelector('milieu-help')!).to.be.accessible();
  });
});
