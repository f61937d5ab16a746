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
  /** Whether a screen reader is told each breath: over a breath of four seconds it talks without an end, so only where it is wished. */
  @state() private speaks = false;
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
      <div class="pacer">${this.#clock()}</div>
      <p class="vh" aria-live="polite">${this.#run.is === 'running' ? this.#spoken() : this.t('coping.paused')}</p>
      ${this.#breathes ? nothing : stepsOf(this.eyesOpen ? this.eyeSteps : this.card.steps, languageOf(this))}
      <div class="row acts pairs middle">
        ${this.#pauseButton()}
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

  /** One heading whatever it says, so that the focus stays on it. */
  #clock(): TemplateResult {
    const breath = this.#breathes ? this.#breath() : undefined;
    const paused = this.#run.is === 'paused';
    return html`
      ${this.still ? nothing : this.#picture(paused, breath)}
      <div>
        <h3 class="phase" tabindex="-1">${paused ? this.t('coping.paused') : breath ? this.#phase(breath) : this.#left()}</h3>
        ${paused ? html`<p class="quiet">${this.t('coping.paused-more')}</p>` : nothing}
        ${breath && !paused && !this.still ? this.#breathOf(breath.at) : nothing}
      </div>
      ${breath && !paused && this.still ? this.#dots(breath) : nothing}
    `;
  }

  #picture(paused: boolean, breath: Breath | undefined): TemplateResult {
    if (paused) return pacerPicture(radiusOf(0));
    return breath
      ? pacerPicture(radiusOf(breath.fullness), this.#number(breath.second))
      : pacerPicture(radiusOf(this.#run.elapsed / 1000 / this.card.seconds));
  }

  #dots({ at, begun, second }: Breath): TemplateResult {
    const words = { in: this.t('coping.in'), out: this.t('coping.out') };
    return html`<p class="count" aria-hidden="true">${this.#number(second)}</p>
      ${pacerBeats({ ...this.#paceNow, begun, words })} ${this.#breathOf(at)}`;
  }

  #phase({ phase }: Breath): string {
    return this.t(phase === 'in' ? 'coping.breathe-in' : 'coping.breathe-out');
  }
  #breathOf(at: number): TemplateResult {
    const of = breathsIn(this.card.seconds - this.#since, this.#paceNow);
    return html`<p class="quiet">${this.t('coping.breath-of', { at: this.#number(at), of: this.#number(of) })}</p>`;
  }
  #left(): string {
    const seconds = this.card.seconds - this.#run.elapsed / 1000;
    return seconds < 60 ? this.t('coping.left-little') : this.t('coping.left', { count: Math.round(seconds / 60) });
  }
  #spoken(): string {
    return this.#breathes && this.speaks ? this.#phase(this.#breath()) : '';
  }
  #number(value: number): string {
    return new Intl.NumberFormat(languageOf(this)).format(value);
  }

  /** One button with two words: the focus stays on it. */
  #pauseButton(): TemplateResult {
    const paused = this.#run.is === 'paused';
    return html`<button class="btn ${paused ? 'go' : ''}" type="button" @click=${(): void => (paused ? this.#run.start() : this.#run.pause())}>
      ${icon(paused ? 'play' : 'pause')}${this.t(paused ? 'coping.go-on' : 'coping.pause')}
    </button>`;
  }

  #eyesButton(): TemplateResult {
    return html`<button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('eyes-asked'))}>
      ${this.t('coping.eyes')}
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
      <label class="tick">
        <input type="checkbox" .checked=${this.speaks} @change=${(): boolean => (this.speaks = !this.speaks)} />
        <span>${this.t('coping.speak')}</span>
      </label>
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
