import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Placement, placementLimits } from '../../model/ladder.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { View } from '../shared/view.js';
import { noon } from './day.js';
import { describes, type Faults, field } from './form-parts.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

type Ending = 'end' | 'rest';

/**
 * For staff: a part that stands. What is taken from somebody needs a reason that this person reads.
 *
 * @tag milieu-ladder-standing
 * @internal
 */
export class MilieuLadderStanding extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) placement!: MilieuRecord<Placement>;
  /** Title of its circle. */
  @property({ attribute: false }) circle = '';
  @state() private ending?: Ending | undefined;
  @state() private why = '';
  @state() private faults: Faults = {};
  #draft: Draft<string> | undefined;

  protected override willUpdate(_changed: PropertyValues): void {
    this.#draft ??= new Draft<string>(
      this,
      `placement-note:${this.placement.id}`,
      () => this.why.trim() || undefined,
      (why) => {
        this.why = why;
      },
    );
  }

  protected override render(): TemplateResult {
    return html`
      <div class="duty-row">
        <p id="part">${this.t('place.now-line', { title: this.circle, date: this.date(noon(this.placement.data.since)) })}</p>
        <div class="row">${this.#way('rest')} ${this.#way('end')}</div>
      </div>
      ${this.ending ? this.#form(this.ending) : nothing}
    `;
  }

  #way(ending: Ending): TemplateResult | typeof nothing {
    if (!this.community?.can(ending, this.placement)) return nothing;
    return html`<button
      class="btn word plain"
      type="button"
      aria-describedby="part"
      aria-expanded=${this.ending === ending}
      @click=${(): void => {
        this.ending = this.ending === ending ? undefined : ending;
      }}
    >
      ${this.t(`place.${ending}`)}
    </button>`;
  }

  #form(ending: Ending): TemplateResult {
    const of = { id: 'why', label: this.t('place.why'), faults: this.faults };
    return html`<div class="tear-off">
      ${field(
        of,
        html`<textarea
          id="why"
          rows="2"
          maxlength=${placementLimits.note}
          autocomplete="off"
          aria-describedby=${describes(of)}
          aria-invalid=${this.faults['why'] ? 'true' : nothing}
          .value=${this.why}
          @input=${this.#typed}
        ></textarea>`,
      )}
      <div class="row acts">
        <button class="btn" type="button" @click=${(): Promise<void> => this.#act(ending)}>${this.t(`place.${ending}-do`)}</button>
        <button
          class="btn word plain"
          type="button"
          @click=${(): void => {
            this.ending = undefined;
          }}
        >
          ${this.t('duty.back')}
        </button>
      </div>
    </div>`;
  }

  readonly #typed = (event: Event): void => {
    this.why = (event.target as HTMLTextAreaElement).value;
    this.faults = {};
    this.#draft?.touch();
  };

  async #act(ending: Ending): Promise<void> {
    const draft = this.#draft;
    const note = this.why.trim();
    if (!note) {
      this.faults = { why: this.t('place.why-missing') };
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    if (!draft) return;
    const { id, rev } = this.placement;
    const answers = [{ id: draft.id, kind: 'placement-note', data: { note } }];
    await draft.settled();
    const change = await this.acts?.act(ending, { kind: 'placement', id, rev }, { answers, key: draft.key, draft: draft.name });
    if (!change) return;
    draft.renew();
    this.why = '';
    this.ending = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-standing': MilieuLadderStanding;
  }
}
