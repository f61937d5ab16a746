import { expect, html } from '@open-wc/testing';
import '../../../src/define/index.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { localDay } from '../../../src/elements/parts/date-field.js';
import { byRole, findByRole, queryByRole, until } from '../../../src/testing/by-role.js';
import { openCommunity } from '../../testing/community.js';
import { FakeDay, press } from '../today/today-scene.js';

const isCurrent = (button: Element): boolean => button.getAttribute('aria-current') === 'page';
const feedback = (): Promise<MilieuCommunity> => openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { community: 'north' });
const withLetter = (): FakeDay['records'] => {
  const day = new FakeDay();
  day.letter('p-sam', 'p-ana');
  return day.records;
};

describe('the page that a widget opens on', () => {
  it('is the one on which something waits, as soon as the backend has been asked', async () => {
    const community = await openCommunity(html`<milieu-help></milieu-help>`, { community: 'north' });
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const pull = async (cursor?: string): Promise<{ records: FakeDay['records']; cursor: string }> => {
      await answered;
      return { records: cursor ? [] : withLetter(), cursor: '1' };
    };
    community.transport = { send: () => Promise.resolve(true), pull };
    community.append(document.createElement('milieu-peer-feedback'));
    await findByRole(community, 'button', 'Write');
    expect(isCurrent(byRole(community, 'button', 'Write'))).to.equal(true);
    answer();
    await until(() => isCurrent(byRole(community, 'button', 'For you (new)')));
  });

  it('is that of the jobs if one is for today, and not for one of another day', async () => {
    const community = await openCommunity(html`<milieu-help></milieu-help>`, { community: 'north' });
    const opened = async (due: string): Promise<Element> => {
      const day = new FakeDay();
      day.job('p-ana', 'Sweep the hall', { due });
      await community.records?.apply(day.records);
      const ladder = document.createElement('milieu-responsibility-ladder');
      community.append(ladder);
      await findByRole(ladder, 'button', 'My jobs');
      return ladder;
    };
    const later = await opened('2999-01-01');
    const today = await opened(localDay());
    await until(() => isCurrent(byRole(today, 'button', 'My jobs')));
    expect(isCurrent(byRole(later, 'button', 'My part here'))).to.equal(true);
  });

  it('stays where it is if the person has begun to write', async () => {
    const community = await feedback();
    const field = await findByRole(community, 'textbox', 'What did you see?');
    field.focus();
    await community.records?.apply(withLetter());
    await findByRole(community, 'button', 'For you (new)');
    expect(isCurrent(byRole(community, 'button', 'Write'))).to.equal(true);
  });

  it('stays where it is if something comes later', async () => {
    const community = await feedback();
    await findByRole(community, 'radio', 'Sam');
    await community.records?.apply(withLetter());
    await findByRole(community, 'button', 'For you (new)');
    expect(isCurrent(byRole(community, 'button', 'Write'))).to.equal(true);
  });
});

describe('a folded widget', () => {
  async function folded(fold: string): Promise<MilieuCommunity> {
    const community = await openCommunity(html`<div><milieu-peer-feedback fold=${fold}></milieu-peer-feedback></div>`, { community: 'north' });
    community.querySelector('div')!.style.width = '400px';
    return community;
  }

  it('shows its heading, one line and the way to help, and opens in place', async () => {
    const community = await folded('always');
    const open = await findByRole(community, 'button', 'Open: Feedback for each other');
    expect(open.getAttribute('aria-expanded')).to.equal('false');
    expect(queryByRole(community, 'textbox')).to.equal(undefined);
    byRole(community, 'button', 'Ask for help');
    open.click();
    await findByRole(community, 'textbox', 'What did you see?');
    await press(community, 'Close: Feedback for each other');
    await until(() => !queryByRole(community, 'textbox'));
  });

  it('says what is new', async () => {
    const community = await folded('always');
    await community.records?.apply(withLetter());
    await findByRole(community, 'button', 'Open: Feedback for each other');
    await until(() => byRole(community, 'heading', 'Feedback for each other').parentElement?.textContent.includes('For you (new)'));
  });

  it('is folded only where it is narrow, if the host says so', async () => {
    const community = await folded('narrow');
    const box = community.querySelector('div')!;
    await findByRole(community, 'button', 'Open: Feedback for each other');
    box.style.width = '700px';
    await findByRole(community, 'textbox', 'What did you see?');
    expect(queryByRole(community, 'button', 'Open: Feedback for each other')).to.equal(undefined);
  });
});

describe('the status of a page with a day', () => {
  it('is said once; another widget shows what became of its own act', async () => {
    const community = await openCommunity(html`<milieu-today></milieu-today><milieu-peer-feedback></milieu-peer-feedback>`, { community: 'north' });
    const line = 'Saved only until this page closes';
    const said = (widget: string): boolean =>
      community.querySelector(widget)!.shadowRoot!.textContent.length > 0 && shows(community.querySelector(widget)!, line);
    await until(() => said('milieu-today'));
    await until(() => !said('milieu-peer-feedback'));
    community.querySelector('milieu-today')!.remove();
    await until(() => said('milieu-peer-feedback'));
  });
});

/** Whether the status line of a widget shows this text. */
function shows(widget: Element, text: string): boolean {
  const line = widget.shadowRoot?.querySelector('milieu-status-line');
  return Boolean(line?.checkVisibility() && line.shadowRoot?.textContent.includes(text));
}
