/**
 * Functions that work on an open store: export a copy, import a copy, remove, read the log of acts. A page imports them only if it needs them.
 *
 * Imports: base to sync.
 * Rule: Each can be cancelled. A cancelled one leaves the store as it was, or says what it kept.
 */
export {};
