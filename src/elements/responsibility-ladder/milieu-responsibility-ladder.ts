import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import type { Placement } from '../../model/kinds/ladder/table.js';
import { envelopeLimits } from '../../model/record.js';
import { MilieuError } from '../../records/base/errors.js';
import { jsonAttribute } from '../community/host-json.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { sheetStyles } from '../styles/style-sets.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import { type Ladder, ladderOf } from './load-ladder.js';
import { ladderStyles } from './ladder.styles.js';
import { loadStaffViews } from './lazy-staff-views.js';
import { loadStepViews } from './lazy-step-views.js';
import { OwnJobs } from './own-jobs.js';
import { ladderStrings } from './strings.js';

/**
 * What people look after, in widening circles. Nobody is above anybody else: circles contain responsibilities and support, never a right,
 * and people move to another circle after a talk.
 *
 * @summary Circles of responsibility, a person's jobs and turns, and what staff offer and agree on.
 * @tag milieu-responsibility-ladder
 * @fires {MilieuSavedEvent} milieu-saved - The person acted on a duty, a job or a placement (`kind` is `duty`, `job`, `job-day`, `restriction`, `placement`, `step`,
 *   `step-ask` or `step-view`).
 * @fires {MilieuErrorEvent} milieu-error - `bad-property`: `circles` is not a valid list of circles, or a line in `opens` would
 *   give a basic right as a reward; that line is left out.
 * @csspart heading - The heading of the widget.
 * @csspart tabs - The row of buttons that open its pages.
 * @csspart tab - One of these buttons; the open one has `aria-current`.
 * @csspart primary-button - A button for the next step, such as *Send*. Keep its text readable on its background.
 * @csspart card - A duty, and a row of a list.
 * @csspart foot - The line at the bottom: what is saved and sent, and the ways to help and to a copy.
 */
export class MilieuResponsibilityLadder extends Widget<typeof ladderStrings> {
  static override styles = [sheetStyles, ladderStyles];
  protected readonly english = ladderStrings;
  protected readonly pageNames = ['part', 'carry', 'give', 'rota', 'place', 'step'];

  /** Id of the person whose placement and duties staff look at, up to 64 characters. It does not change who acts, and only staff use it. */
  @property({ reflect: true, converter: textAttribute }) about?: string;
  /** Circles of the host, 1 to 8, in place of the six default circles. Also as JSON in the attribute. */
  @property({ converter: jsonAttribute('circles') }) circles?: readonly Circle[];

  @state() private ladder?: Ladder;

  /** Asked for only if the host leaves out the page of it: what waits is never out of reach. */
  readonly #placements = new QueryController<Placement>(this, () => {
    const to = this.#resident;
    return to === undefined || !this.leavesOut('part') ? undefined : { kind: 'placement', to };
  });
  readonly #answers = ['duty', 'job-day'].map(
    (kind) => new QueryController(this, () => (this.#isStaff && this.leavesOut('give') ? { kind } : undefined)),
  );

  readonly #jobs = new OwnJobs(this, () => this.#resident);
  readonly #staffViews = new LazyViews(this, loadStaffViews);
  readonly #stepViews = new LazyViews(this, loadStepViews);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('circles')) return;
    const { circles } = this;
    ladderOf(circles).then(
      (ladder) => {
        if (circles === this.circles) this.#setLadder(ladder);
      },
      (error: unknown) => this.community?.report(error),
    );
  }

  protected override headline(): string {
    if (!this.#livesHere) return this.t('ladder.title-staff');
    if (!this.#isStaff) return this.t('ladder.title');
    return this.#person ? this.t('ladder.title-of', { name: this.name(this.#person) }) : this.t('ladder.title-staff');
  }

  protected override purpose(): string {
    return this.t('ladder.purpose');
  }

  /** One line, as the name of the page that takes its place, so that nothing below it moves. */
  protected override foldedLine(): string {
    return this.#resident === undefined ? this.purpose() : this.t('ladder.page.part');
  }

  protected override pages(): readonly WidgetPage[] {
    if (!this.#isStaff) {
      const part: WidgetPage = {
        name: 'part',
        label: this.t('ladder.page.part'),
        waits: this.#placements.kept.length > 0,
        render: () => this.#part(),
      };
      if (!this.#livesHere) return [part];
      const { some, isNew } = this.#jobs;
      return [
        part,
        { name: 'carry', label: this.t('ladder.page.carry'), waits: some, isNew, render: () => this.#carry() },
        { name: 'step', label: this.t('ladder.page.step'), render: () => this.#step() },
      ];
    }
    const staff: readonly WidgetPage[] = [
      { name: 'give', label: this.t('ladder.page.give'), waits: this.#isAsked, render: () => this.#staff((ladder) => this.#offerPage(ladder)) },
      { name: 'rota', label: this.t('ladder.page.rota'), render: () => this.#staff((ladder) => this.#rota(ladder)) },
      { name: 'place', label: this.t('ladder.page.place'), render: () => this.#staff((ladder) => this.#place(ladder)) },
      { name: 'step', label: this.t('ladder.page.steps'), render: () => this.#staff((ladder) => this.#steps(ladder)) },
    ];
    const about = this.#person;
    if (!about) return staff;
    const name = this.name(about);
    return [
      { name: 'part', label: this.t('ladder.page.part-of', { name }), render: () => this.#part(about) },
      { name: 'carry', label: this.t('ladder.page.carry-of', { name }), render: () => this.#staff(() => this.#carry(about)) },
      ...staff,
    ];
  }

  /** The person on this page, if they can have a part and jobs here. */
  get #resident(): string | undefined {
    return this.#livesHere && !this.#isStaff ? this.community?.actor.person : undefined;
  }

  /** Whether somebody waits for an answer of staff about a duty or a job. */
  get #isAsked(): boolean {
    const waiting = this.#answers.flatMap(({ kept }) => kept);
    return waiting.some(({ record }) => ['helped', 'offer-again', 'note'].some((act) => this.community?.can(act, record)));
  }

  /** The person id in `about`, if it is a valid id. */
  get #person(): string | undefined {
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

  #setLadder(ladder: Ladder): void {
    this.ladder = ladder;
    if (ladder.is === 'invalid' || ladder.leftOut) this.community?.report(new MilieuError('bad-property'), undefined, 'circles');
  }

  #withLadder(draw: (ladder: Extract<Ladder, { is: 'ladder' }>) => TemplateResult): TemplateResult {
    switch (this.ladder?.is) {
      case undefined:
        return html`<p class="quiet">${this.t('screen.opening')}</p>`;
      case 'invalid':
        return this.#invalidCircles();
      case 'ladder':
        return draw(this.ladder);
    }
  }

  /** Tells staff that the circles are not valid, and everybody else whom to ask. */
  #invalidCircles(): TemplateResult {
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

  #offerPage({ starters }: Extract<Ladder, { is: 'ladder' }>): TemplateResult {
    return html`<milieu-ladder-give .about=${this.#person} .starters=${starters} .acts=${this.acts}></milieu-ladder-give>`;
  }

  #rota({ starters }: Extract<Ladder, { is: 'ladder' }>): TemplateResult {
    return html`<milieu-ladder-rota .starters=${starters} .acts=${this.acts}></milieu-ladder-rota>`;
  }

  #place({ circles }: Extract<Ladder, { is: 'ladder' }>): TemplateResult {
    return html`<milieu-ladder-place .about=${this.#person} .circles=${circles} .acts=${this.acts}></milieu-ladder-place>`;
  }

  #step(): TemplateResult {
    return this.#stepViews.render(() =>
      this.#withLadder(
        ({ circles }) =>
          html`<milieu-ladder-step .circles=${circles} .acts=${this.acts} @help-asked=${(): void => this.askForHelp()}></milieu-ladder-step>`,
      ),
    );
  }

  #steps({ circles }: Extract<Ladder, { is: 'ladder' }>): TemplateResult {
    return this.#stepViews.render(() => html`<milieu-ladder-steps .circles=${circles} .acts=${this.acts}></milieu-ladder-steps>`);
  }

  #staff(draw: (ladder: Extract<Ladder, { is: 'ladder' }>) => TemplateResult): TemplateResult {
    return this.#staffViews.render(() => this.#withLadder(draw));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-responsibility-ladder': MilieuResponsibilityLadder;
  }
}
