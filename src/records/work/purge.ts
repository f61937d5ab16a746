import { MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import type { StoreName } from '../disk/shapes.js';
import type { Records } from '../types.js';
import { besideOf } from './beside.js';
import type { Following, Steps } from './works.js';

const every: StoreName[] = ['rows', 'outbox', 'drafts', 'troubles', 'meta'];

export interface Purging extends Following {
  /** `lose`: also where changes wait that no backend has, or stand in `troubles()`. */
  readonly unsent?: 'lose';
  /** `everyone`: also where people share one database (`keep: 'house'`), which goes whole. */
  readonly shared?: 'everyone';
}

/**
 * Removes all that this browser keeps for the person: records, drafts, what waits, and the key. It goes in one transaction, whole
 * or not at all; it can be stopped until that begins. Then this store and those of other tabs let go: their status is `failed`
 * with the code `removed`, and a page that is loaded anew starts with nothing, or with what the backend has.
 *
 * The browser may leave traces on the disk until it uses that room again; where you hold the key, they cannot be read without it.
 *
 * @param records an open store; one that is locked is removed too
 * @param purging `signal` stops it: then nothing was removed
 * @returns how many records there were
 * @throws MilieuError `unsent`, `shared`: nothing was removed, for what `unsent: 'lose'` or `shared: 'everyone'` would allow;
 * `cancelled`, `connection`, `closed`
 */
export async function purge(records: Records, { unsent, shared, ...following }: Purging = {}): Promise<number> {
  const { works, ground, removed } = besideOf(records);
  const at = await ground();
  if (at.shared && shared !== 'everyone') throw new MilieuError('shared');
  const count = await works.run('removal', (steps) => cleared(at, steps, unsent === 'lose'), following);
  removed();
  return count;
}

async function cleared({ shelf }: Ground, steps: Steps, lose: boolean): Promise<number> {
  const of = await shelf.run(['rows'], 'read', (tx) => tx.count('rows'));
  await steps.step(0, of);
  steps.last();
  await shelf.run(every, 'strict', async (tx) => {
    if (!lose && (await tx.count('outbox')) + (await tx.count('troubles')) > 0) throw new MilieuError('unsent');
    for (const store of every) await tx.clear(store);
  });
  steps.at(of, of);
  return of;
}
