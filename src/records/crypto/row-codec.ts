import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { parseChange, parseRecord } from '../../model/record.schema.js';
import { parseAnyChange, parseAnyRecord } from '../../model/unknown-version.schema.js';
import { MilieuError } from '../base/errors.js';
import type { RecordState } from '../sync-rules/index.js';
import { hex } from './webcrypto.js';
import type { AsideRow, AuditRow, SealedBox, CursorRow, DraftRow, OutboxRow, RecordRow, SealedVersion, ConflictRow } from '../storage/db-schema.js';
import { type AuditContent, isAuditContent, type SealedEntry } from './audit-chain.js';
import { indexKeysOf } from './blind-tags.js';
import type { Trouble } from '../base/types.js';
import type { CipherContext } from './cipher-context.js';
import { toJson } from '../../model/json.js';

export interface DraftContent {
  readonly person: string;
  readonly name: string;
  readonly value: unknown;
}
export interface CursorContent {
  readonly person: string;
  readonly cursor: string;
}

/** What is kept aside: as it came, with only the fields validated that all records and changes share. */
export type AsideContent = { readonly record: MilieuRecord } | { readonly change: Change };

/** Decrypts and validates the rows of the database, and encrypts new ones. @throws MilieuError `unreadable` for what is not valid */
export class RowCodec {
  /** Which gesture the drafts are of that were sealed or opened here, by the id of their rows. */
  readonly #gestures = new Map<string, { readonly iv: string; readonly key: unknown }>();

  constructor(readonly cipher: CipherContext) {}

  async row({ id, base, was, next, ...current }: RecordRow): Promise<RecordState> {
    return {
      id,
      confirmedRev: base,
      current: await this.version(id, current),
      ...(was ? { ancestor: await this.version(id, was) } : {}),
      ...(next ? { pendingRemote: await this.version(id, next) } : {}),
    };
  }

  async version(id: string, { rev, v, iv, box }: SealedVersion): Promise<MilieuRecord> {
    const record = parseRecord(await this.cipher.open({ store: 'rows', id, rev, v }, { iv, box }));
    if (record?.id !== id || record.rev !== rev) throw new MilieuError('unreadable');
    return record;
  }

  async sealRow({ id, confirmedRev: base, current, ancestor: was, pendingRemote: next }: RecordState): Promise<RecordRow> {
    return {
      id,
      base,
      ...(await this.#sealed(current)),
      keys: await indexKeysOf(this.cipher, current),
      ...(was ? { was: await this.#sealed(was) } : {}),
      ...(next ? { next: await this.#sealed(next) } : {}),
    };
  }

  async #sealed(record: MilieuRecord): Promise<SealedVersion> {
    const { id, rev, v } = record;
    return { rev, v, ...(await this.cipher.seal({ store: 'rows', id, rev, v }, record)) };
  }

  async change(row: Pick<OutboxRow, 'key' | 'iv' | 'box'>): Promise<Change> {
    const change = parseChange(await this.cipher.open({ store: 'outbox', id: row.key }, row));
    if (change?.key !== row.key) throw new MilieuError('unreadable');
    return change;
  }

  sealChange(change: Change): Promise<SealedBox> {
    return this.cipher.seal({ store: 'outbox', id: change.key }, change);
  }

  async draft(row: DraftRow): Promise<DraftContent> {
    const draft = (await this.cipher.open({ store: 'drafts', id: row.id }, row)) as DraftContent;
    this.#gestures.set(row.id, { iv: hex(row.iv), key: keyOf(draft) });
    return draft;
  }

  async sealDraft(draft: DraftContent): Promise<DraftRow> {
    const id = await draftId(this.cipher, draft.person, draft.name);
    const box = await this.cipher.seal({ store: 'drafts', id }, draft);
    this.#gestures.set(id, { iv: hex(box.iv), key: keyOf(draft) });
    return { id, ...box };
  }

  /** The idempotency key that a draft names, undefined where it names none. Opens the row only if another tab has sealed it. */
  async draftKey(row: DraftRow): Promise<unknown> {
    const known = this.#gestures.get(row.id);
    return known?.iv === hex(row.iv) ? known.key : keyOf(await this.draft(row));
  }

  async conflict(row: ConflictRow): Promise<Trouble> {
    const kept = (await this.cipher.open({ store: 'troubles', id: row.id }, row)) as Trouble;
    const theirs = kept.theirs && parseRecord(kept.theirs);
    const change = parseChange(kept.change);
    if (!change || Boolean(theirs) !== Boolean(kept.theirs)) throw new MilieuError('unreadable');
    return { ...kept, change, ...(theirs ? { theirs } : {}) };
  }

  async sealConflict(trouble: Trouble): Promise<ConflictRow> {
    const { id } = trouble;
    return { id, who: await personTag(this.cipher, trouble.change.by), ...(await this.cipher.seal({ store: 'troubles', id }, trouble)) };
  }

  async aside({ id, rev, iv, box }: AsideRow): Promise<AsideContent> {
    const kept = (await this.cipher.open({ store: 'aside', id, rev }, { iv, box })) as Partial<Record<string, unknown>>;
    const [record, change] = [parseAnyRecord(kept['record']), parseAnyChange(kept['change'])];
    const content = record ? { record } : change && { change };
    if (!content || asideId(content) !== id) throw new MilieuError('unreadable');
    return content;
  }

  async sealAside(content: AsideContent): Promise<AsideRow> {
    const id = asideId(content);
    const rev = 'record' in content ? content.record.rev : content.change.records[0]!.rev;
    return { id, rev, ...(await this.cipher.seal({ store: 'aside', id, rev }, content)) };
  }

  async cursor(row: CursorRow): Promise<CursorContent> {
    return (await this.cipher.open({ store: 'meta', id: row.name }, row)) as CursorContent;
  }

  async sealCursor(kept: CursorContent): Promise<CursorRow> {
    const name = await cursorName(this.cipher, kept.person);
    return { name, ...(await this.cipher.seal({ store: 'meta', id: name }, kept)) };
  }

  /** @throws MilieuError `unreadable`, also for the place of an entry that was cut */
  async entry({ iv, box }: Pick<AuditRow, 'iv' | 'box'>): Promise<AuditContent> {
    const content = iv && box && (await this.cipher.open(entryAddress, { iv, box }));
    if (!isAuditContent(content)) throw new MilieuError('unreadable');
    return content;
  }

  async sealEntry(content: AuditContent): Promise<SealedEntry> {
    return { content, ...(await this.cipher.seal(entryAddress, content)) };
  }
}

/** Where an entry stands is known only inside the transaction; the chain of hashes says it. */
const entryAddress = { store: 'audit', id: 'entry' } as const;

const keyOf = ({ value }: DraftContent): unknown => (typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined);

const blind = async (cipher: CipherContext, ...parts: string[]): Promise<string> => hex(await cipher.tag(toJson(parts)));

/** How the ids of changes that are kept aside begin. Those of records are UUIDs. */
const asideChange = 'change:';
/** The ids of changes that are kept aside. Keys of changes are hexadecimal. */
export const asideChanges = { from: asideChange, to: `${asideChange}g` };
const asideId = (content: AsideContent): string => ('record' in content ? content.record.id : asideChange + content.change.key);

/** The blind tag of a person, which marks whose row it is. */
export const personTag = (cipher: CipherContext, person: string): Promise<string> => blind(cipher, 'who', person);
export const draftId = (cipher: CipherContext, person: string, name: string): Promise<string> => blind(cipher, 'draft', person, name);
export const cursorName = (cipher: CipherContext, person: string): Promise<string> => blind(cipher, 'cursor', person);
