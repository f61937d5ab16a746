import type { Card } from '../../content/card.js';

/** The deck to show, or the positions in the host's list that hold no valid card. */
export type Deck = { readonly is: 'cards'; readonly cards: readonly Card[] } | { readonly is: 'invalid'; readonly at: readonly string[] };

/** Validates the host's cards, or loads the starter deck if there are none. */
export async function deckOf(given: unknown): Promise<Deck> {
  if (given === undefined) {
    const { cards } = await import('../../content/cards.js');
    return { is: 'cards', cards };
  }
  const { isCard } = await import('../../content/card.js');
  if (!Array.isArray(given)) return { is: 'invalid', at: [typeof given] };
  const list: readonly unknown[] = given;
  const cards = list.filter(isCard);
  return cards.length === list.length
    ? { is: 'cards', cards }
    : { is: 'invalid', at: list.flatMap((one, at) => (isCard(one) ? [] : [nameOf(one, at)])) };
}

const nameOf = (one: unknown, at: number): string =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? one.id : `#${at + 1}`;
