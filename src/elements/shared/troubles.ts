import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { wordsOf } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Choice, Trouble } from '../../records/types.js';
import { viewStyles } from './base.js';
import { type SharedKey, sharedStrings } from './strings.js';
import { View } from './view.js';

const choiceKeys = {
  mine: 'troubles.keep-mine',
  theirs: 'troubles.keep-theirs',
  again: 'troubles.again',
  remove: 'troubles.remove',
} as const satisfies Record<Choice, SharedKey>;

const wordsIn = ({ change: { records } }: Trouble): readonly string[] => records.flatMap(wordsOf);

/**
 * What a backend did not take, and texts that stand in two versions: both are shown, and choosing is a new act.
 *
 * @tag milieu-troubles
 * @fires {Event} closed - The person goes back to the page before.
 */
export class MilieuTroubles extends View {
  static override styles = viewStyles;
  protected readonly english = sharedStrings;

  @state() private troubles: readonly Trouble[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  protected override communityChanged(): void {
    this.#load();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <section class="stack" aria-labelledby="title">
        <h3 id="title" tabindex="-1">${this.t('troubles.title')}</h3>
        ${
          this.troubles.length > 0
            ? html`<ul class="stack">
                ${this.troubles.map((trouble) => html`<li>${this.#one(trouble)}</li>`)}
              </ul>`
            : html`<p class="quiet">${this.t('troubles.none')}</p>`
        }
        <div class="row acts">
          <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('troubles.close')}</button>
        </div>
      </section>
    `;
  }

  #one(trouble: Trouble): TemplateResult {
    const { at } = trouble.change;
    const { theirs } = trouble;
    const held = trouble.reason === 'held';
    return html`<article class="slip">
      <div class="in">
        <p class="quiet small">${this.t('troubles.from', { when: this.#moment(at) })}</p>
        <p>${this.t(held ? 'troubles.held' : 'troubles.refused')}</p>
        ${held && theirs ? this.#versions(trouble, theirs) : html`<div class="said">${this.#texts(wordsIn(trouble))}</div>`}
      </div>
      <div class="tear">
        <div class="row acts">
          ${
            held
              ? theirs
                ? nothing
                : html`${this.#choice(trouble, 'mine')}${this.#choice(trouble, 'theirs')}`
              : html`${this.#choice(trouble, 'again')}${this.#choice(trouble, 'remove')}`
          }
          <button class="btn word" type="button" @click=${(): void => this.#copy(trouble)}>${this.t('troubles.export')}</button>
        </div>
      </div>
    </article>`;
  }

  /** Side by side where there is room; of long texts only what is not the same. */
  #versions(trouble: Trouble, theirs: MilieuRecord): TemplateResult {
    const [mine, other] = [wordsIn(trouble), wordsOf(theirs)];
    const apart = (these: readonly string[], those: readonly string[]): readonly string[] => these.filter((text) => !those.includes(text));
    const [left, right] = [apart(mine, other), apart(other, mine)];
    const differ = left.length > 0 || right.length > 0;
    const sameDay = this.date(theirs.at) === this.date(trouble.change.at);
    const one = (whose: string, at: string, texts: readonly string[], choice: 'mine' | 'theirs'): TemplateResult =>
      html`<section>
        <h4>${this.t('troubles.version', { whose, when: sameDay ? this.time(at) : this.#moment(at) })}</h4>
        <div class="said">${this.#texts(texts)}</div>
        <div class="row">${this.#choice(trouble, choice)}</div>
      </section>`;
    return html`<div class="versions">
        ${one(this.t('troubles.mine'), trouble.change.at, differ ? left : mine, 'mine')}
        ${one(this.t('troubles.theirs'), theirs.at, differ ? right : other, 'theirs')}
      </div>
      ${differ && left.length < mine.length ? html`<p class="quiet">${this.t('troubles.rest')}</p>` : nothing}`;
  }

  #moment(at: string): string {
    return `${this.date(at)}, ${this.time(at)}`;
  }

  #texts(texts: readonly string[]): readonly TemplateResult[] {
    return (texts.length > 0 ? texts : [this.t('troubles.no-words')]).map((text) => html`<p dir="auto">${text}</p>`);
  }

  #choice(trouble: Trouble, choice: Choice): TemplateResult {
    return html`<button class="btn" type="button" @click=${(): void => this.#settle(trouble, choice)}>${this.t(choiceKeys[choice])}</button>`;
  }

  #settle(trouble: Trouble, choice: Choice): void {
    this.community?.records?.settle(trouble.id, choice).then(
      () => this.#load(),
      (error: unknown) => this.community?.report(error, trouble.id),
    );
  }

  #copy(trouble: Trouble): void {
    const file = new Blob([JSON.stringify(trouble.change, undefined, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${trouble.change.key}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #load(): void {
    this.community?.records?.troubles().then(
      (troubles) => (this.troubles = troubles),
      (error: unknown) => this.community?.report(error),
    );
  }
}
