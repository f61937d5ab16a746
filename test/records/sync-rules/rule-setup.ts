import assert from 'node:assert/strict';
import type { Change } from '../../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../../src/model/record.js';
import type { Input } from '../../../src/model/transition.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import {
  planAct,
  mergeRemote,
  linkedChanges,
  conflict,
  delivered,
  type SyncPlan,
  refused,
  type RejectedBatch,
  type RecordState,
  settle,
  type QueuedChange,
} from '../../../src/records/sync-rules/index.js';
import type { Choice, Trouble } from '../../../src/records/base/types.js';

export const ann: Actor = { person: 'ann', as: 'resident' };
export const sid: Actor = { person: 'sid', as: 'staff' };
export const community = 'north-house';
const made = '2027-01-01T08:00:00.000Z';

/** A reminder from Ann to Bea that staff have not reviewed. */
export const reminder = (id: string, more: Partial<MilieuRecord> = {}): MilieuRecord => ({
  id,
  kind: 'feedback',
  v: 1,
  community,
  by: 'ann',
  to: ['bea'],
  visibility: 'staff',
  at: made,
  status: 'held',
  rev: 1,
  data: { mode: 'remind', saw: 'as it was', next: 'Ask first.', strength: 'You listen.' },
  ...more,
});

/** `record` as the backend has it after another act. */
export const later = (record: MilieuRecord, more: Partial<MilieuRecord>): MilieuRecord => ({ ...record, rev: record.rev + 1, ...more });
export const saying = (record: MilieuRecord, saw: string): Partial<MilieuRecord> => ({ data: { ...record.data, saw } });

interface More {
  readonly rev?: number;
  readonly answer?: string;
}

/** One device, changed only by the sync rules. */
export class RuleSetup {
  readonly rows = new Map<string, RecordState>();
  readonly troubles = new Map<string, Trouble>();
  waiting: QueuedChange[] = [];
  #seq = 0;
  #minted = 0;
  readonly #mint = (): string => `minted-${++this.#minted}`;
  readonly #now = (): string => `2027-01-02T08:00:${String(10 + this.#seq).padStart(2, '0')}.000Z`;

  row = (id: string): RecordState | undefined => this.rows.get(id);
  get trouble(): Trouble | undefined {
    return [...this.troubles.values()][0];
  }
  get keys(): readonly string[] {
    return this.waiting.map(({ change }) => change.key);
  }
  get actions(): readonly string[] {
    return this.waiting.map(({ change }) => change.action);
  }

  give(...records: readonly MilieuRecord[]): void {
    for (const record of records) {
      const row = mergeRemote(this.rows.get(record.id), record);
      if (row) this.rows.set(row.id, row);
    }
  }

  act(action: string, id: string, actor: Actor, input: Input = {}, kind = 'feedback', others?: ReadonlyMap<string, MilieuRecord>): Change {
    const plan = this.#act(action, id, actor, input, {}, kind, others);
    if (plan instanceof MilieuError) assert.fail(`${action}: ${plan.code}`);
    this.write(plan);
    return plan.send[0]!;
  }

  send = (id: string, saw = 'as it was'): Change => this.act('send', id, ann, { to: ['bea'], data: { ...reminder(id).data, saw } });
  rewrite = (id: string, saw: string): Change => this.act('rewrite', id, ann, { data: { ...this.row(id)!.current.data, saw } });
  judge = (action: string, id: string, answer: string, note = 'why'): Change =>
    this.act(action, id, sid, { answers: [{ id: answer, kind: 'feedback-review', data: { note } }] });

  refusal(action: string, id: string, actor: Actor, { rev, answer }: More = {}): string | undefined {
    const input: Input = answer ? { answers: [{ id: answer, kind: 'feedback-review', data: { note: '' } }] } : {};
    const plan = this.#act(action, id, actor, input, rev === undefined ? {} : { rev });
    return plan instanceof MilieuError ? plan.code : undefined;
  }

  deliver(): void {
    this.write(delivered(this.waiting[0]!, this.rows));
  }

  conflict(...theirs: readonly MilieuRecord[]): SyncPlan {
    return this.write(conflict({ ...this.#refusal(), theirs }));
  }

  refuse(code: string): SyncPlan {
    return this.write(refused(this.#refusal(), code));
  }

  /** Returns the code of the error, if any. */
  settle(trouble: Trouble | undefined, choice: Choice): string | undefined {
    assert.ok(trouble, 'there is a trouble');
    const { plan, error } = settle({ trouble, choice, rows: this.rows, now: this.#now(), mint: this.#mint });
    this.write(plan);
    return error?.code;
  }

  write(plan: SyncPlan): SyncPlan {
    for (const row of plan.rows) this.rows.set(row.id, row);
    for (const id of plan.gone) this.rows.delete(id);
    this.waiting = this.waiting.filter(({ seq }) => !plan.done.includes(seq));
    for (const change of plan.send) this.waiting.push({ seq: ++this.#seq, change });
    for (const trouble of plan.troubles) this.troubles.set(trouble.id, trouble);
    for (const id of plan.settled) this.troubles.delete(id);
    return plan;
  }

  #act(
    action: string,
    id: string,
    actor: Actor,
    input: Input,
    { rev }: More,
    kind = 'feedback',
    others?: ReadonlyMap<string, MilieuRecord>,
  ): SyncPlan | MilieuError {
    const target = { kind, id, rev: rev ?? this.rows.get(id)?.current.rev ?? 0 };
    return planAct({ action, target, input, key: this.#mint(), actor, community, now: this.#now(), rows: this.rows, ...(others ? { others } : {}) });
  }

  #refusal(): RejectedBatch {
    const queue = this.waiting.map(({ seq, change }) => ({ seq, ids: change.records.map(({ id }) => id) }));
    const numbers = linkedChanges(queue, this.waiting[0]!.seq);
    return { batch: this.waiting.filter(({ seq }) => numbers.includes(seq)), rows: this.rows, mint: this.#mint };
  }
}
