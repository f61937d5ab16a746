/**
 * The deck of coping cards.
 *
 * Imports: the shared folders of elements, coping.
 * Rule: A person to go to always comes before the cards.
 */
export { MilieuCopingDeck } from './milieu-coping-deck.js';
