import { assert, fixture, html } from '@open-wc/testing';
import '../../src/define/help.js';
import '../../stories/brand/your-brand.js';
import { byRole, fill, findByRole, findInText } from '../../src/testing/by-role.js';

const open = async (): Promise<HTMLElement> => {
  const room = await fixture<HTMLElement>(html`<story-your-brand><milieu-help></milieu-help></story-your-brand>`);
  await findByRole(room, 'textbox', 'Accent');
  return room;
};
const used = (room: HTMLElement, name: string): string =>
  getComputedStyle(room.querySelector('milieu-help') as Element)
    .getPropertyValue(name)
    .trim();

describe('Your brand', () => {
  it('says in words how well each colour can be read, on light and dark pages', async () => {
    const room = await open();
    await findInText(room, /Words on the button: ?very easy to read, 7\.\d to 1/);
    await findInText(room, /Edges of fields: ?easy to see/);
    await findInText(room, 'This is our own look.');
  });

  it('a typed colour reaches the widgets, and a colour that had to be changed is named', async () => {
    const room = await open();
    fill(byRole(room, 'textbox', 'Accent'), '#ffe600');
    await findInText(room, /On a light page we hold your accent/);
    await findInText(room, '--milieu-accent: #ffe600;');
    assert.equal(used(room, '--milieu-accent'), '#ffe600');
  });

  it('a value that is not a colour changes nothing and is reported at the field', async () => {
    const room = await open();
    const accent = byRole(room, 'textbox', 'Accent');
    fill(accent, 'house blue');
    await findInText(room, 'No browser knows this colour.');
    assert.equal(accent.getAttribute('aria-invalid'), 'true');
    assert.equal(used(room, '--milieu-accent'), '');
  });

  it('starts from an example and resets to the default brand', async () => {
    const room = await open();
    byRole(room, 'button', 'City hospital').click();
    await findInText(room, '--milieu-radius: 0rem;');
    assert.equal(used(room, '--milieu-radius'), '0rem');
    byRole(room, 'button', 'Start again').click();
    await findInText(room, 'This is our own look again.');
    assert.equal(used(room, '--milieu-radius'), '');
  });

  it('says what was copied, or that the browser did not allow it', async () => {
    const room = await open();
    byRole(room, 'button', 'Copy as CSS').click();
    await findInText(room, 'Nothing differs from our own look yet.');
    byRole(room, 'button', 'Farm community').click();
    await findInText(room, '--milieu-space: 0.28125rem;');
    const button = byRole(room, 'button', 'Copy as tokens');
    button.focus();
    button.click();
    await findInText(room, /Copied as tokens, in JSON\.|This browser did not let us copy\./);
  });
});
