import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { View } from '../controllers/base-view.js';
import { takeFocus } from '../controllers/take-focus.js';
import { viewStyles } from '../styles/style-sets.js';
import { mayAct } from './may-act.js';
import { isParked, type KeptItem, type KeptMeeting, type KeptOutcome, type KeptPromise } from './meeting-lists.js';
import { minutesStyles } from './minutes.styles.js';
import { outcomeLine } from './outcome-line.js';
import { commitments } from './promise-table.js';
import { meetingStrings } from './all-strings.js';

/**
 * The end of a meeting: thanks, what was decided, who does what, and the way to its minutes.
 *
 * @tag milieu-meeting-thanks
 * @internal
 * @fires {Event} minutes-asked - The person wants to write or to read the minutes.
 * @fires {Event} next-asked - The person wants to see the next meeting.
 */
export class MilieuMeetingThanks extends View<typeof meetingStrings> {
  static override styles = [viewStyles, ...minutesStyles];
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  /** The items of the meeting. */
  @property({ attribute: false }) parts: readonly KeptItem[] = [];
  @property({ attribute: false }) outcomes: readonly KeptOutcome[] = [];
  /** The promises that were made in it. */
  @property({ attribute: false }) promises: readonly KeptPromise[] = [];
  /** Whether the page of the minutes can be opened from here. */
  @property({ type: Boolean }) leads = false;
  /** Whether there is another meeting to come. */
  @property({ type: Boolean }) more = false;

  /** Focuses the heading. */
  override focus(): void {
    takeFocus(this.renderRoot.querySelector<HTMLElement>('#thanks'));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { meeting } = this;
    if (!meeting) return nothing;
    const decided = this.outcomes.flatMap(({ record }) => {
      const part = this.parts.find((one) => one.record.id === record.about);
      return part ? [[part.record.data.title, record.data] as const] : [];
    });
    const left = this.parts.filter(isParked);
    return html`
      <div class="empty">
        <h3 id="thanks" tabindex="-1">${this.t('meeting.after.thanks')}</h3>
        <p>${this.t(decided.length + this.promises.length > 0 ? 'meeting.after.closed' : 'meeting.after.only-closed')}</p>
      </div>
      ${
        decided.length > 0
          ? html`<section class="q" aria-labelledby="decided">
              <h3 id="decided">${this.t('meeting.decide.done')}</h3>
              <dl class="said">${decided.map(([title, outcome]) => outcomeLine(title, outcome, (key, values) => this.t(key, values)))}</dl>
            </section>`
          : nothing
      }
      ${commitments(this.promises, this.#words)}
      ${
        left.length > 0
          ? html`<section class="q" aria-labelledby="left">
              <h3 id="left">${this.t('meeting.minutes.kept')}</h3>
              <ul class="prose">
                ${left.map(({ record }) => html`<li>${record.data.title}</li>`)}
              </ul>
            </section>`
          : nothing
      }
      <div class="row acts">${this.leads ? this.#minutes(meeting) : nothing} ${this.more ? this.#next() : nothing}</div>
    `;
  }

  #minutes({ record }: KeptMeeting): TemplateResult {
    const writes = Boolean(this.acts) && mayAct(this.community, 'draft', { kind: 'minutes', input: { about: record.id }, others: [record] });
    return html`<button class="btn go" type="button" @click=${(): boolean => this.dispatchEvent(new Event('minutes-asked'))}>
      ${this.t(writes ? 'meeting.after.write' : 'meeting.after.read')}
    </button>`;
  }

  #next(): TemplateResult {
    return html`<button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('next-asked'))}>
      ${this.t('meeting.after.next')}
    </button>`;
  }

  get #words(): Parameters<typeof commitments>[1] {
    const me = this.community?.actor.person;
    return {
      say: (key, values) => this.t(key, values),
      name: (id) => this.name(id),
      me: { id: me, name: me && this.knownName(me) },
      day: (due) => this.date(due),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-thanks': MilieuMeetingThanks;
  }
}
