import { html, nothing, type TemplateResult } from 'lit';
import { isStopped, stands } from '../../model/kinds/feedback/states.js';
import { compareText } from '../../model/text.js';
import type { FeedbackNote } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import { loadConcerns } from '../concern/lazy-views.js';
import { decidedBy } from '../concern/decided.js';
import type { View } from '../controllers/base-view.js';
import { LazyViews } from '../controllers/lazy-views.js';
import type { FeedbackRecord } from './base-feedback-view.js';

/** Below a reason of staff who stopped what a person wrote, or let stand what a person reported: the button that asks somebody else to look. */
export class OutcomeLook {
  readonly #views: LazyViews;

  constructor(private readonly host: View) {
    this.#views = new LazyViews(host, loadConcerns);
  }

  /** @param reasons what staff wrote to the person on this page */
  render(record: FeedbackRecord, reasons: readonly Kept<FeedbackNote>[]): TemplateResult | typeof nothing {
    const isMine = record.by === this.host.community?.actor.person;
    const [newest] = [...reasons].sort((one, other) => compareText(other.record.at, one.record.at));
    if (!newest || !(isMine ? isStopped(record) : stands(record))) return nothing;
    const { acts } = this.host;
    return this.#views.render(() => html`<milieu-another-look .acts=${acts} .decided=${decidedBy(newest.record)}></milieu-another-look>`);
  }
}
