import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { isRaised } from '../../model/kinds/concern/states.js';
import type { Concern } from '../../model/kinds/concern/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { QueryController } from '../controllers/query.js';
import { takeFocus } from '../controllers/take-focus.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { icon } from '../parts/icons.js';
import { viewStyles } from '../styles/style-sets.js';
import type { MilieuConcernAnswer } from './concern-answer.js';
import { oneConcern } from './one-concern.styles.js';
import { staffConcernStrings } from './staff.strings.js';

/**
 * The concerns that this member of staff may read, the longest waiting first. Those that name them are in no list and no number.
 *
 * @tag milieu-staff-concerns
 * @internal
 */
export class MilieuStaffConcerns extends View<typeof staffConcernStrings> {
  static override styles = [viewStyles, oneConcern];
  protected readonly english = staffConcernStrings;

  /** What was done last, for the line that takes the focus. */
  @state() private done = '';

  /** Ids of those that are unfolded. A text about a colleague is not on the screen before somebody wants to read it. */
  readonly #opened = new Set<string>();
  readonly #focus = new FocusAfterAct(this);
  readonly #raised = new QueryController<Concern>(this, () => ({ kind: 'concern', status: 'raised' }));
  readonly #read = new QueryController<Concern>(this, () => ({ kind: 'concern', status: 'read' }));
  readonly #answered = new QueryController<Concern>(this, () => ({ kind: 'concern', status: 'answered' }));

  /** Unfolds the concern with this id, and takes the person to it. */
  attend(id: string): void {
    this.#opened.add(id);
    this.requestUpdate();
    void this.updateComplete.then(() => takeFocus(this.#find(`of-${id}`) ?? this.#find('concerns')));
  }

  #find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  /** Where nothing waits and nothing was done, there is no heading: the list of calls above says what could be checked. */
  protected override render(): TemplateResult | typeof nothing {
    const waiting = this.#mine([...this.#raised.kept, ...this.#read.kept]);
    const answered = this.#mine(this.#answered.kept);
    this.hidden = waiting.length + answered.length === 0 && !this.done; // without text the element must leave no gap
    if (this.hidden) return nothing;
    return html`<section class="sheet" aria-labelledby="concerns">
      <h3 id="concerns" tabindex="-1">${this.t('concerns.title')}</h3>
      ${this.done ? html`<p id="done" tabindex="-1">${this.done}</p>` : nothing} ${this.#list(waiting)}
      ${
        answered.length > 0
          ? html`<h4>${this.t('concerns.answered')}</h4>
              ${this.#list(answered)}`
          : nothing
      }
    </section>`;
  }

  /** Those that this person may answer: not their own. */
  #mine(kept: readonly Kept<Concern>[]): readonly Kept<Concern>[] {
    return kept.filter(({ record }) => this.community?.can('answer', record)).sort((one, other) => compareText(one.record.at, other.record.at));
  }

  #list(kept: readonly Kept<Concern>[]): TemplateResult | typeof nothing {
    if (kept.length === 0) return nothing;
    return html`<ul class="rows">
      ${repeat(
        kept,
        ({ record }) => record.id,
        (one) => html`<li>${this.#concern(one)}</li>`,
      )}
    </ul>`;
  }

  #concern(kept: Kept<Concern>): TemplateResult {
    const { record } = kept;
    const name = this.name(record.by);
    const names = formatList(
      record.to.map((id) => this.name(id)),
      languageOf(this),
    );
    const when = this.date(record.at, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    return html`<details
      class="call"
      ?open=${this.#opened.has(record.id)}
      @toggle=${(event: ToggleEvent): unknown => this.#opened[event.newState === 'open' ? 'add' : 'delete'](record.id)}
    >
      <summary id="of-${record.id}">
        ${icon('chev', 'chev')}<b>${this.t(record.from === undefined ? 'concerns.from' : 'concerns.from-again', { name })}</b>
      </summary>
      <p class="quiet small">${this.t('concerns.since', { when })}</p>
      ${names ? html`<p>${this.t('concerns.about', { names })}</p>` : nothing}
      ${record.data.text ? html`<p class="prose" dir="auto">${record.data.text}</p>` : nothing}
      ${record.from === undefined ? nothing : html`<milieu-concern-subject .of=${record.from}></milieu-concern-subject>`}
      ${
        isRaised(record)
          ? html`<div class="row acts">
              <button class="btn" type="button" @click=${(): void => void this.#markRead(record)}>${this.t('concerns.read')}</button>
            </div>`
          : nothing
      }
      <milieu-concern-answer
        .acts=${this.acts}
        .kept=${kept}
        @answered=${(event: Event): void =>
          this.#say((event.target as MilieuConcernAnswer).way === 'close' ? 'concerns.is-closed' : 'concerns.is-answered', record)}
      ></milieu-concern-answer>
    </details>`;
  }

  async #markRead(record: MilieuRecord): Promise<void> {
    const { id, rev } = record;
    if (await this.acts?.act('read', { kind: 'concern', id, rev })) this.#say('concerns.is-read', record);
  }

  #say(key: 'concerns.is-read' | 'concerns.is-answered' | 'concerns.is-closed', { by }: MilieuRecord): void {
    this.done = this.t(key, { name: this.name(by) });
    this.#focus.to('done');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-staff-concerns': MilieuStaffConcerns;
  }
}
