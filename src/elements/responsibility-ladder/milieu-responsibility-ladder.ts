import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import { envelopeLimits } from '../../model/record.js';
import { MilieuError } from '../../records/errors.js';
import { textAttribute } from '../shared/attribute.js';
import { sheetStyles } from '../shared/base.js';
import { LateViews } from '../shared/late-views.js';
import { type Page, Widget } from '../shared/widget.js';
import { type Ladder, ladderOf } from './ladder-pack.js';
import { ladderStyles } from './ladder.styles.js';
import { loadStaffViews } from './staff-views.js';
import { ladderStrings } from './strings.js';

/**
 * What people look after, in circles that widen. Nobody stands above anybody: circles hold responsibilities and support,
 * never a right, and people move after a talk.
 *
 * @summary Circles of responsibility, the duties a person carries, and what staff offer and agree on.
 * @tag milieu-responsibility-ladder
 * @slot help - The host's own words about help.
 * @fires {MilieuSavedEvent} milieu-saved - Somebody acted on a duty or a part (`kind` is `duty` or `placement`).
 * @fires {MilieuErrorEvent} milieu-error - `bad-property`: `circles` is no list of circles.
 */
export class MilieuResponsibilityLadder extends Widget<typeof ladderStrings> {
  static override styles = [sheetStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person whose part and duties staff look at. It changes nothing about who acts, and nothing for those who are not staff. */
  @property({ reflect: true, converter: textAttribute }) about?: string;
  /** The host's own circles, one to eight, in place of the six to start from. */
  @property({ attribute: false }) circles?: readonly Circle[];

  @state() private ladder?: Ladder;

  readonly #staffViews = new LateViews(this, loadStaffViews, () => ({
    opening: this.t('screen.opening'),
    failed: this.t('views.failed'),
    again: this.t('status.again'),
  }));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('circles')) return;
    const { circles } = this;
    ladderOf(circles).then(
      (ladder) => {
        if (circles === this.circles) this.#took(ladder);
      },
      (error: unknown) => this.community?.report(error),
    );
  }

  protected override headline(): string {
    if (!this.#livesHere) return this.t('ladder.title-staff');
    if (!this.#isStaff) return this.t('ladder.title');
    return this.#whom ? this.t('ladder.title-of', { name: this.name(this.#whom) }) : this.t('ladder.title-staff');
  }

  protected override purpose(): string {
    return this.t('ladder.purpose');
  }

  protected override pages(): readonly Page[] {
    if (!this.#isStaff) {
      const part: Page = { name: 'part', label: this.t('ladder.page.part'), draw: () => this.#part() };
      if (!this.#livesHere) return [part];
      return [part, { name: 'carry', label: this.t('ladder.page.carry'), draw: () => this.#carry() }];
    }
    const staff: readonly Page[] = [
      { name: 'give', label: this.t('ladder.page.give'), draw: () => this.#staff((ladder) => this.#give(ladder)) },
      { name: 'place', label: this.t('ladder.page.place'), draw: () => this.#staff((ladder) => this.#place(ladder)) },
    ];
    const about = this.#whom;
    if (!about) return staff;
    const name = this.name(about);
    return [
      { name: 'part', label: this.t('ladder.page.part-of', { name }), draw: () => this.#part(about) },
      { name: 'carry', label: this.t('ladder.page.carry-of', { name }), draw: () => this.#carry(about) },
      ...staff,
    ];
  }

  /** The person that `about` names, where it is an id at all. */
  get #whom(): string | undefined {
    const { about } = this;
    return typeof about === 'string' && about.length <= envelopeLimits.id ? about : undefined;
  }

  get #livesHere(): boolean {
    const as = this.community?.actor.as;
    return as !== 'family' && as !== 'guest';
  }
  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  #took(ladder: Ladder): void {
    this.ladder = ladder;
    if (ladder.is === 'misfit') this.community?.report(new MilieuError('bad-property'));
  }

  #withLadder(draw: (ladder: Extract<Ladder, { is: 'ladder' }>) => TemplateResult): TemplateResult {
    switch (this.ladder?.is) {
      case undefined:
        return html`<p class="quiet">${this.t('screen.opening')}</p>`;
      case 'misfit':
        return this.#misfit();
      case 'ladder':
        return draw(this.ladder);
    }
  }

  /** What is wrong with the circles is for those who can have it mended; everybody else is told whom to ask. */
  #misfit(): TemplateResult {
    if (this.#isStaff) return html`<p class="status care" role="alert">${this.t('ladder.misfit')}</p>`;
    return html`<p class="quiet" role="alert">${this.t(this.#livesHere ? 'ladder.misfit-part' : 'ladder.misfit-circles')}</p>`;
  }

  #part(about?: string): TemplateResult {
    return this.#withLadder(
      ({ circles, rights }) =>
        html`<milieu-ladder-part .about=${about} .circles=${circles} .rights=${rights} .acts=${this.acts}></milieu-ladder-part>`,
    );
  }

  #carry(about?: string): TemplateResult {
    return html`<milieu-ladder-carry .about=${about} .acts=${this.acts}></milieu-ladder-carry>`;
  }

  #give({ starters }: Extract<Ladder, { is: 'ladder' }>): TemplateResult {
    return html`<milieu-ladder-give .about=${this.#whom} .starters=${starters} .acts=${this.acts}></milieu-ladder-give>`;
  }

  #place({ circles }: Extract<Ladder, { is: 'ladder' }>): TemplateResult {
    return html`<milieu-ladder-place .about=${this.#whom} .circles=${circles} .acts=${this.acts}></milieu-ladder-place>`;
  }

  #staff(draw: (ladder: Extract<Ladder, { is: 'ladder' }>) => TemplateResult): TemplateResult {
    return this.#staffViews.draw(() => this.#withLadder(draw));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-responsibility-ladder': MilieuResponsibilityLadder;
  }
}
