import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import type { Card, MilieuCopingCard } from '../../../src/elements/coping-card/index.js';
import type { MilieuErrorEvent } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { byRole, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const own: Card = {
  id: 'own-1',
  title: 'Sit by the pond',
  why: 'Water moves on, and so will this.',
  moments: ['flat'],
  steps: ['Walk to the pond.', 'Sit down.', 'Watch the water for a while.'],
  seconds: 300,
  cautions: ['Tell someone where you go.'],
};

const wrong = { ...own, title: '', steps: [], seconds: 3 };

describe('milieu-coping-card: which card', () => {
  let errors: MilieuErrorEvent[] = [];
  const heard = (event: MilieuErrorEvent): void => void errors.push(event);
  const hear = (): readonly MilieuErrorEvent[] => {
    document.addEventListener('milieu-error', heard);
    return (errors = []);
  };
  afterEach(() => document.removeEventListener('milieu-error', heard));

  it('shows the first card of the deck by default', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card></milieu-coping-card>`);
    await findByRole(card, 'heading', 'Longer out-breath');
    await findInText(card, 'A slow breath out tells your body it can calm down.');
    await findInText(card, '3 to 5 minutes');
  });

  it('shows a starter card by its id, and another one when the id changes', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card card="c03"></milieu-coping-card>`);
    await findByRole(card, 'heading', 'Five senses');
    byRole(card, 'button', 'Start');
    card.card = 'c08';
    await findByRole(card, 'heading', 'Ride the urge');
    await findInText(card, 'Call a nurse.');
    expect(textOf(card)).to.not.include('Five senses');
  });

  it('an unknown card id tells the person what to do and is reported to the host', async () => {
    const errors = hear();
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card card="c99"></milieu-coping-card>`);
    await findInText(card, 'We can’t show this card right now. Ask a member of staff.');
    expect(textOf(card)).to.not.include('c99');
    expect(queryByRole(card, 'button', 'Start') === undefined).to.equal(true);
    await until(() => errors.some(({ code }) => code === 'bad-property'));
  });

  it('shows a host’s own card, and its steps for open eyes after one press', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card .content=${own}></milieu-coping-card>`);
    await findByRole(card, 'heading', 'Sit by the pond');
    await findInText(card, 'Tell someone where you go.');
    byRole(card, 'button', 'Look around the room instead').click();
    await findInText(card, 'Pick one thing across the room.');
    expect(textOf(card)).to.not.include('Walk to the pond');
    byRole(card, 'button', 'Back to the card’s own steps').click();
    await findInText(card, 'Walk to the pond.');
  });

  it('an invalid card of the host tells the person what to do and is reported to the host', async () => {
    const errors = hear();
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card .content=${wrong}></milieu-coping-card>`);
    await findInText(card, 'We can’t show this card right now. Ask a member of staff.');
    expect(textOf(card)).to.not.include('set up right');
    await until(() => errors.some(({ code }) => code === 'bad-property'));
  });

  it('an invalid card tells staff which card and which fields are wrong', async () => {
    const as = { person: 's-priya', as: 'staff' } as const;
    const misfit = await openCommunity(html`<milieu-coping-card .content=${wrong}></milieu-coping-card>`, as);
    await findInText(misfit, 'These parts aren’t set up right: title, steps, seconds.');
    const unknown = await openCommunity(html`<milieu-coping-card card="c99"></milieu-coping-card>`, as);
    await findInText(unknown, 'There is no card called “c99” here.');
  });

  const research = async (root: Element): Promise<string> => {
    (await findByText(root, 'What research says')).click();
    await findInText(root, 'It has not been tested much.');
    return textOf(root);
  };
  const pond: Card = { ...own, evidence: { word: 'practice', note: 'Widely used here.', source: 'https://example.org/ponds' } };
  const checked: Card = { ...pond, evidence: { word: 'practice', note: 'Widely used here.', checked: { by: 'Dr Ruth Hale', on: '2026-03-01' } } };

  it('a resident reads how well a card is tested, but no sources and no missing reviews', async () => {
    const resident = await openCommunity(html`<milieu-coping-card .content=${pond}></milieu-coping-card>`);
    expect(await research(resident)).to.not.match(/example\.org|general knowledge|checked|clinician/i);
    const starter = await openCommunity(html`<milieu-coping-card card="c04"></milieu-coping-card>`);
    expect(await research(starter)).to.not.match(/general knowledge|checked|clinician/i);
  });

  it('staff read the source of a card, and that no clinician has reviewed it yet', async () => {
    const as = { person: 's-priya', as: 'staff' } as const;
    const sourced = await openCommunity(html`<milieu-coping-card .content=${pond}></milieu-coping-card>`, as);
    expect(await research(sourced)).to.match(/Source: https:\/\/example\.org\/ponds.*No clinician has checked this card yet\./s);
    const starter = await openCommunity(html`<milieu-coping-card card="c04"></milieu-coping-card>`, as);
    expect(await research(starter)).to.include('No source is named: it is general knowledge.');
  });

  it('everybody reads who reviewed a card and on which day', async () => {
    for (const as of ['resident', 'staff'] as const) {
      const there = await openCommunity(html`<milieu-coping-card .content=${checked}></milieu-coping-card>`, { person: 's-priya', as });
      expect(await research(there), as).to.include('Checked by Dr Ruth Hale on March 1, 2026.');
    }
  });

  it('on a page without a person it says who could see what is saved', async () => {
    const card = await fixture<MilieuCopingCard>(html`<milieu-coping-card></milieu-coping-card>`);
    await findInText(card, 'No one is signed in here.');
  });
});

describe('milieu-coping-card: saved practices', () => {
  const keepOne = async (root: Element): Promise<void> => {
    (await findByRole(root, 'button', 'Start')).click();
    (await findByRole(root, 'button', 'Stop')).click();
    (await findByRole(root, 'button', 'Save this')).click();
    await findByRole(root, 'heading', 'Saved');
  };

  it('a saved practice is in the person’s own list and can be removed', async () => {
    const community = await openCommunity(html`<milieu-coping-card card="c03"></milieu-coping-card>`);
    await keepOne(community);
    byRole(community, 'button', 'My practice').click();
    const row = await findByRole(community, 'listitem');
    expect(textOf(row)).to.match(/Less than a minute/);
    expect(textOf(row), 'what the head says is not said again').to.not.include('Five senses');
    byRole(community, 'button', /^Remove Five senses/).click();
    (await findByRole(community, 'button', 'Yes, remove it')).click();
    await findByRole(community, 'heading', 'Nothing saved yet');
    expect(await community.records?.list({ kind: 'practice', by: 'p-ana', status: 'kept' })).to.deep.equal([]);
  });

  it('a saved practice is hidden from everybody else', async () => {
    const community = await openCommunity(html`<milieu-coping-card card="c03"></milieu-coping-card>`, { person: 's-priya', as: 'staff' });
    await keepOne(community);
    const [record] = (await community.records?.list({ kind: 'practice', by: 's-priya' })) ?? [];
    expect(record?.record.visibility).to.equal('self');
    expect(record?.record.to).to.deep.equal([]);
  });

  it('works on an empty page, and a practice is still there for the next card', async () => {
    const first = await fixture(html`<milieu-coping-card card="c03"></milieu-coping-card>`);
    await keepOne(first);
    await findInText(first, 'Saved on this device');
    first.remove();
    const second = await fixture(html`<milieu-coping-card card="c03" view="mine"></milieu-coping-card>`);
    await findByRole(second, 'listitem');
    await findInText(second, 'Others who use it could read it');
  });
});
