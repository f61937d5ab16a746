import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import { isPast, isResting, stands } from '../../model/kinds/ladder/states.js';
import type { Placement } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Kept } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { circles as picture, type Circle as Drawn } from './circle-list.js';
import { ladderStyles } from './ladder.styles.js';
import { loadReasons } from './lazy-reasons.js';
import { ladderStrings } from './strings.js';

type Part = MilieuRecord<Placement>;

/**
 * A person's current placement: the circles, what was decided together, and what could come next.
 *
 * @tag milieu-ladder-part
 * @internal
 */
export class MilieuLadderPart extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person. Default: the person on this page. */
  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) circles: readonly Circle[] = [];
  @property({ attribute: false }) rights: readonly string[] = [];

  readonly #parts = new QueryController<Placement>(this, () => (this.#person === undefined ? undefined : { kind: 'placement', to: this.#person }));

  readonly #reasons = new LazyViews(this, loadReasons);

  protected override render(): unknown {
    return this.renderState(this.#parts.state, {
      ready: (kept, writable) => this.#ready(kept, writable),
      empty: () => this.#first(),
    });
  }

  get #person(): string | undefined {
    return this.about ?? this.community?.actor.person;
  }
  get #mine(): boolean {
    return this.#person === this.community?.actor.person;
  }
  /** Whether the person lives or works here. Family and guests have no placement; they see only the circles. */
  get #livesHere(): boolean {
    const as = this.community?.actor.as;
    return as !== 'family' && as !== 'guest';
  }
  get #name(): string {
    return this.#person === undefined ? '' : this.name(this.#person);
  }

  #ready(kept: readonly Kept<Placement>[], writable: boolean): TemplateResult {
    const parts = kept.map(({ record }) => record).filter(stands);
    const [now, ...others] = parts;
    if (!now) return html`${this.#given()} ${this.#first()}`;
    const at = this.circles.findIndex(({ id }) => id === now.data.circle);
    const here = this.circles[at];
    const next = at < 0 ? undefined : this.circles[at + 1];
    return html`
      ${this.#strengths()} ${isResting(now) ? this.#resting(now, writable && here !== undefined) : nothing} ${this.#given()}
      ${here ? nothing : html`<p class="status warm">${this.t('part.gone')}</p>`}
      ${picture(this.#drawn(at, this.#hereWords(now)), this.t('part.circles'), isResting(now))} ${this.#same()}
      ${others.map((part) => html`<p class="quiet">${this.t('part.also', { title: this.#titleOf(part), date: this.date(part.data.since) })}</p>`)}
      ${this.#decided(now)}
      <div class="folds">
        ${here ? this.#circle(here, this.t('part.holds', { title: here.title })) : nothing}
        ${next ? this.#circle(next, this.t('part.could-come', { title: next.title })) : nothing}
      </div>
      ${next && this.#mine ? html`<p class="prose quiet">${this.t('part.talk')}</p>` : nothing}
      ${here && writable && this.#mine && this.community?.can('rest', now) ? this.#act('rest', now) : nothing}
    `;
  }

  /** Shown if there is no placement yet: everybody starts in the first circle. */
  #first(): TemplateResult {
    const [first] = this.circles;
    if (!this.#livesHere) return html`${picture(this.#drawn(-1, ''), this.t('part.circles'))} ${this.#same()}`;
    return html`
      ${this.#strengths()}
      <div class="lead">
        ${
          this.#mine
            ? html`<h3>${this.t('part.first-title')}</h3>
                <p class="quiet">${this.t('part.first-more')}</p>`
            : html`<milieu-checked .words=${this.t('part.first-title-of')} .titled=${true}></milieu-checked>`
        }
      </div>
      ${picture(this.#drawn(0, this.t('part.first'), ''), this.t('part.circles'))} ${this.#same()}
      ${first ? html`<div class="folds">${this.#circle(first, this.t('part.holds', { title: first.title }))}</div>` : nothing}
    `;
  }

  /** @param next the note at the next circle; empty on a person's first day, so that nobody has to look ahead */
  #drawn(at: number, here: string, next = this.#mine ? this.t('part.next') : ''): readonly Drawn[] {
    return this.circles.map(({ title }, index) => ({
      name: title,
      is: index < at ? 'was' : index === at ? 'now' : 'later',
      note: index === at ? here : index === at + 1 && at >= 0 ? next : undefined,
    }));
  }

  #hereWords(now: Part): string {
    const key = isResting(now) ? 'part.resting' : 'part.here';
    return this.t(this.#mine ? key : `${key}-of`, { name: this.#name, date: this.date(now.data.since) });
  }

  readonly #titleOf = ({ data }: MilieuRecord): string => this.circles.find(({ id }) => id === data['circle'])?.title ?? String(data['circle']);

  /** Why staff ended or paused a part of theirs. */
  #given(): TemplateResult | typeof nothing {
    const records = this.#parts.kept.map(({ record }) => record).filter((part) => isPast(part) || isResting(part));
    if (records.length === 0) return nothing;
    return this.#reasons.render(
      () =>
        html`<milieu-ladder-reasons .acts=${this.acts} .whose=${this.#person} .records=${records} .titleOf=${this.#titleOf}></milieu-ladder-reasons>`,
    );
  }

  #strengths(): TemplateResult {
    return html`<milieu-ladder-strengths .whose=${this.#person}></milieu-ladder-strengths>`;
  }

  #resting(part: Part, writable: boolean): TemplateResult {
    return html`<div class="nudge">
      <h3>${icon('rest')} ${this.#mine ? this.t('part.rest-title') : this.#hereWords(part)}</h3>
      ${this.#mine ? html`<p>${this.t('part.rest-more')}</p>` : nothing} ${writable && this.#mine ? this.#act('resume', part) : nothing}
    </div>`;
  }

  #decided({ data }: Part): TemplateResult | typeof nothing {
    if (!data.reason && !data.reviewOn) return nothing;
    return html`<section class="q">
      <h3>${this.t('part.decided')}</h3>
      ${data.reason ? html`<p class="quote">${data.reason}</p>` : nothing}
      ${data.reviewOn ? html`<p class="quiet">${this.t('part.review', { date: this.date(data.reviewOn) })}</p>` : nothing}
    </section>`;
  }

  #same(): TemplateResult {
    const list = formatList(this.rights, languageOf(this));
    return html`<p class="same-for-all"><b>${this.t('part.same')}</b> ${list}.</p>`;
  }

  #circle(circle: Circle, summary: string): TemplateResult {
    return html`<details>
      <summary>${icon('chev', 'chev')}${summary}</summary>
      <div class="stack close">
        <p class="prose">${circle.purpose}</p>
        ${this.#lines('part.looks-after', circle.looksAfter)} ${this.#lines('part.support', circle.support)}
        ${this.#lines('part.talk-about', circle.talkAbout)} ${this.#lines('part.opens', circle.opens)}
      </div>
    </details>`;
  }
  #lines(key: 'part.looks-after' | 'part.support' | 'part.talk-about' | 'part.opens', lines: readonly string[]): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    return html`<div class="q">
      <h4>${this.t(key)}</h4>
      <ul class="prose">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
  }

  #act(action: 'rest' | 'resume', { id, rev }: Part): TemplateResult {
    return html`<div class="row acts after">
      <button class="btn" type="button" @click=${(): unknown => this.acts?.act(action, { kind: 'placement', id, rev })}>
        ${this.t(`part.${action}`)}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-part': MilieuLadderPart;
  }
}
