import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Item } from '../../model/kinds/agenda-item/table.js';
import { type Meeting, meetingLimits } from '../../model/kinds/meeting/table.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { question } from '../parts/fields.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { loadAnswered } from './lazy-answered.js';
import { loadCalledOff } from './lazy-called-off.js';
import { loadReason } from '../parts/lazy-reason.js';
import { loadPlanForm } from './lazy-plan-form.js';
import { loadSuggestions } from './lazy-suggestions.js';
import { mayAct } from './may-act.js';
import {
  calledOff,
  comingUp,
  isForStaff,
  isMerged,
  isOn,
  isOnAgenda,
  isRedirected,
  isWaiting,
  type KeptItem,
  type KeptMeeting,
  leftOver,
  partsOf,
} from './meeting-lists.js';
import type { FormAct } from '../controllers/form.js';
import type { Reason } from '../parts/reason-form.js';
import { planStyles } from './next-meeting.styles.js';
import { planStrings } from './strings.js';
import type { MilieuMeetingWaiting } from './suggestion-list.js';

type Aside = 'none' | 'new' | 'change' | 'cancel';

/**
 * The next meeting: its purpose, its roles, its agenda, and the suggestions for it.
 *
 * @tag milieu-meeting-plan
 * @internal
 * @fires {Event} run-asked - The person wants to see the running meeting.
 */
export class MilieuMeetingPlan extends View<typeof planStrings> {
  static override styles = [viewStyles, ...planStyles];
  protected readonly english = planStrings;

  @state() private chosen = '';
  @state() private aside: Aside = 'none';
  /** The list in which the person writes an answer. */
  @state() private answering?: MilieuMeetingWaiting;
  readonly #focus = new FocusAfterAct(this);
  readonly #form = new LazyViews(this, loadPlanForm);
  readonly #off = new LazyViews(this, loadCalledOff);
  readonly #suggestions = new LazyViews(this, loadSuggestions);
  readonly #own = new LazyViews(this, loadAnswered);
  readonly #reason = new LazyViews(this, loadReason);
  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  readonly #items = new QueryController<Item>(this, () => ({ kind: 'item' }));

  protected override render(): TemplateResult {
    return html`${this.renderState(this.#meetings.state, {
      ready: (_, writable) => html`${this.#calledOff()} ${this.#ready(writable)}`,
      empty: () => this.#none(true),
    })}`;
  }

  #ready(writable: boolean): TemplateResult {
    if (this.#items.state.is === 'opening') return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    const coming = comingUp(this.#meetings.kept);
    const meeting = coming.find(({ record }) => record.id === this.chosen) ?? coming[0];
    if (!meeting) return this.#none(writable);
    if (this.aside === 'new' || this.aside === 'change') return this.#start(this.aside === 'change' ? meeting : undefined);
    const acts = writable ? this.acts : undefined;
    const parts = partsOf(meeting.record, this.#items.kept).filter((part) => isOn(meeting) || isOnAgenda(part));
    return html`
      ${coming.length > 1 ? this.#chooser(coming, meeting) : nothing} ${isOn(meeting) ? this.#isOn() : nothing}
      <milieu-meeting-roles .acts=${acts} .meeting=${meeting}></milieu-meeting-roles>
      <milieu-meeting-promised .meeting=${meeting} .items=${this.#items.kept}></milieu-meeting-promised>
      <milieu-meeting-parts .acts=${acts} .meeting=${meeting} .parts=${parts}></milieu-meeting-parts>
      ${writable ? html`<milieu-meeting-propose .acts=${this.acts} .meeting=${meeting} .beside=${this.#asks}>${this.#more(meeting)}</milieu-meeting-propose>` : nothing}
      ${this.aside === 'cancel' ? this.#cancelForm(meeting) : nothing} ${this.#brought(meeting, parts, acts)} ${this.#answered()}
      ${this.#agreements(meeting)}
    `;
  }

  #calledOff(): TemplateResult | typeof nothing {
    const off = calledOff(this.#meetings.kept);
    return off.length === 0 ? nothing : this.#off.render(() => html`<milieu-meeting-off .meetings=${off}></milieu-meeting-off>`);
  }

  /** Whether a form for a reason is open. Then that form has the button of the next step. */
  get #asks(): boolean {
    return this.aside === 'cancel' || Boolean(this.answering?.isConnected && this.answering.asks);
  }
  #answers(list: MilieuMeetingWaiting): void {
    if (list.asks) this.answering = list;
    else if (this.answering === list) this.answering = undefined;
  }

  #none(writable: boolean): TemplateResult {
    const mayPlan = writable && mayAct(this.community, 'plan', { kind: 'meeting' });
    if (!mayPlan) return html`<milieu-checked .words=${this.t('meeting.plan.none')}></milieu-checked>`;
    return html`<milieu-checked></milieu-checked>${this.#start(undefined, false)}
      <milieu-meeting-propose .acts=${this.acts} .beside=${true}></milieu-meeting-propose>
      ${this.#brought(undefined, [], this.acts)} ${this.#answered()}`;
  }

  #start(meeting: KeptMeeting | undefined, closable = true): TemplateResult {
    return this.#form.render(
      () =>
        html`<milieu-meeting-start
          .acts=${this.acts}
          .meeting=${meeting}
          .closable=${closable}
          @closed=${(): void => this.#turn('none')}
        ></milieu-meeting-start>`,
    );
  }

  #chooser(coming: readonly KeptMeeting[], shown: KeptMeeting): TemplateResult {
    return html`<div class="on-screen">
      ${question(
        'meeting',
        this.t('meeting.plan.which'),
        html`<select id="meeting" @change=${(event: Event): string => (this.chosen = (event.target as HTMLSelectElement).value)}>
          ${coming.map(({ record }) => {
            const { startsAt, title } = record.data;
            const [day, time] = [this.date(startsAt, { day: 'numeric', month: 'short' }), this.time(startsAt)];
            return html`<option value=${record.id} ?selected=${record.id === shown.record.id}>${day}, ${title}, ${time}</option>`;
          })}
        </select>`,
      )}
    </div>`;
  }

  #isOn(): TemplateResult {
    return html`<div class="nudge">
      <b>${this.t('meeting.plan.is-on')}</b>
      <div class="row acts">
        <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('run-asked'))}>${this.t('meeting.plan.go-in')}</button>
      </div>
    </div>`;
  }

  #more(meeting: KeptMeeting): TemplateResult {
    const { record } = meeting;
    return html`${this.community?.can('rewrite', record) ? this.#button('change', 'meeting.plan.change') : nothing}
    ${mayAct(this.community, 'plan', { kind: 'meeting' }) ? this.#button('new', 'meeting.plan.another') : nothing}
    ${this.aside !== 'cancel' && this.community?.can('cancel', record) ? this.#button('cancel', 'meeting.plan.cancel') : nothing}`;
  }

  #button(to: Aside, key: 'meeting.plan.change' | 'meeting.plan.another' | 'meeting.plan.cancel'): TemplateResult {
    return html`<button class="btn word plain" type="button" id="to-${to}" @click=${(): void => this.#turn(to)}>${this.t(key)}</button>`;
  }

  #cancelForm({ record }: KeptMeeting): TemplateResult {
    return this.#reason.render(
      () =>
        html`<milieu-reason
          id="reason"
          what="meeting-reason-cancel-${record.id}"
          label=${this.t('meeting.plan.cancel-why')}
          hint=${this.t('meeting.plan.cancel-hint')}
          send=${this.t('meeting.plan.cancel-yes')}
          back=${this.t('meeting.form.not-now')}
          most=${meetingLimits.note}
          .acts=${this.acts}
          .act=${({ id, note }: Reason): FormAct => ({
            action: 'cancel',
            kind: record.kind,
            id: record.id,
            rev: record.rev,
            answers: [{ id, kind: 'meeting-note', data: { note } }],
          })}
          @saved=${(): void => this.#turn('none')}
          @closed=${(): void => this.#turn('none')}
        ></milieu-reason>`,
    );
  }

  #brought(meeting: KeptMeeting | undefined, parts: readonly KeptItem[], acts: SaveProgress | undefined): TemplateResult {
    const items = this.#items.kept;
    const list = (heading: string, some: readonly KeptItem[]): TemplateResult | typeof nothing =>
      some.length === 0
        ? nothing
        : html`<milieu-meeting-waiting
            .acts=${acts}
            .heading=${heading}
            .meeting=${meeting}
            .meetings=${this.#meetings.kept}
            .items=${some}
            .parts=${parts}
            @asking=${(event: Event): void => this.#answers(event.target as MilieuMeetingWaiting)}
          ></milieu-meeting-waiting>`;
    const raised = new Set(items.map(({ record }) => record.from));
    const hidden = items.filter((item) => isForStaff(item) && !raised.has(item.record.id));
    const open = items.filter((item) => isWaiting(item) && !isForStaff(item));
    const left = leftOver(items, this.#meetings.kept);
    const staff = this.community?.actor.as === 'staff';
    const lists = (): TemplateResult =>
      html`${list(this.t(staff ? 'meeting.waiting.for-staff' : 'meeting.waiting.for-staff-own'), hidden)}
      ${list(this.t('meeting.waiting.title'), open)} ${list(this.t('meeting.waiting.left'), left)}`;
    return html`${parts.length > 0 ? html`<milieu-checked></milieu-checked>` : nothing}
    ${hidden.length + open.length + left.length > 0 ? this.#suggestions.render(lists) : nothing}`;
  }

  /** What became of the person's own suggestions outside of a meeting. */
  #answered(): TemplateResult | typeof nothing {
    const me = this.community?.actor.person;
    const any = this.#items.kept.some((item) => item.record.by === me && (isRedirected(item) || isMerged(item)));
    if (!any) return nothing;
    return this.#own.render(
      () => html`<milieu-meeting-answered class="on-screen" .acts=${this.acts} .items=${this.#items.kept}></milieu-meeting-answered>`,
    );
  }

  #agreements({ record: { data } }: KeptMeeting): TemplateResult | typeof nothing {
    if (data.agreements.length === 0) return nothing;
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('meeting.plan.agreements')}</summary>
      <ul class="prose">
        ${data.agreements.map((agreement) => html`<li>${agreement}</li>`)}
      </ul>
    </details>`;
  }

  #turn(to: Aside): void {
    const before = this.aside;
    this.aside = to;
    if (to === 'cancel') this.#focus.to('reason');
    else if (to === 'none') this.#focus.to(`to-${before}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-plan': MilieuMeetingPlan;
  }
}
