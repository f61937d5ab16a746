import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Item, type ItemKind, itemLimits } from '../../model/kinds/agenda-item/table.js';
import { hasWords, isAtLeast, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { savedHeading, saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import type { KeptMeeting } from './meeting-lists.js';
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
 * Suggests an item for the next meeting. One line is enough. Everybody may suggest an item.
 *
 * @tag milieu-meeting-propose
 * @internal
 */
export class MilieuMeetingPropose extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  /** The meeting that the suggestion is for. Without one, it waits for the next meeting. */
  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether another form on the page has the button of the next step. */
  @property({ type: Boolean }) beside = false;
  @state() private open = false;

  readonly #form = new FormController<Idea>(this, {
    name: () => 'meeting-propose',
    empty: () => nothingYet,
    isEmpty: ({ title, detail }) => !title && !detail,
    restored: () => (this.open = true),
    problems: ({ title }) => ({ title: isAtLeast(title, itemLimits.titleLeast) ? undefined : this.t('meeting.propose.short') }),
    toAct: (idea, { id }) => ({ action: 'propose', kind: 'item', id, data: this.#itemOf(idea) }),
    saved: ({ wordsLeft }) => {
      this.open = wordsLeft;
      return 'start';
    },
  });

  protected override render(): TemplateResult {
    if (this.open) return this.#fields();
    const { done } = this.#form;
    return html`${done ? this.#thanked(trimmed(done.value.title), done.id) : nothing}
      <div class="row acts">
        <button class=${this.beside ? 'btn' : 'btn go'} type="button" id="start" @click=${(): void => this.#turn(true)}>
          ${this.t('meeting.propose.start')}
        </button>
        <slot></slot>
      </div>`;
  }

  #thanked(title: string, id: string): TemplateResult {
    const truth = this.truthOf(id);
    return html`<p>${savedHeading(truth, this.saveWords, this.t('meeting.propose.thanks', { title }))}</p>
      ${saveLine(truth, this.saveWords, { sent: this.t('meeting.propose.thanks-sent') })}`;
  }

  #fields(): TemplateResult {
    const form = this.#form;
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${form.submitted}>
      <h3 id="heading">${this.t('meeting.propose.start')}</h3>
      ${draftLine(form, this)} ${problemSummary(form, this.t('meeting.form.problems'))} ${readsLine(this.t('meeting.propose.reads'))}
      ${question('title', this.t('meeting.propose.title'), html`<input maxlength=${itemLimits.title} required ${form.field('title')} />`, {
        hint: this.t('meeting.propose.hint'),
        problem: form.problems['title'],
      })}
      <details ${form.group('kind', 'detail', 'minutes')}>
        <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
        <div class="stack">${this.#more()}</div>
      </details>
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('meeting.propose.send')}</button>
        <button class="btn word plain" type="button" @click=${(): void => this.#turn(false)}>${this.t('meeting.form.not-now')}</button>
      </div>
    </form>`;
  }

  #more(): TemplateResult {
    const form = this.#form;
    const { minutes, minutesLeast, detail } = itemLimits;
    return html`${question(
      'kind',
      this.t('meeting.propose.kind'),
      html`<select class="narrow" ${form.field('kind')}>
        ${itemKinds.map((kind) => html`<option value=${kind}>${this.t(`meeting.kind.${kind}`)}</option>`)}
      </select>`,
    )}
    ${question('detail', this.t('meeting.propose.detail'), html`<textarea maxlength=${detail} ${form.field('detail')}></textarea>`)}
    ${question(
      'minutes',
      this.t('meeting.propose.minutes'),
      html`<input class="narrow" type="number" inputmode="numeric" min=${minutesLeast} max=${minutes} ${form.field('minutes')} />`,
      { problem: form.problems['minutes'] },
    )}`;
  }

  #turn(open: boolean): void {
    this.open = open;
    this.#form.again(open ? 'title' : 'start');
  }

  #itemOf({ title, kind, detail, minutes }: Idea): Item {
    const long = Math.round(Number(minutes));
    return {
      title: trimmed(title),
      kind,
      ...(hasWords(detail) ? { detail: trimmed(detail) } : {}),
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
