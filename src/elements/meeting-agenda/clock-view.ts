import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Clock, remaining } from '../../model/clock.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { ClockActs, minutesOf } from './clock-acts.js';
import { Focus } from './focus.js';
import { spokenTime } from './spoken-time.js';
import { standsBefore } from './standing.js';
import type { KeptItem, KeptMeeting } from './meetings.js';
import { isOnAgenda } from './meetings.js';
import { meetingStrings } from './strings.js';
import { meetingStyles } from './meeting.styles.js';
import { ring } from './ring.js';
import { Ticker } from './ticker.js';

const more = 2;

/**
 * The part that is on, and its time. What is left is reckoned from the stored clock and the wall clock; nothing here ends a part by itself.
 *
 * @tag milieu-meeting-clock
 * @internal
 * @fires {Event} help-asked - Somebody wants staff to come.
 */
export class MilieuMeetingClock extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...meetingStyles];
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  @property({ attribute: false }) parts: readonly KeptItem[] = [];
  /** Whether another form on the page has the next step. */
  @property({ type: Boolean }) beside = false;
  @state() private hides = false;
  @state() private closing = false;
  readonly #clock = new ClockActs(this);
  readonly #focus = new Focus(this);

  constructor() {
    super();
    new Ticker(this, () => this.#untilNext());
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.meeting) return nothing;
    const part = this.#part;
    return html`
      <div role="status" class="vh">${part ? `${this.t('meeting.run.now', { title: part.record.data.title })} ${this.#spoken(part)}` : nothing}</div>
      ${
        this.#still
          ? html`<div class="nudge">
              <h3>${icon('pause')} ${this.t('meeting.run.paused')}</h3>
              <p>${this.t('meeting.run.paused-more')}</p>
            </div>`
          : nothing
      }
      ${
        part
          ? html`<div class="now-grid">
              ${this.hides ? nothing : this.#face(part)}
              <div class="now-words">${this.#words(part)} ${this.#ways()}</div>
            </div>`
          : nothing
      }
      ${this.#bar()}
    `;
  }

  get #stored(): Clock | undefined {
    return this.meeting?.record.data.clock;
  }
  get #left(): number {
    return this.#stored ? Math.ceil(remaining(this.#stored, Date.now())) : 0;
  }
  /** Until the second that is shown is over. */
  #untilNext(): number | undefined {
    if (!this.#stored?.since) return undefined;
    const left = remaining(this.#stored, Date.now());
    return left > 0 ? Math.ceil((left - Math.ceil(left) + 1) * 1000) : undefined;
  }
  get #still(): boolean {
    return this.meeting !== undefined && standsBefore('resume', this.meeting.record);
  }
  get #index(): number {
    return this.parts.findIndex(({ record }) => record.id === this.#stored?.item);
  }
  get #part(): KeptItem | undefined {
    return this.parts[this.#index];
  }
  /** The next part that is still to be talked about. */
  get #next(): KeptItem | undefined {
    return this.parts.slice(this.#index + 1).find(isOnAgenda);
  }

  #spoken(part: KeptItem): string {
    const key = spokenTime(this.#left, minutesOf(part) * 60);
    return key ? this.t(key) : '';
  }

  #face(part: KeptItem): TemplateResult {
    const left = this.#left;
    const whole = Math.max(minutesOf(part) * 60, left);
    return html`<div class="clock">
      ${ring(this.parts.map(minutesOf), this.#index, 1 - left / whole)}
      <b role="timer" aria-live="off" aria-labelledby="left">${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}</b>
      <span id="left">${this.t(left > 0 ? 'meeting.run.left' : 'meeting.run.up')}</span>
    </div>`;
  }

  #words(part: KeptItem): TemplateResult {
    const next = this.#next;
    const proposed = part.record.about === undefined ? this.t('meeting.agenda.by', { name: this.name(part.record.by) }) : undefined;
    return html`<div>
        ${proposed ? html`<p class="quiet">${proposed}</p>` : nothing}
        <h3 class="now-item" tabindex="-1" id="now">${part.record.data.title}</h3>
        ${part.record.data.detail ? html`<p>${part.record.data.detail}</p>` : nothing}
        <p class="quiet next">${next ? this.t('meeting.run.next-is', { title: next.record.data.title }) : this.t('meeting.run.last')}</p>
      </div>
      ${
        this.#left === 0 && !this.#still
          ? html`<p class="nudge">
              <span><b>${this.t('meeting.run.time-up')}</b> ${this.t('meeting.run.time-up-more')}</span>
            </p>`
          : nothing
      }`;
  }

  #ways(): TemplateResult | typeof nothing {
    const root = this.meeting?.record;
    if (!root || !this.community?.can('take-clock', root)) return nothing;
    if (!this.#clock.holds(root)) {
      return html`<p class="quiet">${this.t('meeting.run.elsewhere')}</p>
        <div class="row acts">
          <button class="btn go" type="button" @click=${(): unknown => this.#clock.take(root)}>${this.t('meeting.run.take')}</button>
        </div>`;
    }
    if (this.#still)
      return html`<div class="row acts">
        <button class="btn go" type="button" @click=${(): unknown => this.#clock.resume(root)}>${icon('play')}${this.t('meeting.run.resume')}</button>
      </div>`;
    const next = this.#next;
    return html`<div class="row acts">
      ${next ? html`<button class=${this.beside ? 'btn' : 'btn go'} type="button" @click=${(): void => void this.#turn(next)}>${this.t('meeting.run.next')}</button>` : nothing}
      <button class="btn" type="button" @click=${(): unknown => this.#clock.extend(root, more)}>${icon('plus')}${this.t('meeting.run.more')}</button>
    </div>`;
  }

  #bar(): TemplateResult {
    const root = this.meeting?.record;
    const leads = Boolean(root && this.community?.can('take-clock', root));
    const holds = Boolean(root && leads && this.#clock.holds(root));
    return html`<div class="bar2">
      <div class="row">
        ${root && holds && !this.#still ? html`<button class="btn" type="button" @click=${(): unknown => this.#clock.pause(root)}>${icon('pause')}${this.t('meeting.run.pause')}</button>` : nothing}
        ${
          this.#part
            ? html`<button class="btn word plain" type="button" @click=${(): boolean => (this.hides = !this.hides)}>
                ${this.t(this.hides ? 'meeting.run.show' : 'meeting.run.hide')}
              </button>`
            : nothing
        }
        ${root && this.community?.can('close', root) ? this.#closing() : nothing}
      </div>
      <button class="btn" type="button" @click=${(): void => void this.#getStaff()}>
        ${icon('buoy')}${this.t(leads && !this.#still ? 'meeting.run.pause-and-help' : 'meeting.run.help')}
      </button>
    </div>`;
  }

  #closing(): TemplateResult {
    if (!this.closing) {
      return html`<button class="btn ${this.#next ? 'word plain' : 'go'}" type="button" @click=${(): boolean => (this.closing = true)}>
        ${this.t('meeting.run.close')}
      </button>`;
    }
    return html`<span>${this.t('meeting.run.close-sure')}</span>
      <button class="btn" type="button" @click=${(): void => void this.#close()}>${this.t('meeting.run.close-yes')}</button>
      <button class="btn word plain" type="button" @click=${(): boolean => (this.closing = false)}>${this.t('meeting.run.close-no')}</button>`;
  }

  async #turn(next: KeptItem): Promise<void> {
    const root = this.meeting?.record;
    if (root && (await this.#clock.next(root, next))) this.#focus.to('now');
  }

  async #close(): Promise<void> {
    const root = this.meeting?.record;
    if (root) await this.#clock.close(root);
  }

  /** Help first: it does not wait for the clock, nor for the disk. */
  async #getStaff(): Promise<void> {
    this.dispatchEvent(new Event('help-asked'));
    const root = this.meeting?.record;
    if (!root || this.#still || !this.community?.can('pause', root)) return;
    const mine = this.#clock.holds(root) ? root : await this.#clock.take(root);
    if (mine) await this.#clock.pause(mine);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-clock': MilieuMeetingClock;
  }
}
