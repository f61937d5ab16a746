import { MilieuError } from '../errors.js';
import { type Aes, type Cipher, utf8 } from './webcrypto.js';
import type { Box, Bytes, StoreName } from '../disk/shapes.js';

export const rootLength = 32;
const tagLength = 16;

/** What one root opens: boxes and tags. Dropping it leaves nothing readable. */
export interface Vault {
  /** A box is bound to its place: moved to another store, id, revision or version it does not open. */
  seal(place: PlaceOf, value: unknown): Promise<Box>;
  /** @throws MilieuError `unreadable` */
  open(place: PlaceOf, box: Box): Promise<unknown>;
  /** 16 bytes that say nothing to whoever has not the root. */
  tag(label: string): Promise<Bytes>;
}

export interface PlaceOf {
  readonly store: StoreName;
  readonly id: string;
  readonly rev?: number;
  readonly v?: number;
}

export async function openVault(cipher: Cipher, root: Bytes): Promise<Vault> {
  const aes: Aes = await cipher.aes(await cipher.hkdf(root, 'milieu box'));
  const mac = await cipher.hmac(await cipher.hkdf(root, 'milieu tag'));
  const tags = new Map<string, Promise<Bytes>>();
  const made = async (label: string): Promise<Bytes> => (await mac(utf8(label))).slice(0, tagLength);
  return {
    seal: (place, value) => aes.seal(utf8(JSON.stringify(value)), bound(place)),
    open: async (place, box) => parse(await aes.open(box, bound(place))),
    tag: (label) => {
      const known = tags.get(label) ?? made(label);
      if (tags.size > 2000) tags.clear();
      tags.set(label, known);
      return known;
    },
  };
}

const bound = ({ store, id, rev = 0, v = 1 }: PlaceOf): Bytes => utf8(JSON.stringify([store, id, rev, v]));

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new MilieuError('unreadable');
  }
}
