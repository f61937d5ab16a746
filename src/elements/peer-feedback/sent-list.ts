import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import { compareText } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { ConflictsController } from '../controllers/conflicts.js';
import { wasLost } from '../controllers/lost-change.js';
import { icon } from '../parts/icons.js';
import { QueryController } from '../controllers/query.js';
import { FeedbackList, rowsAtOnce } from './feedback-list.js';
import { outcomeForAuthor, ringOf } from './outcome-sentences.js';
import type { FeedbackRow } from './feedback-row-list.js';
import type { FeedbackRecord } from './base-feedback-view.js';
import { kindKey, talkLine } from './feedback-slip.js';

/**
 * The feedback that the person wrote to others, each with one sentence about its outcome.
 *
 * @tag milieu-feedback-sent
 * @internal
 * @fires {Event} write-asked - The person wants to write.
 */
export class MilieuFeedbackSent extends FeedbackList {
  readonly #kept = new QueryController<Feedback>(
    this,
    () => {
      const person = this.community?.actor.person;
      return person === undefined ? undefined : { kind: 'feedback', by: person };
    },
    rowsAtOnce,
  );

  readonly #conflicts = new ConflictsController(this);

  protected override render(): unknown {
    return this.renderState(this.#kept.state, {
      ready: (kept, writable) => this.#ready(kept, writable),
      empty: () => (this.#refused.length > 0 ? this.#ready([], true) : this.#nothing()),
    });
  }

  /** New feedback that the backend rejected. It is no longer a record, but it is listed because the person wrote it. */
  get #refused(): readonly Kept<Feedback>[] {
    return this.#conflicts.all.flatMap((trouble) => {
      if (wasLost(trouble)) return [];
      const { records } = trouble.change;
      const record = records.slice(0, 1).find(({ kind, rev }) => kind === 'feedback' && rev === 1) as FeedbackRecord | undefined;
      return record ? [{ record, sent: trouble.reason === 'held' ? trouble.reason : 'refused' }] : [];
    });
  }

  #ready(kept: readonly Kept<Feedback>[], writable: boolean): unknown {
    const refused = this.#refused.filter(({ record }) => kept.every((other) => other.record.id !== record.id));
    const all = [...refused, ...kept].sort((a, b) => compareText(b.record.id, a.record.id));
    const opened = all.find(({ record }) => record.id === this.open);
    if (opened) return keyed(opened.record.id, this.#slip(opened, writable && !refused.includes(opened)));
    const rows = all.map((kept) => this.#row(kept, writable && !refused.includes(kept)));
    return html`${this.rows(rows, this.say('feedback.sent.title'))}${this.more(this.#kept)}`;
  }

  #row(kept: Kept<Feedback>, writable: boolean): FeedbackRow {
    const { id, at, data } = kept.record;
    const title = this.say('feedback.sent.for', { what: this.say(kindKey(data)), name: this.receivers(kept.record) });
    const moment = { when: this.day(at), time: this.time(at) };
    const when = this.say('feedback.sent.when', moment);
    const line = data.where ? this.say('feedback.sent.when-where', { ...moment, where: data.where }) : when;
    return { id, title, lines: [line, ...this.#ways(kept, writable)], name: `${title}. ${when}` };
  }

  /** The lines for the outcome and for a change that was not sent yet. New feedback has an outcome only after it was sent. */
  #ways(kept: Kept<Feedback>, writable: boolean): readonly unknown[] {
    const { record } = kept;
    const name = this.receivers(record);
    const outcome = outcomeForAuthor(record.status);
    const sentence = outcome ? [html`<p class="status">${icon(ringOf(record.status))}<span>${this.say(outcome, { name })}</span></p>`] : [];
    const way = this.unsentLine(kept);
    const said = [
      ...sentence,
      talkLine(record),
      writable && record.data.inPerson && this.community?.can('said', record) ? this.#sayIt(record, name) : nothing,
    ];
    return way === nothing ? said : record.rev > 1 ? [...said, way] : [way];
  }

  #sayIt({ id, rev }: FeedbackRecord, name: string): TemplateResult {
    const said = (): unknown => this.acts?.act('said', { kind: 'feedback', id, rev });
    return html`<div class="row"><button class="btn word" type="button" @click=${said}>${this.say('feedback.sent.say', { name })}</button></div>`;
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-own
      .acts=${this.acts}
      .kept=${kept}
      .writable=${writable}
      .ways=${this.#ways(kept, writable)}
      @closed=${this.close}
    ></milieu-feedback-own>`;
  }

  #nothing(): TemplateResult {
    return this.nothingYet(this.say('feedback.sent.empty'), this.say('feedback.sent.empty-more'));
  }
}
