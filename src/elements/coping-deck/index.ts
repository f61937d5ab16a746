export { MilieuCopingDeck } from './milieu-coping-deck.js';
