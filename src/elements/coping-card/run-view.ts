import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Card } from '../../content/card.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { languageOf } from '../shared/language.js';
import { View } from '../shared/view.js';
import { type Breath, breathAt, breathsIn, type Pace, paces } from './breath.js';
import { stepsOf } from './card-parts.js';
import { copingStyles } from './coping.styles.js';
import { pacerBeats, pacerPicture, radiusOf } from './pacer-picture.js';
import { Run } from './run.js';
import { copingStrings } from './strings.js';

/**
 * A practice while it runs: a breathing pacer, or the steps beside a circle that opens with the time.
 * It starts as soon as it stands on the page, for it is put there by *Start*.
 *
 * @tag milieu-coping-run
 * @internal
 * @fires {Event} done - It came to its end or was stopped: `seconds` and `early` say how.
 * @fires {Event} eyes-asked - The person wants to use their eyes instead.
 */
export class MilieuCopingRun extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  @property({ attribute: false }) card!: Card;
  /** Whether the person follows `eyeSteps` in place of the card's own. */
  @property({ attribute: false }) eyesOpen = false;
  @property({ attribute: false }) eyeSteps: readonly string[] = [];

  @state() private pace?: Pace;
  @state() private still = false;
  /** Seconds after which the present pace began. */
  #since = 0;
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #run = new Run(
    this,
    () => this.#lasts() * 1000,
    () => this.#breathes && !this.still,
    () => this.dispatchEvent(new Event('done')),
  );

  /** Whether it has not come to its end. */
  get early(): boolean {
    return this.#run.is !== 'ended';
  }
  /** Whole seconds practised. */
  get seconds(): number {
    return Math.round(this.#run.elapsed / 1000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.still = this.#motion.matches;
    this.#motion.addEventListener('change', this.#moved);
    if (!this.hasUpdated) this.#run.start();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#motion.removeEventListener('change', this.#moved);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.renderRoot.querySelector<HTMLElement>('.phase')?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="pacer">${this.#breathes ? this.#pacer() : this.#timer()}</div>
      <p class="vh" aria-live="polite">${this.#run.is === 'running' ? this.#spoken() : this.t('coping.paused')}</p>
      ${this.#breathes ? nothing : stepsOf(this.eyesOpen ? this.eyeSteps : this.card.steps)}
      <div class="row acts pairs middle">
        ${
          this.#run.is === 'paused'
            ? html`<button class="btn go" type="button" @click=${(): void => this.#run.start()}>${icon('play')}${this.t('coping.go-on')}</button>`
            : html`<button class="btn" type="button" @click=${(): void => this.#run.pause()}>${icon('pause')}${this.t('coping.pause')}</button>`
        }
        <button class="btn" type="button" @click=${this.#stop}>${icon('stop')}${this.t('coping.stop')}</button>
        ${this.eyesOpen ? nothing : this.#eyesButton()}
      </div>
      ${this.#breathes ? this.#paces() : nothing}
    `;
  }

  get #breathes(): boolean {
    return Boolean(this.card.breath) && !this.eyesOpen;
  }
  get #paceNow(): Pace {
    return this.pace ?? this.card.breath ?? { in: 4, out: 6 };
  }

  /** Seconds; a pacer ends with a whole breath. */
  #lasts(): number {
    if (!this.#breathes) return this.card.seconds;
    const { in: inward, out } = this.#paceNow;
    return this.#since + breathsIn(this.card.seconds - this.#since, this.#paceNow) * (inward + out);
  }

  #breath(): Breath {
    return breathAt(this.#run.elapsed / 1000 - this.#since, this.#paceNow);
  }

  #pacer(): TemplateResult {
    if (this.#run.is === 'paused') return this.#paused();
    const breath = this.#breath();
    const of = breathsIn(this.card.seconds - this.#since, this.#paceNow);
    const second = this.#number(breath.second);
    const words = { in: this.t('coping.in'), out: this.t('coping.out') };
    return html`
      ${this.still ? nothing : pacerPicture(radiusOf(breath.fullness), second)}
      <div>
        <h3 class="phase" tabindex="-1">${this.#phase(breath)}</h3>
        ${this.still ? nothing : this.#breathOf(breath.at, of)}
      </div>
      ${
        this.still
          ? html`<p class="count" aria-hidden="true">${second}</p>
              ${pacerBeats({ ...this.#paceNow, begun: breath.begun, words })} ${this.#breathOf(breath.at, of)}`
          : nothing
      }
    `;
  }

  #timer(): TemplateResult {
    if (this.#run.is === 'paused') return this.#paused();
    return html`
      ${this.still ? nothing : pacerPicture(radiusOf(this.#run.elapsed / 1000 / this.card.seconds))}
      <h3 class="phase" tabindex="-1">${this.#left()}</h3>
    `;
  }

  #paused(): TemplateResult {
    return html`${this.still ? nothing : pacerPicture(radiusOf(0))}
      <div>
        <h3 class="phase" tabindex="-1">${this.t('coping.paused')}</h3>
        <p class="quiet">${this.t('coping.paused-more')}</p>
      </div>`;
  }

  #phase({ phase }: Breath): string {
    return this.t(phase === 'in' ? 'coping.breathe-in' : 'coping.breathe-out');
  }
  #breathOf(at: number, of: number): TemplateResult {
    return html`<p class="quiet">${this.t('coping.breath-of', { at: this.#number(at), of: this.#number(of) })}</p>`;
  }
  #left(): string {
    const seconds = this.card.seconds - this.#run.elapsed / 1000;
    return seconds < 60 ? this.t('coping.left-little') : this.t('coping.left', { count: Math.round(seconds / 60) });
  }
  #spoken(): string {
    return this.#breathes ? this.#phase(this.#breath()) : '';
  }
  #number(value: number): string {
    return new Intl.NumberFormat(languageOf(this)).format(value);
  }

  #eyesButton(): TemplateResult {
    return html`<button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('eyes-asked'))}>
      ${icon('eye')}${this.t('coping.eyes')}
    </button>`;
  }

  #paces(): TemplateResult {
    const own = this.card.breath ?? this.#paceNow;
    const choices = paces.some((pace) => same(pace, own)) ? paces : [own, ...paces];
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('coping.pace')}</summary>
      <fieldset class="q">
        <legend class="vh">${this.t('coping.pace')}</legend>
        <div class="chips">
          ${choices.map(
            (pace) =>
              html`<label class="chip">
                <input type="radio" name="pace" .checked=${same(pace, this.#paceNow)} @change=${(): void => this.#change(pace)} />
                ${this.t('coping.pace-of', { in: this.#number(pace.in), out: this.#number(pace.out) })}
              </label>`,
          )}
        </div>
      </fieldset>
    </details>`;
  }

  #change(pace: Pace): void {
    this.#since = this.#run.elapsed / 1000;
    this.pace = pace;
  }

  readonly #stop = (): void => {
    this.#run.pause();
    this.dispatchEvent(new Event('done'));
  };

  readonly #moved = (): void => {
    this.still = this.#motion.matches;
  };
}

const same = (a: Pace, b: Pace): boolean => a.in === b.in && a.out === b.out;

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-run': MilieuCopingRun;
  }
}
