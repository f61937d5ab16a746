import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Card } from '../../content/card.js';
import type { HelpContacts } from '../community/people.js';

const places = [0, 1, 2];
/** Empty, half full and full: the breath as rings to follow with a finger. */
const rings = [46, 77, 108];

/**
 * What a printed card has besides its steps: the breath as rings, and under a line to fold, people and whom to tell.
 * It is on paper only. Needs `copingStyles`.
 * @param people of the host; empty places are left for the person's own hand
 */
export const wallet = (
  card: Card,
  people: HelpContacts['people'],
  say: (key: 'coping.wallet-people' | 'coping.wallet-danger') => string,
): TemplateResult => html`
  <div class="wallet">
    ${card.breath ? html`<svg class="rings" viewBox="0 0 240 240" aria-hidden="true">${rings.map((radius) => svg`<circle cx="120" cy="120" r=${radius} />`)}</svg>` : nothing}
    <h3>${say('coping.wallet-people')}</h3>
    <ol>
      ${places.map((at) => html`<li>${[people[at]?.name, people[at]?.phone].filter(Boolean).join(', ')}</li>`)}
    </ol>
    <p>${say('coping.wallet-danger')}</p>
  </div>
`;
