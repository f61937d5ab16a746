import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { JobDayRecord, JobRecord } from '../../model/kinds/job/rota.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { type RotaKey, rotaStrings } from './rota.strings.js';

const answers = { helped: 'rota.helped', note: 'rota.noted' } as const;

/**
 * For staff: a call for help or a "no" about a job on a day, in the words of the person, and the possible answers.
 *
 * @tag milieu-ladder-day
 * @internal
 */
export class MilieuLadderDay extends View<typeof rotaStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = rotaStrings;

  @property({ attribute: false }) answer!: JobDayRecord;
  @property({ attribute: false }) writable = true;

  readonly #job = new QueryController(this, () => (this.answer.about === undefined ? undefined : { kind: 'job', id: this.answer.about }));

  protected override render(): TemplateResult {
    const { by, data } = this.answer;
    const name = this.name(by);
    const day = this.date(data.day, { weekday: 'long', day: 'numeric', month: 'long' });
    const job = this.#job.kept[0]?.record as JobRecord | undefined;
    return html`
      <div class="lead">
        <h4 id="title">${job?.data.title}</h4>
        <p>${this.t(this.#sentence(), { name, day })}</p>
        ${
          data.note
            ? html`<p class="quiet small">${this.t('rota.wrote', { name })}</p>
                <p class="quote">${data.note}</p>`
            : nothing
        }
      </div>
      ${this.writable ? html`<div class="row acts after">${this.#buttons()}</div>` : nothing}
    `;
  }

  #sentence(): RotaKey {
    if (this.community?.can('helped', this.answer)) return 'rota.asks-help';
    return this.answer.data.onwards ? 'rota.says-no-onwards' : 'rota.says-no';
  }

  #buttons(): readonly TemplateResult[] {
    const may = (Object.keys(answers) as (keyof typeof answers)[]).filter((action) => this.community?.can(action, this.answer));
    return may.map(
      (action) =>
        html`<button class="btn" type="button" aria-describedby="title" @click=${(): unknown => this.#act(action)}>
          ${this.t(answers[action])}
        </button>`,
    );
  }

  #act(action: keyof typeof answers): unknown {
    const { id, rev } = this.answer;
    return this.acts?.act(action, { kind: 'job-day', id, rev });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-day': MilieuLadderDay;
  }
}
