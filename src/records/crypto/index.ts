/**
 * Keys and sealing: where the root key is stored, how it is changed, what happens if it is damaged, AES-GCM, blind tags, and the codec between
 * rows on the disk and what they mean.
 *
 * Imports: base, tasks, sync-rules, storage.
 * Rule: Everything that is decrypted is validated. What is not valid is reported as `unreadable`.
 */
export {};
