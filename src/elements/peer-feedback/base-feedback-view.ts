import type { CSSResultGroup, nothing, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Kept } from '../../records/base/types.js';
import { unsentLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { capitalised, comingDay, dayWords, formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import type { Values } from '../language/strings.js';
import { View } from '../controllers/base-view.js';
import { columnStyles } from './feedback.styles.js';
import type { allFeedbackStrings, FeedbackKey } from './all-strings.js';
import { feedbackStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

export type FeedbackRecord = MilieuRecord<Feedback>;

/** Returns the string for a key, starting with a capital letter, also if it starts with the words for an unknown name. */
export type Say = (key: FeedbackKey | 'feedback.problems' | 'feedback.room', values?: Values) => string;

/** The base class of the views in this widget. */
export abstract class FeedbackView extends View<typeof allFeedbackStrings> {
  static override styles: CSSResultGroup = [viewStyles, columnStyles];
  /** Without the strings of staff: a view that only staff open brings them. */
  protected readonly english = feedbackStrings as typeof allFeedbackStrings;

  /** Whether the host has fixed the page of the widget, so that there are no links to other pages. */
  @property({ type: Boolean, reflect: true }) pinned = false;

  protected readonly say: Say = (key, values) => this.begun(this.t(key, values));

  /** The text with a capital first letter, because it may start with `someone here` or `yesterday`. */
  protected begun(words: string): string {
    return capitalised(words, languageOf(this));
  }

  protected day(iso: string): string {
    return dayWords(iso, languageOf(this));
  }

  /** A moment that is still to come, with its day and time. */
  protected coming(iso: string): string {
    return this.t('feedback.talk.day-time', { day: comingDay(iso, languageOf(this)), time: this.time(iso) });
  }

  /** The line that says where the person's last change of a record is, until it was sent. */
  protected unsentLine(kept: Kept): TemplateResult | typeof nothing {
    return unsentLine(this.truthOfKept(kept), this.saveWords);
  }

  /** The names of the receivers. */
  protected receivers(record: FeedbackRecord): string {
    return this.names(record.to);
  }

  /** The names of these people as one list. */
  protected names(people: readonly string[]): string {
    return formatList(
      people.map((person) => this.name(person)),
      languageOf(this),
    );
  }

  /** Focuses the first element that matches `selector`, after the next render. */
  protected async attend(selector: string): Promise<void> {
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>(selector));
  }
}
