import type { CSSResultGroup } from 'lit';
import { property } from 'lit/decorators.js';
import type { Feedback } from '../../model/feedback.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { languageOf } from '../shared/language.js';
import type { Values } from '../shared/strings.js';
import { View } from '../shared/view.js';
import { columnStyles } from './feedback.styles.js';
import { type FeedbackKey, feedbackStrings } from './strings.js';
import { dayWords } from './when.js';

export type FeedbackRecord = MilieuRecord<Feedback>;

/** The words for a key, begun with a capital even where a name that is not known stands first. */
export type Say = (key: FeedbackKey | 'feedback.problems' | 'feedback.room', values?: Values) => string;

/** What the views of this widget have in common. */
export abstract class FeedbackView extends View<typeof feedbackStrings> {
  static override styles: CSSResultGroup = [viewStyles, columnStyles];
  protected readonly english = feedbackStrings;

  /** The page of the widget was chosen by the host: there is no way to another from here. */
  @property({ type: Boolean, reflect: true }) pinned = false;

  protected readonly say: Say = (key, values) => this.begun(this.t(key, values));

  /** The words with a capital at their head: they may begin with `someone here` or `yesterday`. */
  protected begun(words: string): string {
    return words.charAt(0).toLocaleUpperCase(languageOf(this)) + words.slice(1);
  }

  protected day(iso: string): string {
    return dayWords(iso, languageOf(this));
  }

  /** The names of those it is for. */
  protected receivers(record: FeedbackRecord): string {
    return new Intl.ListFormat(languageOf(this), { type: 'conjunction' }).format(record.to.map((person) => this.name(person)));
  }

  /** Puts the focus where the person can read on, once the view has been drawn. */
  protected async attend(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
