import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isSeen } from '../../model/kinds/help/states.js';
import type { Job } from '../../model/kinds/job/table.js';
import type { Help } from '../../model/kinds/help/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Kept } from '../../records/base/types.js';
import { realClock } from '../../records/base/clock.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { QueryController } from '../controllers/query.js';
import { together } from '../controllers/view-state.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { localDay } from '../parts/date-field.js';
import { paperStyles } from '../styles/paper.styles.js';
import { viewStyles } from '../styles/style-sets.js';
import { longestFirst, type ShiftSection, shiftSections, wayTo } from './shift-sections.js';
import { shiftStrings } from './shift.strings.js';
import { shiftWords } from './shift-words.js';

/**
 * What waits for staff: calls, talks, reports, reminders, answers about jobs, suggestions and minutes. Each row says since when it waits, and has
 * the button of its next act. "Nothing" is only said with the time of the last complete check.
 *
 * @tag milieu-shift-sheet
 * @internal
 */
export class MilieuShiftSheet extends View<typeof shiftStrings> {
  static override styles = [
    viewStyles,
    paperStyles,
    css`
      section > h3 {
        padding-block-end: var(--_s2);
      }
      milieu-call-answer {
        grid-column: 1 / -1;
      }
      .call {
        grid-template-columns: minmax(0, 1fr);
      }
      @media print {
        milieu-call-answer {
          display: none;
        }
        /* on the screen the name of the page says it */
        #title {
          position: static;
          inline-size: auto;
          block-size: auto;
          clip-path: none;
        }
        .call {
          grid-template-columns: minmax(0, 1fr) auto;
        }
      }
    `,
  ];
  protected readonly english = shiftStrings;

  readonly #focus = new FocusAfterAct(this);
  readonly #parts = shiftSections.map((section) => ({
    section,
    lists: section.lists.map((list) => new QueryController(this, () => (this.community?.actor.as === 'staff' ? list : undefined))),
  }));

  readonly #jobs = new QueryController<Job>(this, () => (this.community?.actor.as === 'staff' ? { kind: 'job', status: 'open' } : undefined));

  protected override render(): unknown {
    return this.renderState(together(...this.#parts.flatMap(({ lists }) => lists.map((list) => list.state))), {
      ready: (_, writable) => this.#sheet(writable),
      empty: () => this.#nothing(),
    });
  }

  #nothing(): TemplateResult {
    return html`<milieu-checked .words=${this.t('shift.none')} .alone=${this.t('shift.none-here')}></milieu-checked>`;
  }

  #sheet(writable: boolean): TemplateResult {
    const parts = this.#parts.map(({ section, lists }) => ({ section, rows: this.#mine(section, lists) }));
    const [full, empty] = [parts.filter(({ rows }) => rows.length > 0), parts.filter(({ rows }) => rows.length === 0)];
    if (full.length === 0) return this.#nothing();
    const names = formatList(
      empty.filter(({ section }) => !section.discreet).map(({ section }) => this.t(`shift.${section.name}`)),
      languageOf(this),
    );
    return html`
      <h3 class="vh" id="title" tabindex="-1">${this.t('shift.title')}</h3>
      ${full.map(({ section, rows }) => this.#section(section, rows, writable))}
      <milieu-checked .words=${empty.length > 0 ? this.t('shift.rest', { names }) : ''}></milieu-checked>
    `;
  }

  /** The records of a part that this member of staff may answer. */
  #mine({ acts }: ShiftSection, lists: readonly QueryController[]): readonly Kept[] {
    const kept = new Map(lists.flatMap((list) => list.kept.map((one) => [one.record.id, one] as const)));
    const may = (record: MilieuRecord): boolean => acts.some((act) => this.community?.can(act, record) ?? false);
    return longestFirst([...kept.values()].map(({ record }) => record).filter(may)).map(({ id }) => kept.get(id)!);
  }

  #section(section: ShiftSection, rows: readonly Kept[], writable: boolean): TemplateResult {
    const { name } = section;
    return html`<section class=${section.discreet ? 'on-screen' : nothing} aria-labelledby="of-${name}">
      <h3 id="of-${name}" tabindex="-1">${this.t(`shift.${name}`)}</h3>
      <ul class="rows">
        ${repeat(
          rows,
          ({ record }) => record.id,
          (kept) =>
            html`<li>
              ${name === 'calls' && !this.community?.waysIn.has(section.tag) ? this.#call(section, kept as Kept<Help>, writable) : this.#row(section, kept.record)}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #row(section: ShiftSection, record: MilieuRecord): TemplateResult {
    const what = this.#words(section, record);
    const act = this.t(`shift.act-${section.name}`);
    return html`<div class="list-act">
      ${this.#what(section, record)}
      <button
        class="btn"
        type="button"
        aria-label=${this.t('shift.act-on', { act, what })}
        @click=${(): void => void this.community?.waysIn.open(wayTo(section, record))}
      >
        ${act}
      </button>
      ${this.#actOnPaper(section)}
    </div>`;
  }

  /** A call is answered here if no other widget of the page has it: it can't wait for another page. */
  #call(section: ShiftSection, kept: Kept<Help>, writable: boolean): TemplateResult {
    const { record } = kept;
    return html`<div class="list-act call">
      ${this.#what(section, record)}
      <milieu-call-answer
        .acts=${this.acts}
        .kept=${kept}
        ?writable=${writable}
        @answered=${(): void => this.#focus.to('of-calls', 'title')}
      ></milieu-call-answer>
      ${this.#actOnPaper(section)}
    </div>`;
  }

  /** What is a button on the screen. */
  #actOnPaper({ name }: ShiftSection): TemplateResult {
    return html`<span class="on-paper">${this.t(`shift.act-${name}`)}</span>`;
  }

  #what(section: ShiftSection, record: MilieuRecord): TemplateResult {
    return html`<div>
      <p><b>${this.#words(section, record)}</b></p>
      <p class="quiet small">
        ${this.#since(record.at)}${section.name === 'calls' && isSeen(record) ? html` ${this.t('shift.call-seen')}` : nothing}
      </p>
    </div>`;
  }

  #words(section: ShiftSection, record: MilieuRecord): string {
    return shiftWords(section.name, record, {
      t: (key, values) => this.t(key, values),
      name: (id) => this.name(id),
      jobTitle: (one) => this.#titleOf(one),
    });
  }

  /** A duty has its title itself; an answer about one day is about a job. */
  #titleOf({ about, data }: MilieuRecord): string {
    const job = this.#jobs.kept.find(({ record }) => record.id === about);
    const { title } = data as { title?: string };
    return title ?? job?.record.data.title ?? '';
  }

  #since(at: string): string {
    const isToday = localDay(new Date(at)) === localDay(new Date(realClock.now()));
    const when = isToday ? this.time(at) : this.date(at, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    return this.t('shift.since', { when });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-shift-sheet': MilieuShiftSheet;
  }
}
