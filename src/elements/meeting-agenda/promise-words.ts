import type { PromiseNote, PromiseReport } from '../../model/kinds/agenda-item/table.js';
import { hasWords } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import type { KeptPromise } from './meeting-lists.js';
import { isOpenPromise } from './running-lists.js';

type Notes = readonly Kept<PromiseNote>[];
type Reports = readonly Kept<PromiseReport>[];

/**
 * The newest words about a promise: how it is going, or what was said when it was done or dropped.
 * @param notes newest first, as `reports`
 */
export function wordsAbout(promise: KeptPromise, notes: Notes, reports: Reports): Kept<PromiseReport>['record'] | undefined {
  const about = ({ record }: Kept<PromiseReport>): boolean => record.about === promise.record.id;
  const note = isOpenPromise(promise) ? undefined : notes.find(about);
  return hasWords(note?.record.data.note) ? note?.record : reports.find(about)?.record;
}
