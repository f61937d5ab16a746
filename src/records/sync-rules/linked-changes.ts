/** The fields of an outbox row that decide the order. They are not encrypted. */
export interface QueuedIds {
  readonly seq: number;
  readonly ids: readonly string[];
}

/** Whether no earlier row shares a record with this one. Then it may be sent, also before earlier rows about other records. */
export const isFirstInQueue = (queue: readonly QueuedIds[], one: QueuedIds): boolean =>
  !queue.some((other) => other.seq < one.seq && shares(other.ids, new Set(one.ids)));

/**
 * The numbers of row `seq` and of all later rows that share a record with it, directly or through another of them, in order. They
 * leave the outbox together. Empty if row `seq` does not exist.
 */
export function linkedChanges(queue: readonly QueuedIds[], seq: number): readonly number[] {
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
