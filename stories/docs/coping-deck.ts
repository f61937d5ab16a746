import { html } from 'lit';
import { ana, FakeHistory, visit } from '../fixtures.js';
import { keys, sheet } from './common.js';
import { onePractice, practices } from './coping-card.js';
import type { Facts } from './facts.js';

const list = ['milieu-coping-list'] as const;

export const copingDeck: Facts = {
  lead: 'All coping cards, picked by what the moment is like. A person to go to always stands before the cards.',
  show: () => visit({ actor: ana, history: new FakeHistory() }, html`<milieu-coping-deck></milieu-coping-deck>`),
  parts: sheet(
    { name: 'What it is like now', what: 'One word narrows the cards; pressing it again shows all.', at: [...list, '.chips'] },
    { name: 'Talk to someone first', what: 'In honey, over the full width, and never narrowed away.', at: [...list, '.people'] },
    { name: 'A card', what: 'Its name, why it helps and how long. It opens inside the deck.', at: [...list, 'li:nth-of-type(2)'] },
  ),
  keys: keys(
    { key: 'Enter or Space', where: 'A word of what it is like', does: 'Narrows the cards, or shows all again.' },
    { key: 'Enter or Space', where: 'A card', does: 'Opens it. The focus goes to its name; “All cards” returns it to the card.' },
  ),
  kept: practices,
  example: onePractice,
};
