import { html, isServer, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SaveProgress } from '../controllers/save-progress.js';
import { sheetStyles } from '../styles/style-sets.js';
import { Asides } from '../parts/asides.js';
import { invalidPropertiesLine } from '../parts/invalid-properties-line.js';
import { AtEntrance } from '../parts/at-entrance.js';
import { serverFrame } from '../parts/server-frame.js';
import { View } from '../controllers/base-view.js';
import { HostWords } from '../controllers/host-words.js';
import { hasPageLine } from '../controllers/page-line.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { loadCalls } from './lazy-staff-calls.js';
import { helpStrings } from './strings.js';
import { WayIn } from '../controllers/way-in.js';

type StaffCalls = HTMLElementTagNameMap['milieu-help-calls'];

/**
 * Calls staff. It says that somebody knows only after the host's backend has confirmed it.
 * If nobody takes the call, or the page is offline, it says within a second that nobody has been told.
 * Staff see the waiting calls and can mark one as seen.
 *
 * @summary A call for staff that says truthfully whether somebody knows.
 * @tag milieu-help
 * @slot - The host's own text about help: where staff are, what happens next.
 * @fires {MilieuDeliverEvent} milieu-deliver - The call is to be sent; dispatched at once when pressed, with `urgent` true.
 * @fires {MilieuSavedEvent} milieu-saved - The call was also stored on this device (`kind` is `help`).
 * @fires {MilieuErrorEvent} milieu-error - The call could not be stored on this device; `code` says why.
 * @csspart heading - The heading of the widget.
 * @csspart primary-button - The button that calls staff. Keep its text readable on its background.
 * @csspart card - For staff: a call that waits.
 * @csspart foot - The line at the bottom: what is saved and sent.
 */
export class MilieuHelp extends View<typeof helpStrings> {
  static override styles = sheetStyles;
  protected readonly english = helpStrings;
  /** @internal */
  override acts: SaveProgress = new SaveProgress(this);

  /** What is offered: `print`, and to staff `sound` (for calls), separated by spaces; nothing if empty. Default: all. The call itself is always there. */
  @property({ reflect: true, converter: textAttribute }) features?: string;

  readonly #features = new HostWords(this, 'features', () => ['print', 'sound'], { empty: true });
  readonly #entrance = new AtEntrance(this, 'last');
  readonly #asides = new Asides(this, this.#entrance);
  #loadedStaffView = false;

  constructor() {
    super();
    new WayIn(this, ({ view, about = '' }) => {
      const call = this.renderRoot.querySelector('milieu-help-call');
      if (view === 'concerns') void call?.showConcerns();
      else if (view === 'staff-concerns') this.renderRoot.querySelector<StaffCalls>('milieu-help-calls:defined')?.showConcern(about);
      else call?.attend();
      return true;
    });
  }

  protected override communityChanged(): void {
    this.acts.follow();
  }

  /** The call view shows the state of the call. The foot says only where records are stored, not which other changes wait. */
  protected override render(): TemplateResult {
    if (isServer) return serverFrame(this.t('help.title'));
    return html`
      <milieu-help-call level="2" .acts=${this.acts} ?quiet=${this.#isStaff}><slot slot="more"></slot></milieu-help-call>
      ${this.#calls()} ${invalidPropertiesLine(this.community, (key, values) => this.t(key, values))} ${this.#troubles()} ${this.#asides.below()}
      ${this.#entrance.isShut && this.#entrance.asks ? html`<div class="body">${this.#entrance.render()}</div>` : nothing}
      <div class="foot">
        <milieu-status-line .progress=${this.acts.progress} @troubles-asked=${(): void => this.#asides.open('troubles')}></milieu-status-line>
        ${this.#asides.ways((way) => way === 'print' && this.#features.has(way) && !hasPageLine(this.community))}
      </div>
    `;
  }

  #troubles(): TemplateResult | typeof nothing {
    const list = this.#asides.troubles();
    return list ? html`<div class="body">${list}</div>` : nothing;
  }

  /** For staff the next step is a waiting call, not a call of their own. */
  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  #calls(): TemplateResult | typeof nothing {
    if (!this.#isStaff) return nothing;
    if (!this.#loadedStaffView) {
      this.#loadedStaffView = true;
      loadCalls().catch((error: unknown) => this.community?.report(error));
    }
    return html`<milieu-help-calls .acts=${this.acts} .sound=${this.#features.has('sound')}></milieu-help-calls>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-help': MilieuHelp;
  }
}
