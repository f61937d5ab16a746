import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icons.js';

/** How it is done, folded; nothing if there are no steps. */
export const stepList = (steps: readonly string[], label: string): TemplateResult | typeof nothing =>
  steps.length === 0
    ? nothing
    : html`<details>
        <summary>${icon('chev', 'chev')}${label}</summary>
        <ol class="prose how">
          ${steps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </details>`;

/** The buttons to say anything but "done". They are never folded, and each opens a form. */
export const askButtons = <A extends string>(
  askings: readonly A[],
  open: A | undefined,
  label: (asking: A) => string,
  ask: (asking: A | undefined) => void,
): TemplateResult | typeof nothing =>
  askings.length === 0
    ? nothing
    : html`<div class="row ways">
        ${askings.map(
          (asking) =>
            html`<button
              class="btn word plain"
              type="button"
              id=${asking}
              aria-describedby="title"
              aria-expanded=${open === asking}
              @click=${(): void => ask(open === asking ? undefined : asking)}
            >
              ${label(asking)}
            </button>`,
        )}
      </div>`;
