import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { itemLimits, outcomeLimits, promiseLimits } from '../../model/kinds/agenda-item/table.js';
import { isInside } from '../../model/record.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import {
  answersOf,
  type DecisionFields,
  emptyPromiseRow,
  methods,
  problemsOf,
  type PromiseRow,
  emptyDecision,
  voteFields,
} from './decision-fields.js';
import type { KeptItem } from './meeting-lists.js';
import { meetingStrings } from './all-strings.js';
import { thingStyles } from './action-rows.styles.js';

/**
 * Records what the meeting decided about one agenda item, and who does what by when.
 *
 * @tag milieu-meeting-decide
 * @internal
 * @fires {Event} decided - The decision is saved.
 * @fires {Event} closed - The person closed the form without saving.
 */
export class MilieuMeetingDecide extends View<typeof meetingStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = meetingStrings;

  /** The agenda item. Use a new element for each item. */
  @property({ attribute: false }) item?: KeptItem;

  readonly #form = new FormController<DecisionFields>(this, {
    name: () => this.item && `meeting-decide-${this.item.record.id}`,
    empty: () => emptyDecision,
    problems: (decision) => problemsOf(decision, (key) => (key === 'date.far' ? this.t(key) : this.sentence(key))),
    toAct: (decision, gesture) => {
      const root = this.item?.record;
      return root && { action: 'decide', kind: root.kind, id: root.id, rev: root.rev, answers: answersOf(decision, gesture.id) };
    },
    saved: () => void this.dispatchEvent(new Event('decided')),
  });

  /** Focuses the first field. */
  override focus(): void {
    this.#form.focus('text');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { item } = this;
    const form = this.#form;
    if (!item) return nothing;
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${form.submitted}>
      <h3 id="heading">${this.t('meeting.decide.title', { title: item.record.data.title })}</h3>
      ${draftLine(form, this)} ${problemSummary(form, this.t('meeting.form.problems'))} ${readsLine(this.t('meeting.decide.reads'))}
      ${this.#question(
        'text',
        this.t('meeting.decide.text'),
        html`<textarea maxlength=${outcomeLimits.text} ${form.field('text')}></textarea>`,
        this.t('meeting.decide.text-hint'),
      )}
      ${this.#promises(form.value)} ${this.#how()}
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('meeting.decide.save')}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('meeting.form.not-now')}
        </button>
      </div>
    </form>`;
  }

  #question(id: string, label: string, control: TemplateResult, hint?: string): TemplateResult {
    return question(id, label, control, { problem: this.#form.problems[id], ...(hint ? { hint } : {}) });
  }

  #promises({ rows }: DecisionFields): TemplateResult {
    return html`<fieldset class="q">
      <legend>${this.t('meeting.decide.promises')}</legend>
      <div class="stack">
        ${repeat(
          rows,
          ({ id }) => id,
          (row, at) => this.#row(row, at),
        )}
        ${
          rows.length < itemLimits.promises
            ? html`<div class="row">
                <button class="btn" type="button" id="add" @click=${(): void => this.#add()}>${icon('plus')}${this.t('meeting.decide.add')}</button>
              </div>`
            : nothing
        }
      </div>
    </fieldset>`;
  }

  #row({ id }: PromiseRow, at: number): TemplateResult {
    return html`<div class="stack close" role="group" aria-label=${this.t('meeting.decide.promise', { place: at + 1 })}>
      ${this.#question(`text-${id}`, this.t('meeting.decide.what'), html`<input maxlength=${promiseLimits.text} ${this.#cell('text', id)} />`)}
      <div class="beside">
        ${this.#owner(id)}
        ${this.#question(`due-${id}`, this.t('meeting.decide.due'), html`<input class="narrow" type="date" ${this.#cell('due', id)} />`)}
      </div>
      <div class="row">
        <button class="btn word plain" type="button" @click=${(): void => this.#remove(id)}>${this.t('meeting.decide.remove')}</button>
      </div>
    </div>`;
  }

  /** Binds one field of one promise. */
  #cell(field: 'text' | 'owner' | 'due', id: string): unknown {
    return this.#form.field(`${field}-${id}`, {
      get: ({ rows }) => rows.find((row) => row.id === id)?.[field] ?? '',
      set: (decision, text) => ({ ...decision, rows: decision.rows.map((row) => (row.id === id ? { ...row, [field]: text } : row)) }),
    });
  }

  #owner(id: string): TemplateResult {
    const me = this.community?.actor.person ?? '';
    const others = (this.community?.people ?? []).filter(({ id, as }) => id !== me && isInside(as));
    return html`<milieu-person-picker
      .label=${this.t('meeting.decide.who')}
      .placeholder=${this.t('meeting.decide.choose')}
      .others=${[{ id: me, label: this.t('meeting.role.me') }]}
      .people=${others}
      .problem=${this.#form.problems[`owner-${id}`]}
      ${this.#cell('owner', id)}
    ></milieu-person-picker>`;
  }

  #how(): TemplateResult {
    const form = this.#form;
    return html`<details ${form.group('method', 'why', ...voteFields)}>
      <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
      <div class="stack">
        ${this.#question(
          'method',
          this.t('meeting.decide.method'),
          html`<select class="narrow" ${form.field('method')}>
            <option value="">${this.t('meeting.decide.method-none')}</option>
            ${methods.map((method) => html`<option value=${method}>${this.t(`meeting.method.${method}`)}</option>`)}
          </select>`,
        )}
        ${this.#question(
          'why',
          this.t('meeting.decide.why'),
          html`<textarea rows="2" maxlength=${outcomeLimits.why} ${form.field('why')}></textarea>`,
          this.t('meeting.decide.why-hint'),
        )}
        <fieldset class="q">
          <legend>${this.t('meeting.decide.votes')}</legend>
          <span class="hint">${this.t('meeting.decide.votes-hint', { number: outcomeLimits.votesLeast })}</span>
          <div class="beside">
            ${voteFields.map((field) =>
              this.#question(
                field,
                this.t(`meeting.votes.${field}`),
                html`<input class="narrow" type="number" inputmode="numeric" min="0" max=${outcomeLimits.votes} ${form.field(field)} />`,
              ),
            )}
          </div>
        </fieldset>
      </div>
    </details>`;
  }

  #add(): void {
    const row = emptyPromiseRow();
    this.#form.put({ rows: [...this.#form.value.rows, row] });
    this.#form.focus(`text-${row.id}`);
  }

  #remove(id: string): void {
    this.#form.put({ rows: this.#form.value.rows.filter((row) => row.id !== id) }, `text-${id}`, `owner-${id}`, `due-${id}`);
    this.#form.focus('add');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-decide': MilieuMeetingDecide;
  }
}
