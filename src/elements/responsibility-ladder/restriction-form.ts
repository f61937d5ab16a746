import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { whoseRestriction } from '../../model/kinds/job/restrictions.js';
import { jobLimits, type Restriction } from '../../model/kinds/job/table.js';
import { hasWords } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { FormController } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { arePhrases, phrases } from './job-plan-fields.js';
import { ladderStyles } from './ladder.styles.js';
import { residentPicker } from './resident-picker.js';
import { rotaStrings } from './rota.strings.js';

interface Fields {
  readonly person: string;
  readonly avoid: string;
}

/**
 * For staff: what people should avoid, folded. It takes their names off the list of whom staff can pick for a job that asks for it.
 *
 * @tag milieu-ladder-avoid
 * @internal
 */
export class MilieuLadderAvoid extends View<typeof rotaStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = rotaStrings;

  readonly #current = new QueryController<Restriction>(this, () => ({ kind: 'restriction', status: 'current' }));
  readonly #form = new FormController<Fields>(this, {
    name: () => 'restriction',
    empty: () => ({ person: '', avoid: '' }),
    isEmpty: ({ avoid }) => !hasWords(avoid),
    restored: () => this.#form.reveal('avoid'),
    problems: ({ person, avoid }) => ({
      person: person ? undefined : this.t('avoid.person-missing'),
      avoid: !hasWords(avoid) ? this.t('avoid.what-missing') : arePhrases(phrases(avoid)) ? undefined : this.t('plan.tag-long'),
    }),
    toAct: ({ person, avoid }, { id }) => ({ action: 'keep', kind: 'restriction', id, to: [person], data: { avoid: phrases(avoid) } }),
  });

  protected override render(): TemplateResult {
    const form = this.#form;
    const { done, problems } = form;
    const { tags, tag } = jobLimits;
    return html`<details ${form.group('person', 'avoid')}>
      <summary>${icon('chev', 'chev')}${this.t('avoid.title')}</summary>
      <div class="stack">
        <p class="prose quiet">${this.t('avoid.purpose')}</p>
        ${this.#list(this.#current.kept)}
        ${done ? html`<div id="done" tabindex="-1">${saveLine(this.truthOf(done.id), this.saveWords)}</div>` : nothing}
        <form novalidate autocomplete="off" @submit=${form.submitted}>
          ${problemSummary(form, this.t('plan.problems'), { least: 2 })} ${readsLine(this.t('avoid.reads'))} ${draftLine(form, this)}
          ${residentPicker({
            label: this.t('avoid.person'),
            choose: this.t('avoid.choose'),
            people: this.community?.people ?? [],
            language: languageOf(this),
            problem: problems['person'],
            control: form.field('person'),
          })}
          ${question('avoid', this.t('avoid.what'), html`<input type="text" maxlength=${tags * (tag + 2)} ${form.field('avoid')} />`, {
            problem: problems['avoid'],
          })}
          <div class="row acts"><button class="btn" type="submit" ?disabled=${form.busy}>${this.t('avoid.do')}</button></div>
        </form>
      </div>
    </details>`;
  }

  #list(kept: readonly Kept<Restriction>[]): TemplateResult | typeof nothing {
    if (kept.length === 0) return nothing;
    return html`<ul class="rows">
      ${repeat(
        kept,
        ({ record }) => record.id,
        ({ record }) => {
          const list = formatList(record.data.avoid, languageOf(this));
          const name = this.name(whoseRestriction(record));
          return html`<li class="list-act">
            <span id="line-${record.id}">${this.t('avoid.line', { name, list })}</span>
            ${
              this.community?.can('end', record)
                ? html`<button
                    class="btn word plain"
                    type="button"
                    aria-describedby="line-${record.id}"
                    @click=${(): unknown => this.acts?.act('end', { kind: 'restriction', id: record.id, rev: record.rev })}
                  >
                    ${this.t('avoid.end')}
                  </button>`
                : nothing
            }
          </li>`;
        },
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-avoid': MilieuLadderAvoid;
  }
}
