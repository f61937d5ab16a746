import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DefaultAgenda } from '../../content/agendas.js';
import { meetingLimits } from '../../model/kinds/meeting/table.js';
import { isInside } from '../../model/record.js';
import { cut, hasWords } from '../../model/text.js';
import { dateProblemKey } from '../parts/date-field.js';
import { type FormAct, FormController, type Gesture } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import type { Role } from '../../model/kinds/meeting/roles.js';
import type { KeptMeeting } from './meeting-lists.js';
import { lengthOf, meetingFrom, partsFrom, type PlanFields, planFrom, startOf, usualTime } from './plan-fields.js';
import { startStyles } from './plan-form.styles.js';
import { planStrings } from './strings.js';

/**
 * Plans a meeting from a default agenda, or changes the plan of a meeting that has not started.
 *
 * @tag milieu-meeting-start
 * @internal
 * @fires {Event} closed - The person saved the plan, or closed the form without saving.
 */
export class MilieuMeetingStart extends View<typeof planStrings> {
  static override styles = [viewStyles, startStyles];
  protected readonly english = planStrings;

  /** The meeting to change. Default: a new meeting. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether the form can be closed, because there is a page to return to. */
  @property({ type: Boolean }) closable = false;
  @state() private agendas: readonly DefaultAgenda[] = [];
  @state() private ready = false;
  #agreements: readonly string[] = [];

  readonly #form = new FormController<PlanFields>(this, {
    name: () => (this.isConnected ? `meeting-plan-${this.meeting?.record.id ?? 'new'}` : undefined),
    empty: () => this.#fresh(this.agendas[0]),
    restored: () => (this.ready = true),
    problems: (plan) => ({
      when: this.#whenProblem(plan),
      title: hasWords(plan.title) ? undefined : this.t('meeting.plan.title-missing'),
      purpose: hasWords(plan.purpose) ? undefined : this.t('meeting.plan.purpose-missing'),
    }),
    toAct: (plan, gesture) => this.#toAct(plan, gesture),
    saved: () => this.#close(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.meeting) this.#begin(planFrom(this.meeting.record.data));
    else void this.#load();
  }

  #begin(plan: PlanFields): void {
    this.#form.start(plan);
    this.ready = true;
    if (this.meeting) this.#form.reveal('title');
  }

  async #load(): Promise<void> {
    try {
      const { defaultAgendas, defaultAgreements } = await import('../../content/agendas.js');
      this.agendas = defaultAgendas;
      this.#agreements = defaultAgreements;
    } catch (error) {
      this.community?.report(error);
    }
    this.#begin(this.#fresh(this.agendas[0]));
  }

  #fresh(agenda: DefaultAgenda | undefined): PlanFields {
    return {
      agenda: agenda?.id ?? '',
      title: agenda?.title ?? cut(this.t('meeting.title'), meetingLimits.title),
      when: usualTime(),
      place: '',
      purpose: agenda?.purpose ?? '',
      chair: this.community?.actor.person ?? '',
      notes: '',
      timekeeper: '',
      welcome: '',
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.ready) return nothing;
    const form = this.#form;
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${form.submitted}>
      <div class="prose">
        <h3 id="heading" tabindex="-1">${this.t(this.meeting ? 'meeting.plan.change' : 'meeting.plan.new')}</h3>
        ${this.meeting ? nothing : html`<p class="quiet">${this.t('meeting.plan.new-more')}</p>`}
      </div>
      ${draftLine(form, this, { kept: false })} ${problemSummary(form, this.t('meeting.form.problems'))} ${this.meeting ? nothing : this.#agendas()}
      ${readsLine(this.t('meeting.propose.reads'))}
      ${this.#question('when', html`<input type="datetime-local" class="narrow" ${form.field('when')} />`)} ${this.#people('chair')}
      <details ${form.group('title', 'purpose', 'place', 'notes', 'timekeeper', 'welcome')}>
        <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
        <div class="stack">
          ${this.#question('title', html`<input maxlength=${meetingLimits.title} ${form.field('title')} />`)}
          ${this.#question('purpose', html`<textarea rows="2" maxlength=${meetingLimits.purpose} ${form.field('purpose')}></textarea>`)}
          ${this.#question('place', html`<input maxlength=${meetingLimits.place} ${form.field('place')} />`)} ${this.#people('notes')}
          ${this.#people('timekeeper')} ${this.#people('welcome')}
        </div>
      </details>
      <div class="row acts">
        <button class="btn go" type="submit">${this.t(this.meeting ? 'meeting.plan.save' : 'meeting.plan.use')}</button>
        ${this.closable ? html`<button class="btn word plain" type="button" @click=${(): void => this.#close()}>${this.t('meeting.form.not-now')}</button>` : nothing}
      </div>
    </form>`;
  }

  #question(id: 'title' | 'when' | 'place' | 'purpose', control: TemplateResult): TemplateResult {
    return question(id, this.t(`meeting.plan.${id}`), control, { problem: this.#form.problems[id] });
  }

  #agendas(): TemplateResult {
    return html`<fieldset class="q">
      <legend>${this.t('meeting.plan.from')}</legend>
      <div class="choices two">
        ${this.agendas.map(({ id, title, parts }) => this.#agenda(id, title, this.t('meeting.plan.length', { count: lengthOf(parts) })))}
        ${this.#agenda('', this.t('meeting.plan.empty'), this.t('meeting.plan.empty-more'))}
      </div>
    </fieldset>`;
  }

  /** A choice of agenda. Choosing a default agenda also fills in its title and purpose. */
  #agenda(id: string, title: string, more: string): TemplateResult {
    const lens = this.#form.field('agenda', {
      get: ({ agenda }) => agenda,
      set: (plan, chosen) => {
        const agenda = this.agendas.find((one) => one.id === chosen);
        return { ...plan, agenda: chosen, ...(agenda ? { title: agenda.title, purpose: agenda.purpose } : {}) };
      },
    });
    return html`<label class="choice">
      <input type="radio" name="agenda" value=${id} ${lens} />
      <span><b>${title}</b><span class="quiet">${more}</span></span>
    </label>`;
  }

  #people(role: Role): TemplateResult {
    const me = this.community?.actor.person ?? '';
    const others = (this.community?.people ?? []).filter(({ id, as }) => id !== me && isInside(as));
    const nobody = role === 'chair' ? [] : [{ id: '', label: this.t('meeting.role.nobody') }];
    return html`<milieu-person-picker
      .label=${this.t(`meeting.role.${role}`)}
      .others=${[...nobody, { id: me, label: this.t('meeting.role.me') }]}
      .people=${others}
      ${this.#form.field(role)}
    ></milieu-person-picker>`;
  }

  #whenProblem(plan: PlanFields): string | undefined {
    const start = startOf(plan, this.meeting?.record.data);
    if (!('problem' in start)) return undefined;
    return start.problem === 'missing' ? this.t('meeting.plan.when-missing') : this.t(dateProblemKey(start.problem));
  }

  #toAct(plan: PlanFields, { id }: Gesture): FormAct | undefined {
    const old = this.meeting?.record;
    if (old) {
      const data = meetingFrom(plan, old.data.minutes, old.data.agreements, old.data);
      return data && { action: 'rewrite', kind: 'meeting', id: old.id, rev: old.rev, data };
    }
    const agenda = this.agendas.find((one) => one.id === plan.agenda);
    const data = meetingFrom(plan, agenda ? lengthOf(agenda.parts) : 30, this.#agreements);
    return data && { action: 'plan', kind: 'meeting', id, data, answers: partsFrom(agenda) };
  }

  #close(): void {
    this.dispatchEvent(new Event('closed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-start': MilieuMeetingStart;
  }
}
