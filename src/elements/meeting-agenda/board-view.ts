import { html, nothing, type TemplateResult } from 'lit';
import type { Promised } from '../../model/agenda-item.js';
import type { Acts } from '../shared/acts.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { byDue, isOpenPromise, type KeptPromise } from './meetings.js';
import { meetingStrings } from './strings.js';

/** How many that were done or let go are shown. */
const lately = 10;

/**
 * What we promised: one's own first, done in a tap.
 *
 * @tag milieu-meeting-board
 * @internal
 */
export class MilieuMeetingBoard extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  readonly #open = new Watched<Promised>(this, () => ({ kind: 'promise', status: 'open', limit: 200 }));
  readonly #all = new Watched<Promised>(this, () => ({ kind: 'promise', limit: 60 }));

  readonly #seen = new Set<string>();

  protected override render(): TemplateResult {
    return html`${this.draw(this.#all.screen, {
      ready: (_, writable) => this.#ready(writable ? this.acts : undefined),
      empty: () => html`<p class="quiet">${this.t('meeting.board.empty')}</p>`,
    })}`;
  }

  #ready(acts: Acts | undefined): TemplateResult {
    const me = this.community?.actor.person ?? '';
    const open = this.#shown();
    const [mine, others] = [open.filter(({ record }) => record.to.includes(me)), open.filter(({ record }) => !record.to.includes(me))];
    const answered = this.#all.kept.filter((promise) => !isOpenPromise(promise) && !this.#seen.has(promise.record.id)).slice(0, lately);
    return html`
      ${open.length === 0 ? html`<p class="quiet">${this.t('meeting.board.none-open')}</p>` : nothing} ${this.#list('mine', mine, acts)}
      ${this.#list('others', others, acts)}
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

  /** All that is open, and what was answered while the person looked: it stays where it was, and can be taken back. */
  #shown(): readonly KeptPromise[] {
    for (const { record } of this.#open.kept) this.#seen.add(record.id);
    const open = new Set(this.#open.kept.map(({ record }) => record.id));
    const answered = this.#all.kept.filter(({ record }) => this.#seen.has(record.id) && !open.has(record.id));
    return [...this.#open.kept, ...answered].sort(byDue);
  }

  #list(which: 'mine' | 'others', promises: readonly KeptPromise[], acts: Acts | undefined): TemplateResult | typeof nothing {
    if (promises.length === 0) return nothing;
    return html`<section class="q" aria-labelledby=${which}>
      <h3 id=${which} tabindex="-1">${this.t(`meeting.board.${which}`)}</h3>
      ${this.#promises(promises, acts)}
    </section>`;
  }

  #promises(promises: readonly KeptPromise[], acts: Acts | undefined): TemplateResult {
    return html`<milieu-meeting-promises .acts=${acts} .promises=${promises}></milieu-meeting-promises>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-board': MilieuMeetingBoard;
  }
}
