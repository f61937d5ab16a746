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
import type { Person } from '../community/host-people.js';
import { namedPeople } from './named-people.js';
import type { KeptMeeting } from './meeting-lists.js';
import { planStrings } from './strings.js';

interface Idea {
  readonly title: string;
  readonly kind: ItemKind;
  readonly detail: string;
  readonly minutes: string;
  /** Who raises it: empty for its author. */
  readonly via: '' | 'staff';
  /** Ids of the people whom it names and may name, as its author said. */
  readonly named: string;
}
const nothingYet: Idea = { title: '', kind: 'topic', detail: '', minutes: '', via: '', named: '' };
const itemKinds: readonly ItemKind[] = ['topic', 'request', 'proposal', 'offer', 'announcement', 'appreciation', 'activity', 'follow-up'];

/**
 * Suggests an item for the next meeting. One line is enough. Everybody may suggest an item.
 *
 * @tag milieu-meeting-propose
 * @internal
 */
export class MilieuMeetingPropose extends View<typeof planStrings> {
  static override styles = viewStyles;
  protected readonly english = planStrings;

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
    problems: (idea) => ({
      title: isAtLeast(idea.title, itemLimits.titleLeast) ? undefined : this.t('meeting.propose.short'),
      named: this.#namedIn(idea).length > 0 ? this.t('meeting.named.first') : undefined,
    }),
    toAct: (idea, { id }) => ({ action: idea.via === 'staff' ? 'propose-via-staff' : 'propose', kind: 'item', id, data: this.#itemOf(idea) }),
    saved: ({ wordsLeft }) => {
      this.open = wordsLeft;
      return 'start';
    },
  });

  protected override render(): TemplateResult {
    if (this.open) return this.#fields();
    const { done } = this.#form;
    return html`${done ? this.#thanked(done.value, done.id) : nothing}
      <div class="row acts">
        <button class=${this.beside ? 'btn' : 'btn go'} type="button" id="start" @click=${(): void => this.#turn(true)}>
          ${this.t('meeting.propose.start')}
        </button>
        <slot></slot>
      </div>`;
  }

  #thanked({ title, via }: Idea, id: string): TemplateResult {
    const sent = this.t(via === 'staff' ? 'meeting.propose.thanks-staff' : 'meeting.propose.thanks-sent');
    const truth = this.truthOf(id);
    return html`<p>${savedHeading(truth, this.saveWords, this.t('meeting.propose.thanks', { title: trimmed(title) }))}</p>
      ${saveLine(truth, this.saveWords, { sent })}`;
  }

  #fields(): TemplateResult {
    const form = this.#form;
    const { via } = form.value;
    const named = this.#namedIn(form.value);
    const looks = via === '' && (this.community?.people ?? []).length > 0;
    return html`<form novalidate autocomplete="off" aria-labelledby="heading" @submit=${form.submitted}>
      <h3 id="heading">${this.t('meeting.propose.start')}</h3>
      ${draftLine(form, this)} ${problemSummary(form, this.t('meeting.form.problems'))}
      ${readsLine(this.t(via === 'staff' ? 'meeting.propose.reads-staff' : 'meeting.propose.reads'))}
      ${question('title', this.t('meeting.propose.title'), html`<input maxlength=${itemLimits.title} required ${form.field('title')} />`, {
        hint: looks ? `${this.t('meeting.propose.hint')} ${this.t('meeting.named.on')}` : this.t('meeting.propose.hint'),
        problem: form.problems['title'],
      })}
      ${named.length > 0 ? this.#named(named) : nothing}
      <details ${form.group('via', 'kind', 'detail', 'minutes')}>
        <summary>${icon('chev', 'chev')}${this.t('meeting.form.more')}</summary>
        <div class="stack">${this.#more()}</div>
      </details>
      <div class="row acts">
        <button class="btn go" type="submit">${this.t(via === 'staff' ? 'meeting.propose.send-staff' : 'meeting.propose.send')}</button>
        <button class="btn word plain" type="button" @click=${(): void => this.#turn(false)}>${this.t('meeting.form.not-now')}</button>
      </div>
    </form>`;
  }

  #more(): TemplateResult {
    const form = this.#form;
    const { minutes, minutesLeast, detail } = itemLimits;
    return html`${this.community?.actor.as === 'staff' ? nothing : this.#who()}
    ${question(
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

  #who(): TemplateResult {
    const choice = (via: '' | 'staff', words: string, more?: string): TemplateResult =>
      html`<label class="choice">
        <input type="radio" name="via" value=${via} ${this.#form.field('via')} />
        <span><b>${words}</b>${more ? html`<span class="quiet">${more}</span>` : nothing}</span>
      </label>`;
    return html`<fieldset class="q" id="via">
      <legend>${this.t('meeting.propose.who')}</legend>
      <div class="choices">
        ${choice('', this.t('meeting.propose.who-me'))}
        ${choice('staff', this.t('meeting.propose.who-staff'), this.t('meeting.propose.who-staff-more'))}
      </div>
    </fieldset>`;
  }

  #named(people: readonly Person[]): TemplateResult {
    return html`<milieu-meeting-named
      id="named"
      .people=${people}
      .problem=${this.#form.problems['named']}
      @staff-asked=${(): void => this.#put({ via: 'staff' })}
      @leave-asked=${(): void => this.#put({ named: [this.#form.value.named, ...people.map(({ id }) => id)].join(' ') })}
    ></milieu-meeting-named>`;
  }
  /** The pressed button is gone with the question. */
  #put(part: Partial<Idea>): void {
    this.#form.put(part, 'named');
    this.#form.focus('title');
  }

  /** The people whom the suggestion names, if everybody would read it and its author has not been asked about them. */
  #namedIn(idea: Idea): readonly Person[] {
    const { community } = this;
    if (!community || idea.via === 'staff') return [];
    const asked = new Set(idea.named.split(' '));
    const others = community.people.filter(({ id }) => id !== community.actor.person && !asked.has(id));
    return namedPeople(idea, others, { thanks: this.t('meeting.named.thanks-words'), common: this.t('meeting.named.common-words') });
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
