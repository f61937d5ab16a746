import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { isFixedPart } from '../../model/kinds/agenda-item/places.js';
import { isPaused } from '../../model/kinds/meeting/states.js';
import type { Item, Outcome, Promised } from '../../model/kinds/agenda-item/table.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { Community } from '../community/community.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { ClockActions } from './clock-actions.js';
import { timesOf } from './part-times.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { comingUp, isDecided, isOn, isOnAgenda, type KeptItem, type KeptMeeting, type KeptPromise, partsOf } from './meeting-lists.js';
import { fromBefore, justEnded, madeIn, meetingAfter } from './running-lists.js';
import { allItems, allPromises, openMeeting } from './open-meeting.js';
import { answerOutside } from './answer-outside.js';
import { decidedSection, promisedSection } from './outcome-line.js';
import { partActions } from './part-actions.js';
import type { MilieuMeetingPromises } from './promise-list.js';
import { readOut } from './promise-table.js';
import { meetingStrings } from './all-strings.js';
import { minutesStyles } from './minutes.styles.js';
import { wayStyles } from './narrow-buttons.styles.js';

type Asks = 'decide' | 'redirect';

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
  /** The agenda item whose form is open, and which form: for a decision, or for an answer outside of the meeting. */
  @state() private form?: { readonly id: string; readonly asks: Asks };
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
    const over = justEnded(this.#meetings.kept, meeting, this.#seen);
    if (over && over.record.id !== this.left) return this.#thanks(over, meeting);
    if (!meeting) return this.#none();
    return isOn(meeting) ? this.#on(meeting) : this.#before(meeting);
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
    return html`<milieu-meeting-away @help-asked=${(): boolean => this.dispatchEvent(new Event('help-asked'))}>
      ${part ? nothing : this.#opening(meeting, parts)}
      <milieu-meeting-clock
        id="clock"
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
          ? html`<milieu-meeting-opening .acts=${this.#acts} .meeting=${meeting} ?leads=${this.#can('take-clock', record)}></milieu-meeting-opening>`
          : nothing
      }
      ${part ? this.#about(meeting, part) : nothing}
    </milieu-meeting-away>`;
  }

  #closing({ record }: KeptMeeting): unknown {
    const me = this.community?.actor.person;
    return readOut(madeIn(record, this.#items.kept, this.#promises.kept), {
      say: (key, values) => this.t(key, values),
      name: (id) => this.name(id),
      me: { id: me, name: me && this.knownName(me) },
      day: (due) => this.date(due),
    });
  }

  /** The promises, shown before the first agenda item starts. */
  #opening(meeting: KeptMeeting, parts: readonly KeptItem[]): TemplateResult {
    const { record } = meeting;
    const first = parts.find(isOnAgenda);
    const begins = this.#can('take-clock', record) && !isPaused(record);
    if (!first) return html`<p>${this.t('meeting.run.all-done')}</p>`;
    return html`${this.#promised(meeting)}
    ${
      begins
        ? html`<div class="row acts">
            <button class="btn ${this.#asks ? '' : 'go'}" type="button" @click=${(): void => void this.#begin(meeting, first, parts)}>
              ${this.t(this.#clock.holds(record) ? 'meeting.run.first' : 'meeting.run.first-here', { title: first.record.data.title })}
            </button>
          </div>`
        : nothing
    }`;
  }

  #promised(meeting: KeptMeeting): TemplateResult | typeof nothing {
    const shown = fromBefore(meeting.record, this.#items.kept, this.#promises.kept);
    if (shown.length === 0) return nothing;
    return promisedSection(isOn(meeting), this.#list(shown, isOn(meeting) ? meeting : undefined), (key) => this.t(key));
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
    const { kind } = part.record.data;
    const follows = kind === 'follow-up';
    const round =
      kind === 'activity'
        ? keyed(part.record.id, html`<milieu-meeting-round .acts=${this.#acts} .meeting=${meeting}></milieu-meeting-round>`)
        : nothing;
    const promised = follows ? this.#promised(meeting) : nothing;
    return html`${follows && promised === nothing ? html`<milieu-checked .words=${this.t('meeting.run.no-promises')}></milieu-checked>` : promised}
    ${follows ? html`<milieu-meeting-said heading></milieu-meeting-said>` : nothing} ${isDecided(part) ? this.#decided(part) : nothing}
    ${this.#form(meeting, part)} ${round}`;
  }

  #decided({ record }: KeptItem): TemplateResult {
    const outcome = this.#outcomes.kept.find((one) => one.record.about === record.id)?.record.data;
    const promises = this.#promises.kept.filter((promise) => promise.record.about === record.id);
    const list = promises.length > 0 ? this.#list(promises) : nothing;
    return decidedSection(record.data.title, outcome, list, (key, values) => this.t(key, values));
  }

  #may(asks: Asks, meeting: KeptMeeting, part: KeptItem): boolean {
    return this.#can(asks, part.record, [meeting.record]) && (asks === 'decide' || !isFixedPart(part.record));
  }
  #decides(meeting: KeptMeeting, part: KeptItem | undefined): boolean {
    return part !== undefined && this.form?.id === part.record.id && this.#may(this.form.asks, meeting, part);
  }

  #form(meeting: KeptMeeting, part: KeptItem): TemplateResult | typeof nothing {
    if (!this.#decides(meeting, part)) return nothing;
    const goOn = this.#goOn(meeting, part);
    if (this.form?.asks === 'redirect')
      return answerOutside(part.record, {
        say: (key, values) => this.t(key, values),
        name: this.name(part.record.by),
        acts: this.#acts,
        saved: () => void goOn(),
        closed: () => this.#close('decide'),
      });
    return html`${keyed(
      part.record.id,
      html`<milieu-meeting-decide
        id="decide-form"
        .acts=${this.#acts}
        .item=${part}
        @decided=${(): void => this.#close('decided')}
        @closed=${(): void => this.#close('decide')}
      ></milieu-meeting-decide>`,
    )}`;
  }

  /** Where people decide something, the way to write it down is in sight; everything else is behind *More*. */
  #ways(meeting: KeptMeeting, part: KeptItem): TemplateResult | typeof nothing {
    if (this.#decides(meeting, part) || !this.#may('decide', meeting, part)) return nothing;
    const later = meetingAfter(meeting, this.#meetings.kept);
    return partActions(part, {
      say: (key, values) => this.t(key, values),
      later: later && { id: later.record.id, day: this.date(later.record.data.startsAt) },
      decide: () => this.#ask('decide', part),
      park: () => void this.#put('park', part),
      carry: (id) => void this.#put('carry', part, { moves: { meeting: id } }).then(this.#goOn(meeting, part)),
      redirect: this.#may('redirect', meeting, part) ? (): void => this.#ask('redirect', part) : undefined,
    });
  }

  #ask(asks: Asks, { record: { id } }: KeptItem): void {
    this.form = { id, asks };
    this.#focus.to(asks === 'decide' ? 'decide-form' : 'reason');
  }

  #close(next: 'decided' | 'decide'): void {
    this.form = undefined;
    this.#focus.to(next);
  }

  /** Goes on to the next part, on this screen, after `part` has left the meeting. */
  #goOn(meeting: KeptMeeting, part: KeptItem): () => Promise<void> {
    const parts = partsOf(meeting.record, this.#items.kept);
    const next = parts.slice(parts.indexOf(part) + 1).find(isOnAgenda);
    return async () => {
      this.form = undefined;
      if (next && !isPaused(meeting.record)) await this.#begin(meeting, next, parts);
      this.#focus.to('clock');
    };
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
