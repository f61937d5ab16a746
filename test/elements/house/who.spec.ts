import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import '../../../src/define/peer-feedback.js';
import '../../../src/define/coping-card.js';
import { press } from '../../../src/testing/press.js';
import { fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { holdClock } from '../../testing/clock.js';
import { ana, ben, comeIn, nameHouse, nora, openHouse, typePin } from './house-scene.js';

const saw = 'What did you see?';
let community: string;
beforeEach(() => (community = crypto.randomUUID()));

describe('Who are you?', () => {
  it('stands in place of the page of the first widget, and the others say so', async () => {
    await nameHouse(community);
    const inside = html`<milieu-help></milieu-help><milieu-peer-feedback></milieu-peer-feedback><milieu-coping-card card="c03"></milieu-coping-card>`;
    const { element } = await openHouse({ community, inside });
    const [help, feedback, card] = [...element.children] as [Element, Element, Element];
    await findByRole(feedback, 'heading', 'Who are you?');
    await findInText(card, 'This opens when you have said who you are on this page.');
    expect(queryByRole(feedback, 'textbox', saw)).to.equal(undefined);
    expect(await findByRole(help, 'button', 'Ask staff to come')).to.exist;
    expect(textOf(help)).to.not.contain('Who are you?');
    expect(await findByRole(feedback, 'button', 'Ask for help')).to.exist;
    await findInText(feedback, 'It is not a lock');
  });

  it('the call for help asks where it is alone, and stays open', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community, inside: html`<milieu-help></milieu-help>` });
    await findByRole(element, 'button', 'Ask staff to come');
    await comeIn(element, 'Nora', nora.pin);
  });

  it('a name without a PIN opens the page, with the focus on its heading', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    const button = await findByRole(element, 'button', 'Ben');
    button.focus();
    button.click();
    await findByRole(element, 'textbox', saw);
    expect(core.actor.person).to.equal(ben.id);
    await until(() => element.firstElementChild!.shadowRoot!.activeElement?.localName === 'h2');
  });

  it('a wrong PIN empties the field and says when to try again', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    await press(element, 'Ana');
    await typePin(element, 'Ana', '0000');
    await findInText(element, 'That isn’t the PIN. Try again in 1 second.');
    const field = (await findByRole(element, 'textbox', 'Ana, your PIN')) as HTMLInputElement;
    expect(field.value).to.equal('');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await findInText(element, 'You can try again now.');
    await typePin(element, 'Ana', ana.pin);
    await findByRole(element, 'textbox', saw);
    expect(core.actor.person).to.equal(ana.id);
  });

  it('what one person was typing is hidden at once when they are done, and comes back to them alone', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community });
    await comeIn(element, 'Ben');
    fill(await findByRole(element, 'textbox', saw), 'You found the mop.');
    await until(async () => (await element.records!.drafts.read('feedback')) !== undefined);
    await press(element, 'I’m done');
    await findByRole(element, 'heading', 'Who are you?');
    expect(textOf(element)).to.not.contain('mop');
    await comeIn(element, 'Ana', ana.pin);
    expect(((await findByRole(element, 'textbox', saw)) as HTMLTextAreaElement).value).to.equal('');
    await press(element, 'I’m done');
    await comeIn(element, 'Ben');
    await findInText(element, 'We kept what you wrote.');
    expect(((await findByRole(element, 'textbox', saw)) as HTMLTextAreaElement).value).to.equal('You found the mop.');
  });

  it('the next person begins at the first page', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community });
    await comeIn(element, 'Ben');
    await press(element, 'Sent');
    await press(element, 'I’m done');
    await comeIn(element, 'Ana', ana.pin);
    await findByRole(element, 'textbox', saw);
  });

  it('with leave-after, whoever does not touch the page has left', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    await comeIn(element, 'Ben');
    const clock = holdClock(Date.now());
    element.leaveAfter = 2;
    await element.updateComplete;
    await import('../../../src/elements/community/idle-lock.js');
    await clock.tick(1);
    await clock.tick(1.9 * 60_000);
    expect(core.house.entrance.is).to.equal('inside');
    await clock.tick(0.2 * 60_000);
    expect(core.house.entrance.is).to.equal('asking');
    clock.restore();
    await findInText(element, 'If you do nothing for 2 minutes');
  });

  it('with leave-after, a person has left in all tabs, but not while one of them is used', async () => {
    await nameHouse(community);
    const tabs = [await openHouse({ community }), await openHouse({ community })] as const;
    for (const { core } of tabs) await core.house.choose(ben.id);
    const where = (): string[] => tabs.map(({ core }) => core.house.entrance.is);
    const clock = holdClock(Date.now());
    for (const { element } of tabs) {
      element.leaveAfter = 2;
      await element.updateComplete;
    }
    await import('../../../src/elements/community/idle-lock.js');
    await clock.tick(1);
    // In one page both see the same touches, so the tab that somebody uses is a channel that answers as a tab does.
    const used = new BroadcastChannel(`milieu-idle-leave ${JSON.stringify([community])}`);
    const witness = new BroadcastChannel(used.name); // made last, so it hears last
    let isUsed = true;
    let answers = 0;
    used.onmessage = ({ data }) => void (data === 'idle' && isUsed && used.postMessage(1000));
    witness.onmessage = ({ data }) => void (data === 1000 && (answers += 1));
    try {
      await clock.tick(2 * 60_000 + 100);
      await until(() => answers > 0, { what: 'the answer of the tab in use' });
      await clock.tick(400);
      await clock.tick(60_000);
      expect(where()).to.deep.equal(['inside', 'inside']);
      isUsed = false;
      await clock.tick(1.1 * 60_000);
      expect(where()).to.deep.equal(['asking', 'asking']);
    } finally {
      witness.close();
      used.close();
    }
  });

  it('no name is in the document, its title, an attribute or the address', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community });
    await comeIn(element, 'Ben');
    const said = [
      new XMLSerializer().serializeToString(document.documentElement),
      document.title,
      location.href,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ];
    expect(said.join(' ')).to.not.match(/\bBen\b/);
    expect(new XMLSerializer().serializeToString(element)).to.not.contain(ben.id);
  });

  it('many names are found by typing', async () => {
    const others = Array.from({ length: 12 }, (_, at) => ({ id: `n-${at}`, name: `Guest ${at}`, as: 'resident' }) as const);
    await nameHouse(community, [nora, ...others, { id: 'n-zoe', name: 'Zoë', as: 'resident' }]);
    const { element } = await openHouse({ community });
    fill(await findByRole(element, 'searchbox', 'Find a name'), 'zoe');
    await until(() => queryByRole(element, 'button', 'Nora') === undefined);
    await comeIn(element, 'Zoë');
  });

  it('a hostile name is only a name', async () => {
    const image = '<img src=x onerror=document.title=1>';
    await nameHouse(community, [
      nora,
      { id: 'n-img', name: image, as: 'resident' },
      { id: 'n-rtl', name: '\u202eanA', as: 'resident', pin: '1357' },
      { id: 'n-emoji', name: '👩‍🌾', as: 'guest' },
      { id: 'n-twin', name: 'Nora', as: 'resident' },
    ]);
    const { element } = await openHouse({ community });
    await findByRole(element, 'button', image);
    await findByRole(element, 'button', '👩‍🌾');
    await findByRole(element, 'button', 'Nora (staff)');
    const [turned] = (
      await until(() => [...element.firstElementChild!.shadowRoot!.querySelector('milieu-who')!.shadowRoot!.querySelectorAll('button')])
    ).filter(({ textContent }) => textContent.includes('anA'));
    turned?.click();
    const field = await findByRole(element, 'textbox', /, your PIN$/);
    const label = (field.getRootNode() as ShadowRoot).querySelector('label')?.textContent ?? '';
    expect(label.indexOf('\u202c')).to.be.within(label.indexOf('\u202e'), label.indexOf(', your PIN'));
    expect(document.title).to.not.equal('1');
  });

  it('a passphrase opens the house once, for all who come in', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community });
    await element.unlock('four words for a shift');
    await findByRole(element, 'heading', 'Who are you?');
    element.lock();
    expect(queryByRole(element, 'textbox', 'Passphrase')?.getAttribute('type')).to.not.equal('password'); // a browser would offer to save it
    fill(await findByRole(element, 'textbox', 'Passphrase'), 'not the right one');
    await press(element, 'Open');
    await findInText(element, 'That is not the passphrase.');
    fill(await findByRole(element, 'textbox', 'Passphrase'), 'four words for a shift');
    await press(element, 'Open');
    await comeIn(element, 'Ben');
    await findByRole(element, 'textbox', saw);
  });
});
