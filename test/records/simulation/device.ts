import { type Outcome, readAnswers } from '../../../src/records/sync/read-answer.js';
import type { Change } from '../../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../../src/model/record.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import * as law from '../../../src/records/sync-rules/index.js';
import type { SyncPlan, RecordState, QueuedChange } from '../../../src/records/sync-rules/index.js';
import type { Choice, Trouble } from '../../../src/records/base/types.js';
import type { Ledger } from './ledger.js';
import type { Answer, Pulled } from './server.js';

export type Law = Pick<typeof law, 'planAct' | 'mergeRemote' | 'delivered' | 'conflict' | 'refused' | 'settle'>;

export interface DeviceOptions {
  readonly name: string;
  readonly actor: Actor;
  /** `fifo`: one row at a time, in order. `overtake`: every row that shares no record with an earlier one. */
  readonly order: 'fifo' | 'overtake';
  /** Pulls when a conflict comes without records. */
  readonly pulls: boolean;
}

export interface Attempt {
  readonly seq: number;
  readonly token: number;
  readonly change: Change;
}

const none: readonly number[] = [];
const never = new AbortController().signal;
const json = { headers: { 'content-type': 'application/json' } };

/** One device: its stored rows, and the rows that are being sent. Every change goes through the sync rules. */
export class Device {
  readonly rows = new Map<string, RecordState>();
  readonly troubles = new Map<string, Trouble>();
  outbox: QueuedChange[] = [];
  cursor = 0;
  paused = false;
  readonly #leases = new Map<number, number>();
  #seq = 0;
  #token = 0;

  constructor(
    readonly options: DeviceOptions,
    private readonly rules: Law,
    private readonly ledger: Ledger,
    private readonly mint: () => string,
    private readonly pull: (cursor: number) => Pulled,
  ) {}

  act(acting: Omit<law.ActContext, 'rows' | 'actor' | 'key'>): Change | MilieuError {
    const root = this.rows.get(acting.target.id)?.current;
    const plan = this.rules.planAct({ ...acting, key: this.mint(), actor: this.options.actor, rows: this.rows });
    if (plan instanceof MilieuError) return plan;
    this.#write(plan);
    const [change] = plan.send;
    if (!change) throw new Error('an act made no change');
    this.ledger.acted(change, root);
    return change;
  }

  /** Rows that may be sent now. With `again`, also rows that are being sent, as if another tab took over the lease. */
  ready(again = false): readonly QueuedChange[] {
    if (this.paused) return [];
    const queue = this.outbox.map(queued);
    const heads = this.outbox.filter((one, index) => (this.options.order === 'fifo' ? index === 0 : law.isFirstInQueue(queue, queued(one))));
    return heads.filter(({ seq }) => this.#leases.has(seq) === again);
  }

  send({ seq, change }: QueuedChange): Attempt {
    this.#leases.set(seq, ++this.#token);
    return { seq, change, token: this.#token };
  }

  /** Returns a promise only if there is a body to read. */
  answer(attempt: Attempt, answer: Answer): Promise<void> | undefined {
    const outcome = outcomeOf(answer);
    if (!(outcome instanceof Promise)) this.#end(attempt, outcome);
    return outcome instanceof Promise ? outcome.then((read) => this.#end(attempt, read)) : undefined;
  }

  /** A success counts for any tab; every other answer counts only for the holder of the lease. */
  #end({ seq, token }: Attempt, outcome: Outcome): void {
    const waiting = this.outbox.find((one) => one.seq === seq);
    if (!waiting) return;
    if (outcome.kind === 'delivered') {
      this.#write(this.rules.delivered(waiting, this.rows));
      this.apply(outcome.records as readonly MilieuRecord[]);
      return;
    }
    if (this.#leases.get(seq) !== token) return;
    this.#leases.delete(seq);
    if (outcome.kind === 'pause') this.paused = true;
    if (outcome.kind === 'refused') this.#write(this.rules.refused(this.#refusal(seq), String(outcome.status)));
    if (outcome.kind === 'conflict') this.#conflict(seq, outcome.records as readonly MilieuRecord[] | undefined);
  }

  apply(records: readonly MilieuRecord[], cursor = this.cursor): void {
    for (const record of records) {
      const row = this.rules.mergeRemote(this.rows.get(record.id), record);
      if (row) this.rows.set(row.id, row);
    }
    this.cursor = cursor;
    if (records.length > 0) this.#check();
  }

  settle(trouble: Trouble, choice: Choice, now: string): void {
    const root = trouble.change.records[0] && this.rows.get(trouble.change.records[0].id)?.current;
    const { plan, error } = this.rules.settle({ trouble, choice, rows: this.rows, now, mint: this.mint });
    this.#write(plan);
    if (error || plan.settled.length === 0) return;
    this.ledger.counts.settled += 1;
    const [change] = plan.send;
    if (choice === 'theirs' || choice === 'remove') this.ledger.discard(trouble.change.records);
    if (change) this.ledger.acted(change, change.records[0]?.rev === 1 ? undefined : trouble.theirs);
    if (change && root && change.records[0]?.id === root.id && !trouble.theirs)
      this.ledger.fault('a choice was carried out on words it did not show');
  }

  /** Loses everything that is not on the disk; the leases of closed tabs are free. */
  crash(): void {
    this.#leases.clear();
    this.paused = false;
  }

  release({ seq, token }: Attempt): void {
    if (this.#leases.get(seq) === token) this.#leases.delete(seq);
  }

  #conflict(seq: number, theirs: readonly MilieuRecord[] | undefined): void {
    this.ledger.counts.conflicts += 1;
    if (!theirs && this.options.pulls) {
      const pulled = this.pull(this.cursor);
      this.apply(pulled.records, pulled.cursor);
    }
    const plan = this.rules.conflict({ ...this.#refusal(seq), theirs: theirs ?? [] });
    if (theirs && plan.troubles.some(({ code }) => code === '409')) this.#fault('an explained conflict was not understood');
    this.ledger.counts.replayed += plan.send.length;
    this.#write(plan);
    this.apply(theirs ?? []);
  }

  #refusal(seq: number): law.RejectedBatch {
    const numbers = law.linkedChanges(this.outbox.map(queued), seq);
    return { batch: this.outbox.filter((one) => numbers.includes(one.seq)), rows: this.rows, mint: this.mint };
  }

  #write(plan: SyncPlan): void {
    for (const row of plan.rows) this.rows.set(row.id, row);
    for (const id of plan.gone) this.rows.delete(id);
    for (const seq of plan.done) this.#leases.delete(seq);
    this.outbox = this.outbox.filter(({ seq }) => !plan.done.includes(seq));
    for (const change of plan.send) this.outbox.push({ seq: ++this.#seq, change });
    for (const trouble of plan.troubles) {
      this.troubles.set(trouble.id, trouble);
      this.ledger.counts[trouble.reason === 'held' ? 'held' : 'refused'] += 1;
    }
    for (const id of plan.settled) this.troubles.delete(id);
    this.#check();
  }

  /** What must be true of the disk after every transaction. */
  #check(): void {
    const revs = new Map<string, number[]>();
    for (const { change } of this.outbox) {
      for (const { id, rev } of change.records) if (revs.get(id)?.push(rev) === undefined) revs.set(id, [rev]);
    }
    for (const id of revs.keys()) if (!this.rows.has(id)) this.#fault('an unsent change has no row');
    for (const row of this.rows.values()) {
      const unsent = revs.get(row.id) ?? none;
      if (unsent.some((rev, index) => rev !== row.confirmedRev + 1 + index)) this.#fault(`base ${row.confirmedRev}, unsent ${unsent.join()}`);
      if (row.current.rev !== row.confirmedRev + unsent.length)
        this.#fault(`rev ${row.current.rev} on base ${row.confirmedRev} with ${unsent.length} unsent`);
      if (unsent.length > 0 ? row.ancestor?.rev !== (row.confirmedRev || undefined) : row.ancestor) this.#fault('the ancestor is not version base');
      if (row.pendingRemote && (unsent.length === 0 || row.pendingRemote.rev <= row.confirmedRev)) this.#fault('something is parked without need');
    }
  }

  #fault(what: string): void {
    this.ledger.fault(`${this.options.name}: ${what}`);
  }
}

const queued = ({ seq, change }: QueuedChange): law.QueuedIds => ({ seq, ids: change.records.map(({ id }) => id) });

const page = '<!doctype html><title>Sign in</title>';
const read = (response: Response): Promise<Outcome> => readAnswers([Promise.resolve(response)], never);

/** Answers without a body are alike, so each status is read once; 0 stands for an HTML page with 200. */
const bare = new Map<number, Outcome>([[0, await read(new Response(page, { headers: { 'content-type': 'text/html' } }))]]);
for (const status of [200, 401, 404, 409, 413, 422, 503]) bare.set(status, await read(new Response(null, { status })));

const outcomeOf = ({ status, records }: Answer): Outcome | Promise<Outcome> =>
  (records ? undefined : bare.get(status)) ?? read(new Response(records ? JSON.stringify({ records }) : null, { status, ...json }));
