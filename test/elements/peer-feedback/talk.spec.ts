import { expect } from '@open-wc/testing';
import { byRole, fill, findByRole, queryByRole, until } from '../../../src/testing/by-role.js';
import { choose, feedback, focused } from './feedback-scene.js';

describe('milieu-peer-feedback: talking in place of writing', () => {
  it('"Talk it through with staff" makes a call to talk with one press, says so below it, and keeps the text', async () => {
    const community = await feedback();
    await findByRole(community, 'radio', 'Sam');
    const needs: unknown[] = [];
    community.addEventListener('milieu-deliver', (event) => {
      if (event.change.records[0]?.kind === 'help') needs.push(event.change.records[0].data['need']);
      event.waitUntil(Promise.resolve(true));
    });
    await choose(community, /^A reminder/);
    fill(byRole(community, 'textbox', 'What did you see?'), 'The radio was loud.');
    const talk = byRole(community, 'button', 'Talk it through with staff');
    talk.click();
    const said = await findByRole(community, 'heading', 'You asked to talk: Sent. Nobody has seen it yet.');
    expect(needs).to.deep.equal(['talk']);
    await until(() => focused() === said);
    const field = byRole(community, 'textbox', 'What did you see?');
    expect(said.getBoundingClientRect().top, 'it stands above the text').to.be.lessThan(field.getBoundingClientRect().top);
    expect((field as HTMLTextAreaElement).value).to.equal('The radio was loud.');
    expect(queryByRole(community, 'button', 'Talk it through with staff')).to.equal(undefined);
  });

  it('the call to talk is made once, also when the form is previewed and its kind changes', async () => {
    const community = await feedback();
    await findByRole(community, 'radio', 'Sam');
    let calls = 0;
    community.addEventListener('milieu-deliver', (event) => {
      if (event.change.records[0]?.kind === 'help') calls++;
      event.waitUntil(Promise.resolve(true));
    });
    await choose(community, /^A reminder/);
    byRole(community, 'button', 'Talk it through with staff').click();
    await findByRole(community, 'heading', 'You asked to talk: Sent. Nobody has seen it yet.');
    await choose(community, /^An affirmation/);
    await choose(community, /^A reminder/);
    await findByRole(community, 'heading', 'You asked to talk: Sent. Nobody has seen it yet.');
    expect(calls).to.equal(1);
  });
});
