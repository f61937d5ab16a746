import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isResting } from '../../model/kinds/ladder/states.js';
import type { Duty, Placement } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { loadFile } from '../../records/base/load-file.js';
import { decidedBy } from '../concern/decided.js';
import { loadConcerns } from '../concern/lazy-views.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { ladderStyles } from './ladder.styles.js';
import { reasonStrings } from './reasons.strings.js';

/** Days for which the reason of something that ended stays on the page. */
const shownFor = { placement: 30, duty: 7 } as const;
const aDay = 24 * 60 * 60 * 1000;
type Given = MilieuRecord<{ readonly note: string }>;

/**
 * Why staff ended or paused something of a person's: the reasons that staff were told the person can read.
 *
 * @tag milieu-ladder-reasons
 * @internal
 */
export class MilieuLadderReasons extends View<typeof reasonStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = reasonStrings;

  /** Id of the person whom the reasons were given to. */
  @property({ attribute: false }) whose?: string | undefined;
  /** What the reasons are about. */
  @property({ attribute: false }) of: 'placement' | 'duty' = 'placement';
  /** What ended or is paused. */
  @property({ attribute: false }) records: readonly MilieuRecord<Placement | Duty>[] = [];
  /** The title that a record has on the screen. */
  @property({ attribute: false }) titleOf: (record: MilieuRecord) => string = () => '';

  readonly #notes = new QueryController<Given['data']>(this, () =>
    this.whose === undefined ? undefined : this.of === 'duty' ? { kind: 'duty-note', to: this.whose } : { kind: 'placement-note', to: this.whose },
  );

  /** The reason does not wait for the button below it. */
  protected override firstUpdated(): void {
    loadFile(loadConcerns).catch((error: unknown) => this.community?.report(error));
  }

  protected override render(): TemplateResult | typeof nothing {
    const given = this.records.flatMap((record) => {
      const reason = this.#reasonFor(record);
      return reason ? [{ record, reason }] : [];
    });
    return given.length === 0
      ? nothing
      : html`${repeat(
          given,
          ({ reason }) => reason.id,
          ({ record, reason }) =>
            html`<div class="lead">
              <p>${this.t(this.#sentence(record), { name: this.name(reason.by), date: this.date(reason.at), title: this.titleOf(record) })}</p>
              <p class="quote">${reason.data.note}</p>
              ${this.#isMine ? html`<milieu-another-look .acts=${this.acts} .decided=${decidedBy(reason)}></milieu-another-look>` : nothing}
            </div>`,
        )}`;
  }

  get #isMine(): boolean {
    return this.whose !== undefined && this.whose === this.community?.actor.person;
  }

  /** The newest reason that somebody else gave for it, while it is shown. */
  #reasonFor(record: MilieuRecord): Given | undefined {
    const newest = this.#notes.kept.map((kept) => kept.record).find((note) => note.about === record.id && note.by !== this.whose && note.data.note);
    if (!newest) return undefined;
    return isResting(record) || Date.now() - Date.parse(newest.at) < shownFor[this.of] * aDay ? newest : undefined;
  }

  #sentence(record: MilieuRecord): 'reasons.paused' | 'reasons.ended' | 'reasons.closed' {
    if (this.of === 'duty') return 'reasons.closed';
    return isResting(record) ? 'reasons.paused' : 'reasons.ended';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-reasons': MilieuLadderReasons;
  }
}
