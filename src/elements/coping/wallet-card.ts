import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Card } from '../../content/card.js';
import type { HelpContact } from '../community/host-people.js';
import { isolated } from '../language/isolate.js';

const places = [0, 1, 2];
/** Radii of the breath when empty, half full and full: rings to follow with a finger. */
const rings = [46, 77, 108];

/**
 * The parts of a printed card besides its steps: the breath as rings and, below the line to fold, people to call and whom to tell.
 * It is shown only in print. Needs `copingStyles`.
 * @param people the host's contacts; the other lines stay empty for the person to fill in by hand
 */
export const wallet = (
  card: Card,
  people: readonly HelpContact[],
  say: (key: 'coping.wallet-people' | 'coping.wallet-danger') => string,
): TemplateResult => html`
  <div class="wallet">
    ${card.breath ? html`<svg class="rings" viewBox="0 0 240 240" aria-hidden="true">${rings.map((radius) => svg`<circle cx="120" cy="120" r=${radius} />`)}</svg>` : nothing}
    <h3>${say('coping.wallet-people')}</h3>
    <ol>
      ${places.map(
        (at) =>
          html`<li>
            ${[people[at]?.name, people[at]?.phone]
              .filter((words) => words !== undefined)
              .map(isolated)
              .join(', ')}
          </li>`,
      )}
    </ol>
    <p>${say('coping.wallet-danger')}</p>
  </div>
`;
