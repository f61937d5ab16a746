import { sha256 } from '@noble/hashes/sha2.js';
import { type Actor, everyAs } from '../../model/record.js';
import type { AuditEntry } from '../base/audit-types.js';
import type { AuditHeadRow, AuditRow, SealedBox } from '../storage/db-schema.js';
import type { Transaction } from '../storage/storage-adapter.js';
import { hex, randomBytes, utf8 } from './webcrypto.js';
import { toJson } from '../../model/json.js';

/** What is known of an entry before its place in the log is. */
export type AuditContent = Omit<AuditEntry, 'number' | 'hashPrev'>;

/** What somebody did, without who and when. */
export type AuditEvent = Pick<AuditEntry, 'action' | 'recordId' | 'kind'>;

export interface SealedEntry extends SealedBox {
  readonly content: AuditContent;
}

/** Entries that are kept; the oldest one is cut when there are more. */
export const maxEntries = 10_000;

/** @param now ms since 1970 */
export const auditContent = (actor: Actor, now: number, { action, recordId, kind }: AuditEvent): AuditContent => ({
  at: new Date(now).toISOString(),
  actor: actor.person,
  role: actor.as,
  action,
  ...(recordId === undefined ? {} : { recordId }),
  ...(kind === undefined ? {} : { kind }),
  salt: hex(randomBytes(16)),
});

export function isAuditContent(value: unknown): value is AuditContent {
  if (typeof value !== 'object' || value === null) return false;
  const { at, actor, role, action, salt, recordId = '', kind = '' } = value as Partial<Record<keyof AuditContent, unknown>>;
  return everyAs.includes(role as AuditContent['role']) && [at, actor, action, salt, recordId, kind].every((one) => typeof one === 'string');
}

/** The canonical form is a JSON list of the fields in this order, null for what is missing. */
export const nextHash = (hashPrev: string, { at, actor, role, action, recordId, kind, salt }: AuditContent): string =>
  hex(new Uint8Array(sha256(utf8(toJson([at, actor, role, action, recordId ?? null, kind ?? null, salt, hashPrev])))));

/**
 * Appends entries, in the transaction of what they tell of. The library hashes without a promise: the place of an entry is known only
 * here, where another tab cannot write, and a transaction does not live through WebCrypto. A hash made before would have to be made again
 * whenever another tab was quicker, and an act must not fail because of the log. So each entry costs one read and two writes, however
 * long the log is.
 */
export async function appendEntries(tx: Transaction, entries: readonly SealedEntry[], most = maxEntries): Promise<void> {
  if (entries.length === 0) return;
  let head = await endOfLog(tx);
  for (const { content, iv, box } of entries) {
    head = { seq: head.seq + 1, hash: nextHash(head.hash, content) };
    await tx.put('audit', { ...head, iv, box });
    await cut(tx, head.seq - most);
  }
  await tx.put('meta', { name: 'audit', seq: head.seq, hash: head.hash });
}

export const auditHeadIn = async (tx: Transaction): Promise<AuditHeadRow | undefined> => (await tx.get('meta', 'audit')) as AuditHeadRow | undefined;

/** What the next entry builds on. If the mark is missing or damaged, that is the last entry: an act must not fail because of the log, nor write over it. */
export async function endOfLog(tx: Transaction): Promise<Pick<AuditRow, 'seq' | 'hash'>> {
  const mark: Partial<AuditHeadRow> | undefined = await auditHeadIn(tx);
  if (mark && isPlace(mark)) return mark;
  return (await tx.all('audit')).filter(isPlace).at(-1) ?? { seq: 0, hash: '' };
}

const isPlace = (row: Partial<Pick<AuditRow, 'seq' | 'hash'>>): row is Pick<AuditRow, 'seq' | 'hash'> =>
  Number.isSafeInteger(row.seq) && typeof row.hash === 'string';

/** Leaves the hash of entry `seq`, and nothing of the one before it. */
async function cut(tx: Transaction, seq: number): Promise<void> {
  if (seq < 1) return;
  const oldest = await tx.get('audit', seq);
  if (oldest) await tx.put('audit', { seq, hash: oldest.hash });
  await tx.delete('audit', seq - 1);
}
