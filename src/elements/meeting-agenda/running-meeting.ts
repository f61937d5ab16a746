import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { isPaused } from '../../model/kinds/meeting/states.js';
import type { Item, Outcome, Promised } from '../../model/kinds/agenda-item/table.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { Community } from '../community/community.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { ClockActions, timesOf } from './clock-actions.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import {
  comingUp,
  fromBefore,
  heldBefore,
  isDecided,
  isEarly,
  isJustOver,
  isOn,
  isOnAgenda,
  type KeptItem,
  type KeptMeeting,
  type KeptPromise,
  madeIn,
  partsOf,
} from './meeting-lists.js';
import { allItems, allPromises, openMeeting } from './open-meeting.js';
import { decidedSection, promisedSection } from './outcome-line.js';
import { partActions } from './part-actions.js';
import type { MilieuMeetingPromises } from './promise-list.js';
import { commitments } from './promise-table.js';
import { meetingStrings } from './all-strings.js';
import { minutesStyles } from './minutes.styles.js';
import { wayStyles } from './narrow-buttons.styles.js';
import { takeFocus } from '../controllers/take-focus.js';

/**
 * The running meeting: first the promises of earlier meetings, then the agenda items one after another, at the end thanks.
 *
 * @tag milieu-meeting-run
 * @internal
 * @fires {Event} help-asked - The person wants staff to come.
 * @fires {Event} minutes-asked - The person wants to write or to read the minutes.
 */
export class MilieuMeetingRun extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...minutesStyles, wayStyles];
  protected readonly english = meetingStrings;

  /** Whether the page of the minutes can be opened from here. */
  @property({ type: Boolean }) leads = false;
  /** Id of the agenda item whose decision form is open. */
  @state() private deciding = '';
  /** The list of promises in which the form for a reason is open. */
  @state() private asking?: MilieuMeetingPromises;
  /** Id of the meeting whose end was read. */
  @state() private left = '';
  /** Ids of the meetings that were on while this page was open. */
  readonly #seen = new Set<string>();
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
      empty: () => this.#none(),
    })}`;
  }

  /** Undefined if the store is read-only. Then no actions are shown. */
  get #acts(): SaveProgress | undefined {
    return this.#meetings.state.is === 'read-only' ? undefined : this.acts;
  }
  #can(...asked: Parameters<Community['can']>): boolean {
    return Boolean(this.#acts && this.community?.can(...asked));
  }

  #none(): TemplateResult {
    return html`<milieu-checked .words=${this.t('meeting.run.none')}></milieu-checked>`;
  }

  #ready(): TemplateResult {
    if (this.#lists.some(({ state: screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    const meeting = comingUp(this.#meetings.kept)[0];
    const over = this.#over(meeting);
    if (over) return this.#thanks(over, meeting);
    if (!meeting) return this.#none();
    return isOn(meeting) ? this.#on(meeting) : this.#before(meeting);
  }

  /** The meeting that has just ended, until the person goes on or another one is about to begin. */
  #over(next: KeptMeeting | undefined): KeptMeeting | undefined {
    const last = heldBefore(this.#meetings.kept).find((one) => this.#seen.has(one.record.id) || isJustOver(one, Date.now()));
    const waits = next && (isOn(next) || !isEarly(next, Date.now()));
    return waits || last?.record.id === this.left ? undefined : last;
  }

  #thanks(meeting: KeptMeeting, next: KeptMeeting | undefined): TemplateResult {
    const parts = partsOf(meeting.record, this.#items.kept);
    return html`<milieu-meeting-thanks
      id="over"
      .acts=${this.#acts}
      .meeting=${meeting}
      .parts=${parts}
      .outcomes=${this.#outcomes.kept}
      .promises=${madeIn(meeting.record, this.#items.kept, this.#promises.kept)}
      ?leads=${this.leads}
      ?more=${next !== undefined}
      @minutes-asked=${(): boolean => this.dispatchEvent(new Event('minutes-asked'))}
      @next-asked=${(): string => (this.left = meeting.record.id)}
    ></milieu-meeting-thanks>`;
  }

  #before(meeting: KeptMeeting): TemplateResult {
    return html`<milieu-meeting-before
      .acts=${this.#acts}
      .meeting=${meeting}
      .beside=${this.#asks}
      @open-asked=${(): void => void openMeeting(this.community, this.#clock, meeting.record)}
      >${this.#promised(meeting)}</milieu-meeting-before
    >`;
  }

  #on(meeting: KeptMeeting): TemplateResult {
    const { record } = meeting;
    this.#seen.add(record.id);
    const parts = partsOf(record, this.#items.kept);
    const part = parts.find((one) => one.record.id === record.data.clock?.item);
    const leads = this.#can('take-clock', record);
    return html`
      ${part ? nothing : this.#opening(meeting, parts)}
      <milieu-meeting-clock
        .acts=${this.#acts}
        .meeting=${meeting}
        .parts=${parts}
        .beside=${this.#asks || this.#decides(meeting, part)}
        @help-asked=${(): boolean => this.dispatchEvent(new Event('help-asked'))}
        @closed=${(): void => this.#focus.to('over')}
        >${part ? this.#ways(meeting, part) : nothing} ${this.#closing(meeting)}</milieu-meeting-clock
      >
      ${
        !part || part === parts[0]
          ? html`<milieu-meeting-opening .acts=${this.#acts} .meeting=${meeting} ?leads=${leads}></milieu-meeting-opening>`
          : nothing
      }
      ${part ? this.#about(meeting, part) : nothing}
    `;
  }

  /** What is read out before the meeting is closed. */
  #closing({ record }: KeptMeeting): TemplateResult | typeof nothing {
    const made = madeIn(record, this.#items.kept, this.#promises.kept);
    if (made.length === 0) return nothing;
    const me = this.community?.actor.person;
    return html`<div slot="closing" class="stack close">
      <p>${this.t('meeting.run.close-read')}</p>
      ${commitments(made, {
        say: (key, values) => this.t(key, values),
        name: (id) => this.name(id),
        me: { id: me, name: me && this.knownName(me) },
        day: (due) => this.date(due),
      })}
    </div>`;
  }

  /** The promises, shown before the first agenda item starts. */
  #opening(meeting: KeptMeeting, parts: readonly KeptItem[]): TemplateResult {
    const { record } = meeting;
    const first = parts.find(isOnAgenda);
    const holds = this.#clock.holds(record);
    const begins = this.#can('take-clock', record) && !isPaused(record);
    if (!first) return html`<p>${this.t('meeting.run.all-done')}</p>`;
    return html`${this.#promised(meeting)}
    ${
      begins
        ? html`<div class="row acts">
            <button class="btn ${this.#asks ? '' : 'go'}" type="button" @click=${(): void => void this.#begin(meeting, first, parts)}>
              ${this.t(holds ? 'meeting.run.first' : 'meeting.run.first-here', { title: first.record.data.title })}
            </button>
          </div>`
        : nothing
    }`;
  }

  #promised(meeting: KeptMeeting): TemplateResult | typeof nothing {
    const shown = fromBefore(meeting.record, this.#items.kept, this.#promises.kept);
    if (shown.length === 0) return nothing;
    const on = isOn(meeting);
    return promisedSection(on, this.#list(shown, on ? meeting : undefined), (key) => this.t(key));
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

  #about(meeting: KeptMeeting, part: KeptItem): TemplateResult {
    const follows = part.record.data.kind === 'follow-up';
    const promised = follows ? this.#promised(meeting) : nothing;
    return html`${follows && promised === nothing ? html`<milieu-checked .words=${this.t('meeting.run.no-promises')}></milieu-checked>` : promised}
    ${follows ? html`<milieu-meeting-said heading></milieu-meeting-said>` : nothing} ${isDecided(part) ? this.#decided(part) : nothing}
    ${this.#form(meeting, part)}`;
  }

  #decided({ record }: KeptItem): TemplateResult {
    const outcome = this.#outcomes.kept.find((one) => one.record.about === record.id)?.record.data;
    const promises = this.#promises.kept.filter((promise) => promise.record.about === record.id);
    const list = promises.length > 0 ? this.#list(promises) : nothing;
    return decidedSection(record.data.title, outcome, list, (key, values) => this.t(key, values));
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

  /** Where people decide something, the way to write it down is in sight; everything else is behind *More*. */
  #ways(meeting: KeptMeeting, part: KeptItem): TemplateResult | typeof nothing {
    if (this.#decides(meeting, part) || !this.#mayDecide(meeting, part)) return nothing;
    const starts = meeting.record.data.startsAt;
    const later = comingUp(this.#meetings.kept).find(({ record }) => record.id !== meeting.record.id && record.data.startsAt >= starts);
    return partActions(part, {
      say: (key, values) => this.t(key, values),
      later: later && { id: later.record.id, day: this.date(later.record.data.startsAt) },
      decide: () => this.#decide(part),
      park: () => void this.#put('park', part),
      carry: (id) => void this.#put('carry', part, { moves: { meeting: id } }),
    });
  }

  #decide(part: KeptItem): void {
    this.deciding = part.record.id;
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector('milieu-meeting-decide')));
  }

  #close(next: 'decided' | 'decide'): void {
    this.deciding = '';
    this.#focus.to(next);
  }

  async #begin({ record }: KeptMeeting, first: KeptItem, parts: readonly KeptItem[]): Promise<void> {
    const mine = this.#clock.holds(record) ? record : await this.#clock.take(record);
    if (mine) await this.#clock.next(mine, first, timesOf(parts)[parts.indexOf(first)] ?? 0);
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
