import type { Card } from '../../content/card.js';
import type { Helped, Practice } from '../../model/kinds/practice/table.js';
import { hasWords, trimmed } from '../../model/text.js';

/** A practice that is not saved yet. */
export interface UnsavedPractice {
  /** Whole seconds; 0 before it starts. */
  readonly seconds: number;
  /** Whether it was stopped before its end. */
  readonly early: boolean;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly helped?: Helped | undefined;
  readonly note: string;
}

export const newPractice: UnsavedPractice = { seconds: 0, early: false, note: '' };

/** The data of the record: only what the person entered. */
export const practiceOf = (card: Card, { seconds, before, after, helped, note }: UnsavedPractice): Practice => ({
  card: card.id,
  title: card.title,
  seconds,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
  ...(helped === undefined ? {} : { helped }),
  ...(hasWords(note) ? { note: trimmed(note) } : {}),
});
