import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { takeFocus } from '../../../src/elements/controllers/take-focus.js';
import { keepInView } from '../../../src/elements/controllers/keep-in-view.js';
import { isUncovered } from '../../a11y/focus.js';
import { byRole, until } from '../../../src/testing/by-role.js';

const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)))));

describe('an element with the focus', () => {
  let page: HTMLElement;
  let above: HTMLElement;
  let last: HTMLElement;
  const height = (to: number): void => above.style.setProperty('height', `${to}px`);

  beforeEach(async () => {
    page = await fixture(
      html`<div>
        <div></div>
        <input aria-label="Last" />
        <div id="below"></div>
      </div>`,
    );
    above = page.querySelector('div') ?? page;
    last = byRole(page, 'textbox', 'Last');
    page.querySelector<HTMLElement>('#below')?.style.setProperty('height', '3000px');
    height(100);
    takeFocus(last);
    keepInView(last, page);
    await drawn();
  });

  it('stays in view when something arrives above it', async () => {
    height(2000);
    await until(() => isUncovered(last), { what: 'the focused field' });
  });

  it('stays away when the person has scrolled it away', async () => {
    scrollTo(0, 1000);
    await drawn();
    height(120);
    await drawn();
    expect(isUncovered(last)).to.equal(false);
  });

  it('stays half away where the person has scrolled it, step by step', async () => {
    last.style.setProperty('height', '300px');
    await drawn();
    scrollTo(0, last.getBoundingClientRect().top + scrollY + 2);
    await drawn();
    for (let left = 0; left < 14; left += 1) {
      scrollBy(0, 10);
      await drawn();
    }
    const before = scrollY;
    page.querySelector<HTMLElement>('#below')?.style.setProperty('height', '3100px');
    await drawn();
    expect(scrollY).to.equal(before);
  });

  it('is not moved by the press that focuses it', async () => {
    last.blur();
    last.style.setProperty('height', '300px');
    scrollTo(0, last.getBoundingClientRect().top + scrollY + 140);
    await drawn();
    const before = scrollY;
    last.focus({ preventScroll: true });
    keepInView(last, page);
    await drawn();
    await drawn();
    expect(scrollY).to.equal(before);
  });

  it('lets the page be as it is once something else has the focus', async () => {
    last.blur();
    height(2000);
    await drawn();
    expect(isUncovered(last)).to.equal(false);
  });
});
