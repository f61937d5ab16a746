import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Duty } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Sent } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { isStandIn } from '../controllers/focus-keeper.js';
import { icon } from '../parts/icons.js';
import { unsentLine } from '../parts/save-sentence.js';
import { View } from '../controllers/base-view.js';
import { askButtons, stepList } from './card-parts.js';
import { type DateWords, factsOf, dutyStatusKey, dutyStatusIcon } from './duty-sentences.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import type { Asking } from './duty-request-form.js';
import { ladderStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

type Plain = 'accept' | 'finish' | 'undo' | 'helped';
const askings: readonly Asking[] = ['ask-help', 'decline', 'swap'];

/**
 * One duty: what, where, by when, how, and a button for each action that its person may take.
 *
 * @tag milieu-ladder-duty
 * @internal
 */
export class MilieuLadderDuty extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) duty!: MilieuRecord<Duty>;
  /** Whether its last act was sent, waits, or was rejected. */
  @property({ attribute: false }) sent: Sent = 'sent';
  @property({ attribute: false }) writable = true;
  /** Whether another duty in this list looks the same. Then the card also says when it was offered, and by whom. */
  @property({ attribute: false }) alike = false;
  /** The request whose form is open. */
  @state() private asking?: Asking | undefined;
  /** The revision that the person acted on, until a later one is rendered. */
  #actedOn = Infinity;

  protected override updated(_changed: PropertyValues): void {
    if (this.duty.rev <= this.#actedOn) return;
    this.#actedOn = Infinity;
    // The pressed button is gone, so the focus moves to the next action, unless the person has moved it elsewhere.
    if (document.activeElement === document.body || isStandIn()) takeFocus(this.renderRoot.querySelector<HTMLElement>('.todo .btn'));
  }

  protected override render(): TemplateResult {
    const { data, status } = this.duty;
    return html`
      <div class="duty-row">
        <div>
          <h3 id="title">${data.title}</h3>
          <p class="quiet">${factsOf(data, this.#words)}</p>
          ${this.alike ? html`<p class="quiet small">${this.#given()}</p>` : nothing}
          <p class="stand">${dutyStatusIcon(status)}${this.t(dutyStatusKey(status))}</p>
          ${unsentLine(this.truthOfKept({ record: this.duty, sent: this.sent }), this.saveWords)}
          ${data.safety ? html`<p class="care"><b>${this.t('duty.care')}</b> ${data.safety}</p>` : nothing}
        </div>
        ${this.writable ? html`<div class="row todo">${this.#buttons()}</div>` : nothing}
      </div>
      ${stepList(data.steps, this.t('duty.how'))} ${this.writable ? html`${this.#ways()}${this.#note()}` : nothing}
    `;
  }

  get #isMine(): boolean {
    return this.duty.to.includes(this.community?.actor.person ?? '');
  }

  #may(action: string): boolean {
    return Boolean(this.community?.can(action, this.duty));
  }

  readonly #words: DateWords = {
    by: (day) => this.t('duty.by', { date: this.date(day, { weekday: 'long', day: 'numeric', month: 'long' }) }),
    minutes: (minutes) => this.t('duty.minutes', { minutes }),
  };

  #given(): string {
    const { at, by } = this.duty;
    return this.t('duty.given', { name: this.name(by), date: this.date(at), time: this.time(at) });
  }

  /** The actions that need only one press. */
  #buttons(): unknown {
    if (!this.#isMine) return nothing;
    const undo = this.#may('undo') ? this.#button('undo', this.t(this.#may('tell') ? 'duty.undo' : 'duty.take-back')) : nothing;
    return html`${this.#may('accept') ? this.#button('accept', this.t('duty.accept')) : nothing}
    ${this.#may('finish') ? this.#button('finish', this.t('duty.finish')) : nothing}
    ${this.#may('helped') ? this.#button('helped', this.t('duty.helped')) : undo}`;
  }

  /** The button of the next step is outlined. For an offer, that is accepting it, although it may also be finished at once. */
  #button(action: Plain, label: string): TemplateResult {
    const next = this.#may('accept') ? 'accept' : 'finish';
    return html`<button
      class="btn ${action === next ? '' : 'word'}"
      type="button"
      aria-describedby="title"
      @click=${(): Promise<void> => this.#act(action)}
    >
      ${action === 'finish' ? icon('check') : nothing}${label}
    </button>`;
  }

  #ways(): TemplateResult | typeof nothing {
    return askButtons(
      askings.filter((asking) => this.#may(asking)),
      this.asking,
      (asking) => this.t(`duty.${asking}`),
      (asking) => (this.asking = asking),
    );
  }

  #note(): TemplateResult | typeof nothing {
    if (!this.#isMine) return html`<milieu-ladder-take-back .duty=${this.duty} .acts=${this.acts}></milieu-ladder-take-back>`;
    if (this.#may('tell')) return html`<milieu-ladder-tell .duty=${this.duty} .acts=${this.acts}></milieu-ladder-tell>`;
    if (!this.asking || !this.#may(this.asking)) return nothing;
    return html`<milieu-ladder-note
      .duty=${this.duty}
      .asking=${this.asking}
      .acts=${this.acts}
      @saying=${(): void => {
        this.#actedOn = this.duty.rev;
      }}
      @said=${(): void => {
        this.asking = undefined;
      }}
      @closed=${(): void => this.#leave()}
    ></milieu-ladder-note>`;
  }

  #leave(): void {
    const { asking } = this;
    this.asking = undefined;
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>(`.ways #${asking}`)));
  }

  async #act(action: Plain): Promise<void> {
    const { id, rev } = this.duty;
    this.#actedOn = rev;
    const change = await this.acts?.act(action, { kind: 'duty', id, rev });
    if (!change) this.#actedOn = Infinity;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-duty': MilieuLadderDuty;
  }
}
