import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Item, type ItemKind, itemLimits } from '../../model/agenda-item.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { describedBy, question } from '../shared/fields.js';
import { Focus } from './focus.js';
import type { KeptMeeting } from './meetings.js';
import { meetingStrings } from './strings.js';

interface Idea {
  readonly title: string;
  readonly kind: ItemKind;
  readonly detail: string;
  readonly minutes: string;
}
const nothingYet: Idea = { title: '', kind: 'topic', detail: '', minutes: '' };
const itemKinds: readonly ItemKind[] = ['topic', 'request', 'proposal', 'offer', 'announcement', 'appreciation', 'activity', 'follow-up'];

/**
 * Something for the next meeting: one line is enough, and everybody may.
 *
 * @tag milieu-meeting-propose
 * @internal
 */
export class MilieuMeetingPropose extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  /** The meeting it is meant for; without one it waits for the next. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether another form on the page has the next step. */
  @property({ type: Boolean }) beside = false;
  @state() private open = false;
  @state() private idea = nothingYet;
  @state() private short = false;
  @state() private thanks = '';
  readonly #focus = new Focus(this);
  readonly #draft = new Draft<Idea>(
    this,
    'meeting-propose',
    () => (this.idea.title || this.idea.detail ? this.idea : undefined),
    (idea) => {
      this.idea = { ...nothingYet, ...idea };
      this.open = true;
    },
  );

  protected override render(): TemplateResult {
    if (this.open) return this.#form();
    return html`${this.thanks ? html`<p>${this.t('meeting.propose.thanks', { title: this.thanks })}</p>` : nothing}
      <div class="row acts">
        <button class=${this.beside ? 'btn' : 'btn go'} type="button" id="start" @click=${(): void => this.#turn(true)}>
          ${this.t('meeting.propose.start')}
        </button>
        <slot></slot>
      </div>`;
  }

  #form(): TemplateResult {
    const problem = this.short ? this.t('meeting.propose.short') : undefined;
    const hint = this.t('meeting.propose.hint');
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${this.#send} @input=${this.#typed} @change=${this.#typed}>
      <h3 id="heading">${this.t('meeting.propose.start')}</h3>
      ${this.#draft.restored ? html`<p class="quiet">${this.t('draft.kept')}</p>` : nothing}
      <p class="reads">${icon('eye')}<span>${this.t('meeting.propose.reads')}</span></p>
      ${question(
        'title',
        this.t('meeting.propose.title'),
        html`<input
          id="title"
          name="title"
          maxlength=${itemLimits.title}
          .value=${this.idea.title}
          required
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${describedBy('title', { hint, problem })}
        />`,
        { hint, problem },
      )}
      ${this.#more()}
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('meeting.propose.send')}</button>
        <button class="btn word plain" type="button" @click=${(): void => this.#turn(false)}>${this.t('meeting.form.not-now')}</button>
      </div>
    </form>`;
  }

  #more(): TemplateResult {
    return html`<details ?open=${Boolean(this.idea.detail || this.idea.minutes)}>
      <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
      <div class="stack">
        ${question(
          'kind',
          this.t('meeting.propose.kind'),
          html`<select id="kind" name="kind" class="narrow">
            ${itemKinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.idea.kind}>${this.t(`meeting.kind.${kind}`)}</option>`)}
          </select>`,
        )}
        ${question(
          'detail',
          this.t('meeting.propose.detail'),
          html`<textarea id="detail" name="detail" maxlength=${itemLimits.detail} .value=${this.idea.detail}></textarea>`,
        )}
        ${question(
          'minutes',
          this.t('meeting.propose.minutes'),
          html`<input
            id="minutes"
            name="minutes"
            class="narrow"
            type="number"
            inputmode="numeric"
            min=${itemLimits.minutesLeast}
            max=${itemLimits.minutes}
            .value=${this.idea.minutes}
          />`,
        )}
      </div>
    </details>`;
  }

  readonly #typed = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    this.idea = { ...this.idea, [field.name]: field.value };
    this.#draft.touch();
  };

  #turn(open: boolean): void {
    this.open = open;
    this.thanks = '';
    this.#focus.to(open ? 'title' : 'start');
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    this.short = this.idea.title.trim().length < itemLimits.titleLeast;
    if (this.short) this.#focus.to('title');
    else void this.#save();
  };

  async #save(): Promise<void> {
    const { id, key, name } = this.#draft;
    const title = this.idea.title.trim();
    const saved = await this.acts?.act('propose', { kind: 'item', id }, { key, draft: name, data: this.#data(title) });
    if (!saved) return;
    this.#draft.renew();
    this.idea = nothingYet;
    this.open = false;
    this.thanks = title;
    this.#focus.to('start');
  }

  #data(title: string): Item {
    const { kind, detail, minutes } = this.idea;
    const long = Math.round(Number(minutes));
    return {
      title,
      kind,
      ...(detail.trim() ? { detail: detail.trim() } : {}),
      ...(minutes && long >= itemLimits.minutesLeast ? { minutes: Math.min(long, itemLimits.minutes) } : {}),
      ...(this.meeting ? { meeting: this.meeting.record.id } : {}),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-propose': MilieuMeetingPropose;
  }
}
