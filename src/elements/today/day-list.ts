import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Duty } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { realClock } from '../../records/base/clock.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { QueryController } from '../controllers/query.js';
import { together } from '../controllers/view-state.js';
import { localDay } from '../parts/date-field.js';
import { icon } from '../parts/icons.js';
import { saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { type DayLine, type DayList, dayLists, type DayRecords, linesOf, nextMeeting } from './day-lines.js';
import { dayWords } from './day-words.js';
import { DayTurn } from './day-turn.js';
import { todayStrings } from './strings.js';

/**
 * What waits for the person on this page, one line each. A line leads to the page that holds it; a job is done from here with one press.
 *
 * @tag milieu-day-list
 * @internal
 * @fires {Event} help-asked - The person wants to see their call, and no other widget shows it.
 */
export class MilieuDayList extends View<typeof todayStrings> {
  static override styles = [
    viewStyles,
    css`
      .list-act {
        grid-template-columns: auto minmax(0, 1fr) auto;
      }
      .list-act > .i {
        color: var(--_accent);
      }
      .done > .i {
        color: var(--_ink-quiet);
      }
    `,
  ];
  protected readonly english = todayStrings;

  /** Jobs that were done here. They stay, with the way back, until the page is left or the day ends. */
  @state() private finished: readonly MilieuRecord<Duty>[] = [];

  readonly #focus = new FocusAfterAct(this);
  readonly #lists = Object.fromEntries(Object.keys(dayLists).map((name) => [name, this.#query(name as DayList)])) as Readonly<
    Record<DayList, QueryController>
  >;

  constructor() {
    super();
    new DayTurn(this, () => (this.finished = []));
  }

  protected override communityChanged(): void {
    if (this.finished.some(({ to }) => !to.includes(this.community?.actor.person ?? ''))) this.finished = [];
  }

  protected override render(): unknown {
    return this.renderState(together(...Object.values(this.#lists).map((list) => list.state)), {
      ready: (_, writable) => this.#day(writable),
      empty: () => this.#day(true),
    });
  }

  #query(name: DayList): QueryController {
    return new QueryController(this, () => {
      const person = this.community?.actor.person;
      return person === undefined ? undefined : dayLists[name](person);
    });
  }

  #day(writable: boolean): TemplateResult {
    const now = new Date(realClock.now());
    const lists = Object.entries(this.#lists).map(([name, list]) => [name, list.kept.map(({ record }) => record)] as const);
    const records = Object.fromEntries(lists) as unknown as DayRecords;
    const lines = linesOf(records, now, localDay);
    if (lines.length + this.finished.length === 0) return this.#nothing(records, now);
    return html`<ul class="rows" aria-label=${this.t('today.list')}>
      ${repeat(
        lines,
        ({ record }) => record.id,
        (line) => html`<li>${this.#line(line, writable)}</li>`,
      )}
      ${repeat(
        this.finished.filter(({ id }) => !lines.some(({ record }) => record.id === id)),
        ({ id }) => id,
        (duty) => html`<li>${this.#finished(duty)}</li>`,
      )}
    </ul>`;
  }

  #nothing({ planned }: DayRecords, now: Date): TemplateResult {
    const next = nextMeeting(planned, now)?.data;
    const when = next && this.date(next.startsAt, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    return html`<div class="empty">
      <h3>${this.t('today.none')}</h3>
      <p class="quiet">${when ? this.t('today.next-meeting', { title: next.title, when }) : this.t('today.none-more')}</p>
    </div>`;
  }

  #line(line: DayLine, writable: boolean): TemplateResult {
    const {
      icon: mark,
      title,
      more,
    } = dayWords(line, {
      t: (key, values) => this.t(key, values),
      date: (...of) => this.date(...of),
      time: (iso) => this.time(iso),
      name: (id) => this.name(id),
      today: localDay(new Date(realClock.now())),
    });
    const { id } = line.record;
    const asksAnswer = line.kind === 'job-offer' || line.kind === 'reword';
    const act = this.t(asksAnswer ? 'today.answer' : 'today.look');
    return html`<div class="list-act">
      ${icon(mark)}
      <div>
        <p id="line-${id}" tabindex="-1"><b>${title}</b></p>
        ${more ? html`<p class="quiet">${more}</p>` : nothing}
      </div>
      ${
        line.kind === 'job' && writable && this.community?.can('finish', line.record)
          ? html`<button class="btn" type="button" aria-describedby="line-${id}" @click=${(): void => void this.#finish(line.record)}>
              ${this.t('today.done')}
            </button>`
          : html`<button class="btn" type="button" aria-label=${this.t('today.look-at', { act, what: title })} @click=${(): void => this.#open(line)}>
              ${act}
            </button>`
      }
    </div>`;
  }

  /** A call for help is also in this widget, so the host need not have a page for it. */
  #open({ way }: DayLine): void {
    const ways = this.community?.waysIn;
    if (way.tag !== 'milieu-help') ways?.open(way);
    else if (!ways?.show(way)) this.dispatchEvent(new Event('help-asked'));
  }

  #finished(duty: MilieuRecord<Duty>): TemplateResult {
    const { id, data } = duty;
    return html`<div class="list-act done">
      ${icon('check')}
      <div>
        <p id="done-${id}" tabindex="-1">${this.t('today.is-done', { title: data.title })}</p>
        ${saveLine(this.truthOf(id), this.saveWords)}
      </div>
      <button class="btn word" type="button" aria-describedby="done-${id}" @click=${(): void => void this.#undo(id)}>${this.t('today.undo')}</button>
    </div>`;
  }

  async #finish(duty: MilieuRecord<Duty>): Promise<void> {
    const { id, rev } = duty;
    if (!(await this.acts?.act('finish', { kind: 'duty', id, rev }))) return;
    this.finished = [...this.finished.filter((one) => one.id !== id), duty];
    this.#focus.to(`done-${id}`);
  }

  async #undo(id: string): Promise<void> {
    const kept = await this.community?.records?.get(id);
    if (!kept || !(await this.acts?.act('undo', { kind: 'duty', id, rev: kept.record.rev }))) return;
    this.finished = this.finished.filter((one) => one.id !== id);
    this.#focus.to(`line-${id}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-day-list': MilieuDayList;
  }
}
