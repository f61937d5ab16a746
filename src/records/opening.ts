import { someone } from '../model/record.js';
import { type Clock, realClock } from './clock.js';
import { Connection, type Happenings } from './disk/connection.js';
import { codeOf } from './errors.js';
import { type Held, openRoot, readRoot, rootOrNew } from './sealing/keys.js';
import { sealAnew } from './sealing/anew.js';
import { type Cipher, hex, loadCipher, utf8 } from './sealing/webcrypto.js';
import type { RootRow } from './disk/shapes.js';
import { IdbShelf } from './disk/shelf-idb.js';
import { MemoryShelf } from './disk/shelf-memory.js';
import type { Shelf } from './disk/shelf.js';
import type { Works } from './work/works.js';
import type { Keep, Key, RecordsOptions } from './types.js';

/** What tests put in the place of the real. */
export interface Parts {
  readonly clock: Clock;
  /** Random id of this tab. */
  readonly tab: string;
  readonly cipher?: Cipher;
}

/** A place for records, with no key yet. */
export interface Place {
  readonly name: string;
  readonly shelf: Shelf;
  readonly cipher: Cipher;
  /** Storage was asked for and is off: what is written stays only until the page closes. */
  readonly off: boolean;
}

/** @throws MilieuError `connection`, `blocked`, `newer` */
export async function openPlace(options: RecordsOptions, parts: Parts, happenings: Happenings): Promise<Place> {
  const cipher = parts.cipher ?? (await loadCipher());
  const keep = keepOf(options);
  const name = await nameOf(cipher, options, keep);
  if (keep === 'page') return { name, cipher, shelf: new MemoryShelf(), off: false };
  const shelf = new IdbShelf(new Connection(name, realClock, happenings));
  try {
    await readRoot(shelf);
    return { name, cipher, shelf, off: false };
  } catch (error) {
    shelf.close();
    if (codeOf(error) !== 'storage-off') throw error;
    return { name, cipher, shelf: new MemoryShelf(), off: true };
  }
}

export const keepOf = ({ keep, person }: RecordsOptions): Keep => keep ?? (person === undefined ? 'house' : 'person');

/** A number that says nothing about the field, the community or the person. */
async function nameOf(cipher: Cipher, { community, person = someone }: RecordsOptions, keep: Keep): Promise<string> {
  const parts = keep === 'house' ? [keep, community] : [keep, community, person];
  return hex(await cipher.sha256(utf8(JSON.stringify(parts)))).slice(0, 32);
}

/** How far somebody gets with the key that was given, or with none. */
export type Entered = { readonly held: Held; readonly anew: boolean } | { readonly locked: RootRow['mode'] | 'none' };

/**
 * Opens the root, or makes it. Given a key where the device kept the root unlocked, everything is sealed anew under a new one.
 * @throws MilieuError `wrong-key`, `weak-key`, `cancelled`
 */
export async function enter({ shelf, cipher }: Place, clock: Clock, works: Works, key: Key | undefined, wait: boolean): Promise<Entered> {
  const there = await readRoot(shelf);
  if (key === undefined && (wait || there?.wrapped)) return { locked: there?.mode ?? 'none' };
  const { row, held } = await works.run('unlock', async (steps) => {
    const root = there ?? (await rootOrNew(shelf, cipher, key, steps));
    return { row: root, held: root.wrapped && key === undefined ? undefined : await openRoot(cipher, root, key, steps) };
  });
  if (!held) return { locked: row.mode };
  if (key === undefined || row.mode !== 'device') return { held, anew: false };
  return { held: await works.run('seal', (steps) => sealAnew(shelf, cipher, clock, held, key, steps)), anew: true };
}
