import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { realClock } from '../../records/base/clock.js';
import type { Work } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from './icons.js';
import { formatNumber } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { SingleAnnouncer } from '../controllers/single-announcer.js';
import { View } from '../controllers/base-view.js';
import { workLineStyles } from '../styles/task-line.styles.js';
import { taskStrings } from './task.strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/** ms: a shorter task is not shown. */
const notShownBefore = 400;
/** ms for which a success is shown. A task that was stopped or has failed is shown until the person closes the line. */
const successShownFor = 10_000;

/**
 * Shows the progress of a long task as text and as a ring, with a button to stop it. Screen readers announce it when it is first shown, at
 * each quarter, and at the end.
 *
 * @tag milieu-work-line
 * @fires {Event} closed - The person has closed the line after the task ended.
 * @internal
 */
export class MilieuTaskLine extends View<typeof taskStrings> {
  static override styles = [viewStyles, workLineStyles];
  protected readonly english = taskStrings;

  /** The task on the screen. It differs from the store's task, because short tasks are not shown and results stay for some time. */
  @state() private shown: Work | undefined;
  @state() private said = '';
  readonly #speaker = new SingleAnnouncer(this);
  #latest: Work | undefined;
  #quarter = 0;
  #stopTimer = (): void => undefined;
  /** Whether the line has said that a pull failed, and no pull has succeeded since. */
  #toldOfPull = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTimer();
  }

  protected override communityChanged(): void {
    const work = this.community?.status.work;
    const before = this.#latest;
    if (work === before) return;
    this.#latest = work;
    if (!work) this.#hide();
    else if (work.ended) this.#end(work, work.ended);
    else if (!before || before.ended || before.kind !== work.kind) this.#begin();
    else if (this.shown) this.#goOn(work);
  }

  protected override updated(changed: PropertyValues): void {
    // The focused button was removed, so the focus moves to the result.
    const last = changed.get('shown' as never) as Work | undefined;
    if (last && !last.ended && this.shown?.ended === 'done' && this.#held) takeFocus(this.renderRoot.querySelector<HTMLElement>('.status'));
    this.#held = this.shadowRoot?.activeElement instanceof HTMLButtonElement;
  }
  #held = false;

  protected override render(): TemplateResult {
    const { shown } = this;
    const failed = shown?.ended === 'failed';
    const { speaks } = this.#speaker;
    return html`
      <div class="work" ?hidden=${!shown}>
        <p class="status" tabindex="-1" ?hidden=${failed}>
          ${shown && !failed ? [this.#ring(shown), html`<span>${this.#words(shown)}</span>`] : nothing}
        </p>
        <p class="status care" role=${speaks ? 'alert' : nothing} ?hidden=${!failed}>
          ${failed ? [icon('nobody'), html`<span>${this.#words(shown)}</span>`] : nothing}
        </p>
        ${shown ? this.#progress(shown) : nothing}${shown ? this.#button(shown) : nothing}
      </div>
      <p class="vh" role=${speaks ? 'status' : nothing}>${speaks ? this.said : nothing}</p>
    `;
  }

  #begin(): void {
    this.#stopTimer();
    if (this.shown?.ended) this.#hide();
    this.#quarter = 0;
    this.#stopTimer = realClock.after(notShownBefore, () => {
      if (this.#latest && !this.#latest.ended) this.#show(this.#latest, true);
    });
  }

  #goOn(work: Work): void {
    const quarter = work.of ? Math.floor((4 * work.done) / work.of) : 0;
    this.#show(work, quarter > this.#quarter && quarter < 4);
    this.#quarter = quarter;
  }

  #end(work: Work, ended: NonNullable<Work['ended']>): void {
    this.#stopTimer();
    const again = work.kind === 'pull' && ended === 'failed' && this.#toldOfPull;
    if (work.kind === 'pull') this.#toldOfPull = ended === 'failed';
    if (again || (!this.shown && (ended !== 'failed' || work.kind === 'pull'))) return this.#hide();
    this.#show(work, ended !== 'failed');
    if (ended === 'done') this.#stopTimer = realClock.after(successShownFor, () => this.#hide());
  }

  #show(work: Work, aloud: boolean): void {
    this.shown = work;
    if (aloud) this.said = this.#words(work);
    else if (work.ended) this.said = '';
  }

  #hide(): void {
    this.#stopTimer();
    this.shown = undefined;
    this.said = '';
  }

  #words(work: Work): string {
    const { kind, done, of, ended, code } = work;
    if (ended === 'failed') return `${this.t(`work.${kind}.failed`)}${code && kind !== 'pull' ? ` ${this.sentence(code)}` : ''}`;
    if (ended) return this.t(`work.${kind}.${ended}`);
    const what = this.t(`work.${kind}`);
    const number = (value: number): string => formatNumber(value, languageOf(this));
    if (kind === 'unlock' || (of === undefined && done === 0)) return what;
    return of === undefined ? this.t('work.so-far', { what, done: number(done) }) : this.t('work.of', { what, done: number(done), of: number(of) });
  }

  /** A ring that is filled in proportion to the progress. */
  #ring({ done, of, ended }: Work): TemplateResult {
    if (ended === 'done') return icon('saved');
    if (!of) return icon('saving');
    const arc = svg`<circle class="arc" cx="12" cy="12" r="8.25" pathLength="100" stroke-dasharray="${(100 * done) / of} 100" transform="rotate(-90 12 12)"/>`;
    return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      <circle class="track" cx="12" cy="12" r="8.25" />
      ${done > 0 ? arc : nothing}
    </svg>`;
  }

  /** The progress for screen readers; on the screen, the ring shows it. */
  #progress({ kind, done, of, ended }: Work): TemplateResult | typeof nothing {
    if (ended) return nothing;
    return html`<progress class="vh" aria-label=${this.t(`work.${kind}`)} max=${of ?? nothing} value=${of ? done : nothing}></progress>`;
  }

  #button({ ended, stoppable }: Work): TemplateResult | typeof nothing {
    if (ended === 'done') return nothing;
    return html`<button
      class="btn word plain"
      type="button"
      aria-disabled=${!ended && !stoppable ? 'true' : nothing}
      @click=${(): void => this.#pressed()}
    >
      ${this.t(ended ? 'work.close' : 'work.stop')}
    </button>`;
  }

  #pressed(): void {
    if (this.shown?.ended) {
      this.#hide();
      this.dispatchEvent(new Event('closed'));
    } else this.community?.records?.stop();
  }
}
