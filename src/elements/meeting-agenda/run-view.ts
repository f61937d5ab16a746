import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Item, Outcome, Promised } from '../../model/agenda-item.js';
import type { Meeting } from '../../model/meeting.js';
import type { Community } from '../community/community.js';
import type { Acts } from '../shared/acts.js';
import { viewStyles } from '../shared/base.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { ClockActs } from './clock-acts.js';
import { Focus } from './focus.js';
import { comingUp, fromBefore, isDecided, isOn, isOnAgenda, type KeptItem, type KeptMeeting, type KeptPromise, partsOf } from './meetings.js';
import { drawOutcome } from './outcome.js';
import type { MilieuMeetingPromises } from './promises-view.js';
import { standsBefore } from './standing.js';
import { meetingStrings } from './strings.js';
import { wayStyles } from './ways.styles.js';

const allItems = { kind: 'item', limit: 200 };
const allPromises = { kind: 'promise', limit: 200 };

/**
 * The meeting that is on: first what was promised last time, then one part after another.
 *
 * @tag milieu-meeting-run
 * @internal
 * @fires {Event} help-asked - Somebody wants staff to come.
 */
export class MilieuMeetingRun extends View<typeof meetingStrings> {
  static override styles = [viewStyles, wayStyles];
  protected readonly english = meetingStrings;

  /** Id of the part whose decision is written down. */
  @state() private deciding = '';
  /** The promises of which somebody says why one is let go. */
  @state() private asking?: MilieuMeetingPromises;
  readonly #clock = new ClockActs(this);
  readonly #focus = new Focus(this);
  readonly #meetings = new Watched<Meeting>(this, () => ({ kind: 'meeting', limit: 60 }));
  readonly #items = new Watched<Item>(this, () => allItems);
  readonly #outcomes = new Watched<Outcome>(this, () => ({ kind: 'outcome', limit: 200 }));
  readonly #promises = new Watched<Promised>(this, () => allPromises);

  readonly #lists = [this.#items, this.#outcomes, this.#promises];

  protected override render(): TemplateResult {
    return html`${this.draw(this.#meetings.screen, {
      ready: () => this.#ready(),
      empty: () => html`<p class="quiet">${this.t('meeting.run.none')}</p>`,
    })}`;
  }

  /** None where nothing can be written: then nothing is offered. */
  get #acts(): Acts | undefined {
    return this.#meetings.screen.is === 'read-only' ? undefined : this.acts;
  }
  #can(...asked: Parameters<Community['can']>): boolean {
    return Boolean(this.#acts && this.community?.can(...asked));
  }

  #ready(): TemplateResult {
    if (this.#lists.some(({ screen }) => screen.is === 'opening')) return html`<p class="quiet">${this.t('screen.opening')}</p>`;
    const meeting = comingUp(this.#meetings.kept)[0];
    if (!meeting) return html`<p class="quiet">${this.t('meeting.run.none')}</p>`;
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

  /** The promises, before any part begins. */
  #opening(meeting: KeptMeeting, parts: readonly KeptItem[]): TemplateResult {
    const { record } = meeting;
    const first = parts.find(isOnAgenda);
    const holds = this.#clock.holds(record);
    const leads = this.#can('take-clock', record);
    const waits = standsBefore('resume', record);
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
  /** Whether a reason is asked for: then that form has the next step. */
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
    return html`${follows ? (this.#promised(meeting) ?? html`<p class="quiet">${this.t('meeting.run.no-promises')}</p>`) : nothing}
    ${isDecided(part) ? this.#decided(part) : nothing} ${this.#form(meeting, part)}`;
  }

  #decided({ record }: KeptItem): TemplateResult | typeof nothing {
    const outcome = this.#outcomes.kept.find((one) => one.record.about === record.id);
    const promises = this.#promises.kept.filter((promise) => promise.record.about === record.id);
    return html`<section class="q" aria-labelledby="decided">
      <h3 id="decided" tabindex="-1">${this.t('meeting.decide.done')}</h3>
      ${outcome ? html`<dl class="said">${drawOutcome(record.data.title, outcome.record.data, (key, values) => this.t(key, values))}</dl>` : nothing}
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
    void this.updateComplete.then(() => this.renderRoot.querySelector('milieu-meeting-decide')?.focus());
  }

  #close(next: 'decided' | 'decide'): void {
    this.deciding = '';
    this.#focus.to(next);
  }

  /**
   * Promises come first: the clock waits for them, unless they are a part of their own at the head of the agenda. What is drawn
   * may be a moment behind the meeting itself, so the parts are asked for anew.
   */
  async #open({ record }: KeptMeeting): Promise<void> {
    try {
      const records = await this.community?.ready();
      const items = (await records?.list(allItems)) as readonly KeptItem[] | undefined;
      const promises = (await records?.list(allPromises)) as readonly KeptPromise[] | undefined;
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
