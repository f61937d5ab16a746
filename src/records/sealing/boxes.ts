import type { Change, MilieuRecord } from '../../model/record.js';
import { parseChange, parseRecord } from '../../model/record.schema.js';
import { MilieuError } from '../errors.js';
import type { Row } from '../law.js';
import { hex } from './webcrypto.js';
import type { Box, CursorRow, DraftRow, OutboxRow, RecordRow, Sealed, TroubleRow } from '../disk/shapes.js';
import { keysOf } from './tags.js';
import type { Trouble } from '../types.js';
import type { Vault } from './vault.js';

export interface KeptDraft {
  readonly person: string;
  readonly name: string;
  readonly value: unknown;
}
export interface KeptCursor {
  readonly person: string;
  readonly cursor: string;
}

/** Rows of the disk to what they mean, and back. Everything that opens is checked; what does not fit is `unreadable`. */
export class Boxes {
  constructor(readonly vault: Vault) {}

  async row({ id, base, was, next, ...current }: RecordRow): Promise<Row> {
    return {
      id,
      base,
      current: await this.version(id, current),
      ...(was ? { was: await this.version(id, was) } : {}),
      ...(next ? { next: await this.version(id, next) } : {}),
    };
  }

  async version(id: string, { rev, v, iv, box }: Sealed): Promise<MilieuRecord> {
    const record = parseRecord(await this.vault.open({ store: 'rows', id, rev, v }, { iv, box }));
    if (record?.id !== id || record.rev !== rev) throw new MilieuError('unreadable');
    return record;
  }

  async sealRow({ id, base, current, was, next }: Row): Promise<RecordRow> {
    return {
      id,
      base,
      ...(await this.#sealed(current)),
      keys: await keysOf(this.vault, current),
      ...(was ? { was: await this.#sealed(was) } : {}),
      ...(next ? { next: await this.#sealed(next) } : {}),
    };
  }

  async #sealed(record: MilieuRecord): Promise<Sealed> {
    const { id, rev, v } = record;
    return { rev, v, ...(await this.vault.seal({ store: 'rows', id, rev, v }, record)) };
  }

  async change(row: Pick<OutboxRow, 'key' | 'iv' | 'box'>): Promise<Change> {
    const change = parseChange(await this.vault.open({ store: 'outbox', id: row.key }, row));
    if (change?.key !== row.key) throw new MilieuError('unreadable');
    return change;
  }

  sealChange(change: Change): Promise<Box> {
    return this.vault.seal({ store: 'outbox', id: change.key }, change);
  }

  async draft(row: DraftRow): Promise<KeptDraft> {
    return (await this.vault.open({ store: 'drafts', id: row.id }, row)) as KeptDraft;
  }

  async sealDraft(draft: KeptDraft): Promise<DraftRow> {
    const id = await draftId(this.vault, draft.person, draft.name);
    return { id, ...(await this.vault.seal({ store: 'drafts', id }, draft)) };
  }

  async trouble(row: TroubleRow): Promise<Trouble> {
    const kept = (await this.vault.open({ store: 'troubles', id: row.id }, row)) as Trouble;
    const theirs = kept.theirs && parseRecord(kept.theirs);
    const change = parseChange(kept.change);
    if (!change || Boolean(theirs) !== Boolean(kept.theirs)) throw new MilieuError('unreadable');
    return { ...kept, change, ...(theirs ? { theirs } : {}) };
  }

  async sealTrouble(trouble: Trouble): Promise<TroubleRow> {
    const { id } = trouble;
    return { id, who: await whoOf(this.vault, trouble.change.by), ...(await this.vault.seal({ store: 'troubles', id }, trouble)) };
  }

  async cursor(row: CursorRow): Promise<KeptCursor> {
    return (await this.vault.open({ store: 'meta', id: row.name }, row)) as KeptCursor;
  }

  async sealCursor(kept: KeptCursor): Promise<CursorRow> {
    const name = await cursorName(this.vault, kept.person);
    return { name, ...(await this.vault.seal({ store: 'meta', id: name }, kept)) };
  }
}

const blind = async (vault: Vault, ...parts: string[]): Promise<string> => hex(await vault.tag(JSON.stringify(parts)));

/** Whose a row is, to whoever holds the root; to anyone else a number. */
export const whoOf = (vault: Vault, person: string): Promise<string> => blind(vault, 'who', person);
export const draftId = (vault: Vault, person: string, name: string): Promise<string> => blind(vault, 'draft', person, name);
export const cursorName = (vault: Vault, person: string): Promise<string> => blind(vault, 'cursor', person);
