import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuCommunity, MilieuDeliverEvent } from '../../../src/elements/community/index.js';
import { admit } from '../../../src/model/decide.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { Change, MilieuRecord } from '../../../src/model/record.js';
import { MilieuError } from '../../../src/records/errors.js';
import { type Clock, holdClock } from '../../support/clock.js';
import { house } from '../../support/house.js';
import { allByRole, byRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../support/role.js';

const untold = /Nobody has been told/;
const silence = /No one has answered yet\. Go to a member of staff now/;
const reached = /Your message is where staff get them/;

/** What the host does with a call; `asked` counts how often it was asked, and by which keys. */
function listen(community: MilieuCommunity, answer: (e: MilieuDeliverEvent) => void): { keys: string[]; urgent: boolean[] } {
  const heard = { keys: [] as string[], urgent: [] as boolean[] };
  community.addEventListener('milieu-deliver', (e) => {
    heard.keys.push(e.change.key);
    heard.urgent.push(e.urgent);
    answer(e);
  });
  return heard;
}

const press = (root: Element): void => byRole(root, 'button', 'Ask staff to come').click();
const taken = (): Promise<Response> => Promise.resolve(new Response(null, { status: 204 }));
const never = (): Promise<unknown> => new Promise(() => undefined);
const loud = (root: Element): HTMLElement | undefined => queryByRole(root, 'alert');

/** What Priya answers to a call. */
const answerTo = (asked: MilieuRecord): MilieuRecord => ({
  ...asked,
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'help-reply',
  by: 's-priya',
  to: [asked.by],
  about: asked.id,
  visibility: 'named-and-staff',
  status: 'given',
  rev: 1,
  data: { note: '' },
});

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

describe('milieu-help, for staff', () => {
  it('shows who has waited longest first, and tells the person who called that it was seen', async () => {
    const where = crypto.randomUUID();
    const ana = await house(html`<milieu-help></milieu-help>`, { community: where });
    press(ana);
    const asked = await until(async () => (await ana.records!.list({ kind: 'help' }))[0]?.record);
    const priya = await house(html`<milieu-help></milieu-help>`, { community: where, person: 's-priya', as: 'staff' });
    await findInText(priya, 'Nobody is waiting.');
    const earlier = { ...asked, id: '01890000-0000-7000-8000-0000000000aa', by: 'p-sam', at: '2026-01-01T10:00:00.000Z' };
    await priya.records!.apply([asked, earlier]);
    await findInText(priya, /Sam asks staff to come.*Ana asks staff to come/s);
    allByRole(priya, 'button', 'I have seen it')[1]!.click();
    await findInText(priya, /Seen, and still open.*Ana asks staff to come/s);
    const [seen] = await priya.records!.list({ kind: 'help-reply' });
    expect(seen?.record.about).to.equal(asked.id);
    expect(mayRead(seen!.record, { person: 'p-ana', as: 'resident' })).to.equal(true);
    await expect(priya.querySelector('milieu-help')!).to.be.accessible();
  });

  it('shows no calls to anybody else', async () => {
    const sam = await house(html`<milieu-help></milieu-help>`, { person: 'p-sam' });
    expect(textOf(sam)).not.to.contain('Calls for staff');
  });
});

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

  it('is carried by another tab of the same person, where this one has no listener', async () => {
    const where = crypto.randomUUID();
    const deaf = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    press(deaf);
    await findInText(deaf, untold);
    const other = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    listen(other, (e) => e.waitUntil(taken()));
    other.records!.wake();
    await until(() => reached.test(textOf(deaf)), { within: 5000, what: 'the word that it was delivered' });
  });

  it('still stands after a reload, with the word that it has not got through', async () => {
    const where = crypto.randomUUID();
    const before = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    press(before);
    await until(async () => (await before.records!.list({ kind: 'help' })).length === 1);
    before.remove();
    const after = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    await findInText(after, 'It did not get through. Nobody has been told.');
    expect(byRole(after, 'button', 'Take it back')).to.exist;
  });

  it('can be taken back after a reload by the same record, to the letter', async () => {
    const where = crypto.randomUUID();
    const changes: Change[] = [];
    const open = async (): Promise<MilieuCommunity> => {
      const element = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
      listen(element, (e) => {
        changes.push(e.change);
        e.waitUntil(taken());
      });
      return element;
    };
    const before = await open();
    press(before);
    await findInText(before, reached);
    await until(async () => (await before.records!.list({ kind: 'help' }))[0]?.sent === 'sent');
    before.remove();
    const after = await open();
    await findInText(after, reached);
    expect(loud(after)).to.equal(undefined);
    (await findByRole(after, 'button', 'Take it back')).click();
    await findInText(after, 'You took it back.');
    const [asked, cancelled] = changes.map(({ records }) => records[0]!);
    const decided = admit(changes[1]!, { root: asked }, { person: 'p-ana', as: 'resident' });
    expect(decided).to.have.property('records');
    expect(cancelled!.at).to.equal(asked!.at);
  });

  it('stands after a reload when staff have seen it, with people to call', async () => {
    const where = crypto.randomUUID();
    const before = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    listen(before, (e) => e.waitUntil(taken()));
    press(before);
    const { record } = await until(async () => {
      const [kept] = await before.records!.list({ kind: 'help' });
      return kept?.sent === 'sent' ? kept : undefined;
    });
    await before.records!.apply([{ ...record, status: 'seen', rev: 2 }, answerTo(record)]);
    await findInText(before, 'Priya has seen your message');
    before.remove();
    const after = await house(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    await findInText(after, 'Priya has seen your message');
    expect(byRole(after, 'button', 'People to call')).to.exist;
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
