import { decide } from '../../model/decide.js';
import type { Change } from '../../model/change.js';
import type { Actor } from '../../model/record.js';
import { Refused } from '../../model/refusals.js';
import type { Input } from '../../model/transition.js';
import { MilieuError } from '../base/errors.js';
import type { Target } from '../base/types.js';
import { type DecisionContext, isUnsent, emptyPlan, type SyncPlan, type RecordState, type StatesById } from './sync-plan.js';

/** An act of a person, with everything needed to decide it. */
export interface ActContext extends DecisionContext {
  readonly action: string;
  /** The record at the revision that the screen showed. */
  readonly target: Target;
  readonly input?: Input;
  /** Idempotency key of the gesture. */
  readonly key: string;
  readonly actor: Actor;
  readonly community: string;
  /** ISO 8601 in UTC. */
  readonly now: string;
  /** The states of the target and of the ids in the input, if they exist. */
  readonly rows: StatesById;
}

/**
 * Decides an act on the current record and returns what to write; `send` of the plan holds the one change.
 * Returns a `MilieuError` with the code of a refusal, or `moved` if the record is not at the revision that the screen showed.
 */
export function planAct(acting: ActContext): SyncPlan | MilieuError {
  const { action, target, actor, community, now, rows } = acting;
  const row = rows.get(target.id);
  if ((row?.current.rev ?? 0) !== (target.rev ?? 0)) return new MilieuError('moved');
  const decided = decide(action, {
    kind: target.kind,
    id: target.id,
    community,
    root: row?.current,
    input: acting.input ?? {},
    actor,
    policy: acting.policy ?? {},
    now,
    answers: acting.answers?.(target.id) ?? [],
    others: acting.others ?? new Map(),
  });
  if (decided instanceof Refused) return new MilieuError(decided.code);
  const [root, ...answers] = decided.records;
  if (!root || answers.some(({ id }) => id === root.id || rows.has(id))) return new MilieuError('moved');
  const change: Change = { key: acting.key, action, by: actor.person, as: actor.as, at: now, community, records: decided.records };
  return { ...emptyPlan, rows: decided.records.map((record) => stateAfterAct(rows.get(record.id), record)), send: [change] };
}

/** The state after an act. The first unsent act keeps the version it was based on as `ancestor`. */
function stateAfterAct(row: RecordState | undefined, record: RecordState['current']): RecordState {
  if (!row) return { id: record.id, confirmedRev: 0, current: record };
  return { ...row, current: record, ...(isUnsent(row) ? {} : { ancestor: row.current }) };
}
