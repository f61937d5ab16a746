import type { Card } from './card.js';
import { bodyCards } from './cards-body.js';
import { mindCards } from './cards-mind.js';
import { urgeCards } from './cards-urge.js';

/**
 * The starter deck, written for this project. Evidence notes without a source are general knowledge:
 * have a clinician of your service check them before people rely on them.
 */
export const cards: readonly Card[] = [...bodyCards, ...urgeCards, ...mindCards];

/** The starter card with this id, or undefined. */
export const getCard = (id: string): Card | undefined => cards.find((card) => card.id === id);
