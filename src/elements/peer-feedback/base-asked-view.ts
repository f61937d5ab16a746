import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { FeedbackView } from './base-feedback-view.js';

/** A list of which one entry can be open, also because another widget has asked for it. */
export abstract class AskedFeedbackView extends FeedbackView {
  /** Id of the record to open, when another widget asks for it. */
  @property({ attribute: false }) asked?: string | undefined;
  @state() protected open = '';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('asked') && this.asked) this.open = this.asked;
  }
}
