import { html, nothing, type TemplateResult } from 'lit';
import type { Promised } from '../../model/kinds/agenda-item/table.js';
import type { SaveProgress } from '../controllers/save-progress.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import type { KeptPromise } from './meeting-lists.js';
import { byDue, isOpenPromise } from './running-lists.js';
import { meetingStrings } from './all-strings.js';

/** How many done or dropped promises are shown. */
const lately = 10;

/**
 * The promises of the community, the person's own first. One press marks a promise as done.
 *
 * @tag milieu-meeting-board
 * @internal
 */
export class MilieuMeetingBoard extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  readonly #open = new QueryController<Promised>(this, () => ({ kind: 'promise', status: 'open' }));
  readonly #all = new QueryController<Promised>(this, () => ({ kind: 'promise' }));

  readonly #seen = new Set<string>();

  protected override render(): TemplateResult {
    return html`${this.renderState(this.#all.state, {
      ready: (_, writable) => this.#ready(writable ? this.acts : undefined),
      empty: () => html`<milieu-checked .words=${this.t('meeting.board.empty')}></milieu-checked>`,
    })}`;
  }

  #ready(acts: SaveProgress | undefined): TemplateResult {
    const me = this.community?.actor.person ?? '';
    const open = this.#shown();
    const [mine, others] = [open.filter(({ record }) => record.to.includes(me)), open.filter(({ record }) => !record.to.includes(me))];
    const answered = this.#all.kept.filter((promise) => !isOpenPromise(promise) && !this.#seen.has(promise.record.id)).slice(0, lately);
    return html`
      ${open.length === 0 ? html`<milieu-checked .words=${this.t('meeting.board.none-open')}></milieu-checked>` : nothing}
      ${this.#list('mine', mine, acts)} ${this.#list('others', others, acts)}
      ${
        answered.length > 0
          ? html`<details>
              <summary>${icon('chev', 'chev')}${this.t('meeting.board.lately')}</summary>
              ${this.#promises(answered, acts)}
            </details>`
          : nothing
      }
    `;
  }

  /** Open promises, and those answered while the view is open: they keep their place, so that the answer can be taken back. */
  #shown(): readonly KeptPromise[] {
    for (const { record } of this.#open.kept) this.#seen.add(record.id);
    const open = new Set(this.#open.kept.map(({ record }) => record.id));
    const answered = this.#all.kept.filter(({ record }) => this.#seen.has(record.id) && !open.has(record.id));
    return [...this.#open.kept, ...answered].sort(byDue);
  }

  #list(which: 'mine' | 'others', promises: readonly KeptPromise[], acts: SaveProgress | undefined): TemplateResult | typeof nothing {
    if (promises.length === 0) return nothing;
    return html`<section class="q" aria-labelledby=${which}>
      <h3 id=${which} tabindex="-1">${this.t(`meeting.board.${which}`)}</h3>
      ${this.#promises(promises, acts)}
    </section>`;
  }

  #promises(promises: readonly KeptPromise[], acts: SaveProgress | undefined): TemplateResult {
    return html`<milieu-meeting-promises .acts=${acts} .promises=${promises}></milieu-meeting-promises>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-board': MilieuMeetingBoard;
  }
}
