import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { daysFrom } from '../../model/kinds/job/calendar.js';
import type { JobRecord } from '../../model/kinds/job/rota.js';
import { jobLimits } from '../../model/kinds/job/table.js';
import type { FormAct } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import type { Reason } from '../parts/reason-form.js';
import { rotaStrings } from './rota.strings.js';

const someMonday = '2024-01-01';

/**
 * For staff: one job that comes again, on which days and for whom, with the ways to change and to end it.
 *
 * @tag milieu-ladder-planned
 * @internal
 * @fires {Event} change - Staff want to change the job.
 */
export class MilieuLadderPlanned extends View<typeof rotaStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = rotaStrings;

  @property({ attribute: false }) job!: JobRecord;
  @property({ attribute: false }) writable = true;
  @state() private ending = false;

  protected override render(): TemplateResult {
    const { title } = this.job.data;
    return html`
      <div class="duty-row">
        <div>
          <h4 id="title">${title}</h4>
          <p class="quiet small">${this.#days()}</p>
          <p class="quiet small">${this.#who()}</p>
        </div>
        ${this.writable ? html`<div class="row">${this.#ways()}</div>` : nothing}
      </div>
      ${this.ending && this.writable ? this.#reason() : nothing}
    `;
  }

  #days(): string {
    const { weekdays, first, last } = this.job.data;
    const day = (iso: string): string => this.date(iso, { weekday: 'long', day: 'numeric', month: 'long' });
    if (!weekdays) return this.t('rota.once', { date: day(first) });
    const names = daysFrom(someMonday, 7).filter((_, at) => weekdays.includes(at + 1));
    const days = this.#list(names.map((one) => this.date(one, { weekday: 'long' })));
    const parts = [
      weekdays.length === 7 ? this.t('rota.every-day') : this.t('rota.on', { days }),
      this.t('rota.from', { date: this.date(first) }),
      last ? this.t('rota.until', { date: this.date(last) }) : '',
    ];
    return `${parts.filter(Boolean).join('. ')}.`;
  }

  #who(): string {
    const { to, data } = this.job;
    const names = this.#list(to.map((person) => this.name(person)));
    if (to.length < 2) return names;
    return this.t(data.turns ? `rota.by-${data.turns}` : 'rota.together', { names });
  }

  #list(items: readonly string[]): string {
    return formatList(items, languageOf(this));
  }

  #ways(): TemplateResult {
    const end = (): void => {
      this.ending = !this.ending;
    };
    return html`<button
        class="btn word plain"
        type="button"
        id="change"
        aria-describedby="title"
        @click=${(): boolean => this.dispatchEvent(new Event('change'))}
      >
        ${this.t('rota.change')}
      </button>
      <button class="btn word plain" type="button" aria-describedby="title" aria-expanded=${this.ending} @click=${end}>
        ${this.t('rota.end')}
      </button>`;
  }

  #reason(): TemplateResult {
    const { id, rev } = this.job;
    return html`<milieu-reason
      class="tear-off"
      .what=${`job-end:${id}`}
      .label=${this.t('rota.end-why')}
      .send=${this.t('rota.end-do')}
      .back=${this.t('rota.back')}
      .beside=${true}
      .most=${jobLimits.note}
      .acts=${this.acts}
      .act=${({ id: note, note: words }: Reason): FormAct => ({
        action: 'end',
        kind: 'job',
        id,
        rev,
        answers: [{ id: note, kind: 'duty-note', data: { note: words } }],
      })}
      @closed=${(): void => {
        this.ending = false;
      }}
    ></milieu-reason>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-planned': MilieuLadderPlanned;
  }
}
