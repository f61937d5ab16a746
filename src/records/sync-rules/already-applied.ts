import { same, textOf } from '../../model/decide.js';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';

/** Versions of records, by record id. */
export type VersionsById = ReadonlyMap<string, MilieuRecord>;

/** Whether `versions` holds exactly the records of this change: its answer got lost, or the backend ignores idempotency keys. */
export const alreadyApplied = ({ records }: Change, versions: VersionsById): boolean =>
  records.every((record) => same(versions.get(record.id), record));

/**
 * Whether the records that a change creates exist already, with the same author, receivers and text; later acts on them do not matter.
 * Then a change that was sent twice under two keys must neither create duplicates nor become a conflict.
 */
export const alreadyCreated = ({ records }: Change, versions: VersionsById): boolean =>
  records.every((record) => {
    const there = versions.get(record.id);
    return (
      record.rev === 1 && there?.by === record.by && there.kind === record.kind && same(there.to, record.to) && same(textOf(there), textOf(record))
    );
  });
