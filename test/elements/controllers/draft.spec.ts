import { expect, html } from '@open-wc/testing';
import '../../../src/define/meeting-agenda.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { press } from '../../../src/testing/press.js';
import { fill, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';
import { choose, sentBy, storeOf } from '../peer-feedback/feedback-scene.js';
import { draftOf, feedback, field, hold, kept, other, taken, wordsIn } from './form-scene.js';

/** Two forms that show one draft: a tab and its copy. */
async function copied({ delivered = false } = {}): Promise<readonly [MilieuCommunity, MilieuCommunity]> {
  const community = crypto.randomUUID();
  const first = await feedback(community);
  if (delivered) first.transport = taken;
  await choose(first, 'Sam');
  fill(await field(first), 'You found the mop.');
  await wordsIn(first, 'mop');
  const second = await feedback(community);
  await findInText(second, kept);
  await press(first, 'Send to Sam');
  await findInText(first, delivered ? /Sent at/ : 'Saved for Sam');
  return [first, second];
}

describe('A form in two tabs', () => {
  it('makes two records where its copy sends other words before the first was delivered', async () => {
    const [, second] = await copied();
    await choose(second, 'Jo');
    fill(await field(second), 'You waited for me.');
    await press(second, 'Send to Jo');
    await findInText(second, 'Saved for Jo');
    const words = (await sentBy(second)).map(({ data }) => data.saw).sort();
    expect(words).to.deep.equal(['You found the mop.', 'You waited for me.']);
    expect(textOf(second)).to.not.include('Not saved');
  });

  it('makes two records where its copy sends other words after the first was delivered', async () => {
    const [, second] = await copied({ delivered: true });
    fill(await field(second), 'You waited for me.');
    await press(second, 'Send to Sam');
    await findInText(second, 'Saved for Sam');
    expect(await sentBy(second)).to.have.length(2);
  });

  for (const delivered of [false, true]) {
    it(`makes one record where its copy sends the same words, ${delivered ? 'delivered' : 'waiting'} by then`, async () => {
      const [, second] = await copied({ delivered });
      await press(second, 'Send to Sam');
      await findInText(second, 'Saved for Sam');
      expect(await sentBy(second)).to.have.length(1);
    });
  }

  it('asks once more with a new key where the store says that its key was used for other words', async () => {
    const one = await feedback();
    const store = storeOf(one);
    await choose(one, 'Sam');
    fill(await field(one), 'You found the mop.');
    await wordsIn(one, 'mop');
    const { id, key } = (await draftOf(one, 'feedback')) as { id: string; key: string };
    await store.act('send', { kind: 'feedback', id }, { key, to: ['p-jo'], data: { mode: 'affirm', saw: 'Other words.' } });
    await press(one, 'Send to Sam');
    await findInText(one, 'Saved for Sam');
    expect((await sentBy(one)).map(({ data }) => data.saw).sort()).to.deep.equal(['Other words.', 'You found the mop.']);
    expect((await draftOf(one, 'feedback')) === undefined).to.equal(true);
  });

  it('keeps the words of both where each goes on writing the same draft', async () => {
    const community = crypto.randomUUID();
    const first = await feedback(community);
    fill(await field(first), 'You found the mop.');
    await wordsIn(first, 'mop');
    const second = await feedback(community);
    await findInText(second, kept);
    fill(await field(second), 'You waited for me.');
    await wordsIn(second, 'waited');
    fill(await field(first), 'You found the mop and the bucket.');
    await wordsIn(second, 'bucket');
    await wordsIn(second, 'waited');
    await findInText(first, other);
    await press(first, 'Show it');
    await until(async () => (await field(first)).value === 'You waited for me.');
    await wordsIn(first, 'bucket');
  });
});

describe('A draft', () => {
  it('is not overwritten by what was typed before it was read; the person chooses', async () => {
    const community = crypto.randomUUID();
    const first = await feedback(community);
    fill(await field(first), 'An hour of work.');
    await wordsIn(first, 'hour');
    const community2 = await feedback(community);
    const store = storeOf(community2);
    const go = hold(store.drafts, 'find');
    const widget = community2.querySelector('milieu-peer-feedback')!;
    const fresh = document.createElement('milieu-peer-feedback');
    widget.replaceWith(fresh);
    fill(await field(community2), 'Typed at once.');
    go();
    await findInText(community2, other);
    expect((await field(community2)).value).to.equal('Typed at once.');
    await wordsIn(community2, 'Typed');
    await wordsIn(community2, 'hour');
    await press(community2, 'Show it');
    await until(async () => (await field(community2)).value === 'An hour of work.');
    await wordsIn(community2, 'Typed');
  });

  it('that another form had left comes into the form after the first was sent', async () => {
    const one = await feedback();
    const { drafts } = storeOf(one);
    const left = { id: crypto.randomUUID(), key: crypto.randomUUID(), value: { mode: 'affirm', person: 'p-jo', words: { saw: 'For later.' } } };
    await choose(one, 'Sam');
    fill(await field(one), 'You found the mop.');
    await wordsIn(one, 'mop');
    await drafts.write('feedback', left);
    fill(await field(one), 'You found the mop.!');
    await findInText(one, other);
    await press(one, 'Send to Sam');
    await findInText(one, 'Saved for Sam');
    await press(one, 'Write another');
    await until(async () => (await field(one)).value === 'For later.');
    await until(async () => !JSON.stringify(await draftOf(one, 'feedback')).includes('mop'));
    await wordsIn(one, 'For later.');
  });

  it('is kept when the person changes while a key is still down', async () => {
    const one = await feedback();
    fill(await field(one), 'Only');
    await wordsIn(one, 'Only'); // the form has read what is kept, and written once
    fill(await field(one), 'Only mine.');
    for (let turns = 0; turns < 3; turns++) await storeOf(one).drafts.prepare('x', 1); // by then the edit is sealed, and not yet written
    one.person = 'p-sam';
    await until(() => one.records?.actor.person === 'p-sam' && one.status.store === 'open');
    one.person = 'p-ana';
    await until(() => one.records?.actor.person === 'p-ana' && one.status.store === 'open');
    await findInText(one, kept);
    expect((await field(one)).value).to.equal('Only mine.');
  });

  it('is kept when the form is removed before it has read what is stored', async () => {
    const one = await feedback();
    one.querySelector('milieu-peer-feedback')!.remove();
    const go = hold(storeOf(one).drafts, 'find');
    one.append(document.createElement('milieu-peer-feedback'));
    fill(await field(one), 'Typed at once.');
    one.querySelector('milieu-peer-feedback')!.remove();
    go();
    await wordsIn(one, 'Typed at once.');
  });

  it('is written while typing goes on without a pause', async () => {
    const one = await feedback();
    const at = await field(one);
    let typing = true;
    const type = (): void => {
      if (!typing) return;
      fill(at, `${at.value}a`);
      setTimeout(type, 30);
    };
    type();
    await wordsIn(one, 'aaa');
    typing = false;
  });

  it('does not come back by a write that was under way when the form was sent', async () => {
    const one = await openCommunity(html`<milieu-meeting-agenda></milieu-meeting-agenda>`, { keep: 'person' });
    await press(one, 'Suggest something');
    const title = await findByRole(one, 'textbox', 'What would you like to raise?');
    for (let reads = 0; reads < 5; reads++) await draftOf(one, 'meeting-propose'); // the form has read what is stored
    const go = hold(storeOf(one).drafts, 'prepare');
    fill(title, 'New cups');
    await press(one, 'Suggest it');
    for (let reads = 0; reads < 20; reads++) await storeOf(one).list({ kind: 'item' });
    go();
    await findInText(one, 'You suggested “New cups”.');
    for (let reads = 0; reads < 20; reads++) expect(await draftOf(one, 'meeting-propose')).to.equal(undefined);
    fill(await findByRole(await opened(one), 'textbox', 'What would you like to raise?'), 'x');
    await wordsIn(one, '"title":"x"', 'meeting-propose');
    expect(JSON.stringify(await draftOf(one, 'meeting-propose'))).to.not.include('New cups');
  });

  it('goes when its field is cleared and the page is hidden at once', async () => {
    const one = await feedback();
    const at = await field(one);
    fill(at, 'Not this.');
    await wordsIn(one, 'Not this');
    fill(at, '');
    await storeOf(one).drafts.prepare('x', 1);
    globalThis.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    expect((await draftOf(one, 'feedback')) === undefined).to.equal(true);
  });

  it('holds nothing that was sent where another form of it is closed later', async () => {
    const [first, second] = await copied();
    second.remove();
    for (let reads = 0; reads < 20; reads++) await draftOf(first, 'feedback');
    expect((await draftOf(first, 'feedback')) === undefined).to.equal(true);
  });
});

const opened = async (one: MilieuCommunity): Promise<MilieuCommunity> => {
  await press(one, 'Suggest something');
  return one;
};

describe('A form while it is being saved', () => {
  it('lets nothing be typed that would not be in it', async () => {
    const one = await feedback();
    await choose(one, 'Sam');
    const at = await field(one);
    fill(at, 'You found the mop.');
    const go = hold(storeOf(one).drafts, 'prepare');
    fill(at, 'You found the mop!');
    await press(one, 'Send to Sam');
    await until(() => at.readOnly);
    await choose(one, 'Jo');
    go();
    await findInText(one, 'Saved for Sam');
    expect((await sentBy(one)).map(({ data, to }) => [data.saw, to])).to.deep.equal([['You found the mop!', ['p-sam']]]);
  });
});
