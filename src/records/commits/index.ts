/**
 * Everything that reads or writes records: one act, drafts, what the backend answered, what it sent, lists and counts.
 *
 * Imports: base to context.
 * Rule: A plan is written in one strict transaction, and only if the rows it was made from are unchanged.
 */
export {};
