import { html, nothing, type TemplateResult } from 'lit';
import type { FormController } from '../controllers/form.js';
import type { View } from '../controllers/base-view.js';

type AnyForm = Pick<FormController<never, never>, 'restored' | 'hasOtherDraft' | 'exchange' | 'discard'>;

interface DraftLine {
  /** Whether to say that a draft was restored. */
  readonly kept?: boolean;
  /** Id of the field that takes the focus after the form was emptied. Without it, the button to empty the form is not shown. */
  readonly first?: string;
}

/** Says that a draft was restored, with a button to empty the form, and offers the draft of another form. */
export const draftLine = (form: AnyForm, view: View, { kept = true, first }: DraftLine = {}): TemplateResult => html`
  ${kept && form.restored ? restored(form, view, first) : nothing}
  ${
    form.hasOtherDraft
      ? html`<div class="row">
          <p class="quiet">${view.sharedWords('draft.other')}</p>
          <button class="btn word plain" type="button" @click=${(): void => form.exchange()}>${view.sharedWords('draft.other-show')}</button>
        </div>`
      : nothing
  }
`;

const restored = (form: AnyForm, view: View, first: string | undefined): TemplateResult => {
  const words = html`<p class="quiet">${view.sharedWords('draft.kept')}</p>`;
  if (!first) return words;
  return html`<div class="row">
    ${words}
    <button class="btn word plain" type="button" @click=${(): void => form.discard(first)}>${view.sharedWords('draft.cleared')}</button>
  </div>`;
};
