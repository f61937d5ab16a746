import { decide } from '../../model/decide.js';
import type { Actor, Change } from '../../model/record.js';
import { Refused } from '../../model/refusals.js';
import type { Input } from '../../model/transition.js';
import { MilieuError } from '../errors.js';
import type { Target } from '../types.js';
import { type Around, isUnsent, nothing, type Plan, type Row, type RowsById } from './plan.js';

/** An act of a person, with all it needs to know. */
export interface Acting extends Around {
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
  /** The target's row, and those of the ids that the input brings along, where they exist. */
  readonly rows: RowsById;
}

/**
 * Decides an act on the record as it stands, and what is kept of it: `plan.send` holds the one change.
 * Returns a `MilieuError` with the code of a refusal, or `moved` where the record is not at the revision that the screen showed.
 */
export function act(acting: Acting): Plan | MilieuError {
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
  return { ...nothing, rows: decided.records.map((record) => grown(rows.get(record.id), record)), send: [change] };
}

/** The row after an act made `record` of it; the first unsent act keeps what it grew from. */
function grown(row: Row | undefined, record: Row['current']): Row {
  if (!row) return { id: record.id, base: 0, current: record };
  return { ...row, current: record, ...(isUnsent(row) ? {} : { was: row.current }) };
}
