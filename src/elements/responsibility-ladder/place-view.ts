import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import { type Placement, placementLimits } from '../../model/ladder.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { today } from './day.js';
import { describes, faultOf, type Faults, field, summary } from './form-parts.js';
import { ladderStyles } from './ladder.styles.js';
import { personField } from './person-field.js';
import { ladderStrings } from './strings.js';

/** What stands in the form, as typed. */
interface Part {
  readonly person: string;
  readonly circle: string;
  readonly reason: string;
  readonly reviewOn: string;
}
const empty: Part = { person: '', circle: '', reason: '', reviewOn: '' };

/**
 * For staff: writes down the part that was agreed on with a person, in words that the person reads too.
 *
 * @tag milieu-ladder-place
 * @internal
 */
export class MilieuLadderPlace extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) circles: readonly Circle[] = [];

  @state() private form: Part = empty;
  @state() private faults: Faults = {};
  @state() private saving = false;
  /** Whose part was written down last. */
  @state() private placed = '';
  readonly #draft = new Draft<Part>(
    this,
    'placement',
    () => (this.form.circle || this.form.reason.trim() ? this.form : undefined),
    (part) => {
      this.form = part;
    },
  );
  readonly #standing = new Watched<Placement>(this, () => (this.form.person ? { kind: 'placement', to: this.form.person } : undefined));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('about') && this.about && !this.form.person) this.form = { ...this.form, person: this.about };
  }

  protected override render(): TemplateResult {
    if (this.placed) return this.#done();
    return html`
      <p class="prose quiet">${this.t('place.purpose')}</p>
      <form novalidate @submit=${this.#send}>
        ${summary(this.t('form.problems'), this.faults, (id) => this.#go(id))}
        <p class="reads">${icon('eye')}<span>${this.t('give.reads')}</span></p>
        ${this.#draft.restored ? html`<p class="quiet small">${this.t('draft.kept')}</p>` : nothing}
        ${personField({
          label: this.t('place.person'),
          choose: this.t('give.choose'),
          people: this.community?.people ?? [],
          value: this.form.person,
          faults: this.faults,
          picked: (person) => this.#put({ person }),
        })}
        ${this.#now()} ${this.#circles()}
        ${field(
          { id: 'reason', label: this.t('place.reason'), hint: this.t('place.reason-hint'), faults: this.faults },
          html`<textarea
            id="reason"
            rows="3"
            maxlength=${placementLimits.reason}
            autocomplete="off"
            aria-describedby="reason-hint"
            .value=${this.form.reason}
            @input=${this.#typed}
          ></textarea>`,
        )}
        ${field(
          { id: 'reviewOn', label: this.t('place.review'), faults: this.faults },
          html`<input
            class="narrow"
            type="date"
            id="reviewOn"
            autocomplete="off"
            min=${today()}
            .value=${this.form.reviewOn}
            @input=${this.#typed}
          />`,
        )}
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${this.saving}>${this.t('place.do')}</button></div>
      </form>
    `;
  }

  #done(): TemplateResult {
    return html`<div class="lead">
        <h3 tabindex="-1">${this.t('place.done', { name: this.name(this.placed) })}</h3>
      </div>
      <div class="row acts">
        <button
          class="btn"
          type="button"
          @click=${(): void => {
            this.placed = '';
          }}
        >
          ${this.t('place.another')}
        </button>
      </div>`;
  }

  /** The parts that stand, each with a way to end it or let it rest. */
  #now(): TemplateResult | typeof nothing {
    const parts = this.#standing.kept.map(({ record }) => record).filter((part) => this.community?.can('end', part));
    if (parts.length === 0) return nothing;
    return html`<section class="q" aria-labelledby="now">
      <h3 id="now">${this.t('place.now')}</h3>
      <ul class="rows">
        ${parts.map((part) => {
          const title = this.circles.find(({ id }) => id === part.data.circle)?.title ?? part.data.circle;
          return html`<li><milieu-ladder-standing .placement=${part} .circle=${title} .acts=${this.acts}></milieu-ladder-standing></li>`;
        })}
      </ul>
    </section>`;
  }

  #circles(): TemplateResult {
    return html`<fieldset
      class="q ${this.faults['circle'] ? 'bad' : ''}"
      id="circle"
      tabindex="-1"
      aria-describedby=${describes({ id: 'circle', faults: this.faults })}
    >
      <legend>${this.t('place.circle')}</legend>
      ${faultOf('circle', this.faults)}
      <div class="choices two">
        ${this.circles.map(
          ({ id, title, purpose }) =>
            html`<label class="choice">
              <input type="radio" name="circle" value=${id} .checked=${id === this.form.circle} @change=${(): void => this.#put({ circle: id })} />
              <span><b>${title}</b><span class="quiet">${purpose}</span></span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  readonly #typed = (event: Event): void => {
    const { id, value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.#put({ [id]: value });
  };

  #put(part: Partial<Part>): void {
    this.form = { ...this.form, ...part };
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([id]) => !(id in part)));
    this.#draft.touch();
  }

  #go(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.saving) return;
    const { person, circle, reason, reviewOn } = this.form;
    this.faults = {
      ...(person ? {} : { person: this.t('form.person-missing') }),
      ...(circle ? {} : { circle: this.t('form.circle-missing') }),
    };
    if (Object.keys(this.faults).length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.problems')?.focus();
      return;
    }
    this.saving = true;
    const data: Placement = { circle, since: today(), ...(reason.trim() ? { reason: reason.trim() } : {}), ...(reviewOn ? { reviewOn } : {}) };
    const { id, key, name } = this.#draft;
    await this.#draft.settled();
    const change = await this.acts?.act('place', { kind: 'placement', id }, { to: [person], data, key, draft: name });
    this.saving = false;
    if (!change) return;
    this.#draft.renew();
    this.form = { ...empty, person: this.about ?? '' };
    this.placed = person;
    await this.updateComplete;
    this.renderRoot.querySelector('h3')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-place': MilieuLadderPlace;
  }
}
