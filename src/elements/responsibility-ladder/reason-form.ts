import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hasWords, trimmed } from '../../model/text.js';
import { type FormAct, FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { reasonStrings } from './reasons.strings.js';

/** A reason that staff have written, with the id for its record. */
export interface Reason {
  readonly id: string;
  readonly note: string;
}

/**
 * For staff: asks why something of a person's ends or is paused. The person can read it.
 *
 * @tag milieu-ladder-why
 * @internal
 * @fires {Event} saved - The act was saved with its reason.
 * @fires {Event} closed - Staff went back.
 */
export class MilieuLadderWhy extends View<typeof reasonStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = reasonStrings;

  /** The name of the draft: the act and its record. */
  @property({ attribute: false }) what = '';
  /** The question, if it is not the usual one. */
  @property({ attribute: false }) label?: string;
  /** The label of the button. */
  @property({ attribute: false }) send = '';
  @property({ attribute: false }) most = 300;
  /** Returns the act to save with the reason. */
  @property({ attribute: false }) act?: (reason: Reason) => FormAct;

  readonly #form = new FormController<{ readonly why: string }>(this, {
    name: () => this.what || undefined,
    empty: () => ({ why: '' }),
    isEmpty: ({ why }) => !hasWords(why),
    problems: ({ why }) => ({ why: hasWords(why) ? undefined : this.t('reasons.missing') }),
    toAct: ({ why }, { id }) => this.act?.({ id, note: trimmed(why) }),
    saved: () => void this.dispatchEvent(new Event('saved')),
  });

  protected override render(): TemplateResult {
    const form = this.#form;
    const field = html`<textarea rows="2" maxlength=${this.most} ${form.field('why')}></textarea>`;
    return html`<form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
      ${draftLine(form, this, { kept: false })} ${question('why', this.label ?? this.t('reasons.why'), field, { problem: form.problems['why'] })}
      <div class="row acts">
        <button class="btn" type="submit">${this.send}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('reasons.back')}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-why': MilieuLadderWhy;
  }
}
