import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Acts } from '../shared/acts.js';
import { sheetStyles } from '../shared/base.js';
import { misfitLine } from '../shared/misfit-line.js';
import { View } from '../shared/view.js';
import { loadCalls } from './staff-calls.js';
import { helpStrings } from './strings.js';

/**
 * Asks staff to come, and never says that somebody knows before the host's backend said so.
 * Nobody takes the call, or the page is offline: within a second it says that nobody has been told.
 * Staff see the calls that wait, and say when they have seen one.
 *
 * @summary A call for staff that is acknowledged or honest.
 * @tag milieu-help
 * @slot - The host's own words about help: where staff are, what happens next.
 * @fires {MilieuDeliverEvent} milieu-deliver - At once when pressed, with `urgent` true.
 * @fires {MilieuSavedEvent} milieu-saved - The call is on the disk as well.
 * @fires {MilieuStatusEvent} milieu-status - The state of the store changed.
 * @fires {MilieuErrorEvent} milieu-error - The call could not be kept on the disk.
 */
export class MilieuHelp extends View<typeof helpStrings> {
  static override styles = sheetStyles;
  protected readonly english = helpStrings;
  override acts: Acts = new Acts(this);

  @state() private troubles = false;
  #asked = false;

  protected override communityChanged(): void {
    this.acts.follow();
  }

  /** How far a call is, its own part says; the foot says where things are kept, not what else of the person waits. */
  protected override render(): TemplateResult {
    return html`
      <milieu-help-call level="2" ?quiet=${this.#isStaff}><slot slot="more"></slot></milieu-help-call>
      ${this.#calls()} ${misfitLine(this.community, (key, values) => this.t(key, values))}
      ${this.troubles ? html`<div class="body">${this.#troubles()}</div>` : nothing}
      <div class="foot">
        <milieu-status-line .progress=${this.acts.progress} @troubles-asked=${(): boolean => (this.troubles = true)}></milieu-status-line>
      </div>
    `;
  }

  #troubles(): TemplateResult {
    return html`<milieu-troubles .acts=${this.acts} @closed=${(): boolean => (this.troubles = false)}></milieu-troubles>`;
  }

  /** For staff, the next step is a call that waits, and not one of their own. */
  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  #calls(): TemplateResult | typeof nothing {
    if (!this.#isStaff) return nothing;
    if (!this.#asked) {
      this.#asked = true;
      loadCalls().catch((error: unknown) => this.community?.report(error));
    }
    return html`<milieu-help-calls .acts=${this.acts}></milieu-help-calls>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-help': MilieuHelp;
  }
}
