import { decide, editsText, same, textOf } from '../../model/decide.js';
import type { Change, MilieuRecord } from '../../model/record.js';
import { Refused } from '../../model/refusals.js';
import type { Trouble } from '../types.js';
import { isThere, type Versions } from './arrived.js';
import { onto } from './onto.js';
import type { Around, Mint, Plan, Row, RowsById, Waiting } from './plan.js';

/** The backend would not take `batch[0]`. */
export interface Refusal extends Around {
  /** The refused change and, in order, all later ones that share a record with it: see `batchOf`. */
  readonly batch: readonly Waiting[];
  /** The rows of every id in the batch. */
  readonly rows: RowsById;
  readonly mint: Mint;
}

type Verdict = Pick<Trouble, 'reason' | 'code'>;

/**
 * Puts `start`, what the backend is known to have, in the place of what a batch had made, and plays the batch again on it.
 * Each change ends as a new change with a new key, or as a trouble; `verdict`, where given, is that of the first.
 */
export function replay(refusal: Refusal, start: Versions, verdict?: Verdict): Plan {
  const desk = new Desk(refusal, start);
  refusal.batch.forEach(({ change }, index) => desk.play(change, index === 0 ? verdict : undefined));
  return desk.plan();
}

class Desk {
  readonly #refusal: Refusal;
  readonly #start: Versions;
  /** What stands, as the replay goes on. */
  readonly #now: Map<string, MilieuRecord>;
  /** What stood on this device before each change was made. */
  readonly #then = new Map<string, MilieuRecord>();
  /** The version of the backend's that a person had before their eyes when they first acted on it. */
  readonly #seen = new Map<string, MilieuRecord>();
  /** Why a record that this batch had made is not there. */
  readonly #fell = new Map<string, string>();
  readonly #send: Change[] = [];
  readonly #troubles: Trouble[] = [];

  constructor(refusal: Refusal, start: Versions) {
    this.#refusal = refusal;
    this.#start = start;
    this.#now = new Map(start);
    for (const [id, { was }] of refusal.rows) {
      if (was) this.#then.set(id, was);
      if (was) this.#seen.set(id, was);
    }
  }

  play(change: Change, verdict: Verdict | undefined): void {
    const outcome = verdict ?? this.#again(change);
    if (outcome === 'there') for (const { id } of change.records) this.#seen.set(id, this.#start.get(id)!);
    else if ('reason' in outcome) this.#lay(change, outcome);
    else {
      this.#send.push(outcome);
      for (const record of outcome.records) this.#now.set(record.id, record);
    }
    for (const record of change.records) this.#then.set(record.id, record);
  }

  plan(): Plan {
    const { batch, rows } = this.#refusal;
    const ids = [...new Set(batch.flatMap(({ change }) => change.records.map(({ id }) => id)))];
    return {
      rows: ids.flatMap((id) => this.#row(id) ?? []),
      gone: ids.filter((id) => rows.has(id) && !this.#now.has(id)),
      done: batch.map(({ seq }) => seq),
      send: this.#send,
      troubles: this.#troubles,
      settled: [],
    };
  }

  #row(id: string): Row | undefined {
    const current = this.#now.get(id);
    const was = this.#start.get(id);
    if (!current) return undefined;
    return { id, base: was?.rev ?? 0, current, ...(was && current.rev > was.rev ? { was } : {}) };
  }

  #again(change: Change): Change | Verdict | 'there' {
    const [mine, ...answers] = change.records;
    if (!mine) return { reason: 'refused', code: 'bad-answer' };
    const root = this.#now.get(mine.id);
    if (mine.rev > 1 && !root) return { reason: 'refused', code: this.#fell.get(mine.id) ?? 'not-now' };
    if (mine.rev === 1 && root) return isThere(change, this.#start) ? 'there' : { reason: 'held' };
    if (answers.some(({ id }) => this.#start.has(id))) return { reason: 'held', code: 'bad-answer' };
    const blind = root && this.#blind(change, mine, root);
    if (blind) return blind;
    const decided = decide(change.action, {
      kind: mine.kind,
      id: mine.id,
      community: change.community,
      root,
      input: onto(change, root, this.#then.get(mine.id)),
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
   * Words on the backend that the person had not seen must not be overwritten, nor passed by someone whose act judged other
   * words, such as a release. The author's own status acts do neither.
   */
  #blind(change: Change, mine: MilieuRecord, root: MilieuRecord): Verdict | undefined {
    const start = this.#start.get(mine.id);
    const was = this.#seen.get(mine.id);
    if (!start || (was && same(textOf(start), textOf(was)))) return undefined;
    if (editsText(mine.kind, change.action)) return same(textOf(root), textOf(mine)) ? undefined : { reason: 'held' };
    return was && root.by === change.by ? undefined : { reason: 'refused', code: 'not-now' };
  }

  #lay(change: Change, verdict: Verdict): void {
    const [root] = change.records;
    const theirs = root && this.#start.get(root.id);
    for (const { id } of change.records) if (!this.#now.has(id)) this.#fell.set(id, verdict.code ?? 'not-now');
    const earlier = this.#troubles.findIndex((other) => verdict.reason === 'held' && isLaterEdit(change, other));
    const id = this.#troubles[earlier]?.id ?? this.#refusal.mint();
    const trouble: Trouble = { id, ...verdict, change, ...(theirs ? { theirs } : {}) };
    this.#troubles.splice(earlier < 0 ? this.#troubles.length : earlier, earlier < 0 ? 0 : 1, trouble);
  }

  #answersTo(rootId: string): readonly MilieuRecord[] {
    const mine = new Set(this.#refusal.batch.flatMap(({ change }) => change.records.map(({ id }) => id)));
    const before = (this.#refusal.answers?.(rootId) ?? []).filter(({ id }) => !mine.has(id));
    return [...before, ...[...this.#now.values()].filter(({ id, about }) => mine.has(id) && about === rootId)];
  }

  #others(): Versions {
    const others = this.#refusal.others ?? new Map<string, MilieuRecord>();
    return new Map([...others].map(([id, record]) => [id, this.#now.get(id) ?? record]));
  }
}

/** A later edit of one text holds all that an earlier one of the same person held. */
function isLaterEdit(change: Change, held: Trouble): boolean {
  const [mine] = change.records;
  const [other] = held.change.records;
  const edit = (by: Change): boolean => Boolean(mine && editsText(mine.kind, by.action));
  return held.reason === 'held' && mine?.id === other?.id && edit(change) && edit(held.change);
}
