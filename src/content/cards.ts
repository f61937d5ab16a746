import type { Card } from './card.js';
import { bodyCards } from './cards-body.js';
import { mindCards } from './cards-mind.js';
import { urgeCards } from './cards-urge.js';

/**
 * The starter deck, in our own words. The evidence notes without a source are general knowledge:
 * have a clinician of your service read them before people rely on them.
 */
export const cards: readonly Card[] = [...bodyCards, ...urgeCards, ...mindCards];

/** A card of the starter deck. */
export const getCard = (id: string): Card | undefined => cards.find((card) => card.id === id);
