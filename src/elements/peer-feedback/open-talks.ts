import type { FeedbackNote } from '../../model/kinds/feedback/table.js';
import type { Data } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import type { View } from '../controllers/base-view.js';
import type { ViewState } from '../controllers/view-state.js';

/** For what people would like to have staff there: talks that are not settled, and reminders that they want to read together. For anybody but staff the list is empty. */
export class OpenTalks {
  readonly #asked: QueryController<FeedbackNote>;
  readonly #arranged: QueryController<FeedbackNote>;

  readonly #readings: QueryController<FeedbackNote>;

  constructor(private readonly host: View) {
    [this.#asked, this.#arranged] = [this.#query('asked'), this.#query('arranged')];
    this.#readings = new QueryController(this.host, () => this.#isStaff && { kind: 'feedback-reading', status: 'asked' });
  }

  /** What the lists show now. */
  get states(): readonly ViewState[] {
    return [this.#asked.state, this.#arranged.state, this.#readings.state];
  }

  /** Those who would like to read a reminder with staff, the longest waiting first. */
  get readings(): readonly Kept<FeedbackNote>[] {
    return this.#oldestFirst(this.#readings, 'have-read');
  }

  /** Those that this member of staff may settle: without a time first, then the longest waiting first. */
  get kept(): readonly Kept<FeedbackNote>[] {
    return [...this.#oldestFirst(this.#asked, 'settle'), ...this.#oldestFirst(this.#arranged, 'settle')];
  }

  #query(status: 'asked' | 'arranged'): QueryController<FeedbackNote> {
    return new QueryController<FeedbackNote>(this.host, () => this.#isStaff && { kind: 'feedback-reply', status });
  }

  /** Undefined for anybody else, so that nothing is asked. */
  get #isStaff(): true | undefined {
    return this.host.community?.actor.as === 'staff' || undefined;
  }

  /** Those that this member of staff may answer. */
  #oldestFirst<D extends Data>({ kept }: QueryController<D>, action: string): Kept<D>[] {
    return kept.filter(({ record }) => this.host.community?.can(action, record)).sort((a, b) => compareText(a.record.at, b.record.at));
  }
}
