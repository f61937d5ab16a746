import { expect } from '@open-wc/testing';
import { cards } from '../../src/content/cards.js';
import copingCard from '../../stories/coping-card.stories.js';
import copingDeck from '../../stories/coping-deck.stories.js';
import meetingAgenda from '../../stories/meeting-agenda.stories.js';
import peerFeedback from '../../stories/peer-feedback.stories.js';
import forStaff from '../../stories/responsibility-ladder/staff.stories.js';
import responsibilityLadder from '../../stories/responsibility-ladder.stories.js';

type Control =
  { readonly control?: unknown; readonly options?: readonly unknown[]; readonly mapping?: Readonly<Record<string, unknown>> } | undefined;

function optionsOf(control: Control): readonly unknown[] {
  expect(control?.control).to.have.property('type', 'select');
  const [none, ...options] = control?.options ?? [];
  expect(control?.mapping, 'the first option leaves the attribute out').to.have.property(String(none), undefined);
  return options;
}

describe('the controls of stories', () => {
  it('offers every page of a widget by name', () => {
    for (const { argTypes, component } of [copingCard, copingDeck, meetingAgenda, peerFeedback, responsibilityLadder, forStaff]) {
      const pages: unknown = Reflect.get(document.createElement(String(component)), 'pageNames');
      expect(optionsOf((argTypes as Readonly<Record<string, Control>>)['view']), component).to.deep.equal(pages);
    }
    expect(optionsOf(peerFeedback.argTypes?.view)).to.include.members(['write', 'inbox', 'sent', 'queue']);
  });

  it('offers every starter card by id', () => {
    expect(optionsOf(copingCard.argTypes?.card)).to.deep.equal(cards.map(({ id }) => id));
  });
});
