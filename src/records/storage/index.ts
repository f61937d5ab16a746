/**
 * The database: its schema and migrations, which of several databases of a store counts, the connection, the two adapters (IndexedDB and
 * memory), the marks that tell a loss from a first visit, and the rows of the outbox.
 *
 * Imports: base, tasks, sync-rules.
 * Rule: Inside a transaction, await only calls of that transaction.
 */
export {};
