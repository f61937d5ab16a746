import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Item, itemLimits } from '../../model/kinds/agenda-item/table.js';
import { byOrder, orderBetween, renumber } from '../../model/kinds/agenda-item/order.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { View } from '../controllers/base-view.js';
import { minutesOf, timesOf } from './part-times.js';
import { describedBy, question } from '../parts/fields.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { isOn, type KeptItem, type KeptMeeting } from './meeting-lists.js';
import { LatestSaved } from './latest-saved.js';
import { paperStyles } from '../styles/paper.styles.js';
import { meetingStyles } from './meeting.styles.js';
import { planStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

type Way = 'up' | 'down';

/** The blank lines below the printed agenda. */
const lines = [1, 2, 3];

/**
 * The items of an agenda in order. The person who leads the meeting moves them with buttons and sets their minutes.
 *
 * @tag milieu-meeting-parts
 * @internal
 */
export class MilieuMeetingParts extends View<typeof planStrings> {
  static override styles = [viewStyles, paperStyles, ...meetingStyles];
  protected readonly english = planStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  @property({ attribute: false }) parts: readonly KeptItem[] = [];
  /** Id of the item whose actions are open. */
  @state() private changing = '';
  @state() private said = '';
  #movedButton = '';
  #pendingMove: Promise<unknown> = Promise.resolve();
  readonly #newest = new LatestSaved<Item>();
  #minutes = '';
  readonly #focus = new FocusAfterAct(this);

  protected override render(): TemplateResult {
    const parts = this.#list;
    const minutes = timesOf(parts).reduce((sum, one) => sum + one, 0);
    return html`<section class="q" aria-labelledby="agenda">
      <div class="row end">
        <h3 id="agenda">${this.t('meeting.agenda.title')}</h3>
        ${parts.length > 0 ? html`<p class="quiet">${this.t('meeting.agenda.minutes', { count: minutes })}</p>` : nothing}
      </div>
      <div role="status" class="vh">${this.said}</div>
      ${parts.length === 0 ? html`<milieu-checked .words=${this.t('meeting.agenda.empty')}></milieu-checked>` : this.#rows(parts)}
      <div class="on-paper">
        <h3>${this.t('meeting.agenda.on-paper')}</h3>
        ${lines.map(() => html`<span></span>`)}
      </div>
    </section>`;
  }

  /** The items in order, including changes that were saved a moment ago. */
  get #list(): readonly KeptItem[] {
    return this.parts.map((part) => ({ ...part, record: this.#newest.of(part.record) })).sort((a, b) => byOrder(a.record, b.record));
  }

  #rows(parts: readonly KeptItem[]): TemplateResult {
    const now = this.meeting && isOn(this.meeting) ? this.meeting.record.data.clock?.item : undefined;
    const times = timesOf(parts);
    return html`<ol class="agenda">
      ${repeat(
        parts,
        ({ record }) => record.id,
        (part, at) =>
          html`<li class=${this.changing === part.record.id ? 'opened' : ''} aria-current=${part.record.id === now ? 'step' : nothing}>
            ${this.#item(part, at, parts.length, times[at] ?? 0)}
          </li>`,
      )}
    </ol>`;
  }

  #item(part: KeptItem, at: number, all: number, minutes: number): TemplateResult {
    const { id, about, by, data } = part.record;
    const leads = this.#leads(part);
    return html`<span class="min">${this.t('meeting.agenda.min', { minutes })}</span>
      <div>
        ${leads ? this.#opener(part) : nothing}
        <b id="title-${id}" class=${leads ? 'only-wide' : ''}>${data.title}</b>
        ${about === undefined ? html`<p class="quiet">${this.t('meeting.agenda.by', { name: this.name(by) })}</p>` : nothing}
        ${data.detail ? html`<p class="quiet">${data.detail}</p>` : nothing} ${this.changing === id ? this.#form(part, minutes) : nothing}
      </div>
      ${
        leads
          ? html`<div class="tools">
              ${this.#arrow(part, 'up', at === 0)} ${this.#arrow(part, 'down', at === all - 1)}
              <button
                class="btn word plain only-wide"
                type="button"
                id="change-${id}"
                aria-expanded=${this.changing === id}
                aria-describedby="title-${id}"
                @click=${(): void => this.#change(this.changing === id ? undefined : part)}
              >
                ${this.t('meeting.agenda.change')}
              </button>
            </div>`
          : nothing
      }`;
  }

  /** On a phone the row itself is the button that opens its actions. */
  #opener({ record }: KeptItem): TemplateResult {
    const { id, data } = record;
    const opened = this.changing === id;
    return html`<button
      class="opener only-narrow"
      type="button"
      id="row-${id}"
      aria-expanded=${opened}
      @click=${(): void => this.#open(opened ? '' : id)}
    >
      <b>${data.title}</b>${icon('chev', 'chev')}
    </button>`;
  }

  #arrow(part: KeptItem, way: Way, ends: boolean): TemplateResult {
    return html`<button
      class="btn icon"
      type="button"
      id="${way}-${part.record.id}"
      aria-label=${this.t(`meeting.agenda.${way}`, { title: part.record.data.title })}
      aria-disabled=${ends}
      @click=${(): unknown => (this.#pendingMove = this.#pendingMove.then(() => this.#move(part, way)))}
    >
      ${icon(way)}
    </button>`;
  }

  #form(part: KeptItem, minutes: number): TemplateResult {
    const hint = minutes < minutesOf(part) ? { hint: this.t('meeting.agenda.minutes-shared') } : {};
    return html`<form class="stack close" novalidate autocomplete="off" @submit=${(event: SubmitEvent): void => void this.#save(event, part)}>
      ${question(
        'minutes',
        this.t('meeting.agenda.minutes-label'),
        html`<input
          id="minutes"
          class="narrow"
          type="number"
          inputmode="numeric"
          min=${itemLimits.minutesLeast}
          max=${itemLimits.minutes}
          aria-describedby=${describedBy('minutes', hint)}
          .value=${this.#minutes}
          @input=${(event: InputEvent): string => (this.#minutes = (event.target as HTMLInputElement).value)}
        />`,
        hint,
      )}
      <div class="row acts">
        <button class="btn" type="submit">${this.t('meeting.agenda.save')}</button>
        <button class="btn word plain" type="button" @click=${(): void => void this.#park(part)}>${this.t('meeting.agenda.park')}</button>
      </div>
    </form>`;
  }

  /** Moving the nodes of a row loses the focus, so the moved row gets it back. */
  protected override updated(_changed: PropertyValues<this>): void {
    if (!this.#movedButton) return;
    takeFocus(this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#movedButton)}`));
    this.#movedButton = '';
  }

  #leads({ record }: KeptItem): boolean {
    return Boolean(this.acts && this.meeting && this.community?.can('move', record, [this.meeting.record]));
  }

  #change(part: KeptItem | undefined): void {
    const row = this.renderRoot.querySelector(`#${CSS.escape(`row-${this.changing}`)}`);
    const back = `${row?.checkVisibility() ? 'row' : 'change'}-${this.changing}`;
    this.#open(part?.record.id ?? '');
    this.#focus.to(part ? 'minutes' : back);
  }

  #open(id: string): void {
    const part = this.#list.find(({ record }) => record.id === id);
    this.changing = id;
    this.#minutes = part ? String(minutesOf(part)) : '';
  }

  async #move(part: KeptItem, way: Way): Promise<void> {
    const parts = this.#list;
    const at = parts.findIndex(({ record }) => record.id === part.record.id);
    const to = way === 'up' ? at - 1 : at + 1;
    if (at < 0 || to < 0 || to >= parts.length) {
      this.said = this.t(way === 'up' ? 'meeting.agenda.first' : 'meeting.agenda.last');
      return;
    }
    if (!(await this.#place(parts, at, to))) return;
    this.said = this.t('meeting.agenda.moved', { title: part.record.data.title, place: to + 1, all: parts.length });
    this.#movedButton = `${way}-${part.record.id}`;
  }

  async #place(parts: readonly KeptItem[], at: number, to: number): Promise<unknown> {
    const part = parts[at];
    if (!part) return undefined;
    const rest = parts.filter((other) => other !== part);
    const [before, after] = [rest[to - 1], rest[to]].map((other) => other?.record.data.order);
    const known = parts.every(({ record }) => record.data.order !== undefined);
    const order = known ? orderBetween(before, after) : undefined;
    if (order !== undefined) return this.#write(part, { order });
    const orders = renumber(parts.length);
    let last: unknown = true;
    for (const [place, one] of [...rest.slice(0, to), part, ...rest.slice(to)].entries())
      if (last) last = await this.#write(one, { order: orders[place] });
    return last;
  }

  async #save(event: SubmitEvent, part: KeptItem): Promise<void> {
    event.preventDefault();
    const minutes = Math.round(Number(this.#minutes));
    if (!(minutes >= itemLimits.minutesLeast)) return this.#focus.to('minutes');
    if (await this.#write(part, { minutes: Math.min(minutes, itemLimits.minutes) })) this.#change(undefined);
  }

  async #park({ record }: KeptItem): Promise<void> {
    const { id, kind, rev } = this.#newest.of(record);
    if (await this.acts?.act('park', { kind, id, rev })) this.changing = '';
  }

  async #write({ record }: KeptItem, moves: { order?: number | undefined; minutes?: number }): Promise<unknown> {
    const { id, kind, rev } = this.#newest.of(record);
    return this.#newest.keep(await this.acts?.act('move', { kind, id, rev }, { moves }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-parts': MilieuMeetingParts;
  }
}
