import { decide, editsText, same, textOf } from '../../model/decide.js';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { Refused } from '../../model/refusals.js';
import type { Trouble } from '../base/types.js';
import { alreadyCreated, type VersionsById } from './already-applied.js';
import { rebaseInput } from './rebase-input.js';
import type { DecisionContext, MintId, SyncPlan, RecordState, StatesById, QueuedChange } from './sync-plan.js';

/** The backend rejected `batch[0]`. */
export interface RejectedBatch extends DecisionContext {
  /** The rejected change and, in order, all later ones that share a record with it: see `linkedChanges`. */
  readonly batch: readonly QueuedChange[];
  /** The states of all ids in the batch. */
  readonly rows: StatesById;
  readonly mint: MintId;
}

type RejectionReason = Pick<Trouble, 'reason' | 'code'>;

/**
 * Replaces the results of a batch by `start`, the backend's known versions, and repeats the changes of the batch on them.
 * Each change becomes a new change with a new key, or an entry of `troubles`. `verdict`, if given, is the outcome of the first change.
 */
export function replay(refusal: RejectedBatch, start: VersionsById, verdict?: RejectionReason): SyncPlan {
  const replayer = new Replayer(refusal, start);
  refusal.batch.forEach(({ change }, index) => replayer.play(change, index === 0 ? verdict : undefined));
  return replayer.plan();
}

class Replayer {
  readonly #refusal: RejectedBatch;
  readonly #start: VersionsById;
  /** The current versions during the replay. */
  readonly #current: Map<string, MilieuRecord>;
  /** The local versions before each change was made. */
  readonly #localBefore = new Map<string, MilieuRecord>();
  /** The backend version that the person saw when they first acted on the record. */
  readonly #seen = new Map<string, MilieuRecord>();
  /** Why a record that this batch created does not exist, by id. */
  readonly #missingBecause = new Map<string, string>();
  readonly #send: Change[] = [];
  readonly #troubles: Trouble[] = [];

  constructor(refusal: RejectedBatch, start: VersionsById) {
    this.#refusal = refusal;
    this.#start = start;
    this.#current = new Map(start);
    for (const [id, { ancestor: was }] of refusal.rows) {
      if (was) this.#localBefore.set(id, was);
      if (was) this.#seen.set(id, was);
    }
  }

  play(change: Change, verdict: RejectionReason | undefined): void {
    const outcome = verdict ?? this.#redo(change);
    if (outcome === 'there') for (const { id } of change.records) this.#seen.set(id, this.#start.get(id)!);
    else if ('reason' in outcome) this.#addTrouble(change, outcome);
    else {
      this.#send.push(outcome);
      for (const record of outcome.records) this.#current.set(record.id, record);
    }
    for (const record of change.records) this.#localBefore.set(record.id, record);
  }

  plan(): SyncPlan {
    const { batch, rows } = this.#refusal;
    const ids = [...new Set(batch.flatMap(({ change }) => change.records.map(({ id }) => id)))];
    return {
      rows: ids.flatMap((id) => this.#row(id) ?? []),
      gone: ids.filter((id) => rows.has(id) && !this.#current.has(id)),
      done: batch.map(({ seq }) => seq),
      send: this.#send,
      troubles: this.#troubles,
      settled: [],
    };
  }

  #row(id: string): RecordState | undefined {
    const current = this.#current.get(id);
    const was = this.#start.get(id);
    if (!current) return undefined;
    return { id, confirmedRev: was?.rev ?? 0, current, ...(was && current.rev > was.rev ? { ancestor: was } : {}) };
  }

  #redo(change: Change): Change | RejectionReason | 'there' {
    const [mine, ...answers] = change.records;
    if (!mine) return { reason: 'refused', code: 'bad-answer' };
    const root = this.#current.get(mine.id);
    if (mine.rev > 1 && !root) return { reason: 'refused', code: this.#missingBecause.get(mine.id) ?? 'not-now' };
    if (mine.rev === 1 && root) return alreadyCreated(change, this.#start) ? 'there' : { reason: 'held' };
    if (answers.some(({ id }) => this.#start.has(id))) return { reason: 'held', code: 'bad-answer' };
    const conflict = root && this.#textConflict(change, mine, root);
    if (conflict) return conflict;
    const decided = decide(change.action, {
      kind: mine.kind,
      id: mine.id,
      community: change.community,
      root,
      input: rebaseInput(change, root, this.#localBefore.get(mine.id)),
      actor: { person: change.by, as: change.as },
      policy: this.#refusal.policy ?? {},
      now: change.at,
      answers: this.#answersTo(mine.id),
      others: this.#others(),
    });
    if (decided instanceof Refused) return { reason: 'refused', code: decided.code };
    return { ...change, key: this.#refusal.mint(), records: decided.records };
  }

  /**
   * Stops a change that would overwrite a text on the backend that the person has not seen, or that judges an older text, such as the
   * release of a reminder that was edited since. Status acts of the author do neither, so they pass.
   */
  #textConflict(change: Change, mine: MilieuRecord, root: MilieuRecord): RejectionReason | undefined {
    const start = this.#start.get(mine.id);
    const was = this.#seen.get(mine.id);
    if (!start || (was && same(textOf(start), textOf(was)))) return undefined;
    if (editsText(mine.kind, change.action)) return same(textOf(root), textOf(mine)) ? undefined : { reason: 'held' };
    return was && root.by === change.by ? undefined : { reason: 'refused', code: 'not-now' };
  }

  #addTrouble(change: Change, verdict: RejectionReason): void {
    const [root] = change.records;
    const theirs = root && this.#start.get(root.id);
    for (const { id } of change.records) if (!this.#current.has(id)) this.#missingBecause.set(id, verdict.code ?? 'not-now');
    const earlier = this.#troubles.findIndex((other) => verdict.reason === 'held' && isLaterEdit(change, other));
    const id = this.#troubles[earlier]?.id ?? this.#refusal.mint();
    const trouble: Trouble = { id, ...verdict, change, ...(theirs ? { theirs } : {}) };
    this.#troubles.splice(earlier < 0 ? this.#troubles.length : earlier, earlier < 0 ? 0 : 1, trouble);
  }

  #answersTo(rootId: string): readonly MilieuRecord[] {
    const mine = new Set(this.#refusal.batch.flatMap(({ change }) => change.records.map(({ id }) => id)));
    const before = (this.#refusal.answers?.(rootId) ?? []).filter(({ id }) => !mine.has(id));
    return [...before, ...[...this.#current.values()].filter(({ id, about }) => mine.has(id) && about === rootId)];
  }

  #others(): VersionsById {
    const others = this.#refusal.others ?? new Map<string, MilieuRecord>();
    return new Map([...others].map(([id, record]) => [id, this.#current.get(id) ?? record]));
  }
}

/** Whether a change is a later edit of the same text. It replaces the earlier held edit of the same person. */
function isLaterEdit(change: Change, held: Trouble): boolean {
  const [mine] = change.records;
  const [other] = held.change.records;
  const edit = (by: Change): boolean => Boolean(mine && editsText(mine.kind, by.action));
  return held.reason === 'held' && mine?.id === other?.id && edit(change) && edit(held.change);
}
