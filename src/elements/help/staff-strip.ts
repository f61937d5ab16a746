import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Help } from '../../model/kinds/help/table.js';
import type { Kept } from '../../records/base/types.js';
import { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { SingleAnnouncer } from '../controllers/single-announcer.js';
import { icon } from '../parts/icons.js';
import { saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { contactList } from './contact-list.js';
import { helpStyles } from './help.styles.js';
import { sinceWords } from './since-words.js';
import { staffHelpStrings } from './staff.strings.js';
import { type UnseenCall, UnseenCalls } from './unseen-calls.js';

/**
 * The calls that nobody has seen for long, at the head of one widget of the community: the first that is visible. What is answered here stays
 * until it is dealt with or hidden.
 *
 * @tag milieu-call-strip
 * @internal
 */
export class MilieuCallStrip extends View<typeof staffHelpStrings> {
  static override styles = [
    viewStyles,
    helpStyles,
    css`
      :host {
        gap: 0;
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        border-block-end: var(--_hair);
      }
      .call {
        padding: var(--_s4);
      }
      .call:not(.answered) {
        background: var(--_warm);
      }
      .call.loudest {
        padding: 0;
        background: none;
      }
      .call.loudest > milieu-call-answer {
        margin: 0;
        padding: var(--_s3) var(--_s4) var(--_s4);
      }
      .loud > ul {
        max-inline-size: var(--_measure);
      }
      @container (min-width: 30rem) {
        .call:not(.loudest),
        .call.loudest > milieu-call-answer {
          padding-inline: var(--_s5);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  protected readonly english = staffHelpStrings;
  /** Whether staff can turn on a sound. */
  @property({ attribute: false }) sound = true;

  /** Ids of the calls that were answered here and not hidden. */
  @state() private answered: readonly string[] = [];

  readonly #speaker = new SingleAnnouncer(this);
  readonly #focus = new FocusAfterAct(this);
  readonly #unseen = new UnseenCalls(this, () => this.sound);
  readonly #seen = new QueryController<Help>(this, () => (this.answered.length > 0 ? { kind: 'help', status: 'seen' } : undefined));

  protected override render(): TemplateResult | typeof nothing {
    const calls = this.#speaker.speaks ? this.#unseen.all.filter(({ climbed }) => climbed !== 'waiting') : [];
    const seen = this.#seen.kept.filter(({ record }) => this.answered.includes(record.id));
    this.hidden = calls.length + seen.length === 0; // without text the element must leave no gap
    if (this.hidden) return nothing;
    return html`<section aria-label=${this.t('help.calls-unseen')}>
      ${repeat(
        calls,
        ({ kept }) => kept.record.id,
        (call, place) => this.#call(call, place === 0),
      )}
      ${calls.length > 0 && this.sound ? html`<div class="call answered"><milieu-sound-switch></milieu-sound-switch></div>` : nothing}
      ${repeat(
        seen,
        ({ record }) => record.id,
        (kept) => this.#answered(kept),
      )}
    </section>`;
  }

  #call({ kept, climbed }: UnseenCall, isNext: boolean): TemplateResult {
    return html`<div class="call ${climbed}">
      ${climbed === 'loudest' ? this.#loudest(kept) : this.#everywhere(kept)} ${this.#answer(kept, isNext)}
    </div>`;
  }

  #everywhere({ record }: Kept<Help>): TemplateResult {
    return html`<div role="alert">
      <h3>${this.t(`help.need-${record.data.need}`, { name: this.name(record.by) })}</h3>
      <p>${this.#since(record.at)} ${this.t('help.unseen')}</p>
      ${this.#said(record.data)}
    </div>`;
  }

  #loudest({ record }: Kept<Help>): TemplateResult {
    const people = this.community?.help?.people ?? [];
    return html`<div class="loud" role="alert">
      ${icon('nobody')}
      <h3>${this.t('help.unseen-long', { name: this.name(record.by) })}</h3>
      <p>${this.t(`help.need-${record.data.need}`, { name: this.name(record.by) })}. ${this.#since(record.at)}</p>
      ${this.#said(record.data)} ${people.length > 0 ? contactList(people, '') : nothing}
    </div>`;
  }

  #said({ text, place }: Help): TemplateResult {
    return html`${text ? html`<p class="prose" dir="auto">${text}</p>` : nothing}${place ? html`<p dir="auto">${place}</p>` : nothing}`;
  }

  #answered(kept: Kept<Help>): TemplateResult {
    const { id, by } = kept.record;
    const name = this.name(by);
    return html`<div class="call answered">
      <h3 id="answered-${id}" tabindex="-1">${this.t('help.answered', { name })}</h3>
      ${saveLine(this.truthOf(id), this.saveWords, { sent: this.t('help.answered-more', { name }) })} ${this.#answer(kept, false)}
      <div class="row">
        <button class="btn word plain" type="button" @click=${(): void => this.#hide(id)}>${this.t('help.hide')}</button>
      </div>
    </div>`;
  }

  #answer(kept: Kept<Help>, isNext: boolean): TemplateResult {
    return html`<milieu-call-answer
      .acts=${this.acts}
      .kept=${kept}
      ?next=${isNext}
      @answered=${(): void => this.#attend(kept.record.id)}
    ></milieu-call-answer>`;
  }

  #since(at: string): string {
    return sinceWords(at, {
      t: (key, values) => this.t(key, values),
      date: (iso, options) => this.date(iso, options),
      time: (iso) => this.time(iso),
    });
  }

  /** The pressed button is gone, so the focus moves to the line that says what was done. */
  #attend(id: string): void {
    this.answered = [...this.answered.filter((one) => one !== id), id];
    this.#focus.to(`answered-${id}`);
  }

  #hide(id: string): void {
    this.answered = this.answered.filter((one) => one !== id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-call-strip': MilieuCallStrip;
  }
}
