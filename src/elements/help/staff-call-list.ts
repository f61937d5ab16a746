import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Help } from '../../model/kinds/help/table.js';
import { loadFile } from '../../records/base/load-file.js';
import type { Kept } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { helpStyles } from './help.styles.js';
import { sinceWords } from './since-words.js';
import { staffHelpStrings } from './staff.strings.js';
import { UnseenCalls } from './unseen-calls.js';
import { takeFocus } from '../controllers/take-focus.js';

type StaffConcerns = HTMLElementTagNameMap['milieu-staff-concerns'];

/**
 * The calls that wait for staff, longest waiting first, and below them the concerns. When staff answer, the person who called reads that on their own
 * screen.
 *
 * @tag milieu-help-calls
 * @internal
 */
export class MilieuHelpCalls extends View<typeof staffHelpStrings> {
  static override styles = [viewStyles, helpStyles];
  protected readonly english = staffHelpStrings;

  /** Whether staff can turn on a sound. */
  @property({ attribute: false }) sound = true;

  readonly #waiting = new QueryController<Help>(this, () => ({ kind: 'help', status: 'asked' }));
  readonly #seen = new QueryController<Help>(this, () => ({ kind: 'help', status: 'seen' }));

  readonly #unseen = new UnseenCalls(this, () => this.sound);

  /** The list of concerns stays empty until its file is here; the calls do not wait for it. */
  protected override firstUpdated(): void {
    loadFile(() => import('../concern/views.js')).then(
      ({ defineConcerns }) => defineConcerns(),
      (error: unknown) => this.community?.report(error),
    );
  }

  /** Takes the person to the concern with this id. */
  showConcern(id: string): void {
    this.renderRoot.querySelector<StaffConcerns>('milieu-staff-concerns:defined')?.attend(id);
  }

  protected override render(): unknown {
    return html`<section class="help" aria-labelledby="title">
        <h3 id="title" tabindex="-1">${this.t('help.calls')}</h3>
        ${this.sound ? html`<milieu-sound-switch></milieu-sound-switch>` : nothing}
        ${this.renderState(this.#waiting.state, {
          ready: (kept, writable) => html`<milieu-checked></milieu-checked>${this.#list(kept, writable, true)}`,
          empty: () =>
            html`<milieu-checked
              .words=${this.t('help.calls-none')}
              .alone=${this.#seen.kept.length > 0 ? '' : this.t('help.calls-none-here')}
            ></milieu-checked>`,
        })}
        ${
          this.#seen.kept.length > 0
            ? html`<h4>${this.t('help.calls-seen')}</h4>
                ${this.#list(this.#seen.kept, true, false)}`
            : nothing
        }
      </section>
      <milieu-staff-concerns .acts=${this.acts}></milieu-staff-concerns>`;
  }

  #list(kept: readonly Kept<Help>[], writable: boolean, isNext: boolean): TemplateResult {
    const longestFirst = [...kept].sort((one, other) => (one.record.at < other.record.at ? -1 : 1));
    return html`<ul class="rows">
      ${repeat(
        longestFirst,
        ({ record }) => record.id,
        (one, place) => html`<li>${this.#call(one, writable, isNext && place === 0)}</li>`,
      )}
    </ul>`;
  }

  /** The call that has waited longest has the button of the next step. */
  #call(kept: Kept<Help>, writable: boolean, next: boolean): TemplateResult {
    const { need, text, place } = kept.record.data;
    return html`<div class="call">
      <b>${this.t(`help.need-${need}`, { name: this.name(kept.record.by) })}</b>
      <p class="quiet small">${this.#since(kept.record.at)}</p>
      ${this.#climbed(kept.record)} ${text ? html`<p class="prose">${text}</p>` : nothing} ${place ? html`<p>${place}</p>` : nothing}
      <milieu-call-answer
        .acts=${this.acts}
        .kept=${kept}
        ?writable=${writable}
        ?next=${next}
        @answered=${(): void => takeFocus(this.renderRoot.querySelector<HTMLElement>('#title'))}
      ></milieu-call-answer>
    </div>`;
  }

  /** What is said about a call that nobody has seen for long. */
  #climbed({ id, by }: Kept<Help>['record']): TemplateResult | typeof nothing {
    switch (this.#unseen.of(id)) {
      case 'waiting':
        return nothing;
      case 'everywhere':
        return html`<p class="status warm bare"><b>${this.t('help.unseen')}</b></p>`;
      case 'loudest':
        return html`<p class="status care bare" role="alert"><b>${this.t('help.unseen-long', { name: this.name(by) })}</b></p>`;
    }
  }

  #since(at: string): string {
    return sinceWords(at, {
      t: (key, values) => this.t(key, values),
      date: (iso, options) => this.date(iso, options),
      time: (iso) => this.time(iso),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-help-calls': MilieuHelpCalls;
  }
}
