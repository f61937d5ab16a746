import { MilieuError } from '../base/errors.js';
import type { Records } from '../base/types.js';
import { sealedEntry } from '../commits/audit-entries.js';
import { internalsOf } from '../context/internals.js';
import type { StoreContext } from '../context/store-context.js';
import { appendEntries } from '../crypto/audit-chain.js';
import { loadCipher } from '../crypto/cipher-context.js';
import { assertCurrentKey, rawRoot, readRootKey, rootKeyIn, withSum } from '../crypto/key-storage.js';
import { sealForRecovery } from '../crypto/recovery-code.js';
import type { Cipher } from '../crypto/webcrypto.js';
import type { TaskOptions, TaskProgress } from '../tasks/task-runner.js';

/**
 * Makes a code that opens the store as its passphrase does, for the day when nobody remembers the passphrase: print it and lock it away.
 * `records.unlock(code)` takes it, also in small letters, with or without dashes. It is not stored and cannot be shown again. Only the newest
 * code opens; `changeKey` ends it. Whoever has the code and this device can read everything.
 *
 * @param records an open store that a passphrase locks
 * @param passphrase its passphrase, or the code of before
 * @param following `signal` cancels it: then nothing has changed
 * @returns 32 letters and digits in groups of four, such as `7QFX-…`; 144 random bits and 16 that tell a typing error
 * @throws MilieuError `wrong-key` (another passphrase, or the store has none), `damaged-key`, `locked`, `cancelled`, `quota`, `connection`, `closed`, `moved`
 * (another code was made at the same moment: that one opens)
 */
export async function createRecoveryCode(records: Records, passphrase: string, following: TaskOptions = {}): Promise<string> {
  const { tasks, run } = internalsOf(records);
  const cipher = await loadCipher();
  return tasks.run('unlock', (progress) => run((context) => replaceCode(context, cipher, passphrase, progress)), following);
}

async function replaceCode(context: StoreContext, cipher: Cipher, passphrase: string, progress: TaskProgress): Promise<string> {
  const { storage } = context;
  const session = context.session();
  const row = await readRootKey(storage);
  if (row?.mode !== 'passphrase') throw new MilieuError('wrong-key');
  const { code, recovery } = await sealForRecovery(cipher, (await rawRoot(cipher, row, passphrase, progress)).root);
  const [after, entry] = [await withSum(cipher, { ...row, recovery }), await sealedEntry(context, session, { action: 'recovery-code' })];
  progress.commit();
  await storage.run(['audit', 'meta'], 'strict', async (tx) => {
    await assertCurrentKey(tx, session);
    // Another code was made meanwhile: this one would end it, although somebody prints it right now.
    if ((await rootKeyIn(tx))?.sum !== row.sum) throw new MilieuError('moved');
    await tx.put('meta', after);
    await appendEntries(tx, [entry]);
  });
  return code;
}
