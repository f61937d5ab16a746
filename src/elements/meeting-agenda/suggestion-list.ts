import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { uuidv7 } from 'uuidv7';
import { repeat } from 'lit/directives/repeat.js';
import { isFixedPart } from '../../model/kinds/agenda-item/places.js';
import type { Item } from '../../model/kinds/agenda-item/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../styles/style-sets.js';
import { View } from '../controllers/base-view.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { loadReason } from '../parts/lazy-reason.js';
import { answerOutside } from './answer-outside.js';
import { newPlace } from './agenda-place.js';
import { loadJoin } from './lazy-join.js';
import { minutesOf } from './part-times.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { mayAct } from './may-act.js';
import { isDecided, isForStaff, isWaiting, type KeptItem, type KeptMeeting } from './meeting-lists.js';
import { planStrings } from './strings.js';
import { thingStyles } from './action-rows.styles.js';

/**
 * A list of suggestions, or of items that earlier meetings did not reach. The chair or staff put each on the agenda, or answer it outside the
 * meeting.
 *
 * @tag milieu-meeting-waiting
 * @internal
 * @fires {Event} asking - A form was opened or closed; see `asks`.
 */
export class MilieuMeetingWaiting extends View<typeof planStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = planStrings;

  /** The meeting whose agenda the items can be put on. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  @property({ attribute: false }) items: readonly KeptItem[] = [];
  /** The agenda in order. A new item is put into the part that has room for it. */
  @property({ attribute: false }) parts: readonly KeptItem[] = [];
  /** All meetings that items may be on. */
  @property({ attribute: false }) meetings: readonly KeptMeeting[] = [];
  @property() heading = '';
  /** The item below which a form is open, and which one. */
  @state() private form?: { readonly id: string; readonly asks: 'redirect' | 'join' };
  #asked = false;
  readonly #focus = new FocusAfterAct(this);
  readonly #reason = new LazyViews(this, loadReason);
  readonly #join = new LazyViews(this, loadJoin);

  /** Whether a form is open. */
  get asks(): boolean {
    return this.items.some(({ record }) => record.id === this.form?.id);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.items.length === 0) return nothing;
    return html`<section class="q" aria-labelledby="heading">
      <h3 id="heading" tabindex="-1">${this.heading}</h3>
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
    const { id, data, about } = item.record;
    return html`<div class=${data.detail ? 'thing long' : 'thing'}>
        <div>
          <p id="title-${id}"><b>${data.title}</b></p>
          ${about === undefined ? html`<p class="quiet">${this.#from(item)}</p>` : nothing}
          ${data.detail ? html`<p class="quiet prose">${data.detail}</p>` : nothing}
        </div>
        <div class="row">
          ${this.#raises(item) ? this.#button('raise', item, () => void this.#raise(item)) : nothing}
          ${this.#may('accept', item) || this.#may('carry', item) ? this.#button('accept', item, () => void this.#take(item)) : nothing}
          ${(['join', 'redirect'] as const).map((asks) =>
            this.#asks(asks, item) || !this.#may(asks === 'join' ? 'merge' : asks, item)
              ? nothing
              : this.#button(asks, item, () => this.#ask(asks, id), 'word plain'),
          )}
          ${this.#may('withdraw', item) ? this.#button('withdraw', item, () => void this.#act('withdraw', item.record), 'word plain') : nothing}
        </div>
      </div>
      ${this.#asks('redirect', item) ? this.#redirect(item) : nothing} ${this.#asks('join', item) ? this.#joins(item) : nothing}`;
  }

  #asks(asks: 'redirect' | 'join', { record }: KeptItem): boolean {
    return this.form?.id === record.id && this.form.asks === asks;
  }

  #from(item: KeptItem): string {
    const { by } = item.record;
    if (!isForStaff(item)) return this.t('meeting.agenda.by', { name: this.name(by) });
    return by === this.community?.actor.person ? this.t('meeting.waiting.own-hidden') : this.t('meeting.waiting.by-hidden', { name: this.name(by) });
  }

  #raises(item: KeptItem): boolean {
    return isForStaff(item) && this.#isStaff && Boolean(this.acts);
  }
  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  #button(name: 'accept' | 'raise' | 'redirect' | 'join' | 'withdraw', { record }: KeptItem, run: () => void, look = ''): TemplateResult {
    return html`<button class="btn ${look}" type="button" id="${name}-${record.id}" aria-describedby="title-${record.id}" @click=${run}>
      ${this.t(`meeting.waiting.${name}`)}
    </button>`;
  }

  #redirect({ record }: KeptItem): TemplateResult {
    return this.#reason.render(() =>
      answerOutside(record, {
        say: (key, values) => this.t(key, values),
        name: this.name(record.by),
        acts: this.acts,
        closed: () => this.#close(),
      }),
    );
  }

  #joins(item: KeptItem): TemplateResult {
    const others = [...this.parts, ...this.items].filter(
      (other) => other !== item && !isFixedPart(other.record) && !isForStaff(other) && !isDecided(other),
    );
    return this.#join.render(
      () =>
        html`<milieu-meeting-join
          id="join"
          .acts=${this.acts}
          .item=${item}
          .others=${others}
          @closed=${(): void => this.#close()}
        ></milieu-meeting-join>`,
    );
  }

  #may(action: string, item: KeptItem): boolean {
    const { record } = item;
    const taken = action !== 'redirect' && action !== 'withdraw';
    const target = this.meeting?.record;
    if (!this.acts || (taken && (!target || isForStaff(item)))) return false;
    const others = [...this.meetings.map((meeting) => meeting.record), target];
    return mayAct(this.community, action, {
      kind: record.kind,
      root: record,
      others,
      ...(target ? { input: { moves: { meeting: target.id } } } : {}),
    });
  }

  protected override updated(): void {
    if (this.asks === this.#asked) return;
    this.#asked = this.asks;
    this.dispatchEvent(new Event('asking'));
  }

  #ask(asks: 'redirect' | 'join', id: string): void {
    this.form = { id, asks };
    this.#focus.to(asks === 'join' ? asks : 'reason');
  }

  #close(): void {
    const { id, asks } = this.form ?? {};
    this.form = undefined;
    this.#focus.to(`${asks}-${id}`, 'heading');
  }

  async #take(item: KeptItem): Promise<void> {
    const place = newPlace(item.record.data.kind, this.meeting, this.parts);
    for (const [other, order] of place.moves) if (!(await this.#act('move', other, { moves: { order } }))) return;
    const moves = { meeting: this.meeting?.record.id, order: place.order, minutes: minutesOf(item) };
    await this.#act(isWaiting(item) ? 'accept' : 'carry', item.record, { moves });
  }

  /** Staff suggest it themselves. Nobody else can read who sent it. */
  async #raise({ record }: KeptItem): Promise<void> {
    const { title, kind, detail, minutes } = record.data;
    const meeting = this.meeting?.record.id;
    const data = { title, kind, ...(detail ? { detail } : {}), ...(minutes ? { minutes } : {}), ...(meeting ? { meeting } : {}) };
    await this.acts?.act('propose', { kind: record.kind, id: uuidv7(), rev: 0 }, { from: record.id, data });
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
