import { expect, html } from '@open-wc/testing';
import '../../../src/define/responsibility-ladder.js';
import type { MilieuCommunity, MilieuErrorEvent } from '../../../src/elements/community/index.js';
import type { MilieuResponsibilityLadder } from '../../../src/elements/responsibility-ladder/index.js';
import type { Duty, DutyNote, Placement } from '../../../src/model/kinds/ladder/table.js';
import type { As } from '../../../src/model/record.js';
import type { Kept, Query } from '../../../src/records/base/types.js';
import { uuidv7 } from 'uuidv7';
import { openCommunity } from '../../testing/community.js';
import { people } from '../../../src/testing/people.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
const wait = async <D>(community: MilieuCommunity, query: Query, count = 1): Promise<readonly Kept<D>[]> =>
  until(async () => {
    const list = await community.records?.list(query);
    return list && list.length >= count ? (list as readonly Kept<D>[]) : undefined;
  });

const asPerson = (community: MilieuCommunity, person: string, as: As): void => {
  community.person = person;
  community.as = as;
};

/** A community on the disk in which staff have offered Ana a duty, as Ana sees it. */
async function withDuty(data: Partial<Duty> = {}, view = 'carry'): Promise<MilieuCommunity> {
  const community = await openCommunity(html`<milieu-responsibility-ladder view=${view}></milieu-responsibility-ladder>`, {
    person: 's-priya',
    as: 'staff',
    keep: 'house',
  }).catch((error: unknown) => {
    throw error;
  });
  await offer(community, data);
  asPerson(community, 'p-ana', 'resident');
  return community;
}

async function offer(community: MilieuCommunity, data: Partial<Duty> = {}): Promise<void> {
  await community.records?.act(
    'offer',
    { kind: 'duty', id: uuidv7() },
    { to: ['p-ana'], data: { title: 'Water the plants', steps: ['Fill the can.', 'Dry ones get water.'], ...data } },
  );
}
const place = (community: MilieuCommunity, data: Partial<Placement> = {}): unknown =>
  community.records?.act(
    'place',
    { kind: 'placement', id: uuidv7() },
    { to: ['p-ana'], data: { circle: 'contributing', since: '2026-11-03', ...data } },
  );

const duties = (community: MilieuCommunity, status: string): Promise<readonly Kept<Duty>[]> =>
  wait<Duty>(community, { kind: 'duty', to: 'p-ana', status });

describe('milieu-responsibility-ladder: my jobs', () => {
  it('a duty is done with one press and undone with one press', async () => {
    const community = await withDuty();
    await press(community, 'Done');
    const undo = await findByRole(community, 'button', 'Undo');
    await duties(community, 'done');
    await until(() => (undo.getRootNode() as ShadowRoot).activeElement === undo);
    undo.click();
    await findByRole(community, 'button', 'Done');
    await duties(community, 'accepted');
  });

  it('a duty shows where, by when and how long, with its directions folded', async () => {
    const community = await withDuty({ area: 'Garden', due: '2026-12-04', minutes: 10, safety: 'Mind the wet steps.' });
    await findInText(community, 'Garden. By Friday, December 4. About 10 minutes.');
    await findInText(community, 'Take care: Mind the wet steps.');
    const take = byRole(community, 'button', 'I’ll do it');
    const care = await findByText(community, 'Take care:');
    expect(care.compareDocumentPosition(take) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    expect(allByRole(community, 'listitem').map(textOf).join(' ')).to.not.include('Fill the can.');
    (await findByText(community, 'How to do it')).click();
    await findInText(community, 'Fill the can.');
  });

  for (const [word, action, status] of [
    ['Ask for help with this', 'Tell staff I need help', 'help-asked'],
    ['Not this one', 'Say no to this', 'declined'],
    ['Swap', 'Ask for a swap', 'swap-asked'],
  ] as const) {
    it(`“${word}” needs no reason and can be taken back`, async () => {
      const community = await withDuty();
      await press(community, word);
      await findInText(community, 'Staff can read this. Other people here can’t.');
      await press(community, action);
      await duties(community, status);
      const back = await findByRole(community, 'button', status === 'help-asked' ? 'I have help now' : 'Take it back');
      await until(() => (back.getRootNode() as ShadowRoot).activeElement?.closest('.todo'));
      back.click();
      await duties(community, 'accepted');
      expect(await community.records?.list({ kind: 'duty-note', by: 'p-ana' })).to.deep.equal([]);
    });
  }

  it('a reason for staff is saved, and its draft comes back', async () => {
    const community = await withDuty();
    await press(community, 'Not this one');
    fill(await findByRole(community, 'textbox', 'Why not this one?'), 'My wrist hurts.');
    await press(community, 'Back');
    await until(() => !queryByRole(community, 'textbox'));
    await press(community, 'Not this one');
    await until(() => (queryByRole(community, 'textbox', 'Why not this one?') as HTMLTextAreaElement | undefined)?.value === 'My wrist hurts.');
    await press(community, 'Say no to this');
    const [note] = await wait<DutyNote>(community, { kind: 'duty-note', by: 'p-ana' });
    expect(note?.record.data).to.deep.equal({ note: 'My wrist hurts.' });
    expect(note?.record.to).to.deep.equal(['s-priya']);
  });

  it('after a duty is done a person may say how it was, or nothing', async () => {
    const community = await withDuty();
    await press(community, 'Done');
    (await findByText(community, 'Say how it went, if you like')).click();
    await press(community, 'Tell staff');
    await findInText(community, 'Pick a number or write a few words first.');
    byRole(community, 'radio', '7').click();
    await press(community, 'Tell staff');
    await findByText(community, 'You said how it went.');
    const [note] = await wait<DutyNote>(community, { kind: 'duty-note', by: 'p-ana' });
    expect(note?.record.data).to.deep.equal({ note: '', comfort: 7 });
  });

  it('says so when there are no duties', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder view="carry"></milieu-responsibility-ladder>`);
    await findByRole(community, 'heading', 'No jobs right now');
  });
});

describe('milieu-responsibility-ladder: my part here', () => {
  const withPart = async (data: Partial<Placement> = {}): Promise<MilieuCommunity> => {
    const community = await openCommunity(html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`, {
      person: 's-priya',
      as: 'staff',
      keep: 'house',
    });
    await place(community, data);
    asPerson(community, 'p-ana', 'resident');
    return community;
  };

  it('shows the circle in words, what was decided, and what could come next', async () => {
    const community = await withPart({ reason: 'You like mornings.', reviewOn: '2026-12-04' });
    const here = await until(() => allByRole(community, 'listitem').find((item) => item.getAttribute('aria-current') === 'step'));
    expect(textOf(here).replace(/\s+/g, ' ')).to.include('Contributing').and.include('You are here, since November 3');
    await findInText(community, 'You like mornings.');
    await findInText(community, 'We’ll look at it again on December 4.');
    (await findByText(community, 'What could come next: “Supporting others”')).click();
    await findInText(community, 'Be a buddy for someone new.');
  });

  it('always shows what is the same for everyone', async () => {
    const right = /The same for everyone, always: food, rest, care, contact with family, fresh air, faith, and the right to complain\./;
    await findInText(await withPart(), right);
    await findInText(await openCommunity(html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`), right);
  });

  it('shows no number, rank or total for the person', async () => {
    const community = await withPart();
    await findInText(community, 'You are here, since November 3');
    expect(textOf(community).replace('November 3', '')).to.not.match(/\d|\b(level|rank|score|points earned|rung|streak)\b/i);
  });

  it('a person can pause their part and go on with it', async () => {
    const community = await withPart();
    await press(community, 'Take a break from this');
    await findByRole(community, 'heading', /You are on a break/);
    await findInText(community, 'You are here, on a break');
    await press(community, 'End my break');
    await findByRole(community, 'button', 'Take a break from this');
  });

  it('offers no pause and no next circle if the circle is gone', async () => {
    const community = await withPart({ circle: 'of-old' });
    await findInText(community, 'This circle is not in the list anymore.');
    expect(queryByRole(community, 'button', 'Take a break from this')).to.equal(undefined);
    expect(textOf(community)).to.not.include('talk about the next');
  });

  it('shows a next circle only if there is one', async () => {
    const widest = await withPart({ circle: 'bridging' });
    await findByRole(widest, 'button', 'Take a break from this');
    expect(textOf(widest)).to.not.include('talk about the next');
    await findInText(await withPart(), 'When you want to talk about the next');
  });

  it('shows what people said before the circles, after the person read it and said thank you', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`, { person: 'p-sam', keep: 'house' });
    const id = uuidv7();
    await community.records?.act(
      'send',
      { kind: 'feedback', id },
      { to: ['p-ana'], data: { mode: 'affirm', saw: 'You showed Kit around.', strength: 'You look out for new people.' } },
    );
    asPerson(community, 'p-ana', 'resident');
    community.people = people;
    await until(() => community.records?.actor.person === 'p-ana');
    await wait(community, { kind: 'feedback', to: 'p-ana' });
    await findByRole(community, 'list', 'The circles, smallest first');
    expect(textOf(community)).to.not.include('You look out');
    const thanks = { id: uuidv7(), kind: 'feedback-reply', data: { note: '' } };
    await community.records?.act('thank', { kind: 'feedback', id, rev: 1 }, { answers: [thanks] });
    const said = await findByText(community, /“You look out for new people\.”/);
    expect(textOf(said)).to.include('Sam');
    const list = byRole(community, 'list', 'The circles, smallest first');
    expect(textOf(community).indexOf('You look out')).to.be.lessThan(textOf(community).indexOf(textOf(list).trim().slice(0, 7)));
  });

  it('shows a host’s own circles, and says when they are invalid', async () => {
    const own = { id: 'a', title: 'Arriving', purpose: 'Land here.', looksAfter: ['Your room.'], support: ['A buddy.'], talkAbout: [], opens: [] };
    const community = await openCommunity(html`<milieu-responsibility-ladder .circles=${[own]}></milieu-responsibility-ladder>`);
    await findInText(community, 'Arriving');
    expect(textOf(community)).to.not.include('Contributing');
    const errors: string[] = [];
    community.addEventListener('milieu-error', (event: MilieuErrorEvent) => errors.push(event.code));
    const ladder = community.querySelector<MilieuResponsibilityLadder>('milieu-responsibility-ladder');
    Object.assign(ladder ?? {}, { circles: [own, own] });
    await findInText(community, 'We can’t show your part right now. Ask a member of staff.');
    expect(textOf(community)).to.not.include('its own id');
    expect(errors).to.deep.equal(['bad-property']);
  });

  it('axe finds no violation in the ladder', async () => {
    const community = await withPart({ reason: 'You like mornings.' });
    await findInText(community, 'You like mornings.');
    await expect(community.querySelector('milieu-responsibility-ladder')).to.be.accessible();
  });
});
