/**
 * The session of a store: it finds the database, opens it with a key, and drops the key again.
 *
 * Imports: base to crypto.
 * Rule: Whoever reads or writes asks for the session each time, so a locked store cannot be used by mistake.
 */
export {};
