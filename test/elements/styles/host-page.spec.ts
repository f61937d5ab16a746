import { assert, fixture, html } from '@open-wc/testing';
import { LitElement, render } from 'lit';
import { sheetStyles, viewStyles } from '../../../src/elements/styles/style-sets.js';
import { icon, iconNames } from '../../../src/elements/parts/icons.js';
import { cssVariables } from '../../../src/elements/styles/css-variables-directive.js';

class SheetForTest extends LitElement {
  static override styles = sheetStyles;
  protected override render() {
    return html`<div class="body"><view-for-test></view-for-test></div>`;
  }
}
class ViewForTest extends LitElement {
  static override styles = viewStyles;
  protected override render() {
    return html`<div class="choices two"><label class="choice">One</label><label class="choice">Two</label></div>
      <button class="btn go">Keep</button>`;
  }
}
customElements.define('sheet-for-test', SheetForTest);
customElements.define('view-for-test', ViewForTest);

const sheetIn = async (width: number, set: (host: HTMLElement) => void = () => undefined): Promise<HTMLElement> => {
  const room = document.createElement('div');
  room.style.width = `${width}px`;
  const host = document.createElement('sheet-for-test') as SheetForTest;
  set(host);
  room.append(host);
  await fixture(room);
  await host.updateComplete;
  const view = host.shadowRoot?.querySelector('view-for-test') as ViewForTest;
  await view.updateComplete;
  return view;
};
const part = (view: HTMLElement, selector: string): HTMLElement => view.shadowRoot?.querySelector(selector) as HTMLElement;
const columns = (view: HTMLElement): number => getComputedStyle(part(view, '.choices')).gridTemplateColumns.split(' ').length;

describe('the sheet and the views in it', () => {
  it('a view responds to the width of the sheet, not of the window', async () => {
    assert.equal(columns(await sheetIn(720)), 2);
    assert.equal(columns(await sheetIn(320)), 1);
  });

  it('custom properties of the host come through two shadow roots', async () => {
    const view = await sheetIn(720, ({ style }) => style.setProperty('--milieu-radius', '3px'));
    assert.equal(getComputedStyle(part(view, '.btn')).borderTopLeftRadius, '3px');
  });

  it('large density makes targets of 56 px, also when set on an ancestor', async () => {
    const view = await sheetIn(720, (host) => host.setAttribute('density', 'large'));
    assert.isAtLeast(part(view, '.btn').getBoundingClientRect().height, 56);
  });

  it('the hidden attribute hides a widget', async () => {
    const view = await sheetIn(720, (host) => (host.hidden = true));
    assert.equal((view.getRootNode() as ShadowRoot).host.getBoundingClientRect().height, 0);
  });
});

describe('the directive for CSS variables', () => {
  const draw = (values: Record<`--${string}`, number>, into: HTMLElement) => render(html`<i ${cssVariables(values)}></i>`, into);
  const styleOf = (room: HTMLElement) => (room.firstElementChild as HTMLElement).style;

  it('CSS variables are set, changed and removed', () => {
    const room = document.createElement('div');
    draw({ '--_a': 1, '--_b': 2 }, room);
    assert.equal(styleOf(room).getPropertyValue('--_a'), '1');
    draw({ '--_a': 3 }, room);
    assert.equal(styleOf(room).getPropertyValue('--_a'), '3');
    assert.equal(styleOf(room).getPropertyValue('--_b'), '');
  });
});

describe('icons', () => {
  it('every icon has lines and is hidden from screen readers', () => {
    for (const name of iconNames) {
      const room = document.createElement('div');
      render(icon(name), room);
      const drawing = room.querySelector('svg');
      assert.equal(drawing?.getAttribute('aria-hidden'), 'true', name);
      assert.isAbove(drawing?.childElementCount ?? 0, 0, name);
      assert.equal(drawing?.firstElementChild?.namespaceURI, 'http://www.w3.org/2000/svg', name);
    }
  });
});
