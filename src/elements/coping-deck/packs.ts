import type { Card } from '../../content/card.js';

/** A deck to show, or the places in the host's list that hold no card. */
export type Deck = { readonly is: 'cards'; readonly cards: readonly Card[] } | { readonly is: 'misfit'; readonly at: readonly string[] };

/** The host's cards, or the starter deck where there are none. Both are loaded when they are asked for. */
export async function deckOf(given: unknown): Promise<Deck> {
  if (given === undefined) {
    const { cards } = await import('../../content/cards.js');
    return { is: 'cards', cards };
  }
  const { isCard } = await import('../../content/card.js');
  if (!Array.isArray(given)) return { is: 'misfit', at: [typeof given] };
  const list: readonly unknown[] = given;
  const cards = list.filter(isCard);
  return cards.length === list.length
    ? { is: 'cards', cards }
    : { is: 'misfit', at: list.flatMap((one, at) => (isCard(one) ? [] : [nameOf(one, at)])) };
}

const nameOf = (one: unknown, at: number): string =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? one.id : `#${at + 1}`;
