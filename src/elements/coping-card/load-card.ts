import type { Card } from '../../content/card.js';

/** The card to show, or the reason why there is none. */
export type Found =
  { readonly is: 'card'; readonly card: Card } | { readonly is: 'unknown' } | { readonly is: 'invalid'; readonly parts: readonly string[] };

/** Loads the starter card with this id; without an id, the first card of the deck. */
export async function starter(id: string | undefined): Promise<Found> {
  const { cards, getCard } = await import('../../content/cards.js');
  const card = id ? getCard(id) : cards[0];
  return card ? { is: 'card', card } : { is: 'unknown' };
}

/** Validates a card of the host. */
export async function own(value: unknown): Promise<Found> {
  const { cardFaults, isCard } = await import('../../content/card.js');
  return isCard(value) ? { is: 'card', card: value } : { is: 'invalid', parts: cardFaults(value) };
}
