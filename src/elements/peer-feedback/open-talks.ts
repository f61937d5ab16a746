import type { FeedbackNote } from '../../model/kinds/feedback/table.js';
import { compareText } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import type { View } from '../controllers/base-view.js';
import type { ViewState } from '../controllers/view-state.js';

/** The talks that people have asked for and staff have not settled. For anybody but staff the list is empty. */
export class OpenTalks {
  readonly #asked: QueryController<FeedbackNote>;
  readonly #arranged: QueryController<FeedbackNote>;

  constructor(private readonly host: View) {
    [this.#asked, this.#arranged] = [this.#query('asked'), this.#query('arranged')];
  }

  /** What the lists show now: those without a time, and those with one. */
  get states(): readonly ViewState<FeedbackNote>[] {
    return [this.#asked.state, this.#arranged.state];
  }

  /** Those that this member of staff may settle: without a time first, then the longest waiting first. */
  get kept(): readonly Kept<FeedbackNote>[] {
    const oldestFirst = ({ kept }: QueryController<FeedbackNote>): Kept<FeedbackNote>[] =>
      kept.filter(({ record }) => this.host.community?.can('settle', record)).sort((a, b) => compareText(a.record.at, b.record.at));
    return [...oldestFirst(this.#asked), ...oldestFirst(this.#arranged)];
  }

  #query(status: 'asked' | 'arranged'): QueryController<FeedbackNote> {
    return new QueryController<FeedbackNote>(this.host, () =>
      this.host.community?.actor.as === 'staff' ? { kind: 'feedback-reply', status } : undefined,
    );
  }
}
