import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type RoundEntry, roundFields, roundLimits } from '../../model/kinds/round/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { savedHeading, saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { meetingStrings } from './all-strings.js';
import type { KeptMeeting } from './meeting-lists.js';

type Words = Readonly<Record<(typeof roundFields)[number], string>>;

/**
 * A round: how I am, what I want to do, who could help. People say it aloud, or pass. What is typed here is in no draft and goes nowhere, unless
 * its author keeps it for themselves.
 *
 * @tag milieu-meeting-round
 * @internal
 */
export class MilieuMeetingRound extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  @state() private passed = false;
  readonly #focus = new FocusAfterAct(this);

  readonly #form = new FormController<Words>(this, {
    // Without a name there is no draft.
    name: () => undefined,
    empty: () => ({ feeling: '', goal: '', help: '' }),
    isEmpty: (words) => !roundFields.some((field) => hasWords(words[field])),
    problems: (words) => ({ feeling: roundFields.some((field) => hasWords(words[field])) ? undefined : this.sentence('words-missing') }),
    toAct: (words, { id }) => this.meeting && { action: 'keep', kind: 'round-entry', id, about: this.meeting.record.id, data: entryOf(words) },
    saved: () => 'round',
  });

  protected override render(): TemplateResult {
    const form = this.#form;
    if (this.passed)
      return html`<div class="row">
        <button class="btn word plain" type="button" id="again" @click=${(): void => this.#pass(false)}>${this.t('meeting.round.again')}</button>
      </div>`;
    return html`<form novalidate autocomplete="off" aria-labelledby="round" @submit=${form.submitted}>
      <h3 id="round" tabindex="-1">${this.t('meeting.round.title')}</h3>
      ${form.done ? this.#kept(form.done.id) : readsLine(this.t('meeting.round.reads'))}
      ${roundFields.map((field) =>
        question(field, this.t(`meeting.round.${field}`), html`<input maxlength=${roundLimits[field]} ${form.field(field)} />`, {
          problem: form.problems[field],
        }),
      )}
      <div class="row acts">
        ${this.acts ? html`<button class="btn" type="submit">${this.t('meeting.round.keep')}</button>` : ''}
        <button class="btn word plain" type="button" @click=${(): void => this.#pass(true)}>${this.t('meeting.round.pass')}</button>
      </div>
    </form>`;
  }

  #kept(id: string): TemplateResult {
    const truth = this.truthOf(id);
    return html`<p>${savedHeading(truth, this.saveWords, this.t('meeting.round.kept'))}</p>
      ${saveLine(truth, this.saveWords)}`;
  }

  /** What was typed is gone. */
  #pass(passed: boolean): void {
    this.passed = passed;
    this.#form.discard();
    this.#focus.to(passed ? 'again' : 'feeling');
  }
}

const entryOf = (words: Words): RoundEntry =>
  Object.fromEntries(roundFields.flatMap((field) => (hasWords(words[field]) ? [[field, trimmed(words[field])]] : [])));

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-round': MilieuMeetingRound;
  }
}
