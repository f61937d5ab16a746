import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Work } from '../../records/types.js';
import type { Community } from '../community/community.js';
import { viewStyles } from './base.js';
import { icon } from './icons.js';
import { languageOf } from './language.js';
import { View } from './view.js';
import { workLineStyles } from './work-line.styles.js';
import { workStrings } from './work.strings.js';

/** ms: what is shorter is not shown. */
const unnoticed = 400;
/** ms: so long it says that all went well. What was stopped or failed stands until it is closed. */
const seen = 10_000;

/** Of the widgets of one community one speaks, or a screen reader would say everything as often as there are widgets. */
const speakers = new WeakMap<Community, MilieuWorkLine>();

/**
 * Long work in words and as a ring that fills, with a way to stop it. It speaks when the work begins to take its time, at each
 * quarter, and at the end.
 *
 * @tag milieu-work-line
 * @fires {Event} closed - The person has read what became of it.
 * @internal
 */
export class MilieuWorkLine extends View<typeof workStrings> {
  static override styles = [viewStyles, workLineStyles];
  protected readonly english = workStrings;

  /** What is shown; it lags behind the store by what nobody needs to see. */
  @state() private shown: Work | undefined;
  @state() private said = '';
  #latest: Work | undefined;
  #quarter = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** That a pull failed has been said, and none has come through since. */
  #toldOfPull = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
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
    // The button that was pressed is gone: whoever stood on it stands on what became of it.
    const last = changed.get('shown' as never) as Work | undefined;
    if (last && !last.ended && this.shown?.ended === 'done' && this.#held) this.renderRoot.querySelector<HTMLElement>('.status')?.focus();
    this.#held = this.shadowRoot?.activeElement instanceof HTMLButtonElement;
  }
  #held = false;

  protected override render(): TemplateResult {
    const { shown } = this;
    const failed = shown?.ended === 'failed';
    const speaks = this.#speaks;
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
    clearTimeout(this.#timer);
    if (this.shown?.ended) this.#hide();
    this.#quarter = 0;
    this.#timer = setTimeout(() => {
      if (this.#latest && !this.#latest.ended) this.#show(this.#latest, true);
    }, unnoticed);
  }

  #goOn(work: Work): void {
    const quarter = work.of ? Math.floor((4 * work.done) / work.of) : 0;
    this.#show(work, quarter > this.#quarter && quarter < 4);
    this.#quarter = quarter;
  }

  #end(work: Work, ended: NonNullable<Work['ended']>): void {
    clearTimeout(this.#timer);
    const again = work.kind === 'pull' && ended === 'failed' && this.#toldOfPull;
    if (work.kind === 'pull') this.#toldOfPull = ended === 'failed';
    if (again || (!this.shown && (ended !== 'failed' || work.kind === 'pull'))) return this.#hide();
    this.#show(work, ended !== 'failed');
    if (ended === 'done') this.#timer = setTimeout(() => this.#hide(), seen);
  }

  #show(work: Work, aloud: boolean): void {
    this.shown = work;
    if (aloud) this.said = this.#words(work);
    else if (work.ended) this.said = '';
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.shown = undefined;
    this.said = '';
  }

  get #speaks(): boolean {
    const { community } = this;
    if (!community) return false;
    const now = speakers.get(community);
    if (now !== this && !(now?.isConnected && now.checkVisibility())) speakers.set(community, this);
    return speakers.get(community) === this;
  }

  #words(work: Work): string {
    const { kind, done, of, ended, code } = work;
    if (ended === 'failed') return `${this.t(`work.${kind}.failed`)}${code && kind !== 'pull' ? ` ${this.sentence(code)}` : ''}`;
    if (ended) return this.t(`work.${kind}.${ended}`);
    const what = this.t(`work.${kind}`);
    const number = (value: number): string => new Intl.NumberFormat(languageOf(this)).format(value);
    if (kind === 'unlock' || (of === undefined && done === 0)) return what;
    return of === undefined ? this.t('work.so-far', { what, done: number(done) }) : this.t('work.of', { what, done: number(done), of: number(of) });
  }

  /** The ring of all that is kept, filled as far as the work has come. */
  #ring({ done, of, ended }: Work): TemplateResult {
    if (ended === 'done') return icon('saved');
    if (!of) return icon('saving');
    const arc = svg`<circle class="arc" cx="12" cy="12" r="8.25" pathLength="100" stroke-dasharray="${(100 * done) / of} 100" transform="rotate(-90 12 12)"/>`;
    return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      <circle class="track" cx="12" cy="12" r="8.25" />
      ${done > 0 ? arc : nothing}
    </svg>`;
  }

  /** For those who ask how far it is; what is drawn is the ring. */
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
