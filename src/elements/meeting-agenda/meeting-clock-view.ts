import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isPaused } from '../../model/kinds/meeting/states.js';
import { type Clock, remaining } from '../../model/kinds/meeting/clock.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { View } from '../controllers/base-view.js';
import { KeepAwake } from '../controllers/keep-awake.js';
import { ClockActions } from './clock-actions.js';
import { timesOf } from './part-times.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { clockAnnouncement } from './clock-announcements.js';
import type { KeptItem, KeptMeeting } from './meeting-lists.js';
import { isOnAgenda } from './meeting-lists.js';
import { meetingStrings } from './all-strings.js';
import { meetingStyles } from './meeting.styles.js';
import type { MilieuMeetingPause } from './pause-reason.js';
import { ring } from './agenda-ring.js';
import { RedrawTimer } from './redraw-timer.js';
import { wayStyles } from './narrow-buttons.styles.js';

const more = 2;

/**
 * The current agenda item and its time. The time left is computed from the stored clock and the wall clock. No item ends automatically.
 *
 * @tag milieu-meeting-clock
 * @internal
 * @fires {Event} help-asked - The person wants staff to come.
 * @fires {Event} closed - The person has closed the meeting.
 * @slot - What can be done with the current item, in sight.
 * @slot more - Other things that can be done with it.
 * @slot closing - What is read out before the meeting is closed.
 */
export class MilieuMeetingClock extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...meetingStyles, wayStyles];
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  @property({ attribute: false }) parts: readonly KeptItem[] = [];
  /** Whether a form on the page has the button of the next step. */
  @property({ type: Boolean }) beside = false;
  @state() private hides = false;
  @state() private closing = false;
  /** Whether somebody here writes why the meeting is paused. */
  @state() private explaining = false;
  readonly #clock = new ClockActions(this);
  readonly #focus = new FocusAfterAct(this);

  constructor() {
    super();
    new RedrawTimer(this, () => this.#untilNext());
    new KeepAwake(this, () => this.meeting !== undefined);
  }

  /** Focuses the title of the current item. */
  override focus(): void {
    this.#focus.to('now');
  }

  protected override render(): TemplateResult | typeof nothing {
    const root = this.meeting?.record;
    if (!root) return nothing;
    const part = this.#part;
    return html`
      <div role="status" class="vh">
        ${part ? `${this.t('meeting.run.now', { title: part.record.data.title })} ${this.#announcement(part)}` : nothing}
      </div>
      ${
        this.#isPaused
          ? html`<milieu-meeting-pause
              .acts=${this.acts}
              .meeting=${this.meeting}
              @asking=${(event: Event): boolean => (this.explaining = (event.target as MilieuMeetingPause).asks)}
            ></milieu-meeting-pause>`
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
      ${this.closing && !this.#closesHere ? this.#confirmClose() : nothing} ${this.#otherActions(root)}
    `;
  }

  /** Whether the person may do `action` and the store can be written. */
  #can(action: string, root: KeptMeeting['record']): boolean {
    return Boolean(this.acts && this.community?.can(action, root));
  }
  get #stored(): Clock | undefined {
    return this.meeting?.record.data.clock;
  }
  get #left(): number {
    return this.#stored ? Math.ceil(remaining(this.#stored, Date.now())) : 0;
  }
  /** ms until the displayed second ends. */
  #untilNext(): number | undefined {
    if (!this.#stored?.since) return undefined;
    const left = remaining(this.#stored, Date.now());
    return left > 0 ? Math.ceil((left - Math.ceil(left) + 1) * 1000) : undefined;
  }
  get #isPaused(): boolean {
    return this.meeting !== undefined && isPaused(this.meeting.record);
  }
  get #index(): number {
    return this.parts.findIndex(({ record }) => record.id === this.#stored?.item);
  }
  get #part(): KeptItem | undefined {
    return this.parts[this.#index];
  }
  /** The next item that has not been handled. */
  get #next(): KeptItem | undefined {
    return this.parts.slice(this.#index + 1).find(isOnAgenda);
  }

  #minutesOf(part: KeptItem): number {
    return timesOf(this.parts)[this.parts.indexOf(part)] ?? 0;
  }

  #announcement(part: KeptItem): string {
    const key = clockAnnouncement(this.#left, this.#minutesOf(part) * 60);
    return key ? this.t(key) : '';
  }

  #face(part: KeptItem): TemplateResult {
    const left = this.#left;
    const whole = Math.max(this.#minutesOf(part) * 60, left);
    return html`<div class="clock">
      ${ring(timesOf(this.parts), this.#index, 1 - left / whole)}
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
        this.#left === 0 && !this.#isPaused
          ? html`<p class="nudge">
              <span><b>${this.t('meeting.run.time-up')}</b> ${this.t('meeting.run.time-up-more')}</span>
            </p>`
          : nothing
      }`;
  }

  /** Whether this tab runs the clock and the person may do so. */
  get #holds(): boolean {
    const root = this.meeting?.record;
    return Boolean(root && this.#can('take-clock', root) && this.#clock.holds(root));
  }
  /** Whether closing the meeting is the next step, after the last item. */
  get #closesHere(): boolean {
    const root = this.meeting?.record;
    return Boolean(root && this.#part && !this.#next && this.#holds && !this.#isPaused && this.#can('close', root));
  }

  #ways(root: KeptMeeting['record']): TemplateResult {
    const leads = this.#can('take-clock', root);
    return html`${leads && this.#part && !this.#holds ? html`<p class="quiet">${this.t('meeting.run.elsewhere')}</p>` : nothing}
      <div class="row acts">
        ${leads ? this.#nextSteps(root) : nothing}
        <button class="btn staff" type="button" @click=${(): void => void this.#getStaff()}>
          ${icon('buoy')}${this.t(leads && !this.#isPaused ? 'meeting.run.pause-and-help' : 'meeting.run.help')}
        </button>
      </div>
      ${this.#closesHere && this.closing ? this.#confirmClose() : nothing}`;
  }

  /** The next step and more time. While the meeting is paused, resuming is the next step. */
  #nextSteps(root: KeptMeeting['record']): TemplateResult | typeof nothing {
    if (!this.#holds) return this.#part || this.#isPaused ? this.#button('take', this.#nextStepClass, () => this.#clock.take(root)) : nothing;
    if (this.#isPaused)
      return this.#button('resume', this.#nextStepClass, () => this.#stop(this.#next ? 'next' : 'more', this.#clock.resume(root)), icon('play'));
    if (!this.#part) return nothing;
    const next = this.#next;
    return html`${next ? this.#button('next', this.#nextStepClass, () => this.#startNext(next)) : nothing}
    ${this.#closesHere && !this.closing ? this.#close(this.#nextStepClass) : nothing}
    ${this.#button('more', '', () => this.#clock.extend(root, more), icon('plus'))}`;
  }

  #button(act: 'take' | 'next' | 'more' | 'pause' | 'resume', look: string, run: () => unknown, drawing?: unknown): TemplateResult {
    return html`<button class="btn ${look}" type="button" id=${act} @click=${run}>${drawing}${this.t(`meeting.run.${act}`)}</button>`;
  }

  /** The class of the next step's button; empty while a form has the next step. */
  get #nextStepClass(): 'go' | '' {
    return this.beside || this.closing || (this.explaining && this.#isPaused) ? '' : 'go';
  }

  /** The less common actions, behind one word; closing is the last. */
  #otherActions(root: KeptMeeting['record']): TemplateResult | typeof nothing {
    const pauses = this.#holds && !this.#isPaused;
    const closes = !this.closing && !this.#closesHere && this.#can('close', root);
    if (!pauses && !this.#part && !closes) return nothing;
    return html`<details class="others">
      <summary id="others">${icon('chev', 'chev')}${this.t('meeting.run.others')}</summary>
      <slot name="more"></slot>
      <div class="row acts">
        ${pauses ? this.#button('pause', '', () => this.#stop('resume', this.#clock.pause(root)), icon('pause')) : nothing}
        ${
          this.#part
            ? html`<button class="btn word plain" type="button" @click=${(): boolean => (this.hides = !this.hides)}>
                ${this.t(this.hides ? 'meeting.run.show' : 'meeting.run.hide')}
              </button>`
            : nothing
        }
        ${closes ? this.#close('word plain') : nothing}
      </div>
    </details>`;
  }

  /** The pressed button is gone after a pause and after its end, so the focus moves to the next step. */
  async #stop(then: 'next' | 'more' | 'resume', saving: Promise<unknown>): Promise<void> {
    if (await saving) this.#focus.to(then);
  }

  #close(look: string): TemplateResult {
    return html`<button class="btn ${look}" type="button" id="close" @click=${(): void => this.#ask(true)}>${this.t('meeting.run.close')}</button>`;
  }

  #confirmClose(): TemplateResult {
    return html`<div class="stack close">
      <slot name="closing"></slot>
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

  async #startNext(next: KeptItem): Promise<void> {
    const root = this.meeting?.record;
    if (root && (await this.#clock.next(root, next, this.#minutesOf(next)))) this.#focus.to('now');
  }

  async #end(): Promise<void> {
    const root = this.meeting?.record;
    if (root && (await this.#clock.close(root))) this.dispatchEvent(new Event('closed'));
  }

  /** Calls for help first, without waiting for the clock or the store. */
  async #getStaff(): Promise<void> {
    this.dispatchEvent(new Event('help-asked'));
    const root = this.meeting?.record;
    if (!root || this.#isPaused || !this.#can('pause', root)) return;
    const mine = this.#clock.holds(root) ? root : await this.#clock.take(root);
    if (mine) await this.#clock.pause(mine);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-clock': MilieuMeetingClock;
  }
}
