import { expect, html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/today.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { findByRole, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { deepActive } from '../../../src/testing/press.js';
import { ConcernPages } from '../help/concern-scene.js';

const day = html`<milieu-today></milieu-today>`;
const ask = async (page: MilieuCommunity): Promise<unknown> => page.records?.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'come' } });

describe('milieu-today: a concern', () => {
  let all: ConcernPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConcernPages();
    ana = await all.open('p-ana', 'resident', day);
  });

  it('waits in the shift sheet of staff whom it does not name, and its author is led to the answer', async () => {
    const tom = await all.open('s-tom', 'staff', day);
    const id = uuidv7();
    await ana.records?.act('raise', { kind: 'concern', id }, { to: ['s-priya'], data: { text: 'The door was locked.' } });
    await findByRole(tom, 'button', 'Answer: Ana has a concern');
    expect(textOf(tom)).not.to.match(/Priya|door/);
    const note = { id: uuidv7(), kind: 'concern-reply', data: { note: 'There is a second key.' } };
    await tom.records?.act('answer', { kind: 'concern', id, rev: 1 }, { answers: [note] });
    await until(() => !queryByRole(tom, 'button', 'Answer: Ana has a concern'));
    (await findByRole(ana, 'button', 'Open: Staff answered your concern')).click();
    await findInText(ana, 'There is a second key.');
    await until(() => nameOf(deepActive()!) === 'I have a concern');
  });

  it('is not on the paper of the shift sheet, and no sentence there says that no concern waits', async () => {
    const [tom, priya] = [await all.open('s-tom', 'staff', day), await all.open('s-priya', 'staff', day)];
    await ask(ana);
    await findInText(tom, /Nothing is waiting under/);
    expect(textOf(tom)).not.to.include('Concerns');
    await ana.records?.act('raise', { kind: 'concern', id: uuidv7() }, { to: ['s-priya'], data: { text: 'The door was locked.' } });
    const part = (await findByRole(tom, 'heading', 'Concerns')).closest('section')!;
    expect(part.classList.contains('on-screen')).to.equal(true);
    await until(() => textOf(priya).includes('Calls for staff'));
    expect(textOf(priya)).not.to.match(/concern/i);
    expect(textOf(priya).match(/Nothing is waiting under[^.]*/)?.[0]).to.equal(textOf(tom).match(/Nothing is waiting under[^.]*/)?.[0]);
  });
});
