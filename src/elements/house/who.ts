import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { realClock } from '../../records/base/clock.js';
import { codeOf } from '../../records/base/errors.js';
import type { Person } from '../community/host-people.js';
import type { EntryResult } from '../community/house.js';
import { isolated } from '../language/isolate.js';
import { HouseView } from './house-view.js';

/** ms: a longer pause is told by the time at which it ends. */
const shortPause = 90_000;

/**
 * *Who are you?* The names of those who are here, and the PIN of the one who was pressed. No name leaves its shadow root.
 *
 * @tag milieu-who
 * @internal
 */
export class MilieuWho extends HouseView {
  /** Whose PIN is asked for. */
  @state() private chosen: Person | undefined;
  @state() private checking = false;
  #stopTimer = (): void => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTimer();
    this.chosen = undefined;
    this.typed = this.said = '';
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const people = this.community?.people ?? [];
    if (this.chosen && !people.some(({ id }) => id === this.chosen?.id)) this.chosen = undefined;
  }

  protected override render(): TemplateResult {
    const { leavesAfter } = this.community?.house ?? {};
    return html`<section class="stack" aria-labelledby="who">
      <h3 id="who" tabindex="-1">${this.t('who.title')}</h3>
      ${this.chosen ? this.#pinForm(this.chosen) : this.#names()}
      <p class="hint">${this.t('who.not-a-lock')}${leavesAfter === undefined ? nothing : html` ${this.t('who.idle', { count: leavesAfter })}`}</p>
    </section>`;
  }

  #names(): TemplateResult {
    const people = this.community?.people ?? [];
    if (people.length === 0) return html`<p>${this.t('who.nobody')}</p>`;
    const { shown, hasMore } = this.found(people, ({ name }) => name);
    return html`
      ${this.finder(people.length)}
      <ul class="names" aria-label=${this.t('who.names')}>
        ${shown.map(
          (person) =>
            html`<li>
              <button class="btn" type="button" aria-disabled=${this.checking ? 'true' : nothing} @click=${(): void => this.#choose(person)}>
                ${isolated(this.nameOf(person))}
              </button>
            </li>`,
        )}
      </ul>
      <p role="status">${this.said || (shown.length === 0 ? this.t('people.none') : '')}</p>
      ${hasMore ? html`<p class="quiet">${this.t('people.more')}</p>` : nothing}
      <p class="quiet">${this.t('who.missing')}</p>
    `;
  }

  #pinForm(person: Person): TemplateResult {
    return html`<form
      class="stack"
      novalidate
      autocomplete="off"
      aria-labelledby="who"
      @submit=${(event: Event): void => {
        event.preventDefault();
        this.#choose(person, this.read('pin'));
      }}
    >
      ${this.pin('pin', this.t('who.pin', { name: this.nameOf(person) }))}
      <p role="status">${this.said}</p>
      <div class="row acts">
        <button class="btn go" type="submit" aria-disabled=${this.checking ? 'true' : nothing}>${this.t('who.open')}</button>
        <button class="btn" type="button" @click=${(): void => this.#back()}>${this.t('who.other')}</button>
      </div>
      <p class="quiet">${this.t('who.forgot')}</p>
    </form>`;
  }

  #choose(person: Person, typed?: string): void {
    if (this.checking) return;
    this.checking = true;
    this.problem = undefined;
    this.said = typed === undefined ? '' : this.t('who.checking');
    this.#enter(person, typed)
      .catch((error: unknown) => {
        this.said = this.sentence(codeOf(error));
        this.community?.report(error);
      })
      .finally(() => (this.checking = false));
  }

  async #enter(person: Person, typed: string | undefined): Promise<void> {
    const entered = await this.community?.house.choose(person.id, typed);
    this.said = '';
    if (entered && entered.is !== 'in') this.#refused(person, entered);
  }

  #refused(person: Person, entered: Exclude<EntryResult, { readonly is: 'in' }>): void {
    switch (entered.is) {
      case 'pin':
        this.chosen = person;
        this.isShown = false;
        return this.attend('#pin');
      case 'wrong':
      case 'wait':
        this.empty('pin');
        this.complain('pin', this.#pause(entered.wait));
        return this.#tellWhenOver(entered.wait);
      default:
        this.chosen = undefined;
        this.said = this.t(`who.${entered.is}`);
    }
  }

  #pause(wait: number): string {
    if (wait <= 0) return this.t('who.wrong');
    if (wait <= shortPause) return this.t('who.wait', { count: Math.ceil(wait / 1000) });
    return this.t('who.wait-until', { time: this.time(new Date(realClock.now() + wait).toISOString()) });
  }

  #tellWhenOver(wait: number): void {
    this.#stopTimer();
    if (wait <= 0) return;
    this.#stopTimer = realClock.after(wait, () => {
      this.problem = undefined;
      this.said = this.t('who.again');
    });
  }

  #back(): void {
    this.#stopTimer();
    this.chosen = this.problem = undefined;
    this.said = '';
    this.attend('#who');
  }
}
