import { MilieuError } from '../base/errors.js';
import type { Records } from '../base/types.js';
import { internalsOf } from '../context/internals.js';
import { loadCipher } from '../crypto/cipher-context.js';
import { rawRoot, readRootKey, rootKeyIn, withSum } from '../crypto/key-storage.js';
import { sealForRecovery } from '../crypto/recovery-code.js';
import type { RootKeyRow } from '../storage/db-schema.js';
import type { StorageAdapter } from '../storage/storage-adapter.js';
import type { TaskOptions } from '../tasks/task-runner.js';

/**
 * Makes a code that opens the store as its passphrase does, for the day when nobody remembers the passphrase: print it and lock it away.
 * `records.unlock(code)` takes it, also in small letters, with or without dashes. It is not stored and cannot be shown again. Only the newest
 * code opens; `changeKey` ends it. Whoever has the code and this device can read everything.
 *
 * @param records an open or locked store that a passphrase locks
 * @param passphrase its passphrase, or the code of before
 * @param following `signal` cancels it: then nothing has changed
 * @returns 32 letters and digits in groups of four, such as `7QFX-…`; 144 random bits and 16 that tell a typing error
 * @throws MilieuError `wrong-key` (another passphrase, or the store has none), `damaged-key`, `cancelled`, `quota`, `connection`, `closed`
 */
export async function createRecoveryCode(records: Records, passphrase: string, following: TaskOptions = {}): Promise<string> {
  const { tasks, context } = internalsOf(records);
  const { storage } = await context();
  const cipher = await loadCipher();
  return tasks.run(
    'unlock',
    async (progress) => {
      const row = await readRootKey(storage);
      if (row?.mode !== 'passphrase') throw new MilieuError('wrong-key');
      const { code, recovery } = await sealForRecovery(cipher, await rawRoot(cipher, row, passphrase, progress));
      progress.commit();
      await replaceRoot(storage, row, await withSum(cipher, { ...row, recovery }));
      return code;
    },
    following,
  );
}

/** @throws MilieuError `wrong-key` if another tab has changed the key meanwhile */
const replaceRoot = (storage: StorageAdapter, before: RootKeyRow, after: RootKeyRow): Promise<void> =>
  storage.run(['meta'], 'strict', async (tx) => {
    if ((await rootKeyIn(tx))?.gen !== before.gen) throw new MilieuError('wrong-key');
    await tx.put('meta', after);
  });
