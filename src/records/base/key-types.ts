/** 32 bytes, a passphrase of at least 8 characters, or an AES-GCM `CryptoKey` with the usages `encrypt` and `decrypt`. */
export type Key = Uint8Array | string | CryptoKey;

/**
 * Stands for a passphrase that has opened a store on this page: it opens the same store again at once, and nothing else. It has no content, is only in
 * memory, and opens nothing any more after the key was changed.
 */
export interface SessionKey {
  readonly is: 'session';
}

/** What a store can be opened with, if with anything. */
export type GivenKey = Key | SessionKey | undefined;
