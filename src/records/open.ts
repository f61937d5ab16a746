import { realClock } from './base/clock.js';
import { hex, randomBytes } from './crypto/webcrypto.js';
import { Store } from './store.js';
import type { Records, RecordsOptions } from './base/types.js';

/** ms: longer than this nobody waits to be told that it is still opening. */
const patience = 500;

/**
 * Opens the records of a community on this device. Never rejects: `status` says how it went, and goes on saying so.
 * Where opening takes longer than half a second it resolves with `opening`, and everything asked of it waits.
 */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  const store = new Store(options, { clock: realClock, tab: hex(randomBytes(8)) });
  await Promise.race([store.opening, new Promise<void>((resume) => realClock.after(patience, resume))]);
  return store;
}
