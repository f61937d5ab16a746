import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type StepAsk, stepLimits } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, isAtLeast, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { stepStrings } from './step.strings.js';

/**
 * What somebody is asked: what they have seen. They answer in a few words or say *not now*, which needs no reason.
 *
 * @tag milieu-ladder-peer
 * @internal
 */
export class MilieuLadderPeer extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) ask!: MilieuRecord<StepAsk>;

  readonly #form = new FormController<{ readonly saw: string }>(this, {
    name: () => `step-view:${this.ask.id}`,
    empty: () => ({ saw: '' }),
    isEmpty: ({ saw }) => !hasWords(saw),
    problems: ({ saw }) => ({ saw: isAtLeast(saw, stepLimits.sawLeast) ? undefined : this.t('peer.saw-missing') }),
    toAct: ({ saw }, gesture) => {
      const { id, rev, about = '' } = this.ask;
      const answers = [{ id: gesture.id, kind: 'step-view', data: { step: about, saw: trimmed(saw) } }];
      return { action: 'tell', kind: 'step-ask', id, rev, answers };
    },
  });

  protected override render(): TemplateResult {
    const form = this.#form;
    const name = this.name(this.ask.by);
    const field = html`<textarea rows="3" maxlength=${stepLimits.saw} ${form.field('saw')}></textarea>`;
    return html`<form class="nudge" novalidate autocomplete="off" @submit=${form.submitted}>
      <h3>${this.t('peer.title')}</h3>
      <p>${this.t('peer.asks', { name, title: this.ask.data.title })}</p>
      ${readsLine(this.t('peer.reads', { name }))} ${draftLine(form, this, { kept: false })}
      ${question('saw', this.t('peer.saw', { name }), field, { hint: this.t('peer.saw-hint'), problem: form.problems['saw'] })}
      <div class="row acts">
        <button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('peer.do')}</button>
        <button
          class="btn word plain"
          type="button"
          @click=${(): unknown => this.acts?.act('not-now', { kind: 'step-ask', id: this.ask.id, rev: this.ask.rev })}
        >
          ${this.t('peer.not-now')}
        </button>
      </div>
      <p class="quiet small">${this.t('peer.fine')}</p>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-peer': MilieuLadderPeer;
  }
}
