import type { Card } from '../../content/card.js';
import type { Helped, Practice } from '../../model/practice.js';

/** One practice that is not kept yet. */
export interface Session {
  /** Whole seconds, 0 until it was started. */
  readonly seconds: number;
  /** It was stopped before its end. */
  readonly early: boolean;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly helped?: Helped | undefined;
  readonly note: string;
}

export const fresh: Session = { seconds: 0, early: false, note: '' };

/** What is written down of it: only what the person said. */
export const practiceOf = (card: Card, { seconds, before, after, helped, note }: Session): Practice => ({
  card: card.id,
  title: card.title,
  seconds,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
  ...(helped === undefined ? {} : { helped }),
  ...(note.trim() ? { note: note.trim() } : {}),
});
