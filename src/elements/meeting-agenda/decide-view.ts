import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { itemLimits, outcomeLimits, promiseLimits } from '../../model/agenda-item.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { answersOf, type Decision, emptyRow, methods, problemsOf, type Row, undecided, voteFields } from './decide-form.js';
import { describedBy, firstStop, problemList, type Problems, question } from '../shared/fields.js';
import { Focus } from './focus.js';
import type { KeptItem } from './meetings.js';
import { meetingStrings } from './strings.js';
import { thingStyles } from './things.styles.js';

/**
 * What the meeting decided about one part, and who does what by when.
 *
 * @tag milieu-meeting-decide
 * @internal
 * @fires {Event} decided - The decision is saved.
 * @fires {Event} closed - It is put aside.
 */
export class MilieuMeetingDecide extends View<typeof meetingStrings> {
  static override styles = [viewStyles, thingStyles];
  protected readonly english = meetingStrings;

  /** The part that is decided; a new element for each. */
  @property({ attribute: false }) item?: KeptItem;
  @state() private decision = undecided;
  @state() private problems: Problems = {};
  readonly #focus = new Focus(this);
  #draft?: Draft<Decision>;

  override connectedCallback(): void {
    this.#draft ??= new Draft<Decision>(
      this,
      `meeting-decide-${this.item?.record.id ?? ''}`,
      () => (this.decision === undecided ? undefined : this.decision),
      (decision) => (this.decision = { ...undecided, ...decision }),
    );
    super.connectedCallback();
  }

  /** Puts the focus into the first field. */
  override focus(): void {
    this.#focus.to('text');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { item, decision } = this;
    if (!item) return nothing;
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${this.#send} @input=${this.#typed} @change=${this.#typed}>
      <h3 id="heading">${this.t('meeting.decide.title', { title: item.record.data.title })}</h3>
      ${this.#draft?.restored ? html`<p class="quiet">${this.t('draft.kept')}</p>` : nothing}
      ${problemList(this.t('meeting.form.problems'), this.problems, (id) => this.#focus.to(id))}
      <p class="reads">${icon('eye')}<span>${this.t('meeting.decide.reads')}</span></p>
      ${this.#what(decision)} ${this.#promises(decision)} ${this.#how(decision)}
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('meeting.decide.save')}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('meeting.form.not-now')}
        </button>
      </div>
    </form>`;
  }

  #what({ text }: Decision): TemplateResult {
    const [hint, problem] = [this.t('meeting.decide.text-hint'), this.problems['text']];
    return question(
      'text',
      this.t('meeting.decide.text'),
      html`<textarea
        id="text"
        name="text"
        maxlength=${outcomeLimits.text}
        .value=${text}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy('text', { hint, problem })}
      ></textarea>`,
      { hint, problem },
    );
  }

  #promises({ rows }: Decision): TemplateResult {
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

  #row(row: Row, at: number): TemplateResult {
    const { id } = row;
    const [noText, noOwner] = [this.problems[`text-${id}`], this.problems[`owner-${id}`]];
    return html`<div class="stack close" role="group" aria-label=${this.t('meeting.decide.promise', { place: at + 1 })}>
      ${question(
        `text-${id}`,
        this.t('meeting.decide.what'),
        html`<input
          id="text-${id}"
          data-field="text"
          data-row=${id}
          maxlength=${promiseLimits.text}
          .value=${row.text}
          aria-invalid=${noText ? 'true' : nothing}
          aria-describedby=${describedBy(`text-${id}`, { problem: noText })}
        />`,
        { problem: noText },
      )}
      <div class="beside">
        ${question(`owner-${id}`, this.t('meeting.decide.who'), this.#owner(row, noOwner), { problem: noOwner })}
        ${question(
          `due-${id}`,
          this.t('meeting.decide.due'),
          html`<input id="due-${id}" data-field="due" data-row=${id} class="narrow" type="date" .value=${row.due} />`,
        )}
      </div>
      <div class="row">
        <button class="btn word plain" type="button" @click=${(): void => this.#remove(id)}>${this.t('meeting.decide.remove')}</button>
      </div>
    </div>`;
  }

  #owner({ id, owner }: Row, problem: string | undefined): TemplateResult {
    const me = this.community?.actor.person ?? '';
    const others = (this.community?.people ?? []).filter((person) => person.id !== me && person.as !== 'family' && person.as !== 'guest');
    const option = (value: string, name: string): TemplateResult => html`<option value=${value} ?selected=${owner === value}>${name}</option>`;
    return html`<select
      id="owner-${id}"
      data-field="owner"
      data-row=${id}
      class="narrow"
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${describedBy(`owner-${id}`, { problem })}
    >
      ${option('', this.t('meeting.decide.choose'))} ${option(me, this.t('meeting.role.me'))}
      ${others.map((person) => option(person.id, person.name))}
    </select>`;
  }

  #how(decision: Decision): TemplateResult {
    const problem = this.problems['for'];
    return html`<details ?open=${Boolean(decision.method || problem)}>
      <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
      <div class="stack">
        ${question(
          'method',
          this.t('meeting.decide.method'),
          html`<select id="method" name="method" class="narrow">
            <option value="">${this.t('meeting.decide.method-none')}</option>
            ${methods.map((method) => html`<option value=${method} ?selected=${method === decision.method}>${this.t(`meeting.method.${method}`)}</option>`)}
          </select>`,
        )}
        <fieldset class="q">
          <legend>${this.t('meeting.decide.votes')}</legend>
          <span class="hint">${this.t('meeting.decide.votes-hint', { number: outcomeLimits.votesLeast })}</span>
          <div class="beside">
            ${voteFields.map((field) =>
              question(
                field,
                this.t(`meeting.votes.${field}`),
                html`<input
                  id=${field}
                  name=${field}
                  class="narrow"
                  type="number"
                  inputmode="numeric"
                  min="0"
                  max=${outcomeLimits.votes}
                  .value=${decision[field]}
                  aria-invalid=${field === 'for' && problem ? 'true' : nothing}
                  aria-describedby=${describedBy(field, { problem: field === 'for' ? problem : undefined })}
                />`,
                { problem: field === 'for' ? problem : undefined },
              ),
            )}
          </div>
        </fieldset>
      </div>
    </details>`;
  }

  readonly #typed = (event: Event): void => {
    const { name, value, dataset } = event.target as HTMLInputElement;
    const { field, row } = dataset;
    const rows = this.decision.rows.map((one) => (one.id === row && field ? { ...one, [field]: value } : one));
    this.decision = { ...this.decision, rows, ...(name ? { [name]: value } : {}) };
    this.#draft?.touch();
  };

  #add(): void {
    const row = emptyRow();
    this.decision = { ...this.decision, rows: [...this.decision.rows, row] };
    this.#focus.to(`text-${row.id}`);
  }

  #remove(id: string): void {
    this.decision = { ...this.decision, rows: this.decision.rows.filter((row) => row.id !== id) };
    this.#draft?.touch();
    this.#focus.to('add');
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    this.problems = problemsOf(this.decision, (code) => this.sentence(code));
    const stop = firstStop(this.problems);
    if (stop) this.#focus.to(stop);
    else void this.#save();
  };

  async #save(): Promise<void> {
    const [draft, root] = [this.#draft, this.item?.record];
    if (!draft || !root) return;
    const answers = answersOf(this.decision, draft.id);
    const saved = await this.acts?.act('decide', { kind: root.kind, id: root.id, rev: root.rev }, { key: draft.key, draft: draft.name, answers });
    if (!saved) return;
    draft.renew();
    this.decision = undecided;
    this.dispatchEvent(new Event('decided'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-decide': MilieuMeetingDecide;
  }
}
