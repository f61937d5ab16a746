import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { uuidv7 } from 'uuidv7';
import type { Job } from '../../model/kinds/job/table.js';
import { doneAct, type JobAct, type JobOn, undoAct } from '../../model/kinds/ladder/jobs-on.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Sent } from '../../records/base/types.js';
import { isStandIn } from '../controllers/focus-keeper.js';
import { takeFocus } from '../controllers/take-focus.js';
import { View } from '../controllers/base-view.js';
import { icon, type IconName } from '../parts/icons.js';
import { unsentLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { askButtons, stepList } from './card-parts.js';
import { factsOf } from './duty-sentences.js';
import { jobStrings } from './job.strings.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';

type Asking = 'ask-help' | 'swap' | 'decline';
const marks: Readonly<Partial<Record<JobOn['state'], IconName>>> = { done: 'check', 'help-asked': 'buoy', 'swap-asked': 'speech' };

/**
 * One job on one day: what, where, how, and a button for each answer. Each answer is one press, and can be taken back.
 *
 * @tag milieu-ladder-job
 * @internal
 */
export class MilieuLadderJob extends View<typeof jobStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = jobStrings;

  @property({ attribute: false }) job!: JobOn;
  /** The jobs and answers that the turns are worked out from. */
  @property({ attribute: false }) records: readonly MilieuRecord[] = [];
  @property({ attribute: false }) today = '';
  /** Whether the answer was sent, waits, or was rejected. */
  @property({ attribute: false }) sent: Sent = 'sent';
  @property({ attribute: false }) writable = true;
  /** The answer whose form is open. */
  @state() private asking?: Asking | undefined;
  #acted = false;

  protected override updated(changed: PropertyValues): void {
    if (!this.#acted || !changed.has('job')) return;
    this.#acted = false;
    // The pressed button is gone, so the focus moves to the next one, unless the person has moved it elsewhere.
    if (document.activeElement === document.body || isStandIn()) takeFocus(this.renderRoot.querySelector<HTMLElement>('.todo .btn'));
  }

  protected override render(): TemplateResult {
    const { root, answer } = this.job;
    const data = root.data as Job;
    return html`
      <div class="duty-row">
        <div>
          <h4 id="title">${data.title}</h4>
          <p class="quiet">${this.#facts(data)}</p>
          ${this.#state()} ${answer ? unsentLine(this.truthOfKept({ record: answer, sent: this.sent }), this.saveWords) : nothing}
          ${this.#isNow ? this.#advice(data) : nothing}
        </div>
        ${this.writable ? html`<div class="row todo">${this.#buttons()}</div>` : nothing}
      </div>
      ${this.#isNow ? stepList(data.steps, this.t('job.how')) : nothing} ${this.writable ? html`${this.#ways()}${this.#form()}` : nothing}
    `;
  }

  /** Advice and steps are for the day itself. */
  get #isNow(): boolean {
    return this.job.day <= this.today;
  }

  #advice({ safety, access }: Job): TemplateResult {
    return html`${safety ? html`<p class="care"><b>${this.t('job.care')}</b> ${safety}</p>` : nothing}
    ${access ? html`<p class="care"><b>${this.t('job.access')}</b> ${access}</p>` : nothing}`;
  }

  #facts(data: Job): string {
    const { day } = this.job;
    return factsOf(
      { ...data, due: day === this.today ? undefined : day },
      { by: (iso) => this.date(iso, { weekday: 'long', day: 'numeric', month: 'long' }), minutes: (minutes) => this.t('job.minutes', { minutes }) },
    );
  }

  #state(): TemplateResult | typeof nothing {
    const { state: is, answer, notSwapped } = this.job;
    const mark = marks[is];
    if (is === 'open') return notSwapped ? html`<p class="quiet">${this.t('job.not-swapped', { name: this.name(notSwapped) })}</p>` : nothing;
    return html`<p class="stand">${mark ? icon(mark) : nothing}${this.t(`job.is.${is}`, { name: this.name(answer?.to[0] ?? '') })}</p>`;
  }

  #buttons(): unknown {
    const { state: is } = this.job;
    const done = this.#isNow && doneAct(this.job, '') ? this.#button('btn', 'job.done', () => doneAct(this.job, uuidv7())) : nothing;
    const undo = undoAct(this.job) ? this.#button('btn word', is === 'done' ? 'job.undo' : 'job.take-back', () => undoAct(this.job)) : nothing;
    return html`${done}${undo}`;
  }

  #button(look: string, label: 'job.done' | 'job.undo' | 'job.take-back', act: () => JobAct | undefined): TemplateResult {
    return html`<button class=${look} type="button" aria-describedby="title" @click=${(): void => this.#act(act())}>
      ${label === 'job.done' ? icon('check') : nothing}${this.t(label)}
    </button>`;
  }

  #act(act: JobAct | undefined): void {
    if (!act || !this.acts) return;
    this.#acted = true;
    this.asking = undefined;
    this.acts.act(act.action, act.target, act.input).then(
      (change) => {
        if (!change) this.#acted = false;
      },
      (error: unknown) => this.community?.report(error),
    );
  }

  /** Only somebody who shares the job can be asked to swap: staff picked them for it. */
  #ways(): TemplateResult | typeof nothing {
    const { state: is, root } = this.job;
    if (is !== 'open') return nothing;
    return askButtons<Asking>(
      root.to.length > 1 ? ['ask-help', 'swap', 'decline'] : ['ask-help', 'decline'],
      this.asking,
      (asking) => this.t(`job.${asking}`),
      (asking) => (this.asking = asking),
    );
  }

  #form(): TemplateResult | typeof nothing {
    const { asking, job } = this;
    if (job.state === 'done' && job.answer) return html`<milieu-ladder-tell .duty=${job.answer} .acts=${this.acts}></milieu-ladder-tell>`;
    if (!asking || job.state !== 'open') return nothing;
    const [saying, said, closed] = [(): void => void (this.#acted = true), (): void => void (this.asking = undefined), (): void => this.#leave()];
    if (asking === 'swap')
      return html`<milieu-ladder-swap
        .job=${job}
        .records=${this.records}
        .today=${this.today}
        .acts=${this.acts}
        @saying=${saying}
        @said=${said}
        @closed=${closed}
      ></milieu-ladder-swap>`;
    return html`<milieu-ladder-say
      .job=${job}
      .asking=${asking}
      .acts=${this.acts}
      @saying=${saying}
      @said=${said}
      @closed=${closed}
    ></milieu-ladder-say>`;
  }

  #leave(): void {
    const { asking } = this;
    this.asking = undefined;
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>(`.ways #${asking}`)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-job': MilieuLadderJob;
  }
}
