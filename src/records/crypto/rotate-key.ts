import { codeOf, MilieuError } from '../base/errors.js';
import type { GivenKey, Key, SessionKey } from '../base/types.js';
import type { RootKeyRow } from '../storage/db-schema.js';
import type { StorageAdapter, Successor, Transaction } from '../storage/storage-adapter.js';
import type { TaskProgress, TaskRunner } from '../tasks/task-runner.js';
import { appendEntries, type AuditContent, endOfLog, type SealedEntry } from './audit-chain.js';
import { createCipherContext, rootKeyLength } from './cipher-context.js';
import { assertSound, wellFormedRootKey } from './damaged-key.js';
import {
  allStores,
  createRootKeyRow,
  endedKeyRow,
  type OpenedKey,
  openRootKey,
  readOrCreateRootKey,
  readRootKey,
  rootKeyIn,
  withSum,
} from './key-storage.js';
import { RecordCopy } from './record-copy.js';
import { RowCodec } from './row-codec.js';
import { heldBy, isSessionKey } from './session-key.js';
import { type Cipher, hex, randomBytes } from './webcrypto.js';

/** How far somebody gets with the key that was given, or with none. */
export type OpenResult = { readonly held: OpenedKey; readonly anew: boolean } | { readonly locked: RootKeyRow['mode'] | 'none' };

interface Place {
  readonly storage: StorageAdapter;
  readonly cipher: Cipher;
}

interface Opening {
  /** Without a key nothing is opened or made. */
  readonly wait: boolean;
  /** The root that is open, which is to be left for one that the key wraps. */
  readonly from?: OpenedKey | undefined;
  /** What the log says of a change of the key. */
  readonly entry: () => AuditContent;
}

/**
 * Opens the root, or makes it. Given a key where the device kept the root unlocked, everything is sealed anew under a new one.
 * @throws MilieuError `wrong-key`, `weak-key`, `damaged-key`, `newer-schema`, `cancelled`
 */
export async function openKey(place: Place, tasks: TaskRunner, key: GivenKey, opening: Opening): Promise<OpenResult> {
  const { storage, cipher } = place;
  if (isSessionKey(key)) return openAgain(storage, key);
  if (storage.isReadOnly && opening.from) throw new MilieuError('newer-schema');
  if (storage.isReadOnly) return openToRead(place, tasks, key);
  const { wait, from, entry } = opening;
  const move = async (held: OpenedKey, to: Key): Promise<OpenResult> => {
    try {
      return { held: await tasks.run('seal', (progress) => rotateKey(place, held, to, progress, entry())), anew: true };
    } catch (error) {
      storage.relocate();
      throw error;
    }
  };
  if (from && key !== undefined) return move(from, key);
  const there = await storage.run(allStores, 'read', wellFormedRootKey);
  if (key === undefined && (wait || there?.wrapped)) return { locked: there?.mode ?? 'none' };
  const { row, held } = await tasks.run('unlock', async (progress) => {
    const root = there ?? (await readOrCreateRootKey(storage, cipher, key, progress));
    const isLocked = root.wrapped && key === undefined;
    return { row: root, held: isLocked ? undefined : await openRootKey(cipher, root, key, progress) };
  });
  if (!held) return { locked: row.mode };
  await assertSound(place, row, held);
  if (key === undefined || row.mode !== 'device') return { held, anew: false };
  try {
    return await move(held, key);
  } catch (error) {
    if (codeOf(error) === 'cancelled' || (await readRootKey(storage))?.gen === row.gen) throw error;
    return openKey(place, tasks, key, opening); // another tab was quicker
  }
}

/** Without a passphrase: the root that is open on this page, if it is still the one that counts. */
async function openAgain(storage: StorageAdapter, key: SessionKey): Promise<OpenResult> {
  const [held, row] = [heldBy(key), await readRootKey(storage)];
  return held && row?.gen === held.gen ? { held, anew: false } : { locked: 'passphrase' };
}

/**
 * Opens what a newer version has made, and changes nothing. What does not open then is not damaged: this version does not know how.
 * @throws MilieuError `newer-schema`, `wrong-key`, `cancelled`
 */
async function openToRead(place: Place, tasks: TaskRunner, key: Key | undefined): Promise<OpenResult> {
  try {
    const row = await readRootKey(place.storage);
    if (!row || (key !== undefined && row.mode === 'device')) throw new MilieuError('newer-schema');
    if (key === undefined && row.wrapped) return { locked: row.mode };
    const held = await tasks.run('unlock', (progress) => openRootKey(place.cipher, row, key, progress));
    await assertSound(place, row, held);
    return { held, anew: false };
  } catch (error) {
    const code = codeOf(error);
    throw code === 'wrong-key' || code === 'cancelled' ? error : new MilieuError('newer-schema');
  }
}

/**
 * Moves everything into a new database with a new root key, which `key` wraps. It neither wraps the old root key nor writes in the old
 * database, because the bytes of that may stay on the disk. Tabs go on writing meanwhile. One transaction of the old database decides: before
 * it nothing has changed, and it can be cancelled; after it the store is in the new one. The old one is deleted then.
 * @throws MilieuError `cancelled`, `weak-key`, `locked` if another tab has changed the key
 */
export async function rotateKey(
  { storage, cipher }: Place,
  opened: OpenedKey,
  key: Key,
  progress: TaskProgress,
  content: AuditContent,
): Promise<OpenedKey> {
  const root = randomBytes(rootKeyLength);
  const made = await createRootKeyRow(cipher, root, key, progress);
  const { gen, mode } = made;
  const fresh: OpenedKey = { gen, mode, origin: opened.origin, isOld: false, cipher: await createCipherContext(cipher, root) };
  const next = await storage.makeSuccessor();
  try {
    const row = await withSum(cipher, { ...made, origin: opened.origin, of: next.of });
    const codec = new RowCodec(fresh.cipher);
    const entry = await codec.sealEntry(content);
    const copy = new RecordCopy({ storage, codec: new RowCodec(opened.cipher) }, { storage: next.storage, codec });
    await copy.update(progress);
    progress.commit();
    while (!(await moveStore(storage, next, row, opened, copy, entry))) await copy.update(progress);
  } finally {
    await next.end();
  }
  return fresh;
}

/** What another tab appended to the old log since the last try lies here in the place of this entry, and the end of the log before it. */
async function appendOnce(tx: Transaction, entry: SealedEntry): Promise<void> {
  const last = await tx.get('audit', (await endOfLog(tx)).seq);
  if (!last?.iv || hex(last.iv) !== hex(entry.iv)) await appendEntries(tx, [entry]);
}

/** Moves the store, unless something was written since it was copied. The new database is on the disk before. */
async function moveStore(
  storage: StorageAdapter,
  next: Successor,
  row: RootKeyRow,
  opened: OpenedKey,
  copy: RecordCopy,
  entry: SealedEntry,
): Promise<boolean> {
  await next.storage.run(['audit', 'meta'], 'strict', async (tx) => {
    await tx.put('meta', row);
    await appendOnce(tx, entry);
  });
  return storage.run(allStores, 'strict', async (tx) => {
    const gen = (await rootKeyIn(tx))?.gen;
    if (gen === row.gen) return true; // it had moved before the connection was lost
    if (gen !== opened.gen) throw new MilieuError('locked');
    if (!(await copy.isCurrent(tx))) return false;
    for (const store of allStores) await tx.clear(store);
    await tx.put('meta', { name: 'moved', to: next.name });
    await tx.put('meta', endedKeyRow(opened));
    return true;
  });
}
