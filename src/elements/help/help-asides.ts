import { html, nothing, type TemplateResult } from 'lit';
import { someone } from '../../model/record.js';
import type { View } from '../controllers/base-view.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { icon } from '../parts/icons.js';
import type { CallWords } from './call-message.js';
import { contactList } from './contact-list.js';
import { worriedForm } from './worried-form.js';

/** What opens below the call for help: the people to call, a worry about somebody else, the concerns of the person. */
type HelpAside = 'people' | 'worried' | 'concern';

/** Opens and closes what is below the call for help. One part is open at a time. */
export class HelpAsides {
  #open: HelpAside | undefined;
  readonly #concerns: LazyViews;

  readonly #host: View;
  readonly #tell: (worry: string) => void;

  /** @param tell tells staff of a worry; the text may be empty */
  constructor(host: View, tell: (worry: string) => void) {
    this.#host = host;
    this.#tell = tell;
    this.#concerns = new LazyViews(host, async () => (await import('../concern/views.js')).defineConcerns());
  }

  open(aside: HelpAside | undefined): void {
    this.#open = aside;
    this.#host.requestUpdate();
  }

  /** The person has asked for staff. The people to call stay: the call may fail. */
  asked(): void {
    if (this.#open === 'worried') this.open(undefined);
  }

  /** The buttons that open the parts. A concern is answered on another day, to somebody who is known then. */
  openers(t: CallWords['t']): TemplateResult {
    const { acts, community } = this.#host;
    const mayRaise = acts && community?.actor.person !== someone;
    return html`${this.people(t)} ${this.#opener('worried', t('help.worried'))} ${mayRaise ? this.#opener('concern', t('help.concern')) : nothing}`;
  }

  /** The button that opens the people to call. */
  people(t: CallWords['t']): TemplateResult {
    return this.#opener('people', html`${icon('chev', 'chev')}${t('help.people')}`, '');
  }

  /** The open part. */
  below(t: CallWords['t']): TemplateResult | typeof nothing {
    switch (this.#open) {
      case 'people':
        return contactList(this.#host.community?.help?.people ?? [], t('help.no-contacts'));
      case 'worried':
        return worriedForm(t, this.#tell);
      case 'concern':
        return this.#concerns.render(() => html`<milieu-concerns .acts=${this.#host.acts}></milieu-concerns>`);
      default:
        return nothing;
    }
  }

  #opener(aside: HelpAside, label: unknown, look = 'word plain'): TemplateResult {
    const isOpen = this.#open === aside;
    return html`<button
      class="btn ${look}"
      type="button"
      id="to-${aside}"
      aria-expanded=${isOpen}
      @click=${(): void => this.open(isOpen ? undefined : aside)}
    >
      ${label}
    </button>`;
  }
}
