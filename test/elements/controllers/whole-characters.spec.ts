import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { View } from '../../../src/elements/controllers/base-view.js';
import { byRole } from '../../../src/testing/by-role.js';

class RoomForTest extends View {
  protected readonly english = {};
  protected override render() {
    return html`<label>Words <textarea maxlength="10"></textarea></label>`;
  }
}
customElements.define('room-for-test', RoomForTest);

const family = '👩‍👩‍👧‍👦';

describe('a field with a limit', () => {
  let field: HTMLTextAreaElement;
  let heard: string[];
  beforeEach(async () => {
    const element = await fixture<RoomForTest>(html`<room-for-test></room-for-test>`);
    field = byRole(element, 'textbox', 'Words') as HTMLTextAreaElement;
    heard = [];
    element.addEventListener('input', () => heard.push(field.value));
    field.focus();
  });

  /** What a browser asks before it pastes; true where it goes on by itself. */
  const pasted = (data: string): boolean =>
    field.dispatchEvent(new InputEvent('beforeinput', { data, inputType: 'insertFromPaste', bubbles: true, composed: true, cancelable: true }));

  it('takes as many whole characters of a paste as it has room for', () => {
    expect(pasted(`abc ${family}!`)).to.equal(false);
    expect([field.value, heard]).to.deep.equal(['abc ', ['abc ']]);
  });

  it('takes nothing of a single character that is too long for it', () => {
    field.value = 'abc';
    expect(pasted(family)).to.equal(false);
    expect([field.value, heard]).to.deep.equal(['abc', []]);
  });

  it('counts what is selected as room', () => {
    field.value = 'abcdefghij';
    field.setSelectionRange(0, 6);
    expect(pasted(`12${family}`)).to.equal(false);
    expect(field.value).to.equal('12ghij');
  });

  it('leaves to the browser what fits, and what is cut between two characters', () => {
    expect([pasted('abc'), pasted('abcdefghijklmn')]).to.deep.equal([true, true]);
  });
});
