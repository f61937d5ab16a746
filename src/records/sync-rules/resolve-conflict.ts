import { inputOf, same, textOf } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import { MilieuError } from '../base/errors.js';
import type { Choice, Trouble } from '../base/types.js';
import { planAct } from './plan-act.js';
import { alreadyApplied, alreadyCreated } from './already-applied.js';
import { type DecisionContext, type MintId, emptyPlan, type SyncPlan, type StatesById } from './sync-plan.js';

/** The input of `settle`: a person's choice about an entry of `troubles()`. */
export interface SettleContext extends DecisionContext {
  readonly trouble: Trouble;
  readonly choice: Choice;
  /** The states of the ids in `trouble.change`, if they exist. */
  readonly rows: StatesById;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly mint: MintId;
}

/** Write `plan` in any case. If there is an `error`, the choice was not carried out and the entry stays. */
export interface SettleResult {
  readonly plan: SyncPlan;
  readonly error?: MilieuError;
}

/**
 * `theirs` and `remove` drop the person's version. `mine` and `again` repeat the act on the current record, with a new key. If the
 * change creates a record and its id is taken, a second record with a new id is created. A text that the entry did not show is never
 * overwritten: then the entry is updated with the current version, and `error` is `moved`.
 */
export function settle(settling: SettleContext): SettleResult {
  const { trouble, choice, rows, mint } = settling;
  const { change } = trouble;
  const settled = [trouble.id];
  if (choice === 'theirs' || choice === 'remove') return { plan: { ...emptyPlan, settled } };
  const [mine] = change.records;
  const row = mine && rows.get(mine.id);
  const versions = new Map([...rows].map(([id, { current }]) => [id, current]));
  if (alreadyApplied(change, versions) || alreadyCreated(change, versions)) return { plan: { ...emptyPlan, settled } };
  if (!mine || (mine.rev > 1 && !row)) return { plan: emptyPlan, error: new MilieuError('not-found') };
  const onTop = mine.rev > 1 ? row : undefined;
  if (onTop && !sameWords(onTop.current, trouble.theirs)) {
    return { plan: { ...emptyPlan, troubles: [{ ...trouble, theirs: onTop.current }] }, error: new MilieuError('moved') };
  }
  const input = inputOf(change);
  const plan = planAct({
    ...settling,
    action: change.action,
    target: { kind: mine.kind, id: row && !onTop ? mint() : mine.id, rev: onTop?.current.rev ?? 0 },
    input: { ...input, answers: (input.answers ?? []).map((answer) => (rows.has(answer.id) ? { ...answer, id: mint() } : answer)) },
    key: mint(),
    actor: { person: change.by, as: change.as },
    community: change.community,
  });
  return plan instanceof MilieuError ? { plan: emptyPlan, error: plan } : { plan: { ...plan, settled } };
}

const sameWords = (a: MilieuRecord, b: MilieuRecord | undefined): boolean => Boolean(b && same(textOf(a), textOf(b)));
