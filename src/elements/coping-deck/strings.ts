import { copingStrings } from '../coping-card/strings.js';

/** English for the deck, with what its cards say. */
export const deckStrings = {
  ...copingStrings,
  'deck.title': 'Cards for hard moments',
  'deck.purpose': 'Look around, or say what it is like right now.',
  'deck.page.cards': 'Cards',
  'deck.now': 'What is it like right now?',
  'deck.wound-up': 'Too wound up',
  'deck.flat': 'Too flat',
  'deck.craving': 'Craving',
  'deck.racing': 'Thoughts racing',
  'deck.after-a-fight': 'After a fight',
  'deck.sleepless': 'Can’t sleep',
  'deck.list': 'Cards',
  'deck.people': 'A person first',
  'deck.people-named': '{names}. Go in person if you can.',
  'deck.people-unnamed': 'Go to someone you trust, or to a member of staff. You do not need a reason.',
  'deck.back': 'All cards',
  'deck.helped-on': 'It helped you on {date}',
  'deck.none': 'No cards here yet',
  'deck.none-more': 'Go to a person, or ask staff for a card that suits you.',
  'deck.not-now': 'These cards cannot be shown right now. Ask a member of staff.',
  'deck.bad-cards': 'These cards cannot be shown yet. They do not fit: {cards}.',
} as const;
