import { same, textOf } from '../../../src/model/decide.js';
import { kinds } from '../../../src/model/kinds/tables.js';
import type { Change } from '../../../src/model/change.js';
import type { Data, MilieuRecord } from '../../../src/model/record.js';

/** Acts that judge another person's text: on the server the text must be the one that the person saw. */
const judging = new Set(['release', 'return', 'withhold', 'retract']);

/** Every text that people typed, what they discarded, and what went wrong. It does not use the rules that it tests. */
export class Ledger {
  readonly faults: string[] = [];
  readonly counts = { changes: 0, conflicts: 0, replayed: 0, held: 0, refused: 0, settled: 0 };
  readonly #typed = new Set<string>();
  readonly #discarded = new Set<string>();
  /** The text that was seen, by the id of the answer of the act. */
  readonly #seen = new Map<string, Data>();

  fault(what: string): void {
    this.faults.push(what);
  }

  /** A person acted on `root`, with the text that was on their screen. */
  acted(change: Change, root: MilieuRecord | undefined): void {
    for (const word of change.records.flatMap(wordsOf)) this.#typed.add(word);
    const answer = change.records[1];
    if (root && answer && judging.has(change.action)) this.#seen.set(answer.id, textOf(root));
    if (root && change.action === 'rewrite') this.discard([root]);
  }

  discard(records: readonly MilieuRecord[]): void {
    for (const word of records.flatMap(wordsOf)) this.#discarded.add(word);
  }

  /** The server is about to replace `before` by `change`. */
  accepted(change: Change, before: ReadonlyMap<string, MilieuRecord>): void {
    this.counts.changes += 1;
    for (const record of change.records) {
      const old = before.get(record.id);
      const left = old ? wordsOf(old).filter((word) => !wordsOf(record).includes(word) && !this.#discarded.has(word)) : [];
      if (left.length > 0) this.fault(`${change.action} dropped ${left.join()}`);
      if (record.rev !== (old?.rev ?? 0) + 1) this.fault(`${change.action} went from rev ${old?.rev ?? 0} to ${record.rev}`);
    }
    const [root, answer] = change.records;
    const old = root && before.get(root.id);
    if (root && !mayStep(root, change.action, old?.status)) this.fault(`${change.action} went from ${old?.status ?? 'nothing'} to ${root.status}`);
    if (old && answer && judging.has(change.action) && !same(this.#seen.get(answer.id), textOf(old)))
      this.fault(`${change.action} of words nobody had read`);
  }

  /** Typed text that is not stored anywhere and was not discarded. */
  lost(kept: readonly MilieuRecord[]): readonly string[] {
    const there = new Set(kept.flatMap(wordsOf));
    return [...this.#typed].filter((word) => !there.has(word) && !this.#discarded.has(word));
  }
}

export const wordsOf = ({ data }: MilieuRecord): readonly string[] =>
  [data['saw'], data['note']].filter((word): word is string => typeof word === 'string' && word !== '');

function mayStep({ kind, status }: MilieuRecord, action: string, from: string | undefined): boolean {
  const row = kinds[kind]?.transitions[action];
  return Boolean(row && (from === undefined ? row.from.length === 0 : row.from.includes(from)) && (row.to.length === 0 || row.to.includes(status)));
}
