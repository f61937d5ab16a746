import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isInWords } from '../../model/kinds/step/states.js';
import { type Step, type StepAsk, stepLimits } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { languageOf } from '../language/locale.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { residentsOf } from './resident-picker.js';
import { stepStrings } from './step.strings.js';

/**
 * Asks one more person what they have seen, while fewer than two are asked or have answered.
 *
 * @tag milieu-ladder-invite
 * @internal
 */
export class MilieuLadderInvite extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) step!: MilieuRecord<Step>;
  @property({ attribute: false }) asks: readonly MilieuRecord<StepAsk>[] = [];
  @state() private isOpen = false;

  readonly #form = new FormController<{ readonly person: string }>(this, {
    name: () => `step-ask:${this.step.id}`,
    empty: () => ({ person: '' }),
    isEmpty: () => true,
    problems: ({ person }) => ({ person: person ? undefined : this.t('step.invite-missing') }),
    toAct: ({ person }, gesture) => {
      const { id, rev, data } = this.step;
      return { action: 'invite', kind: 'step', id, rev, answers: [{ id: gesture.id, kind: 'step-ask', to: [person], data: { title: data.title } }] };
    },
    saved: () => void (this.isOpen = false),
  });

  protected override render(): TemplateResult | typeof nothing {
    const standing = this.asks.filter(isInWords);
    if (standing.length >= stepLimits.asked || !this.community?.can('invite', this.step)) return nothing;
    const button = html`<button class="btn" type="button" aria-expanded=${this.isOpen} @click=${(): boolean => (this.isOpen = !this.isOpen)}>
      ${this.t('step.invite')}
    </button>`;
    return html`<div class="row">${button}</div>
      ${this.isOpen ? this.#picker(standing) : nothing}`;
  }

  #picker(standing: readonly MilieuRecord<StepAsk>[]): TemplateResult {
    const form = this.#form;
    const { person } = form.value;
    const none = [this.community?.actor.person, ...standing.flatMap(({ to }) => to)];
    return html`<form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
      <milieu-person-picker
        .label=${this.t('step.peers')}
        .people=${residentsOf(this.community?.people ?? [], languageOf(this)).filter(({ id }) => !none.includes(id))}
        .problem=${form.problems['person']}
        ${form.field('person')}
      ></milieu-person-picker>
      <div class="row acts">
        <button class="btn go" type="submit" ?disabled=${form.busy}>
          ${person ? this.t('step.invite-do', { name: this.name(person) }) : this.t('step.invite-do-any')}
        </button>
        <button class="btn word plain" type="button" @click=${(): boolean => (this.isOpen = false)}>${this.t('step.back')}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-invite': MilieuLadderInvite;
  }
}
