import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Duty } from '../../model/ladder.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Kept } from '../../records/types.js';
import { viewStyles } from '../shared/base.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { isSaid, likenessOf } from './duty-words.js';
import { ladderStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

const aWeek = 7 * 24 * 60 * 60 * 1000;
type Row = MilieuRecord<Duty>;

/**
 * What a person carries now, the one that is due first on top. A duty keeps its place while its person acts on it.
 *
 * @tag milieu-ladder-carry
 * @internal
 */
export class MilieuLadderCarry extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Whose duties; unset: the person's own. */
  @property({ attribute: false }) about?: string | undefined;

  readonly #duties = new Watched<Duty>(this, () => {
    const to = this.about ?? this.community?.actor.person;
    return to === undefined ? undefined : { kind: 'duty', to, limit: 60 };
  });

  protected override render(): unknown {
    return this.draw(this.#duties.screen, {
      ready: (kept, writable) => this.#list(kept, writable),
      empty: () => this.#empty(),
    });
  }

  #empty(): TemplateResult {
    if (this.about !== undefined) return html`<p class="quiet">${this.t('duty.empty-of', { name: this.name(this.about) })}</p>`;
    return html`<div class="empty">
      <h3>${this.t('duty.empty')}</h3>
      <p class="quiet">${this.t('duty.empty-more')}</p>
    </div>`;
  }

  #list(kept: readonly Kept<Duty>[], writable: boolean): TemplateResult {
    const rows = kept.map(({ record }) => record).filter((row) => isSaid(row.status) && this.#isNow(row));
    if (rows.length === 0) return this.#empty();
    const likenesses = rows.map(({ data }) => likenessOf(data));
    const isAlike = ({ data }: Row): boolean => likenesses.filter((other) => other === likenessOf(data)).length > 1;
    return html`<ul class="rows">
      ${repeat(
        rows.sort(byDue),
        ({ id }) => id,
        (row) =>
          html`<li>
            <milieu-ladder-duty .duty=${row} .alike=${isAlike(row)} .writable=${writable} .acts=${this.acts}></milieu-ladder-duty>
          </li>`,
      )}
    </ul>`;
  }

  /** What can still be acted on stands whatever its date; what is over leaves after a week. */
  #isNow(row: Row): boolean {
    const open = ['finish', 'helped', 'offer-again'].some((action) => this.community?.can(action, row));
    return open || Date.now() - Date.parse(row.data.due ?? row.at) < aWeek;
  }
}

const byDue = (a: Row, b: Row): number => (a.data.due ?? '9').localeCompare(b.data.due ?? '9') || a.at.localeCompare(b.at);

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-carry': MilieuLadderCarry;
  }
}
