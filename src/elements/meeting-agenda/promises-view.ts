import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { promiseLimits } from '../../model/agenda-item.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { Focus } from './focus.js';
import { may } from './may.js';
import { isDone, isOpenPromise, type KeptMeeting, type KeptPromise } from './meetings.js';
import type { Reason } from './reason-view.js';
import { meetingStrings } from './strings.js';
import { thingStyles } from './things.styles.js';

type Answer = 'finish' | 'drop' | 'reopen';

/**
 * Promises, each with who and by when, and what became of it. In a meeting each is gone through: done, not yet, or let go.
 *
 * @tag milieu-meeting-promises
 * @internal
 * @fires {Event} asking - A reason is about to be written, or no longer; see `asks`.
 */
export class MilieuMeetingPromises extends View<typeof meetingStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = meetingStrings;

  @property({ attribute: false }) promises: readonly KeptPromise[] = [];
  /** The meeting that goes through them; its chair may answer for all. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  @state() private later: ReadonlySet<string> = new Set();
  @state() private dropping = '';
  #asked = false;
  readonly #focus = new Focus(this);

  /** Whether the form for a reason is open. */
  get asks(): boolean {
    return this.promises.some(({ record }) => record.id === this.dropping);
  }

  protected override render(): TemplateResult {
    return html`<ul class="rows">
      ${repeat(
        this.promises,
        ({ record }) => record.id,
        (promise) => html`<li>${this.#one(promise)}</li>`,
      )}
    </ul>`;
  }

  #one(promise: KeptPromise): TemplateResult {
    const { record } = promise;
    return html`<div class="thing">
        <div>
          <p id="what-${record.id}">${record.data.text}</p>
          <p class="quiet">${this.#who(promise)}</p>
        </div>
        ${this.#ways(promise)}
      </div>
      ${this.dropping === record.id ? this.#why(promise) : nothing}`;
  }

  #who({ record }: KeptPromise): string {
    const me = this.community?.actor.person;
    const who = record.to.map((id) => (id === me ? this.t('meeting.role.you') : this.name(id))).join(', ');
    return record.data.due ? this.t('meeting.promise.by', { who, day: this.date(`${record.data.due}T12:00:00`) }) : who;
  }

  #ways(promise: KeptPromise): TemplateResult | typeof nothing {
    const { id } = promise.record;
    if (!isOpenPromise(promise)) return this.#answered(promise, isDone(promise) ? 'meeting.promise.is-done' : 'meeting.promise.is-dropped', 'reopen');
    if (!this.#may('finish', promise)) return nothing;
    if (this.later.has(id)) {
      return html`<div class="row">
        <span class="quiet">${this.t('meeting.promise.is-later')}</span>
        ${this.#button('meeting.promise.change', id, () => this.#waits(id, false), 'word plain')}
      </div>`;
    }
    return html`<div class="row">
      ${this.#button('meeting.promise.done', id, () => void this.#answer('finish', promise))}
      ${this.meeting ? this.#button('meeting.promise.later', id, () => this.#waits(id, true)) : nothing}
      ${this.dropping === id ? nothing : this.#button('meeting.promise.drop', id, () => this.#ask(id), 'word plain')}
    </div>`;
  }

  #answered(promise: KeptPromise, words: 'meeting.promise.is-done' | 'meeting.promise.is-dropped', back: 'reopen'): TemplateResult {
    return html`<div class="row">
      <span class="status bare">${icon('saved')}<span>${this.t(words)}</span></span>
      ${this.#may(back, promise) ? this.#button('meeting.promise.undo', promise.record.id, () => void this.#answer(back, promise), 'word plain') : nothing}
    </div>`;
  }

  #button(key: `meeting.promise.${'done' | 'later' | 'drop' | 'change' | 'undo'}`, id: string, run: () => void, look = ''): TemplateResult {
    return html`<button class="btn ${look}" type="button" id="${key.slice(16)}-${id}" aria-describedby="what-${id}" @click=${run}>
      ${this.t(key)}
    </button>`;
  }

  #why(promise: KeptPromise): TemplateResult {
    return html`<milieu-meeting-reason
      id="reason"
      what="drop-${promise.record.id}"
      label=${this.t('meeting.promise.why')}
      hint=${this.t('meeting.promise.why-hint')}
      send=${this.t('meeting.promise.drop-it')}
      most=${promiseLimits.note}
      .save=${(reason: Reason): Promise<unknown> => this.#answer('drop', promise, reason)}
      @closed=${(): void => this.#ask('')}
    ></milieu-meeting-reason>`;
  }

  #may(action: Answer, { record }: KeptPromise): boolean {
    const meeting = this.meeting?.record;
    if (!this.acts) return false;
    return may(this.community, action, {
      kind: record.kind,
      root: record,
      others: [meeting],
      ...(meeting ? { input: { moves: { meeting: meeting.id } } } : {}),
    });
  }

  protected override updated(): void {
    if (this.asks === this.#asked) return;
    this.#asked = this.asks;
    this.dispatchEvent(new Event('asking'));
  }

  #waits(id: string, waits: boolean): void {
    this.later = waits ? new Set([...this.later, id]) : new Set([...this.later].filter((other) => other !== id));
    this.#focus.to(`${waits ? 'change' : 'done'}-${id}`);
  }

  #ask(id: string): void {
    const before = this.dropping;
    this.dropping = id;
    this.#focus.to(id ? 'reason' : `drop-${before}`);
  }

  async #answer(action: Answer, { record }: KeptPromise, reason?: Reason): Promise<unknown> {
    const { id, note, ...kept } = reason ?? {};
    const saved = await this.acts?.act(
      action,
      { kind: record.kind, id: record.id, rev: record.rev },
      {
        ...kept,
        ...(this.meeting ? { moves: { meeting: this.meeting.record.id } } : {}),
        ...(id ? { answers: [{ id, kind: 'promise-note', data: { note } }] } : {}),
      },
    );
    if (!saved) return undefined;
    if (action === 'drop') this.dropping = '';
    this.#focus.to(`${action === 'reopen' ? 'done' : 'undo'}-${record.id}`);
    return saved;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-promises': MilieuMeetingPromises;
  }
}
