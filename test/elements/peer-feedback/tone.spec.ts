import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { byRole, fill, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';
import { openCommunity } from '../../testing/community.js';

const declared = 'It does so on this device only. You decide what to write.';
const saw = 'What did you see?';
const opened = (): Promise<MilieuCommunity> => openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`);
async function reminder(): Promise<MilieuCommunity> {
  const root = await opened();
  (await findByRole(root, 'radio', 'Sam')).click();
  (await findByRole(root, 'radio', /^A reminder/)).click();
  await findInText(root, declared);
  return root;
}
const words: Readonly<Record<string, string>> = {
  [saw]: 'You always leave your plate',
  'What would help next time?': 'Wash it',
  'A strength you see in Sam': 'You cook well',
};
const fillIn = (root: MilieuCommunity): void => Object.entries(words).forEach(([name, text]) => fill(byRole(root, 'textbox', name), text));

describe('words pointed out in a reminder', () => {
  it('are named while it is written, and it can be sent as it is', async () => {
    const root = await reminder();
    fill(byRole(root, 'textbox', saw), 'You always leave your plate');
    await findInText(root, '“always”: can you tell one time you saw it?');
    fill(byRole(root, 'textbox', saw), 'Your plate was on the table');
    await until(() => !textOf(root).includes('“always”'));
    fill(byRole(root, 'textbox', saw), 'You always leave your plate');
    fillIn(root);
    await press(root, 'Send to staff');
    await until(async () => (await root.records!.list({ kind: 'feedback' }))[0]?.record.data['saw'] === words[saw], {
      what: 'the reminder, as written',
    });
  });

  it('are not pointed out in an affirmation, nor spoken of', async () => {
    const root = await opened();
    (await findByRole(root, 'radio', 'Sam')).click();
    fill(byRole(root, 'textbox', saw), 'Thanks for keeping the kitchen clean, you always help');
    expect(textOf(root)).to.not.include(declared);
    expect(textOf(root)).to.not.include('“always”');
  });

  it('are not pointed out any more once a person has turned it off, and again when they turn it on', async () => {
    const root = await reminder();
    fill(byRole(root, 'textbox', saw), 'You are lazy');
    await findInText(root, '“lazy” is a name for a person.');
    await press(root, 'Don’t look for them');
    await findInText(root, 'This page has stopped looking for words that can hurt.');
    expect(textOf(root)).to.not.include('“lazy”');
    await press(root, 'Look for them again');
    await findInText(root, '“lazy” is a name for a person.');
  });

  it('are not looked for in another language', async () => {
    const root = await openCommunity(html`<milieu-peer-feedback lang="ar"></milieu-peer-feedback>`);
    (await findByRole(root, 'radio', 'Sam')).click();
    (await findByRole(root, 'radio', /^A reminder/)).click();
    await findByRole(root, 'textbox', 'A strength you see in Sam');
    await customElements.whenDefined('milieu-feedback-tone');
    fill(byRole(root, 'textbox', saw), 'You always leave your plate');
    expect(textOf(root)).to.not.include('“always”');
    expect(textOf(root)).to.not.include(declared);
  });

  it('stay on the device: what is sent says nothing of them', async () => {
    const root = await reminder();
    const sent: string[] = [];
    root.addEventListener('milieu-deliver', (event) => sent.push(event.request.body));
    fillIn(root);
    await findInText(root, '“always”');
    await press(root, 'Send to staff');
    await until(() => sent[0], { what: 'what is sent' });
    expect(Object.keys((JSON.parse(sent[0]!) as { records: { data: object }[] }).records[0]!.data).sort()).to.deep.equal([
      'mode',
      'next',
      'saw',
      'strength',
    ]);
  });
});
