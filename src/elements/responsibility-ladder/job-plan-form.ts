import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { StarterDuty } from '../../content/ladder.js';
import { daysFrom } from '../../model/kinds/job/calendar.js';
import { whoAvoids } from '../../model/kinds/job/restrictions.js';
import type { JobRecord } from '../../model/kinds/job/rota.js';
import { jobLimits } from '../../model/kinds/job/table.js';
import { wouldBeOver } from '../../model/kinds/ladder/load.js';
import { defaultPolicy, type MilieuRecord } from '../../model/record.js';
import type { Person } from '../community/host-people.js';
import { FormController } from '../controllers/form.js';
import { takeFocus } from '../controllers/take-focus.js';
import { View } from '../controllers/base-view.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { localDay } from '../parts/date-field.js';
import { draftLine } from '../parts/draft-line.js';
import { describedBy, problemLine, problemSummary, question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import type { MilieuPersonPicker } from '../parts/person-picker.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { emptyPlan, isEmptyPlan, jobOf, phrases, planFrom, type PlanFields, planOf, planProblems } from './job-plan-fields.js';
import { ladderStyles } from './ladder.styles.js';
import { residentsOf } from './resident-picker.js';
import { rotaStrings } from './rota.strings.js';
import { doneLine } from './saved-confirmation.js';

/** A Monday, for the names of the days of the week. */
const someMonday = '2024-01-01';
const moreFields = ['area', 'minutes', 'steps', 'safety', 'access', 'tags'] as const;

/**
 * Writes a job that comes again, or changes one. A title, a person and a day are enough.
 *
 * @tag milieu-ladder-plan
 * @internal
 * @fires {Event} closed - A changed job was saved, or staff went back.
 */
export class MilieuLadderPlan extends View<typeof rotaStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = rotaStrings;

  /** The job to change; a new one without it. */
  @property({ attribute: false }) job?: JobRecord | undefined;
  @property({ attribute: false }) starters: readonly StarterDuty[] = [];
  /** Jobs, swaps, duties and restrictions: for whom staff can pick, and how much a day holds already. */
  @property({ attribute: false }) records: readonly MilieuRecord[] = [];

  readonly #form = new FormController<PlanFields>(this, {
    name: () => (this.job ? `job-plan:${this.job.id}` : 'job-plan'),
    empty: () => (this.job ? planOf(this.job.data, this.job.to) : emptyPlan(localDay())),
    isEmpty: (plan) => isEmptyPlan(plan),
    problems: (plan) => {
      const found = planProblems(plan, (key) => this.t(key));
      const all = this.#avoid;
      const avoid = plan.people.filter((person) => all.has(person));
      return avoid.length > 0 ? { ...found, people: this.t('plan.people-avoid', { names: this.#names(avoid) }) } : found;
    },
    toAct: (plan, { id }) => {
      const [to, data] = [plan.people, jobOf(plan)];
      if (!this.job) return { action: 'plan', kind: 'job', id, to, data };
      return { action: 'replace', kind: 'job', id: this.job.id, rev: this.job.rev, answers: [{ id, kind: 'job', to, data }] };
    },
    saved: () => {
      if (this.job) this.dispatchEvent(new Event('closed'));
    },
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('job') && this.job) this.#form.start(planOf(this.job.data, this.job.to));
  }

  protected override firstUpdated(): void {
    if (this.job) takeFocus(this.renderRoot.querySelector('#plan-title'));
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const { done } = form;
    if (done && !this.job) {
      const names = this.#names(done.value.people);
      const words = { sent: this.t('plan.done', { names }), waiting: this.t('plan.done-waiting', { names }), another: this.t('plan.another') };
      return doneLine(this.truthOf(done.id), this.saveWords, words, () => form.again('title'));
    }
    return html`
      <div class="lead">
        <h3 tabindex="-1" id="plan-title">${this.job ? this.t('plan.title-change', { title: this.job.data.title }) : this.t('plan.title')}</h3>
        <p class="quiet">${this.t('plan.purpose')}</p>
      </div>
      <form novalidate autocomplete="off" @submit=${form.submitted}>
        ${problemSummary(form, this.t('plan.problems'), { least: 1 })} ${readsLine(this.t('plan.reads'))} ${draftLine(form, this)}
        ${this.job ? nothing : this.#starters()}
        ${this.#question('title', this.t('plan.what'), html`<input type="text" maxlength=${jobLimits.title} ${form.field('title')} />`)}
        ${this.#people()} ${this.#when()} ${this.#turns()}
        <details ${form.group(...moreFields)}>
          <summary>${icon('chev', 'chev')}${this.t('plan.more')}</summary>
          <div class="stack">${this.#more()}</div>
        </details>
        ${this.#over()}
        <div class="row acts">
          <button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('plan.do')}</button>
          ${
            this.job
              ? html`<button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
                  ${this.t('rota.back')}
                </button>`
              : nothing
          }
        </div>
      </form>
    `;
  }

  #names(people: readonly string[]): string {
    return formatList(
      people.map((person) => this.name(person)),
      languageOf(this),
    );
  }

  /** Ids of those who should avoid this job. */
  get #avoid(): ReadonlySet<string> {
    return whoAvoids(phrases(this.#form.value.tags), this.records);
  }

  /** Those who can be picked, and those who were. */
  get #candidates(): readonly Person[] {
    const { people: picked } = this.#form.value;
    const residents = residentsOf(this.community?.people ?? [], languageOf(this));
    const avoid = this.#avoid;
    return avoid.size > 0 ? residents.filter(({ id }) => picked.includes(id) || !avoid.has(id)) : residents;
  }

  #starters(): TemplateResult | typeof nothing {
    if (this.starters.length === 0) return nothing;
    const form = this.#form;
    return html`<div class="q" role="group" aria-labelledby="starters">
      <span class="lab" id="starters">${this.t('plan.start-from')}</span>
      <div class="chips">
        ${this.starters.map((starter) => {
          const on = starter.title === form.value.title;
          return html`<button class="chip" type="button" aria-pressed=${on} @click=${(): void => form.put(planFrom(starter, form.value))}>
            ${starter.title}
          </button>`;
        })}
      </div>
    </div>`;
  }

  #people(): TemplateResult {
    const { value, problems } = this.#form;
    return html`<milieu-person-picker
      id="people"
      .several=${true}
      .label=${this.t('plan.who')}
      .hint=${phrases(value.tags).length > 0 ? this.t('plan.not-listed') : ''}
      .people=${this.#candidates}
      .chosen=${live(value.people)}
      .problem=${problems['people']}
      @change=${(event: Event): void => this.#form.put({ people: (event.currentTarget as MilieuPersonPicker).chosen })}
    ></milieu-person-picker>`;
  }

  #when(): TemplateResult {
    const form = this.#form;
    const weekly = form.value.when === 'weekly';
    const date = (id: 'first' | 'last', label: string): TemplateResult =>
      this.#question(id, label, html`<input class="narrow" type="date" ${form.field(id)} />`);
    return html`<fieldset class="q" role="radiogroup">
        <legend>${this.t('plan.when')}</legend>
        <div class="chips">
          ${(['weekly', 'once'] as const).map(
            (one) => html`<label class="chip"><input type="radio" name="when" value=${one} ${form.field('when')} />${this.t(`plan.${one}`)}</label>`,
          )}
        </div>
      </fieldset>
      ${weekly ? this.#weekdays() : nothing} ${date('first', this.t(weekly ? 'plan.first' : 'plan.day'))}
      ${weekly ? date('last', this.t('plan.last')) : nothing}`;
  }

  #turns(): TemplateResult | typeof nothing {
    const form = this.#form;
    const { people, when, turns } = form.value;
    if (people.length < 2 || when === 'once') return nothing;
    return html`<fieldset class="q" role="radiogroup" aria-describedby="order">
      <legend>${this.t('plan.turns')}</legend>
      <span class="hint" id="order">${turns === 'none' ? nothing : this.t('plan.order', { names: this.#names(people) })}</span>
      <div class="choices">
        ${(['day', 'week', 'none'] as const).map(
          (one) =>
            html`<label class="choice"
              ><input type="radio" name="turns" value=${one} ${form.field('turns')} /><span>${this.t(`plan.turns-${one}`)}</span></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #weekdays(): TemplateResult {
    const { problems, value } = this.#form;
    const { weekdays } = value;
    const problem = problems['weekdays'];
    const tick = (day: number): void =>
      this.#form.put({ weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day] });
    return html`<fieldset class=${problem ? 'q bad' : 'q'} id="weekdays" aria-describedby=${describedBy('weekdays', { problem })}>
      <legend>${this.t('plan.weekdays')}</legend>
      ${problemLine('weekdays', problem)}
      <div class="chips">
        ${daysFrom(someMonday, 7).map(
          (day, at) =>
            html`<label class="chip"
              ><input
                type="checkbox"
                autocomplete="off"
                .checked=${live(weekdays.includes(at + 1))}
                @change=${(): void => tick(at + 1)}
              />${this.date(day, { weekday: 'long' })}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #more(): TemplateResult {
    const form = this.#form;
    const { area, minutes, minutesLeast, safety, access, steps, step, tags, tag } = jobLimits;
    return html`
      ${this.#question('area', this.t('plan.where'), html`<input type="text" maxlength=${area} ${form.field('area')} />`)}
      ${this.#question(
        'minutes',
        this.t('plan.minutes'),
        html`<input class="narrow" type="number" min=${minutesLeast} max=${minutes} step="1" ${form.field('minutes')} />`,
        this.t('plan.minutes-hint'),
      )}
      ${this.#question('steps', this.t('plan.steps'), html`<textarea rows="4" maxlength=${steps * (step + 1)} ${form.field('steps')}></textarea>`)}
      ${this.#question('safety', this.t('plan.safety'), html`<textarea rows="2" maxlength=${safety} ${form.field('safety')}></textarea>`)}
      ${this.#question('access', this.t('plan.access'), html`<textarea rows="2" maxlength=${access} ${form.field('access')}></textarea>`)}
      ${this.#question(
        'tags',
        this.t('plan.tags'),
        html`<input type="text" maxlength=${tags * (tag + 2)} ${form.field('tags')} />`,
        this.t('plan.tags-hint'),
      )}
    `;
  }

  /** A kind word, never a refusal: a resident may wish for more. */
  #over(): TemplateResult {
    const { value } = this.#form;
    const most = this.community?.policy.jobMinutes ?? defaultPolicy.jobMinutes;
    const ready = value.people.length > 0 && value.first && (value.when === 'once' || value.weekdays.length > 0);
    const job = { to: value.people, data: jobOf(value), ...(this.job ? { instead: this.job.id } : {}) };
    const over = ready ? wouldBeOver(job, this.records, most, localDay()) : [];
    return html`<p role="status" class=${over.length > 0 ? 'nudge' : ''}>
      ${over.length > 0 ? this.t('plan.over', { names: this.#names(over), minutes: most }) : nothing}
    </p>`;
  }

  #question(id: keyof PlanFields, label: string, control: TemplateResult, hint?: string): TemplateResult {
    return question(id, label, control, { problem: this.#form.problems[id], ...(hint ? { hint } : {}) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-plan': MilieuLadderPlan;
  }
}
