import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Item, itemLimits } from '../../model/agenda-item.js';
import { orderBetween } from '../../model/order.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { View } from '../shared/view.js';
import { minutesOf } from './clock-acts.js';
import { Focus } from './focus.js';
import { may } from './may.js';
import { isWaiting, type KeptItem, type KeptMeeting } from './meetings.js';
import type { Reason } from './reason-view.js';
import { meetingStrings } from './strings.js';
import { thingStyles } from './things.styles.js';

/**
 * What people have brought, and what earlier meetings did not come to: the chair or staff put it on the agenda, or answer it elsewhere.
 *
 * @tag milieu-meeting-waiting
 * @internal
 * @fires {Event} asking - An answer is about to be written, or no longer; see `asks`.
 */
export class MilieuMeetingWaiting extends View<typeof meetingStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = meetingStrings;

  /** The meeting they could go to. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  @property({ attribute: false }) items: readonly KeptItem[] = [];
  /** The last part of its agenda: what is taken on goes after it. */
  @property({ attribute: false }) last?: KeptItem;
  /** All meetings that items may be on. */
  @property({ attribute: false }) meetings: readonly KeptMeeting[] = [];
  @property() heading = '';
  @state() private answering = '';
  #asked = false;
  readonly #focus = new Focus(this);

  /** Whether the form for an answer is open. */
  get asks(): boolean {
    return this.items.some(({ record }) => record.id === this.answering);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.items.length === 0) return nothing;
    return html`<section class="q" aria-labelledby="heading">
      <h3 id="heading">${this.heading}</h3>
      <ul class="rows">
        ${repeat(
          this.items,
          ({ record }) => record.id,
          (item) => html`<li>${this.#one(item)}</li>`,
        )}
      </ul>
    </section>`;
  }

  #one(item: KeptItem): TemplateResult {
    const { id, data, by, about } = item.record;
    return html`<div class=${data.detail ? 'thing long' : 'thing'}>
        <div>
          <p id="title-${id}"><b>${data.title}</b></p>
          ${about === undefined ? html`<p class="quiet">${this.t('meeting.agenda.by', { name: this.name(by) })}</p>` : nothing}
          ${data.detail ? html`<p class="quiet prose">${data.detail}</p>` : nothing}
        </div>
        <div class="row">
          ${this.#may('accept', item) || this.#may('carry', item) ? this.#button('accept', item, () => void this.#take(item)) : nothing}
          ${this.answering !== id && this.#may('redirect', item) ? this.#button('redirect', item, () => this.#answer(id), 'word plain') : nothing}
          ${this.#may('withdraw', item) ? this.#button('withdraw', item, () => void this.#act('withdraw', item.record), 'word plain') : nothing}
        </div>
      </div>
      ${this.answering === id ? this.#form(item) : nothing}`;
  }

  #button(name: 'accept' | 'redirect' | 'withdraw', { record }: KeptItem, run: () => void, look = ''): TemplateResult {
    return html`<button class="btn ${look}" type="button" id="${name}-${record.id}" aria-describedby="title-${record.id}" @click=${run}>
      ${this.t(`meeting.waiting.${name}`)}
    </button>`;
  }

  #form({ record }: KeptItem): TemplateResult {
    const name = this.name(record.by);
    return html`<milieu-meeting-reason
      id="reason"
      what="redirect-${record.id}"
      label=${this.t('meeting.waiting.reason')}
      hint=${this.t('meeting.waiting.reason-hint', { name })}
      send=${this.t('meeting.waiting.send-reason', { name })}
      most=${itemLimits.note}
      .save=${({ id, note, ...kept }: Reason): Promise<unknown> =>
        this.#act('redirect', record, { ...kept, answers: [{ id, kind: 'item-note', data: { note } }] })}
      @closed=${(): void => this.#answer('')}
    ></milieu-meeting-reason>`;
  }

  #may(action: string, { record }: KeptItem): boolean {
    const taken = action === 'accept' || action === 'carry';
    const target = this.meeting?.record;
    if (!this.acts || (taken && !target)) return false;
    const others = [...this.meetings.map((meeting) => meeting.record), target];
    return may(this.community, action, { kind: record.kind, root: record, others, ...(target ? { input: { moves: { meeting: target.id } } } : {}) });
  }

  protected override updated(): void {
    if (this.asks === this.#asked) return;
    this.#asked = this.asks;
    this.dispatchEvent(new Event('asking'));
  }

  #answer(id: string): void {
    const before = this.answering;
    this.answering = id;
    this.#focus.to(id ? 'reason' : `redirect-${before}`);
  }

  async #take(item: KeptItem): Promise<void> {
    const order = orderBetween(this.last?.record.data.order, undefined) ?? 0;
    const moves = { meeting: this.meeting?.record.id, order, minutes: minutesOf(item) };
    await this.#act(isWaiting(item) ? 'accept' : 'carry', item.record, { moves });
  }

  async #act(action: string, { kind, id, rev }: MilieuRecord<Item>, input = {}): Promise<unknown> {
    return this.acts?.act(action, { kind, id, rev }, input);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-waiting': MilieuMeetingWaiting;
  }
}
