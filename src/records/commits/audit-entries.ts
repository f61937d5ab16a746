import { codeOf } from '../base/errors.js';
import type { OpenSession, StoreContext } from '../context/store-context.js';
import { appendEntries, auditContent, type AuditEvent, type SealedEntry } from '../crypto/audit-chain.js';
import { assertCurrentKey } from '../crypto/key-storage.js';

/** An entry of the log for what the person does now, sealed before the transaction that appends it. */
export const sealedEntry = ({ actor, clock }: StoreContext, { codec }: OpenSession, event: AuditEvent): Promise<SealedEntry> =>
  codec.sealEntry(auditContent(actor, clock.now(), event));

/** For an act that only reads: the entry is its one write. A database that can only be read has none. @throws MilieuError `locked`, `connection` */
export async function addEntry(context: StoreContext, event: AuditEvent): Promise<void> {
  if (context.storage.isReadOnly) return;
  const session = context.session();
  await orWithoutEntries(context, [await sealedEntry(context, session, event)], (entries) =>
    context.storage.run(['audit', 'meta'], 'strict', async (tx) => {
      await assertCurrentKey(tx, session);
      await appendEntries(tx, entries);
    }),
  );
}

/**
 * Runs work that frees space or makes a copy. On a full disk these are the way out, so they go on without their entry, and the host is told
 * `quota`.
 */
export async function orWithoutEntries<T, E>(context: StoreContext, entries: readonly E[], work: (entries: readonly E[]) => Promise<T>): Promise<T> {
  try {
    return await work(entries);
  } catch (error) {
    if (codeOf(error) !== 'quota' || entries.length === 0) throw error;
    const done = await work([]);
    context.report({ code: 'quota' });
    return done;
  }
}
