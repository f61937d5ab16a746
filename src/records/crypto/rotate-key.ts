import { codeOf, MilieuError } from '../base/errors.js';
import type { Key } from '../base/types.js';
import type { RootKeyRow } from '../storage/db-schema.js';
import type { StorageAdapter, Successor } from '../storage/storage-adapter.js';
import type { TaskProgress, TaskRunner } from '../tasks/task-runner.js';
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
import { type Cipher, randomBytes } from './webcrypto.js';

/** How far somebody gets with the key that was given, or with none. */
export type OpenResult = { readonly held: OpenedKey; readonly anew: boolean } | { readonly locked: RootKeyRow['mode'] | 'none' };

interface Place {
  readonly storage: StorageAdapter;
  readonly cipher: Cipher;
}

/**
 * Opens the root, or makes it. Given a key where the device kept the root unlocked, everything is sealed anew under a new one.
 * `wait`: without a key nothing is opened or made.
 * @throws MilieuError `wrong-key`, `weak-key`, `damaged-key`, `cancelled`
 */
export async function openKey(place: Place, tasks: TaskRunner, key: Key | undefined, wait: boolean): Promise<OpenResult> {
  const { storage, cipher } = place;
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
    return { held: await tasks.run('seal', (progress) => rotateKey(place, held, key, progress)), anew: true };
  } catch (error) {
    storage.relocate();
    if (codeOf(error) === 'cancelled' || (await readRootKey(storage))?.gen === row.gen) throw error;
    return openKey(place, tasks, key, wait); // another tab was quicker
  }
}

/**
 * Moves everything into a new database with a new root key, which `key` wraps. It neither wraps the old root key nor writes in the old
 * database, because the bytes of that may stay on the disk. Tabs go on writing meanwhile. One transaction of the old database decides: before
 * it nothing has changed, and it can be cancelled; after it the store is in the new one. The old one is deleted then.
 * @throws MilieuError `cancelled`, `weak-key`, `locked` if another tab has changed the key
 */
export async function rotateKey({ storage, cipher }: Place, opened: OpenedKey, key: Key, progress: TaskProgress): Promise<OpenedKey> {
  const root = randomBytes(rootKeyLength);
  const made = await createRootKeyRow(cipher, root, key, progress);
  const { gen, mode } = made;
  const fresh: OpenedKey = { gen, mode, origin: opened.origin, isOld: false, cipher: await createCipherContext(cipher, root) };
  const next = await storage.makeSuccessor();
  try {
    const row = await withSum(cipher, { ...made, origin: opened.origin, of: next.of });
    const copy = new RecordCopy({ storage, codec: new RowCodec(opened.cipher) }, { storage: next.storage, codec: new RowCodec(fresh.cipher) });
    await copy.update(progress);
    progress.commit();
    while (!(await move(storage, next, row, opened, copy))) await copy.update(progress);
  } finally {
    await next.end();
  }
  return fresh;
}

/** Moves the store, unless something was written since it was copied. The new database is on the disk before. */
async function move(storage: StorageAdapter, next: Successor, row: RootKeyRow, opened: OpenedKey, copy: RecordCopy): Promise<boolean> {
  await next.storage.run(['meta'], 'strict', (tx) => tx.put('meta', row));
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
