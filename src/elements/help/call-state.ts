import { isClosed } from '../../model/kinds/help/states.js';
import type { MilieuRecord } from '../../model/record.js';
import { realClock } from '../../records/base/clock.js';
import type { Kept } from '../../records/base/types.js';
import type { Outcome } from '../../records/sync/read-answer.js';

/** Why nobody has been told of the call, as far as this page knows. `unknown`: an earlier page load made it, and may have sent it. */
export type Untold = 'unclaimed' | 'offline' | 'no-answer' | 'not-taken' | 'unknown';

/** What is known about one call. Only `told` and `seen` are confirmed by the host. */
export type CallState =
  | { readonly is: 'ready' }
  | { readonly is: 'asking' }
  | { readonly is: 'untold'; readonly why: Untold }
  | { readonly is: 'told'; readonly at: string }
  | { readonly is: 'seen'; readonly by: string; readonly at: string; readonly note: string; readonly coming: boolean }
  | { readonly is: 'settled'; readonly by: string; readonly at: string; readonly note: string }
  | { readonly is: 'cancelled'; readonly known: boolean };

/** The few words that staff wrote. */
const noteOf = ({ data }: MilieuRecord): string => (typeof data['note'] === 'string' ? data['note'] : '');

/** The last answer to a call. Ids do not tell: each is made when its form opens. */
export const lastOf = (replies: readonly Kept[]): MilieuRecord | undefined =>
  replies.map(({ record }) => record).reduce<MilieuRecord | undefined>((last, one) => (last && last.at >= one.at ? last : one), undefined);

/** What staff have answered; undefined if nothing. */
export function answeredOf(record: MilieuRecord, reply: MilieuRecord | undefined): Exclude<CallState, { is: 'ready' }> | undefined {
  if (isClosed(record)) return { is: 'settled', by: reply?.by ?? '', at: reply?.at ?? new Date().toISOString(), note: reply ? noteOf(reply) : '' };
  return reply && { is: 'seen', by: reply.by, at: reply.at, note: noteOf(reply), coming: reply.data['coming'] === true };
}

/** After an unclear answer the backend may have the call, so the page only says that nobody has answered. */
export const whyUntold = (outcome: Outcome): Untold => (outcome.kind === 'retry' && outcome.unclear ? 'no-answer' : 'not-taken');

/** The age of a call. A clock that is set back does not make it younger. */
export class CallClock {
  readonly #start = realClock.mono();
  readonly #ageAtStart: number;

  constructor(private readonly at: string) {
    this.#ageAtStart = Math.max(0, realClock.now() - Date.parse(at));
  }

  /** ms since the call was made. */
  get age(): number {
    return Math.max(realClock.now() - Date.parse(this.at), this.#ageAtStart + realClock.mono() - this.#start);
  }
}
