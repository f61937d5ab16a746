import { RowCodec, personTag } from './row-codec.js';
import type { Clock } from '../base/clock.js';
import { isUnreadable, MilieuError } from '../base/errors.js';
import {
  assertCurrentKey,
  createRootKeyRow,
  endedKeyRow,
  isEndedKeyRow,
  type OpenedKey,
  openRootKey,
  readOrCreateRootKey,
  readRootKey,
  rootKeyIn,
} from './key-storage.js';
import { type Cipher, hex, randomBytes } from './webcrypto.js';
import type { CursorRow, OutboxRow, RootKeyRow, DbSchema, StoreName } from '../storage/db-schema.js';
import type { StorageAdapter, Transaction } from '../storage/storage-adapter.js';
import type { Key } from '../base/types.js';
import { createCipherContext, rootKeyLength } from './cipher-context.js';
import type { TaskProgress, TaskRunner } from '../tasks/task-runner.js';

const every: StoreName[] = ['rows', 'outbox', 'drafts', 'troubles', 'meta'];
const rotationMs = 60_000;

/** How far somebody gets with the key that was given, or with none. */
export type OpenResult = { readonly held: OpenedKey; readonly anew: boolean } | { readonly locked: RootKeyRow['mode'] | 'none' };

/**
 * Opens the root, or makes it. Given a key where the device kept the root unlocked, everything is sealed anew under a new one.
 * `wait`: without a key nothing is opened or made.
 * @throws MilieuError `wrong-key`, `weak-key`, `cancelled`
 */
export async function openKey(
  { storage, cipher }: { readonly storage: StorageAdapter; readonly cipher: Cipher },
  clock: Clock,
  tasks: TaskRunner,
  key: Key | undefined,
  wait: boolean,
): Promise<OpenResult> {
  const there = await readRootKey(storage);
  if (key === undefined && (wait || there?.wrapped)) return { locked: there?.mode ?? 'none' };
  const { row, held } = await tasks.run('unlock', async (progress) => {
    const root = there ?? (await readOrCreateRootKey(storage, cipher, key, progress));
    return { row: root, held: root.wrapped && key === undefined ? undefined : await openRootKey(cipher, root, key, progress) };
  });
  if (!held) return { locked: row.mode };
  if (key === undefined || row.mode !== 'device') return { held, anew: false };
  return { held: await tasks.run('seal', (progress) => rotateKey(storage, cipher, clock, held, key, progress)), anew: true };
}

type All = { [S in Exclude<StoreName, 'meta'>]: DbSchema[S][] } & { cursors: CursorRow[] };

/**
 * Encrypts everything with a new root key, which `key` wraps. It does not wrap the old root key, because the raw bytes of that may stay
 * on the disk after they are overwritten. While it runs, no tab can write. It ends in one transaction, and can be cancelled until that
 * starts: then nothing has changed.
 * @throws MilieuError `cancelled`, `weak-key`, `locked`
 */
export async function rotateKey(
  storage: StorageAdapter,
  cipher: Cipher,
  clock: Clock,
  opened: OpenedKey,
  key: Key,
  progress: TaskProgress,
): Promise<OpenedKey> {
  const token = hex(randomBytes(8));
  const root = randomBytes(rootKeyLength);
  const row = await createRootKeyRow(cipher, root, key, progress);
  const fresh: OpenedKey = { gen: row.gen, mode: row.mode, cipher: await createCipherContext(cipher, root) };
  await storage.run(['meta'], 'strict', (tx) => beginRotation(tx, opened, clock, token));
  try {
    const all = await storage.run(every, 'read', readAll);
    const of = Object.values(all).flat().length;
    let until = clock.now() + rotationMs;
    let done = 0;
    const sealed = await resealAll(all, new RowCodec(opened.cipher), new RowCodec(fresh.cipher), async () => {
      await progress.step(done++, of);
      if (clock.now() < until - rotationMs / 2) return;
      until = clock.now() + rotationMs;
      await storage.run(['meta'], 'strict', (tx) => extendRotation(tx, token, until));
    });
    await progress.step(of, of);
    progress.commit();
    await storage.run(every, 'strict', (tx) => writeAll(tx, sealed, row, token));
  } catch (error) {
    await storage.run(['meta'], 'strict', (tx) => cancelRotation(tx, opened, token));
    throw error;
  }
  return fresh;
}

async function writeAll(tx: Transaction, sealed: All, row: RootKeyRow, token: string): Promise<void> {
  if ((await rootKeyIn(tx))?.changing?.token !== token) throw new MilieuError('locked');
  for (const name of ['drafts', 'troubles'] as const) for (const old of await tx.all(name)) await tx.delete(name, old.id);
  for (const old of (await tx.all('meta')).filter(isCursor)) await tx.delete('meta', old.name);
  for (const one of sealed.rows) await tx.put('rows', one);
  for (const one of sealed.outbox) await tx.put('outbox', one);
  for (const one of sealed.drafts) await tx.put('drafts', one);
  for (const one of sealed.troubles) await tx.put('troubles', one);
  for (const one of sealed.cursors) await tx.put('meta', one);
  await tx.put('meta', row);
}

/** Extends the time in which other tabs cannot write. @throws MilieuError `locked` if another tab has taken over */
async function extendRotation(tx: Transaction, token: string, until: number): Promise<void> {
  const row = await rootKeyIn(tx);
  if (row?.changing?.token !== token) throw new MilieuError('locked');
  await tx.put('meta', { ...row, changing: { token, until } });
}

/** Lets other tabs write again, with the old root key. */
async function cancelRotation(tx: Transaction, held: OpenedKey, token: string): Promise<void> {
  const row = await rootKeyIn(tx);
  if (row?.changing?.token !== token) return;
  const { changing: _over, ...rest } = row;
  await tx.put('meta', rest);
  await tx.delete('meta', endedKeyRow(held).name);
}

async function beginRotation(tx: Transaction, opened: OpenedKey, clock: Clock, token: string): Promise<void> {
  await assertCurrentKey(tx, opened, clock);
  const row = await rootKeyIn(tx);
  if (row) await tx.put('meta', { ...row, changing: { token, until: clock.now() + rotationMs } });
  await tx.put('meta', endedKeyRow(opened));
}

const isCursor = (row: DbSchema['meta']): row is CursorRow => row.name !== 'root' && !isEndedKeyRow(row);

async function readAll(tx: Transaction): Promise<All> {
  const cursors = (await tx.all('meta')).filter(isCursor);
  return { rows: await tx.all('rows'), outbox: await tx.all('outbox'), drafts: await tx.all('drafts'), troubles: await tx.all('troubles'), cursors };
}

async function resealAll(all: All, from: RowCodec, to: RowCodec, next: () => Promise<void>): Promise<All> {
  const each = async <R>(rows: readonly R[], reseal: (row: R) => Promise<R>): Promise<R[]> => resealEach(rows, reseal, next);
  return {
    rows: await each(all.rows, async (row) => to.sealRow(await from.row(row))),
    outbox: await each(all.outbox, (row) => resealOutboxRow(row, from, to)),
    drafts: await each(all.drafts, async (row) => to.sealDraft(await from.draft(row))),
    troubles: await each(all.troubles, async (row) => to.sealConflict(await from.conflict(row))),
    cursors: await each(all.cursors, async (row) => to.sealCursor(await from.cursor(row))),
  };
}

/** Encrypts each row again. A row that cannot be decrypted is kept unchanged: nothing is deleted because it is unreadable. */
async function resealEach<R>(rows: readonly R[], reseal: (row: R) => Promise<R>, next: () => Promise<void>): Promise<R[]> {
  const done: R[] = [];
  for (const row of rows) {
    await next();
    try {
      done.push(await reseal(row));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      done.push(row);
    }
  }
  return done;
}

async function resealOutboxRow(row: OutboxRow, from: RowCodec, to: RowCodec): Promise<OutboxRow> {
  const change = await from.change(row);
  const who = await personTag(to.cipher, change.by);
  return { ...row, ...(await to.sealChange(change)), who, ...(row.turn ? { turn: [who, row.turn[1], row.turn[2]] as const } : {}) };
}
