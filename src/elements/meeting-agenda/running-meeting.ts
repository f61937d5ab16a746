import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { isPaused } from '../../model/kinds/meeting/states.js';
import type { Item, Outcome, Promised } from '../../model/kinds/agenda-item/table.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { Community } from '../community/community.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import { viewStyles } from '../styles/style-sets.js';
import { listAll } from '../controllers/record-pages.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { ClockActions } from './clock-actions.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { comingUp, fromBefore, isDecided, isOn, isOnAgenda, type KeptItem, type KeptMeeting, type KeptPromise, partsOf } from './meeting-lists.js';
import { outcomeLine } from './outcome-line.js';
import type { MilieuMeetingPromises } from './promise-list.js';
import { meetingStrings } from './strings.js';
import { wayStyles } from './narrow-buttons.styles.js';
import { takeFocus } from '../controllers/take-focus.js';

const allItems = { kind: 'item' };
const allPromises = { kind: 'promise' };

/**
 * The running meeting: first the promises of earlier meetings, then the agenda items one after another.
 *
 * @tag milieu-meeting-run
 * @internal
 * @fires {Event} help-asked - The person wants staff to come.
 */
export class MilieuMeetingRun extends View<typeof meetingStrings> {
  static override styles = [viewStyles, wayStyles];
  protected readonly english = meetingStrings;

  /** Id of the agenda item whose decision form is open. */
  @state() private deciding = '';
  /** The list of promises in which the form for a reason is open. */
  @state() private asking?: MilieuMeetingPromises;
  readonly #clock = new ClockActions(this);
  readonly #focus = new FocusAfterAct(this);
  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  readonly #items = new QueryController<Item>(this, () => allItems);
  readonly #outcomes = new QueryController<Outcome>(this, () => ({ kind: 'outcome' }));
  readonly #promises = new QueryController<Promised>(this, () => allPromises);

  readonly #lists = [this.#items, this.#outcomes, this.#promises];

  protected override render(): TemplateResult {
    return html`${this.renderState(this.#meetings.state, {
      ready: () => this.#ready(),
      empty: () => html`<milieu-checked .words=${this.t('meeting.run.none')}></milieu-checked>`,
    })}`;
  }

  /** Undefined if the store is read-only. Then no actions are shown. */
  get #acts(): SaveProgress | undefined {
    return this.#meetings.state.is === 'read-only' ? undefined : this.acts;
  }
  #can(...asked: Parameters<Community['can']>): boolean {
    return Boolean(this.#acts && this.community?.can(...asked));
  }

  #ready(): TemplateResult {
    if (this.#lists.some(({ state: screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    const meeting = comingUp(this.#meetings.kept)[0];
    if (!meeting) return html`<milieu-checked .words=${this.t('meeting.run.none')}></milieu-checked>`;
    const parts = partsOf(meeting.record, this.#items.kept);
    if (!isOn(meeting)) return this.#before(meeting);
    const part = parts.find(({ record }) => record.id === meeting.record.data.clock?.item);
    return html`
      ${part ? nothing : this.#opening(meeting, parts)}
      <milieu-meeting-clock
        .acts=${this.#acts}
        .meeting=${meeting}
        .parts=${parts}
        .beside=${this.#asks || this.#decides(meeting, part)}
        @help-asked=${(): boolean => this.dispatchEvent(new Event('help-asked'))}
        >${part ? this.#ways(meeting, part) : nothing}</milieu-meeting-clock
      >
      ${part ? this.#about(meeting, part) : nothing}
    `;
  }

  #before(meeting: KeptMeeting): TemplateResult {
    const { record } = meeting;
    const leads = this.#can('open', record);
    return html`
      <div class="empty">
        <h3>${this.t('meeting.run.before')}</h3>
        <p>${this.t(leads ? 'meeting.run.before-lead' : 'meeting.run.before-others', { name: this.name(record.data.chair) })}</p>
      </div>
      ${this.#promised(meeting)}
      ${leads ? html`<div class="row acts"><button class="btn ${this.#asks ? '' : 'go'}" type="button" @click=${(): void => void this.#open(meeting)}>${this.t('meeting.run.open')}</button></div>` : nothing}
    `;
  }

  /** The promises, shown before the first agenda item starts. */
  #opening(meeting: KeptMeeting, parts: readonly KeptItem[]): TemplateResult {
    const { record } = meeting;
    const first = parts.find(isOnAgenda);
    const holds = this.#clock.holds(record);
    const leads = this.#can('take-clock', record);
    const waits = isPaused(record);
    if (!first) return html`<p>${this.t('meeting.run.all-done')}</p>`;
    return html`${this.#promised(meeting) ?? nothing}
    ${
      leads && !waits
        ? html`<div class="row acts">
            <button class="btn ${this.#asks ? '' : 'go'}" type="button" @click=${(): void => void this.#begin(meeting, first)}>
              ${this.t(holds ? 'meeting.run.first' : 'meeting.run.first-here', { title: first.record.data.title })}
            </button>
          </div>`
        : nothing
    }`;
  }

  #promised(meeting: KeptMeeting): TemplateResult | undefined {
    const shown = this.#openBefore(meeting);
    if (shown.length === 0) return undefined;
    return html`<section class="q" aria-labelledby="promised">
      <h3 id="promised" tabindex="-1">${this.t('meeting.run.promised')}</h3>
      <p class="quiet">${this.t(isOn(meeting) ? 'meeting.run.promised-more' : 'meeting.run.promised-before')}</p>
      ${this.#list(shown, isOn(meeting) ? meeting : undefined)}
    </section>`;
  }

  #list(promises: readonly KeptPromise[], meeting?: KeptMeeting): TemplateResult {
    return html`<milieu-meeting-promises
      .acts=${this.#acts}
      .promises=${promises}
      .meeting=${meeting}
      @asking=${(event: Event): void => this.#asksIn(event.target as MilieuMeetingPromises)}
    ></milieu-meeting-promises>`;
  }
  /** Whether the form for a reason is open. Then that form has the button of the next step. */
  get #asks(): boolean {
    return Boolean(this.asking?.isConnected && this.asking.asks);
  }
  #asksIn(list: MilieuMeetingPromises): void {
    if (list.asks) this.asking = list;
    else if (this.asking === list) this.asking = undefined;
  }

  #openBefore({ record }: KeptMeeting): readonly KeptPromise[] {
    return fromBefore(record, this.#items.kept, this.#promises.kept);
  }

  #about(meeting: KeptMeeting, part: KeptItem): TemplateResult {
    const { record } = part;
    const follows = record.data.kind === 'follow-up';
    return html`${follows ? (this.#promised(meeting) ?? html`<milieu-checked .words=${this.t('meeting.run.no-promises')}></milieu-checked>`) : nothing}
    ${isDecided(part) ? this.#decided(part) : nothing} ${this.#form(meeting, part)}`;
  }

  #decided({ record }: KeptItem): TemplateResult | typeof nothing {
    const outcome = this.#outcomes.kept.find((one) => one.record.about === record.id);
    const promises = this.#promises.kept.filter((promise) => promise.record.about === record.id);
    return html`<section class="q" aria-labelledby="decided">
      <h3 id="decided" tabindex="-1">${this.t('meeting.decide.done')}</h3>
      ${outcome ? html`<dl class="said">${outcomeLine(record.data.title, outcome.record.data, (key, values) => this.t(key, values))}</dl>` : nothing}
      ${promises.length > 0 ? this.#list(promises) : nothing}
    </section>`;
  }

  #mayDecide(meeting: KeptMeeting, part: KeptItem): boolean {
    return this.#can('decide', part.record, [meeting.record]);
  }
  #decides(meeting: KeptMeeting, part: KeptItem | undefined): boolean {
    return part !== undefined && this.deciding === part.record.id && this.#mayDecide(meeting, part);
  }

  #form(meeting: KeptMeeting, part: KeptItem): TemplateResult | typeof nothing {
    if (!this.#decides(meeting, part)) return nothing;
    return html`${keyed(
      part.record.id,
      html`<milieu-meeting-decide
        .acts=${this.#acts}
        .item=${part}
        @decided=${(): void => this.#close('decided')}
        @closed=${(): void => this.#close('decide')}
      ></milieu-meeting-decide>`,
    )}`;
  }

  #ways(meeting: KeptMeeting, part: KeptItem): TemplateResult | typeof nothing {
    if (this.#decides(meeting, part) || !this.#mayDecide(meeting, part)) return nothing;
    const later = comingUp(this.#meetings.kept).find(
      ({ record }) => record.id !== meeting.record.id && record.data.startsAt >= meeting.record.data.startsAt,
    );
    return html`<div class="row acts">
      <button class="btn" type="button" id="decide" @click=${(): void => this.#decide(part)}>${this.t('meeting.decide.start')}</button>
      <button class="btn word plain" type="button" @click=${(): void => void this.#put('park', part)}>${this.t('meeting.agenda.park')}</button>
      ${
        later
          ? html`<button
              class="btn word plain"
              type="button"
              @click=${(): void => void this.#put('carry', part, { moves: { meeting: later.record.id } })}
            >
              ${this.t('meeting.run.carry', { day: this.date(later.record.data.startsAt) })}
            </button>`
          : nothing
      }
    </div>`;
  }

  #decide(part: KeptItem): void {
    this.deciding = part.record.id;
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector('milieu-meeting-decide')));
  }

  #close(next: 'decided' | 'decide'): void {
    this.deciding = '';
    this.#focus.to(next);
  }

  /**
   * Starts the meeting. If there are promises to review, they come first and the clock does not start, unless the first agenda item is the
   * review of promises. The lists on the screen may be out of date, so the items and promises are read again.
   */
  async #open({ record }: KeptMeeting): Promise<void> {
    try {
      const records = await this.community?.ready();
      const items = (records && (await listAll(records, allItems))) as readonly KeptItem[] | undefined;
      const promises = (records && (await listAll(records, allPromises))) as readonly KeptPromise[] | undefined;
      const first = partsOf(record, items ?? []).find(isOnAgenda);
      const waits = fromBefore(record, items ?? [], promises ?? []).length > 0 && first?.record.data.kind !== 'follow-up';
      await this.#clock.open(record, waits ? undefined : first);
    } catch (error) {
      this.community?.report(error);
    }
  }

  async #begin({ record }: KeptMeeting, first: KeptItem): Promise<void> {
    const mine = this.#clock.holds(record) ? record : await this.#clock.take(record);
    if (mine) await this.#clock.next(mine, first);
  }

  async #put(action: 'park' | 'carry', { record }: KeptItem, input = {}): Promise<void> {
    await this.acts?.act(action, { kind: record.kind, id: record.id, rev: record.rev }, input);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-run': MilieuMeetingRun;
  }
}
