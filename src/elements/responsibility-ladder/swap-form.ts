import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { daysFrom } from '../../model/kinds/job/calendar.js';
import { bookOf, type JobRecord, turnsOf } from '../../model/kinds/job/rota.js';
import type { JobOn } from '../../model/kinds/ladder/jobs-on.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Person } from '../community/host-people.js';
import { FormController } from '../controllers/form.js';
import { takeFocus } from '../controllers/take-focus.js';
import { View } from '../controllers/base-view.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { jobStrings } from './job.strings.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';

/** Days in which the other person's next turn is looked for, so that it can be taken in exchange. */
const daysAhead = 28;

/**
 * Asks one of those who share a job to swap. If that person has a turn in the next four weeks, the two exchange their turns.
 *
 * @tag milieu-ladder-swap
 * @internal
 * @fires {Event} saying - The request is about to be saved.
 * @fires {Event} said - The request was saved.
 * @fires {Event} closed - The person went back.
 */
export class MilieuLadderSwap extends View<typeof jobStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = jobStrings;

  @property({ attribute: false }) job!: JobOn;
  @property({ attribute: false }) records: readonly MilieuRecord[] = [];
  @property({ attribute: false }) today = '';

  readonly #form = new FormController<{ readonly person: string }>(this, {
    name: () => `job-swap:${this.job.root.id}:${this.job.day}`,
    empty: () => ({ person: '' }),
    isEmpty: () => true,
    problems: ({ person }) => ({ person: person ? undefined : this.t('job.swap-missing') }),
    toAct: ({ person }, { id }) => {
      const instead = this.#insteadOf(person);
      const data = { day: this.job.day, ...(instead ? { instead } : {}) };
      return { action: 'swap', kind: 'job-day', id, about: this.job.root.id, to: [person], data };
    },
    saving: () => void this.dispatchEvent(new Event('saying')),
    saved: () => void this.dispatchEvent(new Event('said')),
  });

  /** Those who share the job and are here, in the order of their turns. */
  get #others(): readonly Person[] {
    const { actor, people = [] } = this.community ?? {};
    return this.job.root.to.flatMap((person) => (person === actor?.person ? [] : people.filter(({ id }) => id === person)));
  }

  /** The next turn of this person that is not the actor's too. */
  #insteadOf(person: string): string | undefined {
    const job = this.job.root as JobRecord;
    const actor = this.community?.actor.person ?? '';
    const on = turnsOf(bookOf(this.records), job);
    return daysFrom(this.today, daysAhead).find((day) => day !== this.job.day && on(day).includes(person) && !on(day).includes(actor));
  }

  protected override willUpdate(): void {
    // Nobody has to choose among one person.
    const [only, ...more] = this.#others;
    if (only && more.length === 0 && !this.#form.value.person) this.#form.start({ person: only.id });
  }

  protected override firstUpdated(): void {
    const picker = this.renderRoot.querySelector('milieu-person-picker');
    void picker?.updateComplete.then(() => takeFocus(picker));
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const { person } = form.value;
    const name = person ? this.name(person) : '';
    return html`<form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
      ${readsLine(person ? this.t('job.swap-reads', { name }) : this.t('job.swap-reads-any'))}
      <milieu-person-picker
        .shape=${'chips'}
        .label=${this.t('job.swap-who')}
        .people=${this.#others}
        .problem=${form.problems['person']}
        ${form.field('person')}
      ></milieu-person-picker>
      <p role="status">${person ? this.#trade(person, name) : nothing}</p>
      <div class="row acts">
        <button class="btn go" type="submit" ?disabled=${form.busy}>${person ? this.t('job.swap-do', { name }) : this.t('job.swap-do-any')}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('job.back')}</button>
      </div>
    </form>`;
  }

  #trade(person: string, name: string): string {
    const instead = this.#insteadOf(person);
    const long = (day: string): string => this.date(day, { weekday: 'long', day: 'numeric', month: 'long' });
    const day = long(this.job.day);
    return instead ? this.t('job.swap-trade', { name, day, instead: long(instead) }) : this.t('job.swap-give', { name, day });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-swap': MilieuLadderSwap;
  }
}
