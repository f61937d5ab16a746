import type { AuditCheck, AuditEntry } from '../base/audit-types.js';
import { isUnreadable } from '../base/errors.js';
import type { Records } from '../base/types.js';
import { internalsOf } from '../context/internals.js';
import { type OpenSession, pinnedToSession, type StoreContext } from '../context/store-context.js';
import { type AuditContent, auditHeadIn, nextHash } from '../crypto/audit-chain.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import type { AuditHeadRow, AuditRow } from '../storage/db-schema.js';

const pageSize = 200;

interface Page {
  readonly rows: readonly AuditRow[];
  readonly head: AuditHeadRow | undefined;
}

/**
 * Reads the log of acts on this device, oldest first. Each act of a person here appended one entry in the transaction that stored it: what
 * was made or changed, each copy (`export`), each page of a copy that was read in (`import`) or of records that were removed (`remove`), each choice in the
 * list of what could not be sent, and a change of the key. What the backend sent or answered, drafts, and what was only read are not in it. An entry
 * has ids and words of the tables, never text of a person.
 *
 * The log keeps the newest 10,000 entries. `purge`, and a fresh start after a damaged key, empty it: no id stays. `removeRecords` leaves the entries about
 * the records. In a database that people share it has the acts of all of them, so show it only to staff. To keep it for longer, send the entries
 * to your backend, and ask for those `after` the last one that it has.
 *
 * An entry that cannot be decrypted is left out; its number is missing, and `verifyAudit` names it. On a full disk, a copy and a removal go on without their
 * entry, and `milieu-error` is `quota`.
 *
 * @param records an open store
 * @param reading `after`: the number of an entry; only those behind it are read. Default 0
 * @throws MilieuError `locked` (also if the key was changed while it was read: begin again), `closed`, `connection`
 */
export async function* auditLog(records: Records, { after = 0 }: { readonly after?: number } = {}): AsyncGenerator<AuditEntry> {
  const context = pinnedToSession(await internalsOf(records).context());
  let last: AuditRow | undefined;
  for (let page: Page | undefined; !page || page.rows.length === pageSize;) {
    page = await pageFrom(context, last ? last.seq + 1 : after); // from `after` itself, because of its hash
    for (const row of page.rows) {
      const content = row.seq > after && row.box ? await contentOf(context.session(), row) : undefined;
      if (content) yield { number: row.seq, ...content, hashPrev: last?.hash ?? '' };
      last = row;
    }
  }
}

/**
 * Checks the log of acts against itself: each entry against its hash, which builds on the entry before it, and the end against the mark of
 * the last entry.
 *
 * **It shows accidental change only**: damage, a lost row, an edit by hand. Whoever can use the device can write the whole log anew, and it will
 * be ok. The names and roles in it are those that the page claimed. It proves nothing about a person.
 *
 * @param records an open store
 * @returns `ok`, how many entries were read, and the number of the first that does not fit. A log that was never written is ok
 * @throws MilieuError `locked` (also if the key was changed meanwhile: ask again), `closed`, `connection`
 */
export async function verifyAudit(records: Records): Promise<AuditCheck> {
  const context = pinnedToSession(await internalsOf(records).context());
  let end = { seq: 0, hash: '' };
  let entries = 0;
  const broken = (brokenAt: number): AuditCheck => ({ ok: false, entries, brokenAt });
  for (let page: Page | undefined; !page || page.rows.length === pageSize;) {
    const isFirst = !page;
    page = await pageFrom(context, end.seq + 1);
    for (const [at, row] of page.rows.entries()) {
      if (isFirst && at === 0 && !row.box) {
        end = row; // the place of the last entry that was cut
        continue;
      }
      if (row.seq !== end.seq + 1) return broken(end.seq + 1);
      const content = await contentOf(context.session(), row);
      if (!content || nextHash(end.hash, content) !== row.hash) return broken(row.seq);
      end = row;
      entries += 1;
    }
    if (page.rows.length < pageSize && ((page.head?.seq ?? 0) !== end.seq || (page.head?.hash ?? '') !== end.hash)) return broken(end.seq + 1);
  }
  return { ok: true, entries };
}

/** With the end of the log as it was in the same moment. */
function pageFrom(context: StoreContext, seq: number): Promise<Page> {
  const opened = context.session();
  return context.storage.run(['audit', 'meta'], 'read', async (tx) => {
    await assertCurrentKey(tx, opened);
    return { rows: await tx.all('audit', { from: seq, limit: pageSize }), head: await auditHeadIn(tx) };
  });
}

async function contentOf({ codec }: OpenSession, row: AuditRow): Promise<AuditContent | undefined> {
  try {
    return await codec.entry(row);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
