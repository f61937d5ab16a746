import type { Card } from '../../content/card.js';

/** A card to show, or why there is none. */
export type Found =
  { readonly is: 'card'; readonly card: Card } | { readonly is: 'unknown' } | { readonly is: 'misfit'; readonly parts: readonly string[] };

/** The starter card of this id; without an id, the first of the deck. It is loaded when it is asked for. */
export async function starter(id: string | undefined): Promise<Found> {
  const { cards, getCard } = await import('../../content/cards.js');
  const card = id ? getCard(id) : cards[0];
  return card ? { is: 'card', card } : { is: 'unknown' };
}

/** A host's own card, if it is one. */
export async function own(value: unknown): Promise<Found> {
  const { cardFaults, isCard } = await import('../../content/card.js');
  return isCard(value) ? { is: 'card', card: value } : { is: 'misfit', parts: cardFaults(value) };
}
