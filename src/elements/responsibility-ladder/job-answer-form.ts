import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { jobLimits } from '../../model/kinds/job/table.js';
import type { JobOn } from '../../model/kinds/ladder/jobs-on.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { takeFocus } from '../controllers/take-focus.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { jobStrings } from './job.strings.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';

interface Said {
  readonly note: string;
  readonly long: 'this' | 'onwards';
}

/**
 * The form for a call for help or a "no" about a job on a day, with or without words to staff.
 *
 * @tag milieu-ladder-say
 * @internal
 * @fires {Event} saying - The answer is about to be saved.
 * @fires {Event} said - The answer was saved.
 * @fires {Event} closed - The person went back. The typed text is kept as a draft.
 */
export class MilieuLadderSay extends View<typeof jobStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = jobStrings;

  @property({ attribute: false }) job!: JobOn;
  @property({ attribute: false }) asking: 'ask-help' | 'decline' = 'ask-help';

  readonly #form = new FormController<Said>(this, {
    name: () => `job-day:${this.job.root.id}:${this.job.day}`,
    empty: () => ({ note: '', long: 'this' }),
    isEmpty: ({ note }) => !hasWords(note),
    toAct: ({ note, long }, { id }) => {
      const { root, day } = this.job;
      const words = trimmed(note);
      const onwards = this.asking === 'decline' && long === 'onwards' ? { onwards: true } : {};
      return { action: this.asking, kind: 'job-day', id, about: root.id, to: [], data: { day, ...(words ? { note: words } : {}), ...onwards } };
    },
    saving: () => void this.dispatchEvent(new Event('saying')),
    saved: () => void this.dispatchEvent(new Event('said')),
  });

  protected override firstUpdated(): void {
    takeFocus(this.renderRoot.querySelector('textarea'));
  }

  protected override render(): TemplateResult {
    const { asking } = this;
    const form = this.#form;
    const field = html`<textarea rows="2" maxlength=${jobLimits.note} ${form.field('note')}></textarea>`;
    return html`<form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
      ${readsLine(this.t('job.reads'))} ${draftLine(form, this, { kept: false })}
      ${question('note', this.t(`job.say.${asking}`), field, { hint: this.t('job.say-hint') })}
      ${asking === 'decline' && 'weekdays' in this.job.root.data ? this.#howLong() : nothing}
      <div class="row acts">
        <button class="btn go" type="submit" ?disabled=${form.busy}>${this.t(`job.do.${asking}`)}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('job.back')}</button>
      </div>
    </form>`;
  }

  #howLong(): TemplateResult {
    const date = this.date(this.job.day, { weekday: 'long', day: 'numeric', month: 'long' });
    return html`<fieldset class="q" role="radiogroup">
      <legend>${this.t('job.how-long')}</legend>
      <div class="chips">
        <label class="chip"><input type="radio" name="long" value="this" ${this.#form.field('long')} />${this.t('job.just-this', { date })}</label>
        <label class="chip"><input type="radio" name="long" value="onwards" ${this.#form.field('long')} />${this.t('job.onwards', { date })}</label>
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-say': MilieuLadderSay;
  }
}
