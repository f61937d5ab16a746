import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Person } from '../community/host-people.js';
import type { WayIn } from '../community/ways-in.js';
import { View } from '../controllers/base-view.js';
import { problemLine } from '../parts/fields.js';
import { isolated } from '../language/isolate.js';
import { takeFocus } from '../controllers/take-focus.js';
import { viewStyles } from '../styles/style-sets.js';
import { planStrings } from './strings.js';

const feedback: WayIn = { tag: 'milieu-peer-feedback', view: 'write' };

/**
 * Asks about people whom a suggestion names, before everybody can read it: give it as feedback, talk it through, tell staff, or leave it as it is.
 *
 * @tag milieu-meeting-named
 * @internal
 * @fires {Event} staff-asked - Only staff are to read it.
 * @fires {Event} leave-asked - It stays as it is.
 */
export class MilieuMeetingNamed extends View<typeof planStrings> {
  static override styles = viewStyles;
  protected readonly english = planStrings;

  @property({ attribute: false }) people: readonly Person[] = [];
  @property() problem?: string;
  /** No form for feedback can be seen here. */
  @state() private explains = false;
  /** The call was made as it was pressed; it stays. */
  @state() private talks = false;

  /** Focuses the question. */
  override focus(): void {
    takeFocus(this.renderRoot.querySelector<HTMLElement>('#named'));
  }

  protected override render(): TemplateResult {
    const names = this.people.map((person) => isolated(this.nameOf(person))).join(', ');
    return html`<div class="nudge" role="group" aria-labelledby="named">
      <b id="named" tabindex="-1" role="status">${this.t('meeting.named.title', { names })}</b>
      ${problemLine('named', this.problem)}
      <p>${this.t('meeting.named.more')}</p>
      <div class="row acts pairs">
        ${this.#button('feedback', () => (this.explains = !this.community?.waysIn.open(feedback)))}
        ${this.talks ? nothing : this.#button('talk', () => (this.talks = true))}
        ${this.#button('staff', () => this.dispatchEvent(new Event('staff-asked')))}
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('leave-asked'))}>
          ${this.t('meeting.named.leave')}
        </button>
      </div>
      <div role="status">${this.explains ? html`<p>${this.t('meeting.named.feedback-more', { names })}</p>` : nothing}</div>
      ${this.talks ? html`<milieu-help-call inside .asks=${'talk'} .level=${3}></milieu-help-call>` : nothing}
    </div>`;
  }

  #button(way: 'feedback' | 'talk' | 'staff', run: () => unknown): TemplateResult {
    return html`<button class="btn" type="button" @click=${run}>${this.t(`meeting.named.${way}`)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-named': MilieuMeetingNamed;
  }
}
