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
import { wayStyles } from './ways.styles.js';

const more = 2;

/**
 * The part that is on, and its time. What is left is reckoned from the stored clock and the wall clock; nothing here ends a part by itself.
 *
 * @tag milieu-meeting-clock
 * @internal
 * @fires {Event} help-asked - Somebody wants staff to come.
 */
export class MilieuMeetingClock extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...meetingStyles, wayStyles];
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
    const root = this.meeting?.record;
    if (!root) return nothing;
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
              <div class="now-words">
                ${this.#words(part)} ${this.#ways(root)}
                <slot></slot>
              </div>
            </div>`
          : this.#ways(root)
      }
      ${this.#bar(root)} ${this.closing && !this.#closesHere ? this.#sure() : nothing}
    `;
  }

  /** Where nothing can be written, nothing is offered. */
  #can(action: string, root: KeptMeeting['record']): boolean {
    return Boolean(this.acts && this.community?.can(action, root));
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

  /** Whether this tab runs the clock, and the person may. */
  get #holds(): boolean {
    const root = this.meeting?.record;
    return Boolean(root && this.#can('take-clock', root) && this.#clock.holds(root));
  }
  /** After the last part, closing is the next step. */
  get #closesHere(): boolean {
    const root = this.meeting?.record;
    return Boolean(root && this.#part && !this.#next && this.#holds && !this.#still && this.#can('close', root));
  }

  #ways(root: KeptMeeting['record']): TemplateResult {
    const leads = this.#can('take-clock', root);
    return html`${leads && this.#part && !this.#holds ? html`<p class="quiet">${this.t('meeting.run.elsewhere')}</p>` : nothing}
      <div class="row acts">
        ${leads ? this.#steps(root) : nothing}
        <button class="btn staff" type="button" @click=${(): void => void this.#getStaff()}>
          ${icon('buoy')}${this.t(leads && !this.#still ? 'meeting.run.pause-and-help' : 'meeting.run.help')}
        </button>
      </div>
      ${this.#closesHere && this.closing ? this.#sure() : nothing}`;
  }

  /** The next step, and time for it; while the meeting is paused, going on is the next step. */
  #steps(root: KeptMeeting['record']): TemplateResult | typeof nothing {
    if (!this.#holds) return this.#part || this.#still ? this.#button('take', this.#go, () => this.#clock.take(root)) : nothing;
    if (this.#still) return this.#button('resume', this.#go, () => this.#stop('pause', this.#clock.resume(root)), icon('play'));
    if (!this.#part) return nothing;
    const next = this.#next;
    return html`${next ? this.#button('next', this.#go, () => this.#turn(next)) : nothing}
    ${this.#closesHere && !this.closing ? this.#close(this.#go) : nothing}
    ${this.#button('more', '', () => this.#clock.extend(root, more), icon('plus'))}`;
  }

  #button(act: 'take' | 'next' | 'more' | 'pause' | 'resume', look: string, run: () => unknown, drawing?: unknown): TemplateResult {
    return html`<button class="btn ${look}" type="button" id=${act} @click=${run}>${drawing}${this.t(`meeting.run.${act}`)}</button>`;
  }

  /** The look of the next step, while no form beside has one of its own. */
  get #go(): 'go' | '' {
    return this.beside || this.closing ? '' : 'go';
  }

  /** What is seldom wanted; closing stands last. */
  #bar(root: KeptMeeting['record']): TemplateResult | typeof nothing {
    const pauses = this.#holds && !this.#still;
    const closes = !this.closing && !this.#closesHere && this.#can('close', root);
    if (!pauses && !this.#part && !closes) return nothing;
    return html`<div class="bar2 row acts">
      ${pauses ? this.#button('pause', '', () => this.#stop('resume', this.#clock.pause(root)), icon('pause')) : nothing}
      ${
        this.#part
          ? html`<button class="btn word plain" type="button" @click=${(): boolean => (this.hides = !this.hides)}>
              ${this.t(this.hides ? 'meeting.run.show' : 'meeting.run.hide')}
            </button>`
          : nothing
      }
      ${closes ? this.#close('word plain') : nothing}
    </div>`;
  }

  /** Pause and go on take each other's turn; the focus goes along. */
  async #stop(then: 'pause' | 'resume', saving: Promise<unknown>): Promise<void> {
    if (await saving) this.#focus.to(then);
  }

  #close(look: string): TemplateResult {
    return html`<button class="btn ${look}" type="button" id="close" @click=${(): void => this.#ask(true)}>${this.t('meeting.run.close')}</button>`;
  }

  #sure(): TemplateResult {
    return html`<div class="stack close">
      <p id="sure" tabindex="-1">${this.t('meeting.run.close-sure')}</p>
      <div class="row acts">
        <button class="btn ${this.beside ? '' : 'go'}" type="button" @click=${(): void => void this.#end()}>
          ${this.t('meeting.run.close-yes')}
        </button>
        <button class="btn word plain" type="button" @click=${(): void => this.#ask(false)}>${this.t('meeting.run.close-no')}</button>
      </div>
    </div>`;
  }

  #ask(closing: boolean): void {
    this.closing = closing;
    this.#focus.to(closing ? 'sure' : 'close');
  }

  async #turn(next: KeptItem): Promise<void> {
    const root = this.meeting?.record;
    if (root && (await this.#clock.next(root, next))) this.#focus.to('now');
  }

  async #end(): Promise<void> {
    const root = this.meeting?.record;
    if (root) await this.#clock.close(root);
  }

  /** Help first: it does not wait for the clock, nor for the disk. */
  async #getStaff(): Promise<void> {
    this.dispatchEvent(new Event('help-asked'));
    const root = this.meeting?.record;
    if (!root || this.#still || !this.#can('pause', root)) return;
    const mine = this.#clock.holds(root) ? root : await this.#clock.take(root);
    if (mine) await this.#clock.pause(mine);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-clock': MilieuMeetingClock;
  }
}
