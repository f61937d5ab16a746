import { same, textOf } from '../../model/decide.js';
import type { Change, MilieuRecord } from '../../model/record.js';

/** Versions of records, by id. */
export type Versions = ReadonlyMap<string, MilieuRecord>;

/** Whether a change stands in `versions` exactly as it was made: an answer got lost on the way, or the backend does not know keys again. */
export const hasArrived = ({ records }: Change, versions: Versions): boolean => records.every((record) => same(versions.get(record.id), record));

/**
 * Whether the records that a change was to make are there already, with the same author, receivers and words, whatever others
 * have done to them since: sent twice in two envelopes, it must neither double nor ask.
 */
export const isThere = ({ records }: Change, versions: Versions): boolean =>
  records.every((record) => {
    const there = versions.get(record.id);
    return (
      record.rev === 1 && there?.by === record.by && there.kind === record.kind && same(there.to, record.to) && same(textOf(there), textOf(record))
    );
  });
