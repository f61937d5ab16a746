import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { View } from '../controllers/base-view.js';
import { question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { viewStyles } from '../styles/style-sets.js';
import type { KeptMeeting } from './meeting-lists.js';
import { meetingStrings } from './all-strings.js';

/** Most characters of the name of somebody new. */
const nameRoom = 60;

/**
 * How a meeting begins: why people meet, what stays in the room, who does what today, and a hello to new people by the name they choose. That
 * name stays in this view. It is in no record and in no draft.
 *
 * @tag milieu-meeting-opening
 * @internal
 */
export class MilieuMeetingOpening extends View<typeof meetingStrings> {
  static override styles = [
    viewStyles,
    css`
      .greeting {
        font-size: var(--_phase);
        font-weight: var(--_strong);
        line-height: var(--_tight);
      }
    `,
  ];
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether the person leads the meeting. */
  @property({ type: Boolean }) leads = false;
  @state() private newcomer = '';
  @state() private greeted: readonly string[] = [];
  readonly #focus = new FocusAfterAct(this);

  protected override render(): TemplateResult | typeof nothing {
    const { meeting } = this;
    if (!meeting) return nothing;
    return html`<section class="q" aria-labelledby="begin">
      <h3 id="begin">${this.t('meeting.open.title')}</h3>
      <p>${this.t('meeting.open.purpose', { purpose: meeting.record.data.purpose })}</p>
      <p class="reads">${icon('circle')}<span>${this.t('meeting.open.stays')}</span></p>
      <div role="status">${this.greeted.map((name) => html`<p class="greeting">${this.t('meeting.open.hello', { name })}</p>`)}</div>
      ${this.leads ? this.#greeting() : nothing}
      <details>
        <summary>${icon('chev', 'chev')}${this.t('meeting.open.roles')}</summary>
        <milieu-meeting-roles .acts=${this.acts} .meeting=${meeting}></milieu-meeting-roles>
      </details>
    </section>`;
  }

  #greeting(): TemplateResult {
    return html`<form class="stack close" novalidate autocomplete="off" @submit=${this.#greet}>
      ${question(
        'newcomer',
        this.t('meeting.open.new'),
        html`<input
          id="newcomer"
          class="narrow"
          maxlength=${nameRoom}
          aria-describedby="newcomer-hint"
          .value=${this.newcomer}
          @input=${(event: InputEvent): string => (this.newcomer = (event.target as HTMLInputElement).value)}
        />`,
        { hint: this.t('meeting.open.new-hint') },
      )}
      <div class="row"><button class="btn" type="submit">${this.t('meeting.open.greet')}</button></div>
    </form>`;
  }

  readonly #greet = (event: SubmitEvent): void => {
    event.preventDefault();
    if (hasWords(this.newcomer)) this.greeted = [...this.greeted, trimmed(this.newcomer)];
    this.newcomer = '';
    this.#focus.to('newcomer');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-opening': MilieuMeetingOpening;
  }
}
