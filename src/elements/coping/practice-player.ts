import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Card } from '../../content/card.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { formatNumber } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { View } from '../controllers/base-view.js';
import { KeepAwake } from '../controllers/keep-awake.js';
import { type BreathState, breathAt, breathsIn, type Pace, paces } from './breathing-pace.js';
import { stepsOf } from './card-steps.js';
import { copingStyles } from './coping.styles.js';
import { pacerBeats, pacerPicture, radiusOf } from './pacer-drawing.js';
import { PracticeTimer } from './practice-timer.js';
import { copingStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/**
 * A running practice: a breathing pacer, or the steps next to a circle that shows the time.
 * It starts as soon as it is connected, because *Start* inserts it.
 *
 * @tag milieu-coping-run
 * @internal
 * @fires {Event} done - It ended or was stopped; see `seconds` and `early`.
 * @fires {Event} eyes-asked - The person wants the steps with eyes open.
 */
export class MilieuCopingRun extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  @property({ attribute: false }) card!: Card;
  /** Whether `eyeSteps` are shown instead of the card's own steps. */
  @property({ attribute: false }) eyesOpen = false;
  @property({ attribute: false }) eyeSteps: readonly string[] = [];

  @state() private pace?: Pace;
  @state() private still = false;
  /** Whether each breath is announced to a screen reader. Off by default, because with short breaths it would talk all the time. */
  @state() private speaks = false;
  /** Seconds after which the current pace started. */
  #paceStart = 0;
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #timer = new PracticeTimer(
    this,
    () => this.#totalSeconds() * 1000,
    () => this.#breathes && !this.still,
    () => this.dispatchEvent(new Event('done')),
  );

  protected readonly awake = new KeepAwake(this, () => this.#timer.is === 'running');

  /** Whether it was stopped before its end. */
  get early(): boolean {
    return this.#timer.is !== 'ended';
  }
  /** Seconds practised, rounded. */
  get seconds(): number {
    return Math.round(this.#timer.elapsed / 1000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.still = this.#motion.matches;
    this.#motion.addEventListener('change', this.#motionChanged);
    if (!this.hasUpdated) this.#timer.start();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#motion.removeEventListener('change', this.#motionChanged);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    takeFocus(this.renderRoot.querySelector<HTMLElement>('.phase'));
  }

  protected override render(): TemplateResult {
    return html`
      <div class="pacer">${this.#clock()}</div>
      <p class="vh" aria-live="polite">${this.#timer.is === 'running' ? this.#announcement() : this.t('coping.paused')}</p>
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

  /** Duration in seconds. A pacer ends with a whole breath. */
  #totalSeconds(): number {
    if (!this.#breathes) return this.card.seconds;
    const { in: inward, out } = this.#paceNow;
    return this.#paceStart + breathsIn(this.card.seconds - this.#paceStart, this.#paceNow) * (inward + out);
  }

  #breath(): BreathState {
    return breathAt(this.#timer.elapsed / 1000 - this.#paceStart, this.#paceNow);
  }

  /** Always the same heading element with different text, so that the focus stays on it. */
  #clock(): TemplateResult {
    const breath = this.#breathes ? this.#breath() : undefined;
    const paused = this.#timer.is === 'paused';
    return html`
      ${this.still ? nothing : this.#picture(paused, breath)}
      <div>
        <h3 class="phase" tabindex="-1">${paused ? this.t('coping.paused') : breath ? this.#phase(breath) : this.#timeLeft()}</h3>
        ${paused ? html`<p class="quiet">${this.t('coping.paused-more')}</p>` : nothing}
        ${breath && !paused && !this.still ? this.#breathOf(breath.at) : nothing}
      </div>
      ${breath && !paused && this.still ? this.#dots(breath) : nothing}
    `;
  }

  #picture(paused: boolean, breath: BreathState | undefined): TemplateResult {
    if (paused) return pacerPicture(radiusOf(0));
    return breath
      ? pacerPicture(radiusOf(breath.fullness), this.#number(breath.second))
      : pacerPicture(radiusOf(this.#timer.elapsed / 1000 / this.card.seconds));
  }

  #dots({ at, begun, second }: BreathState): TemplateResult {
    const words = { in: this.t('coping.in'), out: this.t('coping.out') };
    return html`<p class="count" aria-hidden="true">${this.#number(second)}</p>
      ${pacerBeats({ ...this.#paceNow, begun, words })} ${this.#breathOf(at)}`;
  }

  #phase({ phase }: BreathState): string {
    return this.t(phase === 'in' ? 'coping.breathe-in' : 'coping.breathe-out');
  }
  #breathOf(at: number): TemplateResult {
    const of = breathsIn(this.card.seconds - this.#paceStart, this.#paceNow);
    return html`<p class="quiet">${this.t('coping.breath-of', { at: this.#number(at), of: this.#number(of) })}</p>`;
  }
  #timeLeft(): string {
    const seconds = this.card.seconds - this.#timer.elapsed / 1000;
    return seconds < 60 ? this.t('coping.left-little') : this.t('coping.left', { count: Math.round(seconds / 60) });
  }
  #announcement(): string {
    return this.#breathes && this.speaks ? this.#phase(this.#breath()) : '';
  }
  #number(value: number): string {
    return formatNumber(value, languageOf(this));
  }

  /** One button with two labels, so that the focus stays on it. */
  #pauseButton(): TemplateResult {
    const paused = this.#timer.is === 'paused';
    return html`<button class="btn ${paused ? 'go' : ''}" type="button" @click=${(): void => (paused ? this.#timer.start() : this.#timer.pause())}>
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
    this.#paceStart = this.#timer.elapsed / 1000;
    this.pace = pace;
  }

  readonly #stop = (): void => {
    this.#timer.pause();
    this.dispatchEvent(new Event('done'));
  };

  readonly #motionChanged = (): void => {
    this.still = this.#motion.matches;
  };
}

const same = (a: Pace, b: Pace): boolean => a.in === b.in && a.out === b.out;

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-run': MilieuCopingRun;
  }
}
