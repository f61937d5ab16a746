import type { ErrorCode } from '../../records/base/errors.js';
import type { Failure, Records, Status } from '../../records/base/types.js';

/** Reported once, when the status says it. */
export const withStatus: readonly ErrorCode[] = ['damaged-key', 'newer-schema', 'missing-file'];

/** Follows the status and the failures of a store. Returns a function that stops it. */
export function watchStore(records: Records, run: { status: (status: Status) => void; failure: (failure: Failure) => void }): () => void {
  const given: Partial<Records> = records; // a store of the host may have an earlier version without this method
  const stopFailures = given.watchFailures?.(run.failure);
  let before: ErrorCode | undefined;
  const stopStatus = records.watchStatus((status) => {
    if (status.code && withStatus.includes(status.code) && before !== status.code) run.failure({ code: status.code });
    before = status.code;
    run.status(status);
  });
  return () => {
    stopStatus();
    stopFailures?.();
  };
}
