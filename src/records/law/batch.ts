/** An outbox row as far as order is concerned: its number and the ids of its records, which stand in clear. */
export interface Queued {
  readonly seq: number;
  readonly ids: readonly string[];
}

/** Whether no earlier row shares a record with this one, so that it may be sent. Others overtake. */
export const isHead = (queue: readonly Queued[], one: Queued): boolean =>
  !queue.some((other) => other.seq < one.seq && shares(other.ids, new Set(one.ids)));

/**
 * The numbers of `seq` and of all later rows that share a record with it, directly or through another of them, in order:
 * what leaves the outbox together. Empty where `seq` has gone.
 */
export function batchOf(queue: readonly Queued[], seq: number): readonly number[] {
  const touched = new Set<string>();
  const batch: number[] = [];
  for (const row of [...queue].sort((a, b) => a.seq - b.seq)) {
    if (row.seq !== seq && (row.seq < seq || !shares(row.ids, touched))) continue;
    batch.push(row.seq);
    for (const id of row.ids) touched.add(id);
  }
  return batch[0] === seq ? batch : [];
}

const shares = (ids: readonly string[], touched: ReadonlySet<string>): boolean => ids.some((id) => touched.has(id));
