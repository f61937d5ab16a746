import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StarterDuty } from '../../content/ladder.js';
import { bookOf, type JobRecord } from '../../model/kinds/job/rota.js';
import type { MilieuRecord } from '../../model/record.js';
import { QueryController } from '../controllers/query.js';
import { takeFocus } from '../controllers/take-focus.js';
import { Today } from '../parts/today.js';
import { together } from '../controllers/view-state.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { rotaStrings } from './rota.strings.js';
import { turnTable, turnTableStyles } from './rota-table.js';

/**
 * For staff: whose turn it is this week and next, the jobs that come again, and the form for a new one.
 *
 * @tag milieu-ladder-rota
 * @internal
 */
export class MilieuLadderRota extends View<typeof rotaStrings> {
  static override styles = [viewStyles, ladderStyles, turnTableStyles];
  protected readonly english = rotaStrings;

  @property({ attribute: false }) starters: readonly StarterDuty[] = [];
  /** Id of the job that staff change. */
  @state() private changing = '';

  readonly #today = new Today(this);
  readonly #jobs = new QueryController(this, () => ({ kind: 'job', status: 'open' }));
  readonly #replaced = new QueryController(this, () => ({ kind: 'job', status: 'replaced' }));
  readonly #swaps = new QueryController(this, () => ({ kind: 'job-day', status: 'swapped' }));
  readonly #unread = new QueryController(this, () => ({ kind: 'job-day', status: 'declined' }));
  readonly #read = new QueryController(this, () => ({ kind: 'job-day', status: 'noted' }));
  readonly #avoid = new QueryController(this, () => ({ kind: 'restriction', status: 'current' }));
  readonly #offered = new QueryController(this, () => ({ kind: 'duty', status: 'offered' }));
  readonly #accepted = new QueryController(this, () => ({ kind: 'duty', status: 'accepted' }));
  readonly #lists = [this.#jobs, this.#replaced, this.#swaps, this.#unread, this.#read, this.#avoid, this.#offered, this.#accepted];

  protected override render(): unknown {
    return this.renderState(together(...this.#lists.map(({ state: screen }) => screen)), {
      ready: (_kept, writable) => this.#page(writable),
      empty: () => this.#page(true),
    });
  }

  #page(writable: boolean): TemplateResult {
    const records = this.#lists.flatMap(({ kept }) => kept.map(({ record }) => record));
    const { open } = bookOf(records);
    return html`${open.length > 0 ? html`${this.#turns(records)} ${this.#list(open, records, writable)}` : this.#none()}
    ${
      writable
        ? html`${open.some(({ id }) => id === this.changing) ? nothing : this.#new(records)}
            <milieu-ladder-avoid .acts=${this.acts}></milieu-ladder-avoid>`
        : nothing
    }`;
  }

  #new(records: readonly MilieuRecord[]): TemplateResult {
    return html`<milieu-ladder-plan .starters=${this.starters} .records=${records} .acts=${this.acts}></milieu-ladder-plan>`;
  }

  #none(): TemplateResult {
    return html`<div class="empty">
      <h3>${this.t('rota.empty')}</h3>
      <p class="quiet">${this.t('rota.empty-more')}</p>
    </div>`;
  }

  #turns(records: readonly MilieuRecord[]): TemplateResult {
    return html`<section class="stack close" aria-labelledby="turns">
      <h3 id="turns">${this.t('rota.title')}</h3>
      ${turnTable(records, this.#today.day, {
        t: (key, values) => this.t(key, values),
        name: (person) => this.name(person),
        short: (day) => this.date(day, { weekday: 'short', day: 'numeric' }),
        long: (day) => this.date(day, { weekday: 'long', day: 'numeric', month: 'long' }),
      })}
    </section>`;
  }

  #list(jobs: readonly JobRecord[], records: readonly MilieuRecord[], writable: boolean): TemplateResult {
    return html`<section class="stack close" aria-labelledby="jobs">
      <h3 id="jobs" tabindex="-1">${this.t('rota.jobs')}</h3>
      <ul class="rows">
        ${repeat(
          jobs,
          ({ id }) => id,
          (job) => html`<li>${writable && job.id === this.changing ? this.#change(job, records) : this.#row(job, writable)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #row(job: JobRecord, writable: boolean): TemplateResult {
    return html`<milieu-ladder-planned
      .job=${job}
      .writable=${writable}
      .acts=${this.acts}
      @change=${(): void => {
        this.changing = job.id;
      }}
    ></milieu-ladder-planned>`;
  }

  #change(job: JobRecord, records: readonly MilieuRecord[]): TemplateResult {
    return html`<milieu-ladder-plan
      .job=${job}
      .records=${records}
      .acts=${this.acts}
      @closed=${(): void => {
        this.changing = '';
        void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector('#jobs')));
      }}
    ></milieu-ladder-plan>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-rota': MilieuLadderRota;
  }
}
