import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Duty } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import { isClosed } from '../../model/kinds/ladder/states.js';
import { isEndedJob, isOpenJob } from '../../model/kinds/job/states.js';
import type { Kept } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import { together } from '../controllers/view-state.js';
import { View } from '../controllers/base-view.js';
import { hasSentence, likenessOf } from './duty-sentences.js';
import { ladderStyles } from './ladder.styles.js';
import { loadReasons } from './lazy-reasons.js';
import { loadJobViews } from './lazy-job-views.js';
import { ladderStrings } from './strings.js';

const aWeek = 7 * 24 * 60 * 60 * 1000;
type Row = MilieuRecord<Duty>;

/**
 * The jobs of a person: first those that come again, which load when there are some; then the duties, the earliest due first. A duty keeps
 * its place while the person acts on it.
 *
 * @tag milieu-ladder-carry
 * @internal
 */
export class MilieuLadderCarry extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person whose duties are shown. Default: the person on this page. */
  @property({ attribute: false }) about?: string | undefined;

  readonly #duties = new QueryController<Duty>(this, () => this.#listOf('duty'));
  readonly #jobs = new QueryController(this, () => this.#listOf('job'));
  readonly #reasons = new LazyViews(this, loadReasons);
  readonly #jobViews = new LazyViews(this, loadJobViews);

  protected override render(): unknown {
    return this.renderState(together(this.#duties.state, this.#jobs.state), {
      ready: (_, writable) => this.#page(writable),
      empty: () => this.#empty(),
    });
  }

  get #whose(): string | undefined {
    return this.about ?? this.community?.actor.person;
  }

  #listOf(kind: string): { readonly kind: string; readonly to: string } | undefined {
    const to = this.#whose;
    return to === undefined ? undefined : { kind, to };
  }

  #page(writable: boolean): unknown {
    const duties = this.#duties.kept;
    const list = this.#list(duties, writable);
    const given = this.#given(duties);
    if (!this.#jobs.kept.some(({ record }) => isOpenJob(record) || isEndedJob(record))) return html`${given} ${list ?? this.#empty()}`;
    const none = list ? nothing : this.#empty();
    return this.#jobViews.render(
      () =>
        html`<milieu-ladder-days .whose=${this.#whose} .none=${none} .writable=${writable} .acts=${this.acts}></milieu-ladder-days> ${given}
          ${list ?? nothing}`,
    );
  }

  /** Why staff took a job back. */
  #given(kept: readonly Kept<Duty>[]): TemplateResult | typeof nothing {
    const records = kept.map(({ record }) => record).filter(isClosed);
    if (records.length === 0) return nothing;
    return this.#reasons.render(
      () =>
        html`<milieu-ladder-reasons
          .acts=${this.acts}
          .of=${'duty'}
          .whose=${this.#whose}
          .records=${records}
          .titleOf=${titleOf}
        ></milieu-ladder-reasons>`,
    );
  }

  #empty(): TemplateResult {
    if (this.about !== undefined) return html`<milieu-checked .words=${this.t('duty.empty-of', { name: this.name(this.about) })}></milieu-checked>`;
    return html`<div class="empty">
      <h3>${this.t('duty.empty')}</h3>
      <p class="quiet">${this.t('duty.empty-more')}</p>
    </div>`;
  }

  /** Undefined if there is no duty to show. */
  #list(kept: readonly Kept<Duty>[], writable: boolean): TemplateResult | undefined {
    const rows = kept.filter(({ record }) => hasSentence(record.status) && this.#isNow(record));
    if (rows.length === 0) return undefined;
    const likenesses = rows.map(({ record }) => likenessOf(record.data));
    const isAlike = ({ data }: Row): boolean => likenesses.filter((other) => other === likenessOf(data)).length > 1;
    return html`<ul class="rows">
      ${repeat(
        rows.sort((a, b) => byDue(a.record, b.record)),
        ({ record }) => record.id,
        ({ record: row, sent }) =>
          html`<li>
            <milieu-ladder-duty .duty=${row} .sent=${sent} .alike=${isAlike(row)} .writable=${writable} .acts=${this.acts}></milieu-ladder-duty>
          </li>`,
      )}
    </ul>`;
  }

  /** Whether to show a duty. It is shown while somebody can act on it, whatever its date. Otherwise it disappears after a week. */
  #isNow(row: Row): boolean {
    const open = ['finish', 'helped', 'offer-again'].some((action) => this.community?.can(action, row));
    return open || Date.now() - Date.parse(row.data.due ?? row.at) < aWeek;
  }
}

const titleOf = ({ data }: MilieuRecord): string => String(data['title']);
const byDue = (a: Row, b: Row): number => compareText(a.data.due ?? '9', b.data.due ?? '9') || compareText(a.at, b.at);

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-carry': MilieuLadderCarry;
  }
}
