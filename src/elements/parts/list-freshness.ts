import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { realClock } from '../../records/base/clock.js';
import { onPageReturn } from '../../records/base/page-return.js';
import type { Community } from '../community/community.js';
import { viewStyles } from '../styles/style-sets.js';
import { sharedStrings } from '../language/strings.js';
import { View } from '../controllers/base-view.js';

/** How current the list is. `alone`: there is no backend to check with. `never`: there is one, but no check has succeeded. */
export type Check = { readonly is: 'alone' | 'never' } | { readonly is: 'fresh' | 'stale'; readonly at: string };

/** ms: the longest delay that a browser's timer accepts. */
const longestTimer = 2 ** 31 - 1;

/** ms: a check is valid for two pull intervals. */
const validFor = ({ policy }: Community): number => 2000 * policy.pullEvery;

/** The last complete check, and whether it is still valid at `now` (ms since 1970). One from the future is not: the clock was set back. */
export function checkOf(community: Community, now: number): Check {
  const { checkedAt, pulls } = community.status;
  if (checkedAt === undefined) return { is: pulls === false && !community.transport?.pull ? 'alone' : 'never' };
  const age = now - Date.parse(checkedAt);
  return { is: age >= 0 && age < validFor(community) ? 'fresh' : 'stale', at: checkedAt };
}

/**
 * The empty state of a list that staff rely on. To staff it shows `words` with the time of the last complete check if that is still valid;
 * otherwise it says that the list could not be checked. It updates itself when the check becomes too old. Other people see only `words`.
 * Next to a list that is not empty, `words` is not set, and it only warns that the list may be incomplete.
 *
 * @tag milieu-checked
 * @internal
 */
export class MilieuChecked extends View {
  static override styles = viewStyles;
  protected readonly english = sharedStrings;

  /** The text for an empty list. */
  @property({ attribute: false }) words = '';
  /** Whether `words` is a heading. */
  @property({ attribute: false }) titled = false;
  /** More text below `words`, which is then a heading. */
  @property({ attribute: false }) more = '';
  /** Replaces `words` if there is no backend. Without it, a sentence that says so is added to `words`. */
  @property({ attribute: false }) alone = '';
  #stopTimer = (): void => undefined;
  #stopListening = (): void => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The timers of a suspended page may be late.
    this.#stopListening = onPageReturn(() => this.requestUpdate());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTimer();
    this.#stopListening();
  }

  protected override render(): TemplateResult | typeof nothing {
    this.#stopTimer();
    const drawn = this.community ? this.#drawn(this.community) : nothing;
    this.hidden = drawn === nothing; // without text the element must leave no gap
    return drawn;
  }

  #drawn(community: Community): TemplateResult | typeof nothing {
    const { words } = this;
    if (community.actor.as !== 'staff') return words ? this.#said(words) : nothing;
    const check = checkOf(community, realClock.now());
    switch (check.is) {
      case 'fresh':
        this.#stopTimer = realClock.after(Math.min(Date.parse(check.at) + validFor(community) - realClock.now(), longestTimer), () =>
          this.requestUpdate(),
        );
        return words ? this.#said(words, this.t('check.at', { time: this.#when(check.at) })) : nothing;
      case 'alone':
        return words ? this.#said(this.alone || words, this.alone ? undefined : this.t('check.alone')) : nothing;
      case 'stale':
        return this.#warning(this.t('check.since', { time: this.#when(check.at) }));
      case 'never':
        return this.#warning(this.t('check.never'));
    }
  }

  #said(words: string, check?: string): TemplateResult {
    const line = check ? html`<p class="quiet small">${check}</p>` : nothing;
    if (!this.more && !this.titled)
      return html`<p class="quiet">${words}</p>
        ${line}`;
    return html`<div class="empty">
      <h3>${words}</h3>
      ${this.more ? html`<p class="quiet">${this.more}</p>` : nothing} ${line}
    </div>`;
  }

  #warning(words: string): TemplateResult {
    return html`<p class="status warm">
      <span><b>${words}</b> ${this.t('check.more')}</span>
    </p>`;
  }

  /** The time, with the day if it is not today. */
  #when(at: string): string {
    return this.date(at) === this.date(new Date(realClock.now()).toISOString())
      ? this.time(at)
      : this.date(at, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-checked': MilieuChecked;
  }
}
