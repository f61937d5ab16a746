import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { tonesOf, ToneFinding } from '../../content/tone.js';
import { View } from '../controllers/base-view.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { languageOf } from '../language/locale.js';
import { viewStyles } from '../styles/style-sets.js';
import { questions, type FeedbackWords } from './feedback-questions.js';
import { toneStrings } from './tone.strings.js';

/** What is quoted of a person's own words: enough to find them again. */
const most = 40;
const quoted = (words: string): string => (words.length <= most ? words : `…${words.slice(-most)}`);

/**
 * Points out words in a reminder that may hurt, while it is written. It suggests and stops nothing, says beforehand that it looks, and can be turned
 * off. English only: in another language it is not there.
 *
 * @tag milieu-feedback-tone
 * @internal
 */
export class MilieuFeedbackTone extends View<typeof toneStrings> {
  static override styles = [
    viewStyles,
    css`
      :host {
        gap: var(--_s2);
      }
      li + li {
        margin-block-start: 0.5em;
      }
    `,
  ];
  protected readonly english = toneStrings;
  /** Content is loaded, not imported: whoever registers this view brings its patterns. */
  static find: typeof tonesOf = () => [];

  /** What is written so far. */
  @property({ attribute: false }) words: FeedbackWords = {};
  @state() private off = false;
  readonly #focus = new FocusAfterAct(this);

  protected override render(): TemplateResult | typeof nothing {
    if (!languageOf(this).startsWith('en')) return nothing;
    if (this.off)
      return html`<p class="quiet small">
        ${this.t('tone.is-off')}
        <button class="btn word" type="button" id="on" @click=${(): void => this.#turn(false)}>${this.t('tone.on')}</button>
      </p>`;
    const found = MilieuFeedbackTone.find(questions.remind.first.map((field) => this.words[field] ?? '').join('\n'));
    return html`<p class="quiet small">
        ${this.t('tone.declared')}
        <button class="btn word" type="button" id="off" @click=${(): void => this.#turn(true)}>${this.t('tone.off')}</button>
      </p>
      <div role="status">${found.length > 0 ? this.#found(found) : nothing}</div>`;
  }

  #found(found: readonly ToneFinding[]): TemplateResult {
    return html`<div class="nudge stack close">
      <b>${this.t('tone.heading')}</b>
      <ul>
        ${found.map(({ tone, words }) => html`<li>${this.t(`tone.${tone}`, { words: quoted(words) })}</li>`)}
      </ul>
    </div>`;
  }

  #turn(off: boolean): void {
    this.off = off;
    this.#focus.to(off ? 'on' : 'off');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-tone': MilieuFeedbackTone;
  }
}
