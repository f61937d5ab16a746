import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isTalk, isTalkAsked, isTalkSettled } from '../../model/kinds/feedback/states.js';
import type { FeedbackNote, FeedbackTalk } from '../../model/kinds/feedback/table.js';
import { QueryController } from '../controllers/query.js';
import { icon } from '../parts/icons.js';
import { FeedbackView } from './base-feedback-view.js';

/**
 * What became of the talk that the receiver of this feedback asked for. Its author and its receiver read the same sentence. Shows nothing if
 * nobody asked for a talk.
 *
 * @tag milieu-feedback-talk-line
 * @internal
 */
export class MilieuFeedbackTalkLine extends FeedbackView {
  /** Id of the feedback. */
  @property({ attribute: false }) about = '';

  readonly #replies = new QueryController<FeedbackNote>(this, () => ({ kind: 'feedback-reply', about: this.about }));
  readonly #plans = new QueryController<FeedbackTalk>(this, () => {
    const talk = this.#talk;
    return talk && { kind: 'feedback-talk', about: talk.id };
  });

  get #talk(): QueryController<FeedbackNote>['kept'][number]['record'] | undefined {
    return this.#replies.kept.find(({ record }) => isTalk(record))?.record;
  }

  protected override render(): TemplateResult | typeof nothing {
    const talk = this.#talk;
    this.hidden = !talk; // without text the element must leave no gap
    if (!talk) return nothing;
    const plan = this.#plans.kept[0]?.record.data;
    return html`<p class="status">${icon('speech')}<span>${this.#sentence(talk, plan)}</span></p>`;
  }

  #sentence(talk: Parameters<typeof isTalk>[0], plan: FeedbackTalk | undefined): string {
    if (isTalkSettled(talk)) return this.say('feedback.talk.settled');
    if (isTalkAsked(talk) || !plan) return this.say('feedback.talk.asked');
    return this.say('feedback.talk.arranged', { when: this.coming(plan.startsAt), place: plan.place, who: plan.who });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-talk-line': MilieuFeedbackTalkLine;
  }
}
