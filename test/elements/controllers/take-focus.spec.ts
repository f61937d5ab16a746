import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { takeFocus } from '../../../src/elements/controllers/take-focus.js';
import { isUncovered } from '../../a11y/focus.js';
import { byRole, until } from '../../../src/testing/by-role.js';

describe('the focus', () => {
  let page: HTMLElement;
  beforeEach(async () => {
    page = await fixture(
      html`<div>
        <button>First</button>
        <div id="tall"></div>
        <button>Last</button>
      </div>`,
    );
    page.querySelector<HTMLElement>('#tall')?.style.setProperty('height', '5000px');
  });

  it('is in view although a scroll that began before ends after it', async () => {
    const last = byRole(page, 'button', 'Last');
    takeFocus(last);
    scrollTo(0, 0);
    expect(isUncovered(last)).to.equal(false);
    await until(() => isUncovered(last), { what: 'the focused button' });
  });

  it('is in view although the page grows above it', async () => {
    const last = byRole(page, 'button', 'Last');
    page.querySelector<HTMLElement>('#tall')?.style.setProperty('height', '10px');
    takeFocus(last);
    page.querySelector<HTMLElement>('#tall')?.style.setProperty('height', '9000px');
    await until(() => isUncovered(last), { what: 'the focused button' });
  });

  it('does not call back a person who has gone on', async () => {
    const [first, last] = [byRole(page, 'button', 'First'), byRole(page, 'button', 'Last')];
    takeFocus(last);
    first.focus();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve))));
    expect(isUncovered(first)).to.equal(true);
  });
});
