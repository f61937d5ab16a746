import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { icon, type IconName } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { FeedbackList } from './list-view.js';
import { outcomeForAuthor, ringOf } from './outcomes.js';
import type { Row } from './rows.js';
import { kindKey } from './slip.js';

/**
 * What the person wrote to others, and in one sentence each what became of it.
 *
 * @tag milieu-feedback-sent
 * @internal
 * @fires {Event} write-asked - The person wants to write.
 */
export class MilieuFeedbackSent extends FeedbackList {
  readonly #kept = new Watched<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'feedback', by: person, limit: this.asked };
  });

  protected override render(): unknown {
    return this.draw(this.#kept.screen, {
      ready: (kept, writable) => this.#ready(kept, writable),
      empty: () => this.#nothing(),
    });
  }

  #ready(all: readonly Kept<Feedback>[], writable: boolean): unknown {
    const opened = all.find(({ record }) => record.id === this.open);
    if (opened) return keyed(opened.record.id, this.#slip(opened, writable));
    const rows = all.map((kept) => this.#row(kept));
    return html`${this.rows(rows, this.say('feedback.sent.title'))}${this.more(all)}`;
  }

  #row(kept: Kept<Feedback>): Row {
    const { id, at, data } = kept.record;
    const title = this.say('feedback.sent.for', { what: this.say(kindKey(data)), name: this.receivers(kept.record) });
    const moment = { when: this.day(at), time: this.time(at) };
    const when = this.say('feedback.sent.when', moment);
    const line = data.where ? this.say('feedback.sent.when-where', { ...moment, where: data.where }) : when;
    return { id, title, lines: [line, ...this.#ways(kept)], name: `${title}. ${when}` };
  }

  /** How far it has come, then what became of it; the second only once somebody can have had it. */
  #ways({ record, sent }: Kept<Feedback>): readonly TemplateResult[] {
    const name = this.receivers(record);
    const outcome = outcomeForAuthor(record.status);
    const sentence = outcome ? [this.#line(ringOf(record.status), '', this.say(outcome, { name }))] : [];
    if (record.visibility === 'self' || sent === 'sent') return sentence;
    const way =
      sent === 'waiting'
        ? this.#line('waiting', 'warm', this.say('feedback.sent.waiting'))
        : this.#line('nobody', 'care', this.say('feedback.sent.held-back'));
    return record.rev > 1 ? [...sentence, way] : [way];
  }

  #line(ring: IconName, tone: 'warm' | 'care' | '', words: string): TemplateResult {
    return html`<p class="status ${tone}">${icon(ring)}<span>${words}</span></p>`;
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-own
      .acts=${this.acts}
      .kept=${kept}
      .writable=${writable}
      .ways=${this.#ways(kept)}
      @closed=${this.close}
    ></milieu-feedback-own>`;
  }

  #nothing(): TemplateResult {
    return this.nothingYet(this.say('feedback.sent.empty'), this.say('feedback.sent.empty-more'));
  }
}
