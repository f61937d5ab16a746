/**
 * The database: its schema and migrations, the connection, the two adapters (IndexedDB and memory), and the rows of the outbox.
 *
 * Imports: base, tasks, sync-rules.
 * Rule: Inside a transaction, await only calls of that transaction.
 */
export {};
