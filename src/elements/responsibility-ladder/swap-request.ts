import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { JobDayRecord, JobRecord } from '../../model/kinds/job/rota.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { jobStrings } from './job.strings.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';

const answers = { agree: 'job.agree', 'not-this-time': 'job.not-this-time' } as const;

/**
 * A request of somebody who shares a job to swap a turn, and the two answers. Neither needs a reason.
 *
 * @tag milieu-ladder-asked
 * @internal
 */
export class MilieuLadderAsked extends View<typeof jobStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = jobStrings;

  @property({ attribute: false }) request!: JobDayRecord;
  @property({ attribute: false }) job?: JobRecord | undefined;
  @property({ attribute: false }) writable = true;

  protected override render(): TemplateResult {
    const { by, data } = this.request;
    const name = this.name(by);
    const long = (day: string): string => this.date(day, { weekday: 'long', day: 'numeric', month: 'long' });
    return html`
      <div class="lead">
        <p id="asks">${this.t('job.asked-line', { name, title: this.job?.data.title ?? '', day: long(data.day) })}</p>
        ${data.instead ? html`<p>${this.t('job.asked-trade', { name, day: long(data.instead) })}</p>` : nothing}
        <p class="quiet small">${this.t('job.asked-fine')}</p>
      </div>
      ${this.writable ? html`<div class="row acts after">${this.#buttons()}</div>` : nothing}
    `;
  }

  #buttons(): readonly TemplateResult[] {
    const may = (Object.keys(answers) as (keyof typeof answers)[]).filter((action) => this.community?.can(action, this.request));
    return may.map(
      (action) =>
        html`<button class="btn" type="button" aria-describedby="asks" @click=${(): unknown => this.#act(action)}>
          ${this.t(answers[action])}
        </button>`,
    );
  }

  #act(action: keyof typeof answers): unknown {
    const { id, rev } = this.request;
    return this.acts?.act(action, { kind: 'job-day', id, rev });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-asked': MilieuLadderAsked;
  }
}
