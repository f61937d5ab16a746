import type { Change } from '../../model/change.js';
import { isUnreadable, MilieuError } from '../base/errors.js';
import { applyRemote, validRecords } from '../commits/apply-remote.js';
import { handleConflict, handleDelivered, handleRejected } from '../commits/outcome-handlers.js';
import type { StoreContext } from '../context/store-context.js';
import { type ClaimedRow, sendMs } from '../storage/outbox-rows.js';
import type { Outcome } from './read-answer.js';
import { toJson } from '../../model/json.js';

const maxClaimAge = 10_000;
/** Bytes that a browser sends after the page has closed; a larger body may be why `fetch` with `keepalive` fails. */
const largeBody = 60_000;

/** `late`: this tab was frozen since the claim, so another one may have the row by now. */
export type Opened = { readonly is: 'open' | 'late'; readonly change: Change } | { readonly is: 'unreadable'; readonly error: unknown };

export async function openClaimed(context: StoreContext, { row, until = Infinity }: ClaimedRow): Promise<Opened> {
  const { clock } = context;
  const claimedAt = clock.mono();
  try {
    const change = await context.session().codec.change(row);
    const isLate = clock.mono() - claimedAt > maxClaimAge || clock.now() > until - sendMs;
    return { is: isLate ? 'late' : 'open', change };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { is: 'unreadable', error };
  }
}

/** Writes a final outcome. `askFirst` asks the backend for what is new: an answer without records does not say what the conflict is about. */
export async function writeOutcome(
  context: StoreContext,
  { row }: ClaimedRow,
  change: Change,
  outcome: Extract<Outcome, { kind: 'delivered' | 'conflict' | 'refused' }>,
  askFirst: () => Promise<void>,
): Promise<void> {
  if (outcome.kind === 'refused') return handleRejected(context, row, outcome.status);
  if (outcome.kind === 'conflict' && !outcome.records) await askFirst();
  const theirs = await validRecords(context, outcome.records ?? []);
  if (outcome.kind === 'delivered') await handleDelivered(context, row.seq, change);
  else await handleConflict(context, row, theirs);
  await applyRemote(context, theirs);
}

/** Tells the host what it may have to mend about an attempt that failed. */
export function reportRetry(
  context: StoreContext,
  change: Change,
  { unclear, thrown }: Extract<Outcome, { kind: 'retry' }>,
): MilieuError | undefined {
  for (const { id } of unclear ? change.records.slice(0, 1) : []) context.report({ code: 'unclear-answer', id });
  const isTooLarge = thrown instanceof TypeError && toJson(change).length > largeBody;
  return isTooLarge ? new MilieuError('delivery-body') : undefined;
}
