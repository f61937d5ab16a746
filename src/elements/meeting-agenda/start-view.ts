import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DefaultAgenda } from '../../content/agendas.js';
import { meetingLimits } from '../../model/meeting.js';
import type { Change } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { describedBy, firstStop, problemList, type Problems, question } from '../shared/fields.js';
import { Focus } from './focus.js';
import type { KeptMeeting } from './meetings.js';
import { lengthOf, meetingFrom, partsFrom, type Plan, planFrom, usualTime } from './start-form.js';
import { startStyles } from './start.styles.js';
import { meetingStrings } from './strings.js';

type Role = 'chair' | 'notes' | 'timekeeper';

/**
 * Plans a meeting from one that people know, or changes the plan of one that has not begun.
 *
 * @tag milieu-meeting-start
 * @internal
 * @fires {Event} closed - The plan is saved, or put aside.
 */
export class MilieuMeetingStart extends View<typeof meetingStrings> {
  static override styles = [viewStyles, startStyles];
  protected readonly english = meetingStrings;

  /** The meeting whose plan is changed; without one a new one is planned. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether there is something to go back to. */
  @property({ type: Boolean }) closable = false;
  @state() private agendas: readonly DefaultAgenda[] = [];
  @state() private plan?: Plan;
  @state() private problems: Problems = {};
  #agreements: readonly string[] = [];
  readonly #focus = new Focus(this);
  #draft?: Draft<Plan>;

  override connectedCallback(): void {
    this.#draft ??= new Draft<Plan>(
      this,
      `meeting-plan-${this.meeting?.record.id ?? 'new'}`,
      () => this.plan,
      (plan) => (this.plan = plan),
    );
    super.connectedCallback();
    if (this.meeting) this.plan ??= planFrom(this.meeting.record.data);
    else void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { defaultAgendas, defaultAgreements } = await import('../../content/agendas.js');
      this.agendas = defaultAgendas;
      this.#agreements = defaultAgreements;
    } catch (error) {
      this.community?.report(error);
    }
    this.plan ??= this.#fresh(this.agendas[0]);
  }

  #fresh(agenda: DefaultAgenda | undefined): Plan {
    return {
      agenda: agenda?.id ?? '',
      title: agenda?.title ?? this.t('meeting.title'),
      when: usualTime(),
      place: '',
      purpose: agenda?.purpose ?? '',
      chair: this.community?.actor.person ?? '',
      notes: '',
      timekeeper: '',
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan) return nothing;
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${this.#send} @input=${this.#typed} @change=${this.#typed}>
      <div class="prose">
        <h3 id="heading" tabindex="-1">${this.t(this.meeting ? 'meeting.plan.change' : 'meeting.plan.new')}</h3>
        ${this.meeting ? nothing : html`<p class="quiet">${this.t('meeting.plan.new-more')}</p>`}
      </div>
      ${problemList(this.t('meeting.form.problems'), this.problems, (id) => this.#focus.to(id))} ${this.meeting ? nothing : this.#agendas(plan)}
      <p class="reads">${icon('eye')}<span>${this.t('meeting.propose.reads')}</span></p>
      ${this.#text('when', plan, { type: 'datetime-local', narrow: true })} ${this.#people('chair', plan)}
      <details ?open=${Boolean(this.meeting ?? this.problems['title'] ?? this.problems['purpose'])}>
        <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
        <div class="stack">
          ${this.#text('title', plan)} ${this.#purpose(plan)} ${this.#text('place', plan)} ${this.#people('notes', plan)}
          ${this.#people('timekeeper', plan)}
        </div>
      </details>
      <div class="row acts">
        <button class="btn go" type="submit">${this.t(this.meeting ? 'meeting.plan.save' : 'meeting.plan.use')}</button>
        ${this.closable ? html`<button class="btn word plain" type="button" @click=${(): void => this.#close()}>${this.t('meeting.form.not-now')}</button>` : nothing}
      </div>
    </form>`;
  }

  #agendas(plan: Plan): TemplateResult {
    return html`<fieldset class="q">
      <legend>${this.t('meeting.plan.from')}</legend>
      <div class="choices two">
        ${this.agendas.map((agenda) => this.#agenda(agenda.id, agenda.title, this.t('meeting.plan.length', { count: lengthOf(agenda.parts) }), plan))}
        ${this.#agenda('', this.t('meeting.plan.empty'), this.t('meeting.plan.empty-more'), plan)}
      </div>
    </fieldset>`;
  }

  #agenda(id: string, title: string, more: string, plan: Plan): TemplateResult {
    return html`<label class="choice">
      <input type="radio" name="agenda" value=${id} .checked=${plan.agenda === id} />
      <span><b>${title}</b><span class="quiet">${more}</span></span>
    </label>`;
  }

  #text(id: 'title' | 'when' | 'place', plan: Plan, { type = 'text', narrow = false } = {}): TemplateResult {
    const problem = this.problems[id];
    const most = id === 'when' ? nothing : meetingLimits[id];
    return question(
      id,
      this.t(`meeting.plan.${id}`),
      html`<input
        id=${id}
        name=${id}
        type=${type}
        class=${narrow ? 'narrow' : ''}
        maxlength=${most}
        .value=${plan[id]}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy(id, { problem })}
      />`,
      { problem },
    );
  }

  #purpose({ purpose }: Plan): TemplateResult {
    const problem = this.problems['purpose'];
    return question(
      'purpose',
      this.t('meeting.plan.purpose'),
      html`<textarea
        id="purpose"
        name="purpose"
        rows="2"
        maxlength=${meetingLimits.purpose}
        .value=${purpose}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy('purpose', { problem })}
      ></textarea>`,
      { problem },
    );
  }

  #people(role: Role, plan: Plan): TemplateResult {
    const me = this.community?.actor.person ?? '';
    const others = (this.community?.people ?? []).filter(({ id, as }) => id !== me && as !== 'family' && as !== 'guest');
    const option = (id: string, name: string): TemplateResult => html`<option value=${id} ?selected=${plan[role] === id}>${name}</option>`;
    return question(
      role,
      this.t(`meeting.role.${role}`),
      html`<select id=${role} name=${role} class="narrow">
        ${role === 'chair' ? nothing : option('', this.t('meeting.role.nobody'))} ${option(me, this.t('meeting.role.me'))}
        ${others.map(({ id, name }) => option(id, name))}
      </select>`,
    );
  }

  readonly #typed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    if (!this.plan) return;
    const agenda = field.name === 'agenda' ? this.agendas.find(({ id }) => id === field.value) : undefined;
    this.plan = { ...this.plan, ...(agenda ? { title: agenda.title, purpose: agenda.purpose } : {}), [field.name]: field.value };
    this.#draft?.touch();
  };

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const { plan } = this;
    if (!plan) return;
    this.problems = {
      when: Number.isNaN(new Date(plan.when).getTime()) ? this.t('meeting.plan.when-missing') : undefined,
      title: plan.title.trim() ? undefined : this.t('meeting.plan.title-missing'),
      purpose: plan.purpose.trim() ? undefined : this.t('meeting.plan.purpose-missing'),
    };
    const stop = firstStop(this.problems);
    if (stop) this.#focus.to(stop);
    else void this.#save(plan);
  };

  async #save(plan: Plan): Promise<void> {
    if (await (this.meeting ? this.#change(this.meeting, plan) : this.#new(plan))) this.#close();
  }

  async #new(plan: Plan): Promise<Change | undefined> {
    const draft = this.#draft;
    if (!draft) return undefined;
    const agenda = this.agendas.find(({ id }) => id === plan.agenda);
    const data = meetingFrom(plan, agenda ? lengthOf(agenda.parts) : 30, this.#agreements);
    const saved = await this.acts?.act(
      'plan',
      { kind: 'meeting', id: draft.id },
      { key: draft.key, draft: draft.name, data, answers: partsFrom(agenda) },
    );
    if (!saved) return undefined;
    draft.renew();
    this.plan = this.#fresh(this.agendas[0]);
    return saved;
  }

  async #change({ record }: KeptMeeting, plan: Plan): Promise<Change | undefined> {
    const draft = this.#draft;
    if (!draft) return undefined;
    const data = meetingFrom(plan, record.data.minutes, record.data.agreements);
    const saved = await this.acts?.act('rewrite', { kind: 'meeting', id: record.id, rev: record.rev }, { key: draft.key, draft: draft.name, data });
    if (saved) draft.renew();
    return saved;
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
