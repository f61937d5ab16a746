import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Duty, DutyNote } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { factsOf } from './duty-sentences.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { type LadderKey, ladderStrings } from './strings.js';

const asked: Readonly<Record<string, LadderKey>> = {
  'help-asked': 'give.asked.help-asked',
  'swap-asked': 'give.asked.swap-asked',
  declined: 'give.asked.declined',
};
const answers = { helped: 'give.helped', 'offer-again': 'give.again', close: 'give.close' } as const;

/**
 * One duty that waits for staff: who asked for what, in their words, and the possible answers.
 *
 * @tag milieu-ladder-answer
 * @internal
 */
export class MilieuLadderAnswer extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) duty!: MilieuRecord<Duty>;
  @property({ attribute: false }) writable = true;

  readonly #notes = new QueryController<DutyNote>(this, () => ({ kind: 'duty-note', about: this.duty.id }));

  protected override render(): TemplateResult {
    const { data, to, status } = this.duty;
    const name = this.name(to[0] ?? '');
    const said = this.#notes.kept.map(({ record }) => record).find((note) => to.includes(note.by) && note.data.note);
    return html`
      <div class="lead">
        <h4 id="title">${data.title}</h4>
        <p class="quiet small">${this.#facts()}</p>
        <p>${this.t(asked[status] ?? 'give.asked.declined', { name })}</p>
        ${
          said
            ? html`<p class="quiet small">${this.t('give.note-of', { name })}</p>
                <p class="quote">${said.data.note}</p>`
            : nothing
        }
      </div>
      ${this.writable ? html`<div class="row acts after">${this.#answers()}</div>` : nothing}
    `;
  }

  /** The facts that tell apart two duties with the same title: the due day, and when each was offered. */
  #facts(): string {
    const { at, by, data } = this.duty;
    const given = this.t('duty.given', { name: this.name(by), date: this.date(at), time: this.time(at) });
    const facts = factsOf(data, {
      by: (day) => this.t('duty.by', { date: this.date(day, { weekday: 'long', day: 'numeric', month: 'long' }) }),
      minutes: (minutes) => this.t('duty.minutes', { minutes }),
    });
    return [facts, given].filter(Boolean).join(' ');
  }

  #answers(): readonly TemplateResult[] {
    const may = (Object.keys(answers) as (keyof typeof answers)[]).filter((action) => this.community?.can(action, this.duty));
    return may.map(
      (action) =>
        html`<button class="btn" type="button" aria-describedby="title" @click=${(): unknown => this.#act(action)}>
          ${this.t(answers[action])}
        </button>`,
    );
  }

  #act(action: keyof typeof answers): unknown {
    const { id, rev } = this.duty;
    return this.acts?.act(action, { kind: 'duty', id, rev });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-answer': MilieuLadderAnswer;
  }
}
