import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { daysFrom } from '../../model/kinds/job/calendar.js';
import type { JobRecord } from '../../model/kinds/job/rota.js';
import { isEndedJob, isOpenJob } from '../../model/kinds/job/states.js';
import type { Restriction } from '../../model/kinds/job/table.js';
import type { DutyNote } from '../../model/kinds/ladder/table.js';
import { type JobOn, jobsOn, swapsAskedOf } from '../../model/kinds/ladder/jobs-on.js';
import type { MilieuRecord } from '../../model/record.js';
import { QueryController } from '../controllers/query.js';
import { Today } from '../parts/today.js';
import { View } from '../controllers/base-view.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { icon } from '../parts/icons.js';
import { loadFile } from '../../records/base/load-file.js';
import { decidedBy } from '../concern/decided.js';
import { loadConcerns } from '../concern/lazy-views.js';
import { viewStyles } from '../styles/style-sets.js';
import { jobStrings } from './job.strings.js';
import { ladderStyles } from './ladder.styles.js';

/** Days after today that are shown, folded. */
const daysAhead = 7;
const aWeek = 7 * 24 * 60 * 60 * 1000;

/**
 * A person's jobs that come again: what others ask them, then today, then the coming days. A day that has passed is not shown.
 *
 * @tag milieu-ladder-days
 * @internal
 */
export class MilieuLadderDays extends View<typeof jobStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = jobStrings;

  /** Id of the person whose jobs are shown. */
  @property({ attribute: false }) whose = '';
  @property({ attribute: false }) writable = true;
  /** What to show if the person has no job at all. */
  @property({ attribute: false }) none: TemplateResult | typeof nothing = nothing;

  readonly #today = new Today(this);
  readonly #jobs = new QueryController(this, () => (this.whose ? { kind: 'job', to: this.whose } : undefined));
  readonly #own = new QueryController(this, () => (this.whose ? { kind: 'job-day', by: this.whose } : undefined));
  readonly #asked = new QueryController(this, () => (this.whose ? { kind: 'job-day', to: this.whose } : undefined));
  readonly #swaps = new QueryController(this, () => ({ kind: 'job-day', status: 'swapped' }));
  readonly #notes = new QueryController<DutyNote>(this, () => (this.whose ? { kind: 'duty-note', to: this.whose } : undefined));
  readonly #avoid = [
    new QueryController<Restriction>(this, () => (this.whose ? { kind: 'restriction', to: this.whose, status: 'current' } : undefined)),
    new QueryController<Restriction>(this, () => (this.whose ? { kind: 'restriction', by: this.whose, status: 'current' } : undefined)),
  ];
  readonly #lists = [this.#jobs, this.#own, this.#asked, this.#swaps];

  /** A reason does not wait for the button below it. */
  protected override firstUpdated(): void {
    loadFile(loadConcerns).catch((error: unknown) => this.community?.report(error));
  }

  protected override render(): unknown {
    if (this.#lists.some(({ state }) => state.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    const records = this.#lists.flatMap(({ kept }) => kept.map(({ record }) => record));
    const { day } = this.#today;
    if (!this.#jobs.kept.some(({ record }) => isOpenJob(record))) return html`${this.#ended()} ${this.none}`;
    return html`${this.#ended()} ${this.#requests(day, records)}
      <section class="stack close" aria-labelledby="today">
        <h3 id="today" tabindex="-1">${this.t('job.today')}</h3>
        ${this.#cards(this.#on(day, records), records) ?? html`<p class="quiet">${this.t('job.today-none')}</p>`}
      </section>
      ${this.#coming(day, records)} ${this.#avoids()}`;
  }

  /** Why a job of theirs ended, for a week. */
  #ended(): readonly TemplateResult[] {
    const since = Date.now() - aWeek;
    return this.#notes.kept.flatMap(({ record: { id, about, at, by, data } }) => {
      const job = this.#jobs.kept.find(({ record }) => record.id === about && isEndedJob(record));
      if (!job || Date.parse(at) < since) return [];
      const title = String(job.record.data['title']);
      return [
        html`<div class="lead">
          <p>${this.t('job.ended', { title, name: this.name(by) })}</p>
          <p class="quote">${data.note}</p>
          ${this.#isMine ? html`<milieu-another-look .acts=${this.acts} .decided=${decidedBy({ id, by })}></milieu-another-look>` : nothing}
        </div>`,
      ];
    });
  }

  /** What the person and staff wrote down. Others who share a job see nothing of it. */
  #avoids(): TemplateResult | typeof nothing {
    const kept = this.#isMine ? this.#avoid.flatMap((list) => list.kept) : [];
    if (kept.length === 0) return nothing;
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('job.avoid')}</summary>
      <p class="quiet">${this.t('job.avoid-reads')}</p>
      <ul class="prose">
        ${kept.map(({ record }) => html`<li>${formatList(record.data.avoid, languageOf(this))}</li>`)}
      </ul>
    </details>`;
  }

  /** Without duties: they have a list of their own. */
  #on(day: string, records: readonly MilieuRecord[]): readonly JobOn[] {
    return jobsOn(day, records, this.whose);
  }

  get #isMine(): boolean {
    return this.whose === this.community?.actor.person;
  }

  #requests(day: string, records: readonly MilieuRecord[]): TemplateResult | typeof nothing {
    const asked = this.#isMine ? swapsAskedOf(day, records, this.whose) : [];
    if (asked.length === 0) return nothing;
    const jobOf = (about?: string): JobRecord | undefined => records.find(({ id }) => id === about) as JobRecord | undefined;
    return html`<section class="stack close" aria-labelledby="asked">
      <h3 id="asked">${this.t('job.asked')}</h3>
      <ul class="rows">
        ${repeat(
          asked,
          ({ id }) => id,
          (request) =>
            html`<li>
              <milieu-ladder-asked
                .request=${request}
                .job=${jobOf(request.about)}
                .writable=${this.writable}
                .acts=${this.acts}
              ></milieu-ladder-asked>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #cards(jobs: readonly JobOn[], records: readonly MilieuRecord[]): TemplateResult | undefined {
    if (jobs.length === 0) return undefined;
    const sent = new Map(this.#own.kept.map((kept) => [kept.record.id, kept.sent]));
    return html`<ul class="rows">
      ${repeat(
        jobs,
        ({ root, day }) => `${root.id} ${day}`,
        (job) =>
          html`<li>
            <milieu-ladder-job
              .job=${job}
              .records=${records}
              .today=${this.#today.day}
              .sent=${sent.get(job.answer?.id ?? '') ?? 'sent'}
              .writable=${this.writable && this.#isMine}
              .acts=${this.acts}
            ></milieu-ladder-job>
          </li>`,
      )}
    </ul>`;
  }

  /** The next days, folded: to see what comes, and to swap or say no in time. */
  #coming(today: string, records: readonly MilieuRecord[]): TemplateResult | typeof nothing {
    const jobs = daysFrom(today, daysAhead + 1)
      .slice(1)
      .flatMap((day) => this.#on(day, records));
    if (jobs.length === 0) return nothing;
    return html`<details class="coming">
      <summary>${icon('chev', 'chev')}${this.t('job.coming')}</summary>
      ${this.#cards(jobs, records)}
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-days': MilieuLadderDays;
  }
}
