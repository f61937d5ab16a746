import { same, textOf } from '../../../src/model/decide.js';
import { kinds } from '../../../src/model/kinds.js';
import type { Change, Data, MilieuRecord } from '../../../src/model/record.js';

/** Acts that judge somebody else's words: each must meet on the server the words that its person had before their eyes. */
const judging = new Set(['release', 'return', 'withhold', 'retract']);

/** Every word that people typed, what they let go of, and what went wrong. It knows nothing of the law it watches over. */
export class Ledger {
  readonly faults: string[] = [];
  readonly counts = { changes: 0, conflicts: 0, replayed: 0, held: 0, refused: 0, settled: 0 };
  readonly #typed = new Set<string>();
  readonly #discarded = new Set<string>();
  /** By the id of the answer that came with the judgement. */
  readonly #seen = new Map<string, Data>();

  fault(what: string): void {
    this.faults.push(what);
  }

  /** A person acted on `root`, with the words that stood there on their screen. */
  acted(change: Change, root: MilieuRecord | undefined): void {
    for (const word of change.records.flatMap(wordsOf)) this.#typed.add(word);
    const answer = change.records[1];
    if (root && answer && judging.has(change.action)) this.#seen.set(answer.id, textOf(root));
    if (root && change.action === 'rewrite') this.discard([root]);
  }

  discard(records: readonly MilieuRecord[]): void {
    for (const word of records.flatMap(wordsOf)) this.#discarded.add(word);
  }

  /** The server is about to store `change` in the place of `before`. */
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

  /** Words that are nowhere any more. */
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
