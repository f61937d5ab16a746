import { inputOf, same, textOf } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import { MilieuError } from '../errors.js';
import type { Choice, Trouble } from '../types.js';
import { act } from './act.js';
import { hasArrived, isThere } from './arrived.js';
import { type Around, type Mint, nothing, type Plan, type RowsById } from './plan.js';

/** A person chooses what becomes of a trouble. */
export interface Settling extends Around {
  readonly trouble: Trouble;
  readonly choice: Choice;
  /** The rows of the ids in `trouble.change`, where they exist. */
  readonly rows: RowsById;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly mint: Mint;
}

/** Write `plan` in any case; then, where there is an `error`, the choice was not carried out and the trouble stays. */
export interface Settled {
  readonly plan: Plan;
  readonly error?: MilieuError;
}

/**
 * `theirs` and `remove` let go of the person's version. `mine` and `again` act anew on the record as it stands, under a new key;
 * a record that was to be new, and whose id is taken, becomes one beside it. Nothing is put over words that
 * the trouble did not show: then it is renewed with what stands now, and `error` is `moved`.
 */
export function settle(settling: Settling): Settled {
  const { trouble, choice, rows, mint } = settling;
  const { change } = trouble;
  const settled = [trouble.id];
  if (choice === 'theirs' || choice === 'remove') return { plan: { ...nothing, settled } };
  const [mine] = change.records;
  const row = mine && rows.get(mine.id);
  const versions = new Map([...rows].map(([id, { current }]) => [id, current]));
  if (hasArrived(change, versions) || isThere(change, versions)) return { plan: { ...nothing, settled } };
  if (!mine || (mine.rev > 1 && !row)) return { plan: nothing, error: new MilieuError('not-found') };
  const onTop = mine.rev > 1 ? row : undefined;
  if (onTop && !sameWords(onTop.current, trouble.theirs)) {
    return { plan: { ...nothing, troubles: [{ ...trouble, theirs: onTop.current }] }, error: new MilieuError('moved') };
  }
  const input = inputOf(change);
  const plan = act({
    ...settling,
    action: change.action,
    target: { kind: mine.kind, id: row && !onTop ? mint() : mine.id, rev: onTop?.current.rev ?? 0 },
    input: { ...input, answers: (input.answers ?? []).map((answer) => (rows.has(answer.id) ? { ...answer, id: mint() } : answer)) },
    key: mint(),
    actor: { person: change.by, as: change.as },
    community: change.community,
  });
  return plan instanceof MilieuError ? { plan: nothing, error: plan } : { plan: { ...plan, settled } };
}

const sameWords = (a: MilieuRecord, b: MilieuRecord | undefined): boolean => Boolean(b && same(textOf(a), textOf(b)));
