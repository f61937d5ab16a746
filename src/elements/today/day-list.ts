import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { uuidv7 } from 'uuidv7';
import { doneAct, type JobAct, type JobOn, undoAct } from '../../model/kinds/ladder/jobs-on.js';
import { realClock } from '../../records/base/clock.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { QueryController } from '../controllers/query.js';
import { together } from '../controllers/view-state.js';
import { localDay } from '../parts/date-field.js';
import { icon } from '../parts/icons.js';
import { QuietTime } from '../parts/quiet-time.js';
import { Today } from '../parts/today.js';
import { saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { type DayLine, type DayList, dayLists, type DayRecords, linesOf, nextMeeting } from './day-lines.js';
import { dayWords } from './day-words.js';
import { todayStrings } from './strings.js';

/**
 * What waits for the person on this page, one line each. A line leads to the page that holds it; a job is done from here with one press.
 *
 * @tag milieu-day-list
 * @internal
 * @fires {Event} help-asked - The person wants to see their call, and no other widget shows it.
 * @fires {Event} concerns-asked - The person wants to see their concerns, and no other widget shows them.
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

  /** Ids of jobs that were done here. They stay, with the way back, until the page is left or the day ends. */
  @state() private finished: readonly string[] = [];

  readonly #today = new Today(this);
  readonly #quiet = new QuietTime(this);
  #shown = '';
  readonly #focus = new FocusAfterAct(this);
  readonly #lists = Object.fromEntries(Object.keys(dayLists).map((name) => [name, this.#query(name as DayList)])) as Readonly<
    Record<DayList, QueryController>
  >;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const shown = `${this.community?.actor.person} ${this.#today.day}`;
    if (this.#shown !== shown) this.finished = [];
    this.#shown = shown;
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
    const person = this.community?.actor.person ?? '';
    const lines = linesOf(records, { person, now, dayOf: localDay, finished: this.finished, quiet: this.#quiet.until !== undefined });
    const until = this.#quiet.until;
    if (lines.length === 0) return until ? this.#later(until, 'h3') : this.#nothing(records, now);
    return html`<ul class="rows" aria-label=${this.t('today.list')}>
        ${repeat(
          lines,
          ({ record }) => record.id,
          (line) => html`<li>${this.#line(line, writable)}</li>`,
        )}
      </ul>
      ${until ? this.#later(until, 'p') : nothing}`;
  }

  /** In quiet hours nobody reads that feedback has come, nor that nothing has. */
  #later(until: Date, tag: 'h3' | 'p'): TemplateResult {
    const words = this.t('today.quiet', { time: this.time(until.toISOString()) });
    return html`<div class="empty">
      ${tag === 'h3' ? html`<h3>${words}</h3>` : html`<p><b>${words}</b></p>`}
      <p class="quiet">${this.t('today.quiet-more')}</p>
    </div>`;
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
    if (line.kind === 'job' && line.job.state === 'done') return this.#finished(line.job);
    const { icon: mark, title, more } = dayWords(line, this.#words);
    return html`<div class="list-act">
      ${icon(mark)}
      <div>
        <p id="line-${line.record.id}" tabindex="-1"><b>${title}</b></p>
        ${more ? html`<p class="quiet">${more}</p>` : nothing}
      </div>
      ${line.kind === 'job' && writable ? this.#done(line.job) : this.#way(line, title)}
    </div>`;
  }

  #done(job: JobOn): TemplateResult {
    const { id } = job.root;
    return html`<button class="btn" type="button" aria-describedby="line-${id}" @click=${(): void => void this.#finish(job)}>
      ${this.t('today.done')}
    </button>`;
  }

  #way(line: DayLine, what: string): TemplateResult {
    const act = this.t(asksAnswer.includes(line.kind) ? 'today.answer' : 'today.look');
    return html`<button class="btn" type="button" aria-label=${this.t('today.look-at', { act, what })} @click=${(): void => this.#open(line)}>
      ${act}
    </button>`;
  }

  get #words(): Parameters<typeof dayWords>[1] {
    return {
      t: (key, values) => this.t(key, values),
      date: (...of) => this.date(...of),
      time: (iso) => this.time(iso),
      name: (id) => this.name(id),
      today: this.#today.day,
    };
  }

  /** A call for help is also in this widget, so the host need not have a page for it. */
  #open({ way }: DayLine): void {
    const ways = this.community?.waysIn;
    if (way.tag !== 'milieu-help') ways?.open(way);
    else if (!ways?.show(way)) this.dispatchEvent(new Event(way.view ? 'concerns-asked' : 'help-asked'));
  }

  #finished(job: JobOn): TemplateResult {
    const { id, data } = job.root;
    return html`<div class="list-act done">
      ${icon('check')}
      <div>
        <p id="done-${id}" tabindex="-1">${this.t('today.is-done', { title: data.title })}</p>
        ${saveLine(this.truthOf((job.answer ?? job.root).id), this.saveWords)}
      </div>
      <button class="btn word" type="button" aria-describedby="done-${id}" @click=${(): void => void this.#undo(job)}>${this.t('today.undo')}</button>
    </div>`;
  }

  async #finish(job: JobOn): Promise<void> {
    const { id } = job.root;
    if (!(await this.#act(doneAct(job, uuidv7())))) return;
    this.finished = [...this.finished.filter((one) => one !== id), id];
    this.#focus.to(`done-${id}`);
  }

  async #undo(job: JobOn): Promise<void> {
    const { id } = job.root;
    if (!(await this.#act(undoAct(job)))) return;
    this.finished = this.finished.filter((one) => one !== id);
    this.#focus.to(`line-${id}`);
  }

  async #act(act: JobAct | undefined): Promise<unknown> {
    return act && this.acts?.act(act.action, act.target, act.input);
  }
}

const asksAnswer: readonly DayLine['kind'][] = ['job-offer', 'swap', 'reword', 'view'];

declare global {
  interface HTMLElementTagNameMap {
    'milieu-day-list': MilieuDayList;
  }
}
