import { type Outcome, readAnswers } from '../../../src/records/delivery/answer.js';
import type { Actor, Change, MilieuRecord } from '../../../src/model/record.js';
import { MilieuError } from '../../../src/records/errors.js';
import * as law from '../../../src/records/law.js';
import type { Plan, Row, Waiting } from '../../../src/records/law.js';
import type { Choice, Trouble } from '../../../src/records/types.js';
import type { Ledger } from './ledger.js';
import type { Answer, Pulled } from './server.js';

export type Law = Pick<typeof law, 'act' | 'apply' | 'delivered' | 'conflict' | 'refused' | 'settle'>;

export interface DeviceOptions {
  readonly name: string;
  readonly actor: Actor;
  /** `fifo`: one row at a time, the first first. `overtake`: every row that shares no record with an earlier one. */
  readonly order: 'fifo' | 'overtake';
  /** Asks the backend what stands there when a conflict comes without records. */
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

/** One device: what is on its disk, and which rows are being sent. Every door goes through the law. */
export class Device {
  readonly rows = new Map<string, Row>();
  readonly troubles = new Map<string, Trouble>();
  outbox: Waiting[] = [];
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

  act(acting: Omit<law.Acting, 'rows' | 'actor' | 'key'>): Change | MilieuError {
    const root = this.rows.get(acting.target.id)?.current;
    const plan = this.rules.act({ ...acting, key: this.mint(), actor: this.options.actor, rows: this.rows });
    if (plan instanceof MilieuError) return plan;
    this.#write(plan);
    const [change] = plan.send;
    if (!change) throw new Error('an act made no change');
    this.ledger.acted(change, root);
    return change;
  }

  /** Rows that may be sent now. With `again`, those that are being sent: another tab took them for abandoned. */
  ready(again = false): readonly Waiting[] {
    if (this.paused) return [];
    const queue = this.outbox.map(queued);
    const heads = this.outbox.filter((one, index) => (this.options.order === 'fifo' ? index === 0 : law.isHead(queue, queued(one))));
    return heads.filter(({ seq }) => this.#leases.has(seq) === again);
  }

  send({ seq, change }: Waiting): Attempt {
    this.#leases.set(seq, ++this.#token);
    return { seq, change, token: this.#token };
  }

  /** A promise only where there is a body to read. */
  answer(attempt: Attempt, answer: Answer): Promise<void> | undefined {
    const outcome = outcomeOf(answer);
    if (!(outcome instanceof Promise)) this.#end(attempt, outcome);
    return outcome instanceof Promise ? outcome.then((read) => this.#end(attempt, read)) : undefined;
  }

  /** Success is a fact, whoever learns of it; all else counts only for the holder of the lease. */
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
      const row = this.rules.apply(this.rows.get(record.id), record);
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

  /** Everything that is not on the disk is gone; the leases of the dead tabs are free. */
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

  #refusal(seq: number): law.Refusal {
    const numbers = law.batchOf(this.outbox.map(queued), seq);
    return { batch: this.outbox.filter((one) => numbers.includes(one.seq)), rows: this.rows, mint: this.mint };
  }

  #write(plan: Plan): void {
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
      if (unsent.some((rev, index) => rev !== row.base + 1 + index)) this.#fault(`base ${row.base}, unsent ${unsent.join()}`);
      if (row.current.rev !== row.base + unsent.length) this.#fault(`rev ${row.current.rev} on base ${row.base} with ${unsent.length} unsent`);
      if (unsent.length > 0 ? row.was?.rev !== (row.base || undefined) : row.was) this.#fault('the ancestor is not version base');
      if (row.next && (unsent.length === 0 || row.next.rev <= row.base)) this.#fault('something is parked without need');
    }
  }

  #fault(what: string): void {
    this.ledger.fault(`${this.options.name}: ${what}`);
  }
}

const queued = ({ seq, change }: Waiting): law.Queued => ({ seq, ids: change.records.map(({ id }) => id) });

const page = '<!doctype html><title>Sign in</title>';
const read = (response: Response): Promise<Outcome> => readAnswers([Promise.resolve(response)], never);

/** Answers without a body are alike, so each is read once; a page with 200 goes by 0. */
const bare = new Map<number, Outcome>([[0, await read(new Response(page, { headers: { 'content-type': 'text/html' } }))]]);
for (const status of [200, 401, 404, 409, 413, 422, 503]) bare.set(status, await read(new Response(null, { status })));

const outcomeOf = ({ status, records }: Answer): Outcome | Promise<Outcome> =>
  (records ? undefined : bare.get(status)) ?? read(new Response(records ? JSON.stringify({ records }) : null, { status, ...json }));
